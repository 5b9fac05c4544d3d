using System.Text.RegularExpressions;
using AutoPar.Generator.Tests.Analyzers;

namespace AutoPar.Generator.Tests.Architecture;

/// <summary>The folders of the compiler are its stages: none knows a later one, and only the edges know Roslyn.</summary>
public sealed class StageTests
{
    // As docs/architecture.md lists them, with what serves them in between.
    private static readonly string[] s_stages =
        ["Helpers", "Ir", "Diagnostics", "Frontend", "Interception", "Analysis", "Transforms", "Planning", "Emit", "Races", "Analyzers"];

    private static readonly string[] s_edges = ["Frontend", "Interception", "Diagnostics", "Races", "Analyzers", ""];

    public static TheoryData<string> Stages { get; } = [.. s_stages];

    [Theory]
    [MemberData(nameof(Stages))]
    public void ImportsNoLaterStage(string stage)
    {
        string[] later = [.. s_stages.SkipWhile(other => other != stage).Skip(1)];
        Assert.Contains(stage, s_stages);
        Assert.Empty(later.SelectMany(other => Files().Where(file => file.Folder == stage).SelectMany(file => Mentions(file, other))));
    }

    [Fact]
    public void ALaterStageIsFoundHoweverItIsWritten()
    {
        foreach (string line in new[] { "using AutoPar.Generator.Emit;", "using AutoPar.Generator.Emit.Kernels;", "_ = Emit.MethodFile.Write(plan);", "using Generator.Emit;" })
        {
            Assert.Single(Mentions(new SourceFile("Planning/X.cs", line), "Emit"));
        }

        Assert.Empty(Mentions(new SourceFile("Planning/X.cs", "/// <summary>Emit. Kernels.</summary>\nEmit(new Assign(\"Emit.X\"));"), "Emit"));
    }

    [Fact]
    public void EveryFolderIsAStage() => Assert.Empty(Files().Select(file => file.Folder).Distinct().Except([.. s_stages, ""]));

    [Fact]
    public void OnlyTheEdgesKnowRoslyn() => Assert.Empty(Files()
        .Where(file => !s_edges.Contains(file.Folder) && file.Lines.Any(line => line.Contains("Microsoft.CodeAnalysis", StringComparison.Ordinal)))
        .Select(file => file.Path));

    [Fact]
    public void EveryNamespaceIsItsFolder() => Assert.Empty(Files()
        .Where(file => file.Folder is not ("Helpers" or ""))
        .Where(file => !file.Lines.Contains($"namespace AutoPar.Generator.{Path.GetDirectoryName(file.Path)!.Replace(Path.DirectorySeparatorChar, '.')};"))
        .Select(file => file.Path));

    [Fact]
    public void NoFileIsLong() => Assert.Empty(Files().Where(file => file.Text.Split('\n').Length > 400).Select(file => file.Path));

    private static IEnumerable<string> Mentions(SourceFile file, string stage)
    {
        Regex mention = new($@"\bGenerator\.{stage}\b|(?<![\w.]){stage}\.\w");
        return file.Lines.Where(line => mention.IsMatch(line)).Select(line => $"{file.Path}: {line.Trim()}");
    }

    private static IEnumerable<SourceFile> Files()
    {
        string root = Repository.File("src", "Generator");
        return Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Select(path => new SourceFile(Path.GetRelativePath(root, path), File.ReadAllText(path)))
            .Where(file => file.Folder is not ("obj" or "bin"));
    }

    private sealed record SourceFile(string Path, string Text)
    {
        public string Folder => Path.Split('/', '\\') is [var folder, _, ..] ? folder : "";

        /// <summary>Without comments, and without what strings hold.</summary>
        public IEnumerable<string> Lines => Text.Split('\n')
            .Select(line => line.TrimEnd('\r'))
            .Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal))
            .Select(line => Regex.Replace(line, "\"[^\"]*\"", "\"\""));
    }
}
