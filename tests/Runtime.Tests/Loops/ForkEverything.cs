using AutoPar.Runtime;

[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace AutoPar.Runtime.Tests.Loops;

/// <summary>Makes even the shortest loops fork, and gives the thread pool as many threads as the tests ask of it.</summary>
public sealed class ForkEverything : IDisposable
{
    private readonly double _threshold = ForkCost.Threshold;
    private readonly int _degree = AutoParOptions.MaxDegreeOfParallelism;

    public ForkEverything()
    {
        ForkCost.Threshold = -1;
        AutoParOptions.MaxDegreeOfParallelism = 8;
        ThreadPool.GetMinThreads(out int workers, out int ports);
        ThreadPool.SetMinThreads(Math.Max(workers, 8), ports);
    }

    public static LoopSchedule Schedule(Schedule kind = AutoPar.Schedule.Auto, int chunkSize = 0, int degree = 0, double nanoseconds = 1000) =>
        new(kind, chunkSize, degree, nanoseconds, MinimumBlock: 4);

    public void Dispose()
    {
        ForkCost.Threshold = _threshold;
        AutoParOptions.MaxDegreeOfParallelism = _degree;
    }
}
