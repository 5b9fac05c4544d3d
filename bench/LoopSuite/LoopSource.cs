using System.Text.RegularExpressions;

namespace AutoPar.LoopSuite;

/// <summary>A member of a class of loops, as it stands in its file.</summary>
/// <param name="First">The number of its first line, the attribute's where there is one.</param>
/// <param name="Signature">From "public" or "private" on.</param>
/// <param name="Body">The lines below the signature; empty for a field and an expression.</param>
internal sealed partial record LoopSource(string File, string Category, string Name, int First, string Signature, string[] Body)
{
    private const string Indent = "    ";

    public int Last => First + Body.Length + (IsLoop ? 1 : 0);

    public bool IsLoop => Signature.StartsWith("public", StringComparison.Ordinal);

    /// <summary>All members of the classes in the folder Loops next to the program.</summary>
    public static IReadOnlyList<LoopSource> All { get; } =
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Loops"), "*.cs").Order(StringComparer.Ordinal).SelectMany(In)];

    public string Text => string.Join('\n', [Signature, .. Body]);

    // The house style says where a member begins and ends.
    private static IEnumerable<LoopSource> In(string file)
    {
        string[] lines = System.IO.File.ReadAllLines(file);
        string category = "";
        for (int i = 0; i < lines.Length; i++)
        {
            if (ClassName().Match(lines[i]) is { Success: true } type)
            {
                category = type.Groups[1].Value;
            }
            else if (MemberName().Match(lines[i]) is { Success: true } member)
            {
                int end = i;
                if (!lines[i].EndsWith(';'))
                {
                    end = Array.FindIndex(lines, i, line => line == Indent + "}");
                }

                bool isLoop = lines[i].StartsWith(Indent + "public", StringComparison.Ordinal);
                yield return new LoopSource(
                    Path.GetFileName(file), category, member.Groups[1].Value, isLoop ? i : i + 1, lines[i].Trim(), lines[(i + 1)..(end + 1)]);
                i = end;
            }
        }
    }

    [GeneratedRegex(@"^internal static partial class (\w+)")]
    private static partial Regex ClassName();

    [GeneratedRegex(@"^    (?:public|private) static \w+ (\w+)")]
    private static partial Regex MemberName();
}
