using System.Runtime.CompilerServices;

namespace AutoPar.Runtime;

/// <content>Loops that carry values from iteration to iteration.</content>
public static partial class LoopDriver
{
    /// <summary>
    /// Runs iterations [0, <paramref name="trips"/>), at least one, in blocks: threads find out what each block does to the carried values
    /// just before they run it. The result has the same bits on any number of threads. Exceptions as in <see cref="For"/>.
    /// </summary>
    /// <param name="carry">The carried values before the loop.</param>
    /// <param name="nanosecondsPerTotal">The compiler's estimate of what <see cref="IScanBody{TCarry, TPartial}.Total"/> takes for each iteration.</param>
    /// <param name="schedule">Blocks are handed out one by one, whatever kind and chunk size it names.</param>
    /// <param name="inBlocks">The order of the operations depends on the blocks, so that one thread runs the same.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TPartial Scan<TBody, TCarry, TPartial>(
        long trips, in TBody body, in TCarry carry, double nanosecondsPerTotal, in LoopSchedule schedule, bool inBlocks)
        where TBody : struct, IScanBody<TCarry, TPartial>
        where TCarry : struct
    {
        return trips * schedule.NanosecondsPerIteration > ForkCost.Gate
            ? ForkScan<TBody, TCarry, TPartial>(trips, in body, in carry, nanosecondsPerTotal, in schedule, inBlocks)
            : ScanHere<TBody, TCarry, TPartial>(trips, in body, in carry, schedule.MinimumBlock, inBlocks, default);
    }

    /// <summary><see cref="Scan"/> over spans.</summary>
    public static unsafe TPartial ScanPinned<TBody, TCarry, TPartial>(
        long trips, ref TBody body, in TCarry carry, double nanosecondsPerTotal, in LoopSchedule schedule, bool inBlocks, in SpanPins pins)
        where TBody : struct, IScanBody<TCarry, TPartial>, IPinnedBody
        where TCarry : struct
    {
        fixed (byte* p0 = &pins.P0, p1 = &pins.P1, p2 = &pins.P2, p3 = &pins.P3)
        fixed (byte* p4 = &pins.P4, p5 = &pins.P5, p6 = &pins.P6, p7 = &pins.P7)
        {
            Bind(ref body, p0, p1, p2, p3, p4, p5, p6, p7);
            return Scan<TBody, TCarry, TPartial>(trips, in body, in carry, nanosecondsPerTotal, in schedule, inBlocks);
        }
    }

    /// <summary>Whether <see cref="Scan"/> would fork: where it wouldn't, the loop as written may be faster than its body.</summary>
    /// <param name="nanosecondsPerTotal">As for <see cref="Scan"/>.</param>
    public static bool IsWorthScanning(long trips, double nanosecondsPerTotal, in LoopSchedule schedule) =>
        trips * schedule.NanosecondsPerIteration > ForkCost.Gate
        && InlineReason(
            (int)Math.Min(Limit(in schedule), trips),
            Gain(trips, nanosecondsPerTotal, LoopBlocks.ScanLength(trips, schedule.MinimumBlock), in schedule)) is null;

    /// <summary>
    /// What threads gain, as a loop without totals would take that gains as much on two of them: each of d threads runs one in d
    /// blocks, and finds out their totals.
    /// </summary>
    private static double Gain(long trips, double nanosecondsPerTotal, long length, in LoopSchedule schedule)
    {
        double one = schedule.NanosecondsPerIteration;
        long blocks = ((trips - 1) / length) + 1;
        long each = ((blocks - 1) / Math.Min(Limit(in schedule), blocks)) + 1;
        return 2 * Math.Max(0, (trips * one) - (Math.Min(trips, each * length) * (one + nanosecondsPerTotal)));
    }

    private static TPartial ScanHere<TBody, TCarry, TPartial>(long trips, in TBody body, in TCarry carry, int minimumBlock, bool inBlocks, in LoopWatch watch)
        where TBody : struct, IScanBody<TCarry, TPartial>
        where TCarry : struct
    {
        bool isWatched = watch.IsOn;
        if (isWatched)
        {
            watch.Look();
        }

        // Where the order doesn't depend on them, blocks are there to be cancelled in between.
        long length = inBlocks || isWatched ? LoopBlocks.ScanLength(trips, minimumBlock) : trips;
        ref TBody run = ref Unsafe.AsRef(in body);
        TPartial total = run.Run(0, Math.Min(length, trips), in carry);
        TPartial last = total;
        TCarry start = carry;
        for (long from = length; from < trips; from += length)
        {
            if (isWatched)
            {
                watch.Done(1);
                watch.Look();
            }

            start = run.After(in start, in last);
            last = run.Run(from, from + Math.Min(length, trips - from), in start);
            total = run.Combine(in total, in last);
        }

        watch.Done(1);
        return total;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static TPartial ForkScan<TBody, TCarry, TPartial>(
        long trips, in TBody body, in TCarry carry, double nanosecondsPerTotal, in LoopSchedule schedule, bool inBlocks)
        where TBody : struct, IScanBody<TCarry, TPartial>
        where TCarry : struct
    {
        long length = LoopBlocks.ScanLength(trips, schedule.MinimumBlock);
        long blocks = ((trips - 1) / length) + 1;

        var watch = LoopWatch.Of(schedule.Token);
        watch.Begin(blocks);

        return TryPlan(blocks, length, in schedule, Gain(trips, nanosecondsPerTotal, length, in schedule), out ForkPlan plan)
            ? ScanJob<TBody, TCarry, TPartial>.Run(plan with { Watch = watch }, in body, in carry, trips, length)
            : ScanHere<TBody, TCarry, TPartial>(trips, in body, in carry, schedule.MinimumBlock, inBlocks, in watch);
    }
}
