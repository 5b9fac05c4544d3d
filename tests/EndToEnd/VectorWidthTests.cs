using System.Diagnostics;

namespace AutoPar.EndToEnd;

/// <summary>The same bits whatever the hardware: the corpus in processes whose vector width is forced down.</summary>
public class VectorWidthTests
{
    [Fact]
    public void Every_form_gives_the_same_bits_at_every_vector_width()
    {
        string image = Path.Combine(Path.GetTempPath(), $"autopar-corpus-{Environment.ProcessId}.dll");
        File.WriteAllBytes(image, Corpus.Compiled.Image);
        try
        {
            string[] here = Hashes(image, null);
            foreach ((string variable, string simd) in new[]
            {
                ("DOTNET_EnableAVX512", "simd False"), ("DOTNET_EnableAVX2", "simd False False"), ("DOTNET_EnableHWIntrinsic", "simd False False False"),
            })
            {
                string[] there = Hashes(image, variable);
                Assert.StartsWith(simd, there[0], StringComparison.Ordinal);
                Assert.Equal(here.Length, there.Length);
                Assert.Equal(here.Skip(1), there.Skip(1));
            }
        }
        finally
        {
            File.Delete(image);
        }
    }

    private static string[] Hashes(string image, string? off)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, "hash", image]) { RedirectStandardOutput = true };
        if (off is not null)
        {
            start.Environment[off] = "0";
        }

        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
