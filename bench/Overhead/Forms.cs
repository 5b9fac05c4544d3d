using AutoPar.Runtime;

namespace AutoPar.Overhead;

/// <summary>One loop in the forms that are compared. A null form doesn't exist here.</summary>
internal sealed record Forms(string Name, Action OneThread, Action Ours, Action ParallelFor, Action Plinq, Action? OpenMp)
{
    /// <summary>About 2.5 µs for one iteration of the pair.</summary>
    public const int ChainSteps = 2500;

    private const double Estimated = 1e6;

    public static IEnumerable<Forms> All(OpenMpPeer? peer, IEnumerable<int> lengths)
    {
        yield return Pair("empty", default(EmptyBody), Estimated, peer?.Form("empty", 0, [], []));
        var results = new ulong[16];
        yield return Pair("pair", new ChainBody(ChainSteps, results), Estimated, peer?.Form("pair", ChainSteps, [], []));
        foreach (int length in lengths)
        {
            double[] x = Bench.AlignedArray.Of<double>(length), y = Bench.AlignedArray.Of<double>(length);
            yield return Of($"axpy {length}", length, new AxpyBody(1e-6, x, y), AxpyBody.Nanoseconds, peer?.Form("axpy", length, x, y));
        }
    }

    private static Forms Pair<TBody>(string name, TBody body, double nanoseconds, Action? openMp)
        where TBody : struct, ILoopBody => Of(name, 2, body, nanoseconds, openMp);

    // Parallel.For and PLINQ get one range for each worker: the best that they can do.
    private static Forms Of<TBody>(string name, int trips, TBody body, double nanoseconds, Action? openMp)
        where TBody : struct, ILoopBody
    {
        int workers = Environment.ProcessorCount;
        long From(int range) => (long)trips * range / workers;
        var ranges = ParallelEnumerable.Range(0, workers);
        return new(
            name,
            () => body.Run(0, trips),
            () => LoopDriver.For(trips, in body, new LoopSchedule(Schedule.Auto, 0, 0, nanoseconds, 1)),
            () => Parallel.For(0, workers, range => body.Run(From(range), From(range + 1))),
            () => ranges.ForAll(range => body.Run(From(range), From(range + 1))),
            openMp);
    }
}
