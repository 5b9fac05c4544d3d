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
        var mismatches = new List<string>();
        foreach (Kernel kernel in Corpus.Compiled.Kernels)
        {
            if (Differential.Mismatch(kernel, RecipeBook.For(kernel)) is { } mismatch)
            {
                mismatches.Add(mismatch);
            }
        }

        Assert.True(mismatches.Count == 0, $"{mismatches.Count} mismatches:\n{string.Join("\n", mismatches)}");
    }

    private static string Describe(Diagnostic error)
    {
        string[] lines = error.Location.SourceTree?.GetText().Lines.Select(line => line.ToString()).ToArray() ?? [];
        int at = error.Location.GetLineSpan().StartLinePosition.Line;
        return $"{error}\n    {(at < lines.Length ? lines[at].Trim() : "")}";
    }
}
