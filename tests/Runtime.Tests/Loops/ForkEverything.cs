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
        WaitForHelpers();
    }

    public static LoopSchedule Schedule(Schedule kind = AutoPar.Schedule.Auto, int chunkSize = 0, int degree = 0, double nanoseconds = 1000) =>
        new(kind, chunkSize, degree, nanoseconds, MinimumBlock: 4);

    /// <summary>Late helpers of earlier loops leave, so that a full queue doesn't keep the next loop's away.</summary>
    public static void WaitForHelpers() => Assert.True(SpinWait.SpinUntil(
        () =>
        {
            ThreadPool.UnsafeQueueUserWorkItem(_ => { }, null);
            Thread.Sleep(1);
            return HelperQueue.Waiting == 0;
        },
        TimeSpan.FromSeconds(30)));

    public void Dispose()
    {
        ForkCost.Threshold = _threshold;
        AutoParOptions.MaxDegreeOfParallelism = _degree;
    }
}
