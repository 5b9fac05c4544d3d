using System.Runtime.CompilerServices;

namespace AutoPar.Runtime;

/// <summary>Runs the chunks of a loop on the calling thread and on a team of worker threads.</summary>
/// <remarks>
/// A loop runs inline, on the caller alone, when its estimated time is below the measured cost of forking, when one
/// worker is allowed, or inside a chunk of another loop that has all the threads it may have, so that nested loops don't
/// oversubscribe the machine. Any number of threads may run loops at the same time; no loop waits for a helper that hasn't
/// started. The caller's current cultures flow to the helpers, its ExecutionContext does not.
/// </remarks>
public static partial class LoopDriver
{
    // To allocate a copy, fill it and combine it.
    private const double NanosecondsPerCopiedByte = 0.25;

    // Lists that grow in new memory cost a fork 10 to 30 µs more: measured with filters that keep all, half or 2 % of their items.
    private const double ForksForLists = 30;

    // Where copying is less than this part, there are calls, which may take far longer than estimated.
    private const double LeastCopied = 0.1;

    /// <summary>
    /// Runs iterations [0, <paramref name="trips"/>). When iterations throw, those below the lowest chunk that threw
    /// have all run, chunks above it may have, and its exception surfaces as it was thrown.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void For<TBody>(long trips, in TBody body, in LoopSchedule schedule)
        where TBody : struct, ILoopBody
    {
        if (trips * schedule.NanosecondsPerIteration > ForkCost.Gate || schedule.Token.CanBeCanceled)
        {
            ForkFor(trips, in body, in schedule);
        }
        else if (trips > 0)
        {
            Unsafe.AsRef(in body).Run(0, trips);
        }
    }

    /// <summary>
    /// Runs iterations [0, <paramref name="trips"/>), at least one, in fixed blocks, combined in order: the result has the
    /// same bits on any number of threads, as from <see cref="ReduceHere"/>. Exceptions as in <see cref="For"/>.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TPartial Reduce<TBody, TPartial>(long trips, in TBody body, in LoopSchedule schedule)
        where TBody : struct, IReductionBody<TPartial>
    {
        return trips * schedule.NanosecondsPerIteration > ForkCost.Gate || schedule.Token.CanBeCanceled
            ? ForkReduce<TBody, TPartial>(trips, in body, in schedule)
            : ReduceHere<TBody, TPartial>(trips, in body, schedule.MinimumBlock);
    }

    /// <summary>The same blocks in the same order on the calling thread.</summary>
    public static TPartial ReduceHere<TBody, TPartial>(long trips, in TBody body, int minimumBlock)
        where TBody : struct, IReductionBody<TPartial> =>
        ReduceWatched<TBody, TPartial>(trips, in body, minimumBlock, default);

    /// <summary>
    /// Whether a loop would fork, and gain by it even after a look at its subscripts, on this thread alone, that shows its
    /// iterations to be independent.
    /// </summary>
    /// <param name="inspection">What that look takes for each iteration, in nanoseconds.</param>
    public static bool IsWorthInspecting(long trips, double inspection, in LoopSchedule schedule)
    {
        if (!MayFork(trips, in schedule, out double nanoseconds, out int degree, out double cost))
        {
            return false;
        }

        double gain = (nanoseconds * (degree - 1) / degree) - (trips * inspection);
        return gain > cost || cost <= 0;
    }

    /// <summary>Whether a loop would fork, and gain by it even though all workers but one need copies of the arrays that it updates.</summary>
    /// <param name="bytes">How much is copied.</param>
    public static bool IsWorthCopying(long trips, long bytes, LoopSchedule schedule) => IsWorthCopying(trips, bytes, ref schedule);

    /// <summary>
    /// The same, and the schedule lets no more workers in than pay for their copies.
    /// </summary>
    /// <param name="bytes">How much is copied.</param>
    public static bool IsWorthCopying(long trips, long bytes, ref LoopSchedule schedule)
    {
        if (!MayFork(trips, in schedule, out double nanoseconds, out int degree, out double cost))
        {
            return false;
        }

        if (cost <= 0)
        {
            return true;
        }

        // d workers take about T / d + (d - 1) * C, which is least at the root of T / C.
        double copy = Math.Max(bytes * NanosecondsPerCopiedByte, 1);
        degree = (int)Math.Min(degree, Math.Sqrt(nanoseconds / copy));
        schedule = schedule with { MaxDegreeOfParallelism = Math.Max(degree, 1) };
        return degree > 1 && (nanoseconds * (degree - 1) / degree) - ((degree - 1) * copy) > cost;
    }

    /// <summary>Whether a loop may fork, and gain by it even though what its threads append to lists is copied.</summary>
    /// <param name="copied">To copy it takes this part of the loop's time.</param>
    public static bool IsWorthCollecting(long trips, double copied, in LoopSchedule schedule) =>
        trips * schedule.NanosecondsPerIteration * (1 - copied) > (copied > LeastCopied ? ForksForLists : 1) * ForkCost.Threshold
        && Math.Min(Limit(in schedule), trips) > 1 && LoopJob.MayCallHelpers;

    /// <summary>
    /// Fixes where the chunks of <see cref="For"/> end, for a body whose chunks end in iterations of another kind: each chunk but the
    /// last, which may be shorter, has the length that is returned. <paramref name="trips"/> when the loop wouldn't fork.
    /// </summary>
    /// <param name="seam">How many iterations of each chunk are of that kind.</param>
    /// <param name="least">A chunk is at least so many times as long.</param>
    public static long FixChunks(long trips, long seam, int least, ref LoopSchedule schedule)
    {
        int degree = (int)Math.Min(Limit(in schedule), trips);
        if (seam > trips / least || InlineReason(degree, trips * schedule.NanosecondsPerIteration) is not null)
        {
            return trips;
        }

        Schedule kind = schedule.Kind == Schedule.Guided ? Schedule.Dynamic : schedule.Kind;
        long chunk = ChunkPlan.Create(trips, schedule.NanosecondsPerIteration, kind, Math.Max(schedule.ChunkSize, 0), degree, schedule.Lanes).Size;
        chunk = Math.Max(chunk, seam * least);
        if (chunk >= trips || chunk > int.MaxValue)
        {
            return trips;
        }

        schedule = schedule with { Kind = Schedule.Dynamic, ChunkSize = (int)chunk, KeepsChunks = true };
        return chunk;
    }

    /// <summary>The same for <see cref="Reduce"/>, whose chunks are blocks.</summary>
    public static long FixBlocks(long trips, long seam, int least, ref LoopSchedule schedule)
    {
        int degree = (int)Math.Min(Limit(in schedule), trips);
        if (seam > trips / least || seam * least > int.MaxValue || InlineReason(degree, trips * schedule.NanosecondsPerIteration) is not null)
        {
            return trips;
        }

        schedule = schedule with { MinimumBlock = (int)Math.Max(schedule.MinimumBlock, seam * least) };
        return Math.Min(LoopBlocks.Length(trips, schedule.MinimumBlock), trips);
    }

    /// <summary><see cref="For"/> over spans.</summary>
    public static unsafe void ForPinned<TBody>(long trips, ref TBody body, in LoopSchedule schedule, in SpanPins pins)
        where TBody : struct, ILoopBody, IPinnedBody
    {
        fixed (byte* p0 = &pins.P0, p1 = &pins.P1, p2 = &pins.P2, p3 = &pins.P3)
        fixed (byte* p4 = &pins.P4, p5 = &pins.P5, p6 = &pins.P6, p7 = &pins.P7)
        {
            Bind(ref body, p0, p1, p2, p3, p4, p5, p6, p7);
            For(trips, in body, in schedule);
        }
    }

    /// <summary><see cref="Reduce"/> over spans.</summary>
    public static unsafe TPartial ReducePinned<TBody, TPartial>(long trips, ref TBody body, in LoopSchedule schedule, in SpanPins pins)
        where TBody : struct, IReductionBody<TPartial>, IPinnedBody
    {
        fixed (byte* p0 = &pins.P0, p1 = &pins.P1, p2 = &pins.P2, p3 = &pins.P3)
        fixed (byte* p4 = &pins.P4, p5 = &pins.P5, p6 = &pins.P6, p7 = &pins.P7)
        {
            Bind(ref body, p0, p1, p2, p3, p4, p5, p6, p7);
            return Reduce<TBody, TPartial>(trips, in body, in schedule);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ForkFor<TBody>(long trips, in TBody body, in LoopSchedule schedule)
        where TBody : struct, ILoopBody
    {
        var watch = LoopWatch.Of(schedule.Token);
        if (TryPlan(trips, 1, in schedule, trips * schedule.NanosecondsPerIteration, out ForkPlan plan))
        {
            watch.Begin(plan.Chunks.Units);
            ForJob<TBody>.Run(plan with { Watch = watch, Lanes = LanesOf(in schedule) }, in body);
        }
        else if (trips > 0)
        {
            watch.Begin(trips);
            var slices = new LoopSlices(0, trips, schedule.NanosecondsPerIteration, in watch, LanesOf(in schedule));
            while (slices.Next(out long from, out long to))
            {
                Unsafe.AsRef(in body).Run(from, to);
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static TPartial ForkReduce<TBody, TPartial>(long trips, in TBody body, in LoopSchedule schedule)
        where TBody : struct, IReductionBody<TPartial>
    {
        long length = LoopBlocks.Length(trips, schedule.MinimumBlock);
        long blocks = ((trips - 1) / length) + 1;
        var watch = LoopWatch.Of(schedule.Token);
        watch.Begin(blocks);
        return TryPlan(blocks, length, in schedule, trips * schedule.NanosecondsPerIteration, out ForkPlan plan)
            ? ReduceJob<TBody, TPartial>.Run(plan with { Watch = watch }, in body, trips, length)
            : ReduceWatched<TBody, TPartial>(trips, in body, schedule.MinimumBlock, in watch);
    }

    private static TPartial ReduceWatched<TBody, TPartial>(long trips, in TBody body, int minimumBlock, in LoopWatch watch)
        where TBody : struct, IReductionBody<TPartial>
    {
        bool isWatched = watch.IsOn;
        long length = LoopBlocks.Length(trips, minimumBlock);
        TPartial total = default!;
        for (long from = 0; from < trips; from += length)
        {
            if (isWatched)
            {
                watch.Look();
            }

            TPartial next = Unsafe.AsRef(in body).Run(from, from + Math.Min(length, trips - from));
            total = from == 0 ? next : Unsafe.AsRef(in body).Combine(in total, in next);
            if (isWatched)
            {
                watch.Done(1);
            }
        }

        return total;
    }

    private static bool TryPlan(long units, long iterationsPerUnit, in LoopSchedule schedule, double nanoseconds, out ForkPlan plan)
    {
        int limit = Limit(in schedule);
        int degree = (int)Math.Min(limit, units);
        double nanosecondsPerUnit = schedule.NanosecondsPerIteration * iterationsPerUnit;
        long chunkUnits = schedule.ChunkSize <= 0 ? 0 : ((schedule.ChunkSize - 1) / iterationsPerUnit) + 1;
        plan = default;
        string? inline = InlineReason(degree, nanoseconds);
        if (inline is null)
        {
            plan = new(ChunkPlan.Create(units, nanosecondsPerUnit, schedule.Kind, chunkUnits, degree, iterationsPerUnit > 1 ? 1 : schedule.Lanes), degree, limit, nanosecondsPerUnit);
            inline = plan.Chunks.IsSingleChunk ? "one chunk" : null;
        }

        if (inline is not null && LoopTelemetry.IsOn)
        {
            LoopTelemetry.Inline(units, inline);
        }

        return inline is null;
    }

    // A loop that is long enough to wake somebody also waits for who is busy now: it looks again after each chunk. One that
    // finds all asleep is handed out, too, since it may take longer than estimated.
    private static string? InlineReason(int degree, double nanoseconds) =>
        degree <= 1 ? "one thread"
        : !(nanoseconds > ForkCost.Threshold) ? "short"
        : nanoseconds > ForkCost.WakeThreshold ? null
        : !LoopJob.MayCallHelpers ? "nested"
        : WorkerTeam.Look() == Readiness.Busy ? "busy"
        : null;

    private static int LanesOf(in LoopSchedule schedule) => schedule.KeepsChunks ? LoopSlices.Whole : schedule.Lanes;

    /// <summary>Whether a loop is long enough to fork where somebody is awake, and what has to be gained by it just now.</summary>
    private static bool MayFork(long trips, in LoopSchedule schedule, out double nanoseconds, out int degree, out double cost)
    {
        nanoseconds = trips * schedule.NanosecondsPerIteration;
        degree = (int)Math.Min(Limit(in schedule), trips);
        cost = 0;
        if (degree <= 1 || !(nanoseconds > ForkCost.Threshold) || !LoopJob.MayCallHelpers)
        {
            return false;
        }

        cost = WorkerTeam.Look() == Readiness.Awake ? ForkCost.Threshold : ForkCost.WakeThreshold;
        return true;
    }

    private static int Limit(in LoopSchedule schedule)
    {
        int limit = AutoParOptions.MaxDegreeOfParallelism;
        return schedule.MaxDegreeOfParallelism == 0 ? limit : Math.Min(limit, AutoParOptions.ThreadsOf(schedule.MaxDegreeOfParallelism));
    }

    private static unsafe void Bind<TBody>(
        ref TBody body, byte* p0, byte* p1, byte* p2, byte* p3, byte* p4, byte* p5, byte* p6, byte* p7)
        where TBody : struct, IPinnedBody
    {
        body.Bind(0, (nint)p0);
        body.Bind(1, (nint)p1);
        body.Bind(2, (nint)p2);
        body.Bind(3, (nint)p3);
        body.Bind(4, (nint)p4);
        body.Bind(5, (nint)p5);
        body.Bind(6, (nint)p6);
        body.Bind(7, (nint)p7);
    }
}
