using System.Text;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Tests.Support;

namespace AutoPar.Generator.Tests.Emit;

/// <summary>
/// docs/generated-code.md shows what is generated: each section's second block of code is what becomes of the first.
/// <c>AUTOPAR_UPDATE_SNAPSHOTS=1</c> writes them anew.
/// </summary>
public class GeneratedCodeDocTests
{
    private const string Fence = "```";

    [Fact]
    public void The_page_shows_what_is_generated()
    {
        string path = Path.Combine(Repository(), "docs", "generated-code.md");
        string page = File.ReadAllText(path).Replace("\r\n", "\n");
        string[] parts = page.Split(Fence);
        int shown = 0;
        for (int part = 1; part + 2 < parts.Length; part += 4)
        {
            parts[part + 2] = "csharp\n" + Generated(parts[part]["csharp\n".Length..]) + "\n";
            shown++;
        }

        string expected = string.Join(Fence, parts);
        if (Environment.GetEnvironmentVariable("AUTOPAR_UPDATE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(path, expected);
        }

        Assert.True(shown >= 10, $"{shown} loops");
        Assert.Equal(expected, File.ReadAllText(path).Replace("\r\n", "\n"));
    }

    /// <summary>The members of the generated part of the class.</summary>
    private static string Generated(string method)
    {
        MethodModel model = TestCompilation.LowerAll($"using System;\nusing AutoPar;\nstatic partial class Loops\n{{\n{method}}}\n").Single();
        string[] lines = MethodCompiler.Default.Compile(new LoweredMethod(model, null)).Source!.Replace("\r\n", "\n").Split('\n');
        int first = Array.FindIndex(lines, line => line.Contains("VectorizedForm", StringComparison.Ordinal) || line.Contains($" {model.Signature.Name}Vectorized(", StringComparison.Ordinal));
        int last = Array.FindLastIndex(lines, line => line == "    }");
        var text = new StringBuilder();
        foreach (string line in lines[first..(last + 1)])
        {
            text.Append(line.Length > 4 ? line[4..] : "").Append('\n');
        }

        return text.ToString().TrimEnd('\n');
    }

    private static string Repository()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !Directory.Exists(Path.Combine(folder, "docs", "rules")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException("not in the repository");
    }
}
