using System.Text.Json;

namespace AutoPar.LoopSuite;

/// <summary>What the compiler was told of each loop, from the log of the build.</summary>
internal static class Verdicts
{
    /// <summary>The findings of rules AP25xx and AP35xx in the loop's method, in the order of their lines.</summary>
    public static IReadOnlyDictionary<string, List<(string Rule, string Message)>> Found()
    {
        var found = LoopCase.All.ToDictionary(loop => loop.Name, _ => new List<(string Rule, string Message)>());
        LoopSource[] loops = [.. LoopSource.All.Where(source => source.IsLoop)];
        using JsonDocument log = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "verdicts.sarif")));
        var results =
            from result in log.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()
            let rule = result.GetProperty("ruleId").GetString()!
            where rule.StartsWith("AP25", StringComparison.Ordinal) || rule.StartsWith("AP35", StringComparison.Ordinal) || rule is "AP9999"
            let place = result.GetProperty("locations")[0].GetProperty("physicalLocation")
            let file = Path.GetFileName(place.GetProperty("artifactLocation").GetProperty("uri").GetString()!)
            let line = place.GetProperty("region").GetProperty("startLine").GetInt32()
            orderby line
            select (rule, file, line, Message: result.GetProperty("message").GetProperty("text").GetString()!);
        foreach (var (rule, file, line, message) in results)
        {
            if (loops.FirstOrDefault(loop => loop.File == file && loop.First <= line && line <= loop.Last) is { } loop)
            {
                found[loop.Name].Add((rule, message));
            }
        }

        return found;
    }

    /// <summary>Every outermost loop of the method runs in lanes, or holds one that does.</summary>
    public static bool IsVectorized(List<(string Rule, string Message)> findings) =>
        findings.Count > 0 && findings.TrueForAll(finding => finding.Rule == "AP3501");

    public static void Print()
    {
        var found = Found();
        foreach (LoopCase loop in LoopCase.All)
        {
            Console.WriteLine($"{(IsVectorized(found[loop.Name]) ? "yes" : "no "),-4}{loop.Category,-21}{loop.Name,-26}"
                + string.Join(" | ", found[loop.Name].Select(finding => $"{finding.Rule}: {finding.Message}")));
        }

        Console.WriteLine();
        foreach (var category in LoopCase.All.GroupBy(loop => loop.Category))
        {
            Console.WriteLine($"{category.Key,-21}{category.Count(loop => IsVectorized(found[loop.Name])),4} of {category.Count(),4}");
        }

        Console.WriteLine($"{"all",-21}{found.Values.Count(IsVectorized),4} of {found.Count,4}");
    }

    /// <summary>The loops that were refused, with their text and the reason.</summary>
    public static void PrintRefused()
    {
        var found = Found();
        foreach (LoopCase loop in LoopCase.All.Where(loop => !IsVectorized(found[loop.Name])))
        {
            Console.WriteLine($"{loop.Category}.{loop.Name}");
            Console.WriteLine(string.Join('\n', found[loop.Name].Select(finding => $"{finding.Rule}: {finding.Message}")));
            Console.WriteLine(LoopSource.All.First(source => source.IsLoop && source.Name == loop.Name).Text);
            Console.WriteLine();
        }
    }
}
