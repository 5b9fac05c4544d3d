[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace AutoPar.Runtime.Tests.Loops;

/// <summary>Makes even the shortest loops fork, on up to eight threads.</summary>
public sealed class ForkEverything : IDisposable
{
    private readonly double _threshold = ForkCost.Threshold;
    private readonly int _degree = AutoParOptions.MaxDegreeOfParallelism;

    public ForkEverything()
    {
        ForkCost.Threshold = -1;
        AutoParOptions.MaxDegreeOfParallelism = 8;
        WaitForHelpers();
    }

    public static LoopSchedule Schedule(Schedule kind = AutoPar.Schedule.Auto, int chunkSize = 0, int degree = 0, double nanoseconds = 1000) =>
        new(kind, chunkSize, degree, nanoseconds, MinimumBlock: 4);

    /// <summary>Late helpers of earlier loops leave, so that the next loop can have them.</summary>
    public static void WaitForHelpers() => Assert.True(SpinWait.SpinUntil(() => WorkerTeam.AtWork == 0, TimeSpan.FromSeconds(30)));

    public void Dispose()
    {
        ForkCost.Threshold = _threshold;
        AutoParOptions.MaxDegreeOfParallelism = _degree;
    }
}
