using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using AutoPar.Runtime;

namespace AutoPar.Runtime.Tests.Loops;

/// <summary>
/// A program of many threads that all run nested loops, some of which fail or are cancelled. It runs for 2 seconds, or as
/// many as the environment variable AUTOPAR_STRESS_SECONDS says.
/// </summary>
public sealed class HostStressTests : IDisposable
{
    private const int HostThreads = 64;

    /// <summary>Seven workers, and what the runtime may start for itself.</summary>
    private const int WorkersAndRuntime = 7 + 5;

    private readonly ForkEverything _fork = new();

    [Fact]
    public void Sixty_four_host_threads_with_nested_failing_loops()
    {
        int seconds = int.TryParse(Environment.GetEnvironmentVariable("AUTOPAR_STRESS_SECONDS"), CultureInfo.InvariantCulture, out int given) ? given : 2;
        var failures = new ConcurrentQueue<string>();
        EventHandler<UnobservedTaskExceptionEventArgs> unobserved = (_, e) => failures.Enqueue($"unobserved: {e.Exception}");
        TaskScheduler.UnobservedTaskException += unobserved;
        var time = Stopwatch.StartNew();
        long loops = 0;
        using var warm = new CountdownEvent(HostThreads);
        Thread[] hosts = [.. Enumerable.Range(0, HostThreads).Select(seed => new Thread(() =>
        {
            var host = new StressHost(seed, failures);
            host.RunLoop();
            warm.Signal();
            while (time.Elapsed.TotalSeconds < seconds && failures.IsEmpty)
            {
                host.RunLoop();
                Interlocked.Increment(ref loops);
            }
        }))];
        Array.ForEach(hosts, host => host.Start());

        Assert.True(warm.Wait(TimeSpan.FromSeconds(60)), "deadlock");
        long memory = GC.GetTotalMemory(forceFullCollection: true);
        int threads = ThreadCount();

        // An earlier test may have had more, which haven't retired yet.
        int workers = WorkerTeam.Count;
        while (time.Elapsed.TotalSeconds < seconds && failures.IsEmpty)
        {
            // Loops that fork however short they are, and loops that look for who is awake, in turns.
            ForkCost.Threshold = -1;
            Thread.Sleep(50);
            ForkCost.WakeThreshold = 1e6;
            Thread.Sleep(50);
        }

        ForkCost.Threshold = -1;
        Assert.All(hosts, host => Assert.True(host.Join(TimeSpan.FromSeconds(60)), "deadlock"));
        long grown = GC.GetTotalMemory(forceFullCollection: true) - memory;
        TaskScheduler.UnobservedTaskException -= unobserved;
        Assert.Empty(failures);
        Assert.InRange(loops, 1, long.MaxValue);
        Assert.InRange(WorkerTeam.Count, 1, Math.Max(7, workers));
        Assert.InRange(ThreadCount(), 1, threads - HostThreads + WorkersAndRuntime);
        Assert.InRange(grown, long.MinValue, 2_000_000);
        ForkEverything.WaitForHelpers();
    }

    public void Dispose() => _fork.Dispose();

    private static int ThreadCount()
    {
        using var self = Process.GetCurrentProcess();
        return self.Threads.Count;
    }
}
