namespace AutoPar.EndToEnd;

/// <summary>The same bits whatever the hardware: the corpus in processes whose vector width is forced down.</summary>
public class VectorWidthTests
{
    private static readonly (string? Off, string Simd)[] s_levels =
    [
        (null, "simd"), ("DOTNET_EnableAVX512", "simd False"), ("DOTNET_EnableAVX2", "simd False False"), ("DOTNET_EnableHWIntrinsic", "simd False False False"),
    ];

    [Fact]
    public void Every_form_gives_the_same_bits_at_every_vector_width()
    {
        using var processes = new CorpusProcess();
        string[][] hashes = new string[s_levels.Length][];
        Parallel.For(0, s_levels.Length, new ParallelOptions { MaxDegreeOfParallelism = 2 }, level => hashes[level] = processes.Lines("hash", s_levels[level].Off));
        for (int level = 0; level < s_levels.Length; level++)
        {
            Assert.StartsWith(s_levels[level].Simd, hashes[level][0], StringComparison.Ordinal);
            Assert.Equal(Corpus.Compiled.Kernels.Length + 1, hashes[level].Length);
            Assert.Equal(hashes[0].Skip(1), hashes[level].Skip(1));
        }
    }
}
