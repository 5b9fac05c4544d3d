using System.Diagnostics;

namespace AutoPar.EndToEnd;

/// <summary>This program in processes of its own, which share the corpus that this one has compiled, and nothing else.</summary>
internal sealed class CorpusProcess : IDisposable
{
    private readonly string _image = Path.Combine(Path.GetTempPath(), $"autopar-corpus-{Environment.ProcessId}-{Guid.NewGuid():N}.dll");

    public CorpusProcess() => File.WriteAllBytes(_image, Corpus.Compiled.Image);

    public void Dispose() => File.Delete(_image);

    /// <summary>The lines that a command prints.</summary>
    /// <param name="off">A variable that is set to 0: instructions that the process does without.</param>
    public string[] Lines(string command, string? off = null, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, command, _image, .. arguments]) { RedirectStandardOutput = true };
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
