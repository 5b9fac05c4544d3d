using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace AutoPar.Runtime;

/// <content>Loops that may be left early.</content>
public static partial class LoopDriver
{
    /// <summary>
    /// Runs iterations [0, <paramref name="trips"/>), at least one, up to the first that leaves the loop, or not far from it: in
    /// the blocks of <see cref="SearchBlocks"/>, combined in order. The result has the same bits on any number of threads.
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

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static TPartial SearchOn<TBody, TPartial>(long trips, TPartial total, in TBody body, in LoopSchedule schedule)
        where TBody : struct, ISearchBody<TPartial>
    {
        int minimum = schedule.MinimumBlock;
        double nanoseconds = trips * schedule.NanosecondsPerIteration;
        bool mayFork = nanoseconds > ForkCost.Gate;
        double alone = !mayFork ? 0 : WorkerTeam.Look() == Readiness.Awake ? ForkCost.Threshold : ForkCost.WakeThreshold;
        long start = mayFork ? Stopwatch.GetTimestamp() : 0;
        var watch = LoopWatch.Of(schedule.Token);
        watch.Begin(SearchBlocks.Of(trips - 1, minimum) + 1);
        for (long first = minimum; first < trips;)
        {
            if (mayFork && Stopwatch.GetElapsedTime(start).TotalNanoseconds > alone)
            {
                long block = SearchBlocks.Of(first, minimum);
                if (TryPlanSearch(SearchBlocks.Of(trips - 1, minimum) + 1 - block, trips - first, in schedule, out ForkPlan plan))
                {
                    return SearchJob<TBody, TPartial>.Run(plan with { Watch = watch }, in body, trips, minimum, block, in total);
                }

                mayFork = false;
            }

            watch.Look();
            long length = Math.Min(SearchBlocks.Length(first, minimum), trips - first);
            TPartial next = Unsafe.AsRef(in body).Run(first, first + length);
            total = Unsafe.AsRef(in body).Combine(in total, in next);
            if (Unsafe.AsRef(in body).Done(in next) < length)
            {
                break;
            }

            watch.Done(1);
            first += length;
        }

        return total;
    }

    // The blocks are the chunks, whatever the schedule: longer ones would be waited for when a lower one has ended the loop.
    private static bool TryPlanSearch(long blocks, long trips, in LoopSchedule schedule, out ForkPlan plan)
    {
        double nanoseconds = trips * schedule.NanosecondsPerIteration;
        int limit = Limit(in schedule);
        int degree = (int)Math.Min(limit, blocks);
        plan = new ForkPlan(new ChunkPlan(blocks, 1, 0, 1), degree, limit, nanoseconds / blocks);
        string? inline = InlineReason(degree, nanoseconds);
        if (inline is not null && LoopTelemetry.IsOn)
        {
            LoopTelemetry.Inline(blocks, inline);
        }

        return inline is null;
    }
}
