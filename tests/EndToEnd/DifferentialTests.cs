using Microsoft.CodeAnalysis;

namespace AutoPar.EndToEnd;

/// <summary>Every kernel of the corpus: the method as written against each generated form.</summary>
public class DifferentialTests
{
    [Fact]
    public void The_corpus_compiles_with_the_generator()
    {
        Assert.True(
            Corpus.Compiled.Errors.IsEmpty,
            string.Join("\n", Corpus.Compiled.Errors.Take(40).Select(error => Describe(error))));
        Assert.True(Corpus.Compiled.Kernels.Length > 250);
    }

    [Fact]
    public void Every_form_does_what_the_method_as_written_does()
    {
        // Options and static fields belong to a whole process: two of them keep two processors busy.
        const int Parts = 2;
        using var processes = new CorpusProcess();
        string[][] printed = new string[Parts][];
        Parallel.For(0, Parts, part => printed[part] = processes.Lines("mismatches", null, $"{part}", $"{Parts}"));
        string[] mismatches = [.. printed.SelectMany(lines => lines.SkipLast(1))];
        Assert.True(mismatches.Length == 0, string.Join("\n", mismatches));
        Assert.Equal(Corpus.Compiled.Kernels.Length, printed.Sum(lines => int.Parse(lines[^1], System.Globalization.CultureInfo.InvariantCulture)));
    }

    private static string Describe(Diagnostic error)
    {
        string[] lines = error.Location.SourceTree?.GetText().Lines.Select(line => line.ToString()).ToArray() ?? [];
        int at = error.Location.GetLineSpan().StartLinePosition.Line;
        return $"{error}\n    {(at < lines.Length ? lines[at].Trim() : "")}";
    }
}
