using System.Text.RegularExpressions;

namespace AutoPar.Generator.Tests.Analyzers;

/// <summary>A page of docs/rules: its examples, and the messages it quotes.</summary>
internal sealed class RulePage(string id)
{
    private readonly string _file = Repository.File("docs", "rules", id + ".md");

    /// <summary>The examples are members of this class, unless they declare a class themselves.</summary>
    public static string Compilable(string example) => AnalyzerRun.Usings
        + (example.Contains("class ", StringComparison.Ordinal) ? example : $"public static partial class Kernels\n{{\n{example}\n}}\n");

    /// <summary>The code below the heading; null when the page has none.</summary>
    public string? Code(string heading) => Block(heading, "csharp");

    /// <summary>What the page says that the build prints for its example.</summary>
    public string? Messages() => Block("Example", "");

    public void ReplaceMessages(string messages) => File.WriteAllText(_file, Blocks("Example", "").Replace(
        File.ReadAllText(_file), match => match.Value.Replace(match.Groups[1].Value, messages + "\n", StringComparison.Ordinal), 1));

    private string? Block(string heading, string language) =>
        Blocks(heading, language).Match(File.ReadAllText(_file)) is { Success: true } match ? match.Groups[1].Value.TrimEnd('\n') : null;

    // From the heading to the first block of the language, without crossing another heading.
    private static Regex Blocks(string heading, string language) =>
        new($@"(?<=^## {heading}\n(?:(?!^## )(?:.|\n))*?)^```{language}\n((?:(?!^```).*\n)*)```$", RegexOptions.Multiline);
}
