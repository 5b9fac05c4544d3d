using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace AutoPar.Runtime;

/// <content>Loops that may be left early.</content>
public static partial class LoopDriver
{
    // What a worker searches at once of a loop with effects: it comes back to it while it is still in the cache.
    private const double StripNanoseconds = 50_000;
    private const int MostBlocksPerWorker = 16;

    /// <summary>
    /// Runs iterations [0, <paramref name="trips"/>), at least one, up to the first that leaves the loop, or not far from it: in
    /// the blocks of <see cref="SearchBlocks"/>, combined in order. The result has the same bits on any number of threads.
    /// The body has no effects: iterations behind one that leaves the loop may run, too, and what they yield is dropped.
    /// </summary>
    /// <remarks>
    /// The caller looks alone for about as long as a fork costs, so that an exit near the start costs what it does on one thread.
    /// Where a block throws that others run ahead of, the search ends before it.
    /// </remarks>
    /// <returns>What the iterations yield that <see cref="ISearchBody{TPartial}.Done"/> says have run.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TPartial Search<TBody, TPartial>(long trips, in TBody body, in LoopSchedule schedule)
        where TBody : struct, ISearchBody<TPartial>
    {
        long length = Math.Min(schedule.MinimumBlock, trips);
        TPartial first = Unsafe.AsRef(in body).Run(0, length);
        return Unsafe.AsRef(in body).Done(in first) < length || length == trips
            ? first
            : SearchOn(trips, first, in body, in schedule);
    }

    /// <summary>
    /// The same with effects: of one strip of iterations after the other it is found on all threads where the loop is left, then
    /// they are run up to there. Exceptions as in <see cref="For"/>.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TPartial SearchAndRun<TBody, TPartial>(long trips, in TBody body, in LoopSchedule schedule)
        where TBody : struct, IEffectfulSearchBody<TPartial>
    {
        long length = Math.Min(schedule.MinimumBlock, trips);
        TPartial first = Unsafe.AsRef(in body).Run(0, length);
        return Unsafe.AsRef(in body).Done(in first) < length || length == trips
            ? first
            : SearchAndRunOn(trips, first, in body, in schedule);
    }

    /// <summary><see cref="Search"/> over spans.</summary>
    public static unsafe TPartial SearchPinned<TBody, TPartial>(long trips, ref TBody body, in LoopSchedule schedule, in SpanPins pins)
        where TBody : struct, ISearchBody<TPartial>, IPinnedBody
    {
        fixed (byte* p0 = &pins.P0, p1 = &pins.P1, p2 = &pins.P2, p3 = &pins.P3)
        fixed (byte* p4 = &pins.P4, p5 = &pins.P5, p6 = &pins.P6, p7 = &pins.P7)
        {
            Bind(ref body, p0, p1, p2, p3, p4, p5, p6, p7);
            return Search<TBody, TPartial>(trips, in body, in schedule);
        }
    }

    /// <summary><see cref="SearchAndRun"/> over spans.</summary>
    public static unsafe TPartial SearchAndRunPinned<TBody, TPartial>(long trips, ref TBody body, in LoopSchedule schedule, in SpanPins pins)
        where TBody : struct, IEffectfulSearchBody<TPartial>, IPinnedBody
    {
        fixed (byte* p0 = &pins.P0, p1 = &pins.P1, p2 = &pins.P2, p3 = &pins.P3)
        fixed (byte* p4 = &pins.P4, p5 = &pins.P5, p6 = &pins.P6, p7 = &pins.P7)
        {
            Bind(ref body, p0, p1, p2, p3, p4, p5, p6, p7);
            return SearchAndRun<TBody, TPartial>(trips, in body, in schedule);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static TPartial SearchOn<TBody, TPartial>(long trips, TPartial total, in TBody body, in LoopSchedule schedule)
        where TBody : struct, ISearchBody<TPartial>
    {
        long first = schedule.MinimumBlock;
        var watch = LoopWatch.Of(schedule.Token);
        watch.Begin(SearchBlocks.Of(trips - 1, schedule.MinimumBlock) + 1);
        if (SearchHere(ref first, trips, ref total, in body, in schedule, in watch, NanosecondsAlone(trips, in schedule)))
        {
            return total;
        }

        if (TryPlanSearch(first, trips, in schedule, out ForkPlan plan))
        {
            long block = SearchBlocks.Of(first, schedule.MinimumBlock);
            var ahead = new SearchAhead<TBody, TPartial>(body);
            return SearchJob<SearchAhead<TBody, TPartial>, TPartial>.Run(plan with { Watch = watch }, in ahead, trips, schedule.MinimumBlock, block, in total);
        }

        SearchHere(ref first, trips, ref total, in body, in schedule, in watch, double.PositiveInfinity);
        return total;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static TPartial SearchAndRunOn<TBody, TPartial>(long trips, TPartial total, in TBody body, in LoopSchedule schedule)
        where TBody : struct, IEffectfulSearchBody<TPartial>
    {
        long first = schedule.MinimumBlock;
        var watch = LoopWatch.Of(schedule.Token);
        watch.Begin(SearchBlocks.Of(trips - 1, schedule.MinimumBlock) + 1);
        if (SearchHere(ref first, trips, ref total, in body, in schedule, in watch, NanosecondsAlone(trips, in schedule)))
        {
            return total;
        }

        bool mayFork = TryPlanSearch(first, trips, in schedule, out ForkPlan plan);
        while (mayFork && first < trips)
        {
            long block = SearchBlocks.Of(first, schedule.MinimumBlock);
            long length = SearchBlocks.Length(first, schedule.MinimumBlock);
            long blocks = (long)Math.Clamp(
                plan.Degree * StripNanoseconds / (length * schedule.NanosecondsPerIteration), 2 * plan.Degree, MostBlocksPerWorker * plan.Degree);
            long end = Math.Min(trips, SearchBlocks.Start(block + blocks, schedule.MinimumBlock));
            if (WorkerTeam.Look() == Readiness.Busy)
            {
                // Nobody would help: once through the strip is enough.
                if (SearchHere(ref first, end, ref total, in body, in schedule, in watch, double.PositiveInfinity) && first < end)
                {
                    return total;
                }

                continue;
            }

            var ahead = new FindAhead<TBody, TPartial>(body);
            plan = Plan(in plan, first, end, in schedule);
            long done = SearchJob<FindAhead<TBody, TPartial>, long>.Run(plan with { Watch = watch with { CountsProgress = false } }, in ahead, end, schedule.MinimumBlock, block, 0);
            if (done > 0)
            {
                ForkPlan run = Plan(in plan, first, first + done, in schedule);
                total = SearchJob<TBody, TPartial>.Run(run with { Watch = watch }, in body, first + done, schedule.MinimumBlock, block, in total);
            }

            first += done;
            if (first < end)
            {
                return total;
            }
        }

        SearchHere(ref first, trips, ref total, in body, in schedule, in watch, double.PositiveInfinity);
        return total;
    }

    /// <summary>
    /// Runs blocks on this thread, from the one that begins at <paramref name="first"/> on, which becomes where they ended, until
    /// this has taken some time. Returns whether the loop is over: left, or at its end.
    /// </summary>
    private static bool SearchHere<TBody, TPartial>(
        ref long first, long trips, ref TPartial total, in TBody body, in LoopSchedule schedule, in LoopWatch watch, double nanoseconds)
        where TBody : struct, ISearchBody<TPartial>
    {
        long start = double.IsPositiveInfinity(nanoseconds) ? 0 : Stopwatch.GetTimestamp();
        while (first < trips)
        {
            if (start != 0 && Stopwatch.GetElapsedTime(start).TotalNanoseconds > nanoseconds)
            {
                return false;
            }

            watch.Look();
            long length = Math.Min(SearchBlocks.Length(first, schedule.MinimumBlock), trips - first);
            TPartial next = Unsafe.AsRef(in body).Run(first, first + length);
            total = Unsafe.AsRef(in body).Combine(in total, in next);
            long done = Unsafe.AsRef(in body).Done(in next);
            first += done;
            if (done < length)
            {
                return true;
            }

            watch.Done(1);
        }

        return true;
    }

    /// <summary>For how long the caller looks alone.</summary>
    private static double NanosecondsAlone(long trips, in LoopSchedule schedule) =>
        !(trips * schedule.NanosecondsPerIteration > ForkCost.Gate) ? double.PositiveInfinity
        : WorkerTeam.Look() == Readiness.Awake ? ForkCost.Threshold
        : ForkCost.WakeThreshold;

    private static bool TryPlanSearch(long first, long trips, in LoopSchedule schedule, out ForkPlan plan)
    {
        plan = Plan(new ForkPlan(default, Limit(in schedule), Limit(in schedule), 0), first, trips, in schedule);
        string? inline = InlineReason(plan.Degree, (trips - first) * schedule.NanosecondsPerIteration);
        if (inline is not null && LoopTelemetry.IsOn)
        {
            LoopTelemetry.Inline(plan.Chunks.Units, inline);
        }

        return inline is null;
    }

    // The blocks are the chunks, whatever the schedule: longer ones would be waited for when a lower one has ended the loop.
    private static ForkPlan Plan(in ForkPlan plan, long first, long end, in LoopSchedule schedule)
    {
        long blocks = SearchBlocks.Of(end - 1, schedule.MinimumBlock) + 1 - SearchBlocks.Of(first, schedule.MinimumBlock);
        return new(
            new ChunkPlan(blocks, 1, 0, 1), (int)Math.Min(plan.Limit, blocks), plan.Limit, (end - first) * schedule.NanosecondsPerIteration / blocks);
    }
}
