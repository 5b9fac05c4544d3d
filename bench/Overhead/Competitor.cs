using System.Diagnostics;

namespace AutoPar.Overhead;

/// <summary>Another process that never gives up a core of its own accord.</summary>
internal sealed class Competitor : IDisposable
{
    private readonly Process _process;

    private Competitor(Process process) => _process = process;

    public static Competitor Start()
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardInput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(Competitor).Assembly.Location);
        }

        start.ArgumentList.Add("spin");
        var competitor = new Competitor(Process.Start(start)!);
        Thread.Sleep(500);
        return competitor;
    }

    /// <summary>The other process: one thread a core, until its input ends, which it does at the latest when the parent dies.</summary>
    public static int Spin()
    {
        for (int i = 0; i < Environment.ProcessorCount; i++)
        {
            new Thread(() =>
            {
                while (true)
                {
                    ChainBody.Chain(1_000_000, 1);
                }
            }) { IsBackground = true }.Start();
        }

        Console.In.ReadToEnd();
        return 0;
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
