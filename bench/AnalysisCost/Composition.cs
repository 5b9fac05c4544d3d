using System.Globalization;
using System.Text.RegularExpressions;

namespace AutoPar.AnalysisCost;

/// <summary>
/// Composes a project of a given size from sources of this repository, copy after copy, each in namespaces of its own: of
/// ten lines about seven are ordinary code (the compiler extension itself), two hand-written parallel code (the race suite and
/// the samples on races), one loops under [Parallelize] and [Vectorize] (the kernels).
/// </summary>
internal static partial class Composition
{
    private static readonly (string Folder, double Share, string Kind)[] s_parts =
    [
        ("src/Generator", 0.7, "ordinary"),
        ("tests/Generator.Tests/RaceSuite/Cases", 0.1, "parallel by hand"),
        ("tests/Generator.Tests/RaceSuite/HeldOut2", 0.1, "parallel by hand"),
        ("tests/Kernels", 0.1, "annotated loops"),
    ];

    public static SourceSet Of(string name, int lines, bool isOneFile = false)
    {
        List<(string Path, string Text)> files = [];
        List<string> mix = [];
        foreach ((string folder, double share, string kind) in s_parts)
        {
            (string Path, string Text)[] part = [.. Copies(folder, (int)(lines * share))];
            files.AddRange(part);
            mix.Add($"{part.Sum(file => LinesOf(file.Text)).ToString("N0", CultureInfo.InvariantCulture)} {kind}");
        }

        return SourceSet.Of(name, string.Join(", ", mix), [.. isOneFile ? [("OneFile.cs", Merged(files))] : files, ("Labels.cs", File.ReadAllText(Repository("tests/Generator.Tests/RaceSuite/Labels.cs")))]);
    }

    /// <summary>Whole copies of a folder and, of the last one, as many files as the lines last for.</summary>
    private static IEnumerable<(string Path, string Text)> Copies(string folder, int lines)
    {
        string[] paths = [.. Directory.GetFiles(Repository(folder), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("\\obj\\", StringComparison.Ordinal) && !path.Contains("Polyfills", StringComparison.Ordinal))
            .OrderBy(path => path.Contains("Helpers", StringComparison.Ordinal) ? 0 : path.Contains("Ir/", StringComparison.Ordinal) ? 1 : 2)
            .ThenBy(path => path, StringComparer.Ordinal)];
        for (int copy = 1; lines > 0; copy++)
        {
            foreach (string path in paths)
            {
                string text = InNamespace(File.ReadAllText(path), copy);
                if (lines >= LinesOf(text))
                {
                    lines -= LinesOf(text);
                    yield return ($"/{copy}/{Path.GetRelativePath(Repository(""), path)}", text);
                }
                else if (path == paths[^1])
                {
                    yield break;
                }
            }
        }
    }

    // Each with its own usings, inside its namespace.
    private static string Merged(IEnumerable<(string Path, string Text)> files) => string.Join("\n", files.Select(file =>
    {
        Match header = FileScopedNamespace().Match(file.Text);
        return $"namespace {header.Groups["name"].Value}\n{{\n{file.Text.Remove(header.Index, header.Length)}\n}}";
    }));

    private static string InNamespace(string text, int copy) => NamespaceLine().Replace(text, match => $"{match.Value}{copy}");

    private static int LinesOf(string text) => text.Count(character => character == '\n');

    // The namespaces that are copied begin with these; the labels and AutoPar's own are there once.
    [GeneratedRegex(@"(?<=^(?:namespace|using|using static) )(?:AutoPar\.Generator|RaceSuite\.Cases|RaceSuite\.HeldOut2|Kernels)", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex FileScopedNamespace();

    private static string Repository(string path)
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "AutoPar.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder?.FullName ?? throw new DirectoryNotFoundException($"no AutoPar.sln above {AppContext.BaseDirectory}"), path);
    }
}
