using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace AutoPar.Runtime;

/// <content>Loops that may be left early, by values that they carry from iteration to iteration.</content>
public static partial class LoopDriver
{
    /// <summary>
    /// Runs iterations [0, <paramref name="trips"/>), at least one, up to the first that leaves the loop, or not far from it, in the
    /// blocks of <see cref="SearchBlocks"/>: threads find out what each block does to the carried values, and run those in which an
    /// iteration may leave the loop. The result has the same bits on any number of threads. The body has no effects.
    /// </summary>
    /// <remarks>
    /// The caller runs the first blocks alone, for about as long as a fork costs. Where a block throws that others run ahead of,
    /// the loop ends before it.
    /// </remarks>
    /// <param name="carry">The carried values before the loop.</param>
    /// <param name="shareAhead">
    /// The compiler's estimate of what threads take for an iteration, its total and the run where that is not spared, as a part of what the run takes.
    /// </param>
    /// <param name="schedule">Blocks are handed out one by one, whatever kind and chunk size it names.</param>
    /// <returns>What the iterations yield that <see cref="IScanSearchBody{TCarry, TPartial}.Done"/> says have run.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TPartial ScanSearch<TBody, TCarry, TPartial>(
        long trips, in TBody body, in TCarry carry, double shareAhead, in LoopSchedule schedule)
        where TBody : struct, IScanSearchBody<TCarry, TPartial>
        where TCarry : struct
    {
        long length = Math.Min(schedule.MinimumBlock, trips);
        TPartial first = Unsafe.AsRef(in body).Run(0, length, in carry);
        return Unsafe.AsRef(in body).Done(in first) < length || length == trips
            ? first
            : ScanSearchOn(trips, first, in body, carry, shareAhead, in schedule);
    }

    /// <summary><see cref="ScanSearch"/> over spans.</summary>
    public static unsafe TPartial ScanSearchPinned<TBody, TCarry, TPartial>(
        long trips, ref TBody body, in TCarry carry, double shareAhead, in LoopSchedule schedule, in SpanPins pins)
        where TBody : struct, IScanSearchBody<TCarry, TPartial>, IPinnedBody
        where TCarry : struct
    {
        fixed (byte* p0 = &pins.P0, p1 = &pins.P1, p2 = &pins.P2, p3 = &pins.P3)
        fixed (byte* p4 = &pins.P4, p5 = &pins.P5, p6 = &pins.P6, p7 = &pins.P7)
        {
            Bind(ref body, p0, p1, p2, p3, p4, p5, p6, p7);
            return ScanSearch<TBody, TCarry, TPartial>(trips, in body, in carry, shareAhead, in schedule);
        }
    }

    /// <summary>Whether <see cref="ScanSearch"/> would fork unless it ends early: where it wouldn't, the loop as written may be faster than its body.</summary>
    /// <param name="shareAhead">As for <see cref="ScanSearch"/>.</param>
    public static bool IsWorthScanSearching(long trips, double shareAhead, in LoopSchedule schedule)
    {
        int degree = (int)Math.Min(Limit(in schedule), trips);
        return trips * schedule.NanosecondsPerIteration > ForkCost.Gate && InlineReason(degree, ScanSearchGain(trips, degree, shareAhead, in schedule)) is null;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static TPartial ScanSearchOn<TBody, TCarry, TPartial>(
        long trips, TPartial total, in TBody body, TCarry carry, double shareAhead, in LoopSchedule schedule)
        where TBody : struct, IScanSearchBody<TCarry, TPartial>
        where TCarry : struct
    {
        long first = schedule.MinimumBlock;
        carry = Unsafe.AsRef(in body).After(in carry, in total);
        var watch = LoopWatch.Of(schedule.Token);
        watch.Begin(SearchBlocks.Of(trips - 1, schedule.MinimumBlock) + 1);
        if (ScanSearchHere(ref first, trips, ref total, ref carry, in body, in schedule, in watch, NanosecondsAlone(trips, in schedule)))
        {
            return total;
        }

        if (TryPlanScanSearch(first, trips, shareAhead, in schedule, out ForkPlan plan))
        {
            long block = SearchBlocks.Of(first, schedule.MinimumBlock);
            return ScanSearchJob<TBody, TCarry, TPartial>.Run(plan with { Watch = watch }, in body, in carry, trips, schedule.MinimumBlock, block, in total);
        }

        ScanSearchHere(ref first, trips, ref total, ref carry, in body, in schedule, in watch, double.PositiveInfinity);
        return total;
    }

    /// <summary>
    /// Runs blocks on this thread, from the one that begins at <paramref name="first"/> with <paramref name="carry"/> on, which become
    /// those behind them, until this has taken some time. Returns whether the loop is over: left, or at its end.
    /// </summary>
    private static bool ScanSearchHere<TBody, TCarry, TPartial>(
        ref long first, long trips, ref TPartial total, ref TCarry carry, in TBody body, in LoopSchedule schedule, in LoopWatch watch, double nanoseconds)
        where TBody : struct, IScanSearchBody<TCarry, TPartial>
        where TCarry : struct
    {
        ref TBody run = ref Unsafe.AsRef(in body);
        long start = double.IsPositiveInfinity(nanoseconds) ? 0 : Stopwatch.GetTimestamp();
        while (first < trips)
        {
            if (start != 0 && Stopwatch.GetElapsedTime(start).TotalNanoseconds > nanoseconds)
            {
                return false;
            }

            watch.Look();
            long length = Math.Min(SearchBlocks.Length(first, schedule.MinimumBlock), trips - first);
            TPartial next = run.Run(first, first + length, in carry);
            total = run.Combine(in total, in next);
            long done = run.Done(in next);
            first += done;
            if (done < length)
            {
                return true;
            }

            carry = run.After(in carry, in next);
            watch.Done(1);
        }

        return true;
    }

    private static bool TryPlanScanSearch(long first, long trips, double shareAhead, in LoopSchedule schedule, out ForkPlan plan)
    {
        plan = Plan(new ForkPlan(default, Limit(in schedule), Limit(in schedule), 0), first, trips, in schedule);
        string? inline = InlineReason(plan.Degree, ScanSearchGain(trips - first, plan.Degree, shareAhead, in schedule));
        if (inline is not null && LoopTelemetry.IsOn)
        {
            LoopTelemetry.Inline(plan.Chunks.Units, inline);
        }

        return inline is null;
    }

    /// <summary>What threads gain, as a loop without totals would take that gains as much on two of them.</summary>
    private static double ScanSearchGain(long trips, int degree, double shareAhead, in LoopSchedule schedule) =>
        2 * trips * Math.Max(0, 1 - (shareAhead / degree)) * schedule.NanosecondsPerIteration;
}
