using System.Text.Json;

namespace Gallery.Measuring;

/// <summary>Reads verdicts from the SARIF log that the compiler wrote beside this program.</summary>
internal sealed class CompilerLog
{
    private readonly Dictionary<string, List<(string Id, string Message)>> _byFile = new(StringComparer.Ordinal);

    private CompilerLog()
    {
    }

    public static CompilerLog Read(string path)
    {
        var log = new CompilerLog();
        using JsonDocument sarif = JsonDocument.Parse(File.ReadAllBytes(path));
        foreach (JsonElement run in sarif.RootElement.GetProperty("runs").EnumerateArray())
        {
            foreach (JsonElement result in run.GetProperty("results").EnumerateArray())
            {
                log.Add(result);
            }
        }

        return log;
    }

    /// <summary>The verdict on the kernel in the file of that name.</summary>
    public Verdict Of(string kernel)
    {
        if (!_byFile.TryGetValue(kernel + ".cs", out var results))
        {
            return Verdict.Unknown;
        }

        // A refusal says more than a remark: a method with several loops may have both.
        string? First(params string[] prefixes) => prefixes
            .SelectMany(prefix => results.Where(result => result.Id.StartsWith(prefix, StringComparison.Ordinal)))
            .Select(result => result.Id).FirstOrDefault();
        return new(First("AP20", "AP30"), First("AP25", "AP35"), [.. results.Select(result => $"{result.Id}: {result.Message}").Distinct()]);
    }

    private void Add(JsonElement result)
    {
        string? id = result.GetProperty("ruleId").GetString();
        if (id is null || !id.StartsWith("AP", StringComparison.Ordinal) || !result.TryGetProperty("locations", out JsonElement locations))
        {
            return;
        }

        foreach (JsonElement location in locations.EnumerateArray())
        {
            string? uri = location.GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString();
            string file = Path.GetFileName(uri ?? string.Empty);
            if (!_byFile.TryGetValue(file, out var results))
            {
                _byFile.Add(file, results = []);
            }

            results.Add((id, result.GetProperty("message").GetProperty("text").GetString() ?? string.Empty));
        }
    }
}
