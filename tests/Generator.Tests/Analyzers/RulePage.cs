namespace AutoPar.Generator.Tests.Analyzers;

/// <summary>A page of docs/rules: its examples, and the messages it quotes.</summary>
internal sealed class RulePage(string id)
{
    private readonly string _file = Repository.File("docs", "rules", id + ".md");

    /// <summary>The examples are members of this class, unless they declare a class themselves.</summary>
    public static string Compilable(string example) => AnalyzerRun.Usings
        + (example.Contains("class ", StringComparison.Ordinal) ? example : $"public static partial class Kernels\n{{\n{example}\n}}\n");

    /// <summary>The code below the heading; null when the page has none.</summary>
    public string? Code(string heading) => Find(heading, "```csharp") is { } block ? Text(block.Lines) : null;

    /// <summary>What the page says that the build prints for its example.</summary>
    public string? Messages() => Find("Example", "```") is { } block ? Text(block.Lines) : null;

    public IEnumerable<string> Headings => File.ReadLines(_file).Where(IsHeading).Select(line => line.Substring(3));

    /// <summary>All that stands below the heading.</summary>
    public string Section(string heading) =>
        Text(File.ReadLines(_file).SkipWhile(line => line != "## " + heading).Skip(1).TakeWhile(line => !IsHeading(line)));

    /// <summary>A row of the table at the top.</summary>
    public string Row(string name) =>
        File.ReadLines(_file).Select(line => line.Split(" | ", 2)).First(cells => cells[0] == "| " + name)[1].TrimEnd(' ', '|');

    public void ReplaceMessages(string messages)
    {
        List<string> lines = [.. File.ReadAllLines(_file)];
        if (Find("Example", "```") is { } block)
        {
            lines.RemoveRange(block.Start, block.Lines.Count);
            lines.InsertRange(block.Start, messages.Split('\n'));
            File.WriteAllLines(_file, lines);
        }
    }

    /// <summary>The first block below the heading that the fence opens, and the number of its first line.</summary>
    private (int Start, List<string> Lines)? Find(string heading, string fence)
    {
        string[] lines = File.ReadAllLines(_file);
        for (int i = Array.IndexOf(lines, "## " + heading) + 1; i > 0 && i < lines.Length && !IsHeading(lines[i]); i++)
        {
            if (lines[i].StartsWith("```", StringComparison.Ordinal))
            {
                List<string> block = [.. lines.Skip(i + 1).TakeWhile(line => line != "```")];
                if (lines[i] == fence)
                {
                    return (i + 1, block);
                }

                i += block.Count + 1;
            }
        }

        return null;
    }

    private static bool IsHeading(string line) => line.StartsWith("## ", StringComparison.Ordinal);

    private static string Text(IEnumerable<string> lines) => string.Join('\n', lines);
}
