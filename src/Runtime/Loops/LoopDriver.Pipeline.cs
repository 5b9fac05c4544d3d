using System.Runtime.CompilerServices;

namespace AutoPar.Runtime;

/// <content>Loops that are pipelines of two stages.</content>
public static partial class LoopDriver
{
    // A block takes so long that handing it over doesn't matter, and leaves what it computes in the caches.
    private const double NanosecondsPerBlock = 10_000;
    private const double LeastNanosecondsPerBlock = 300;
    private const long LargestBlock = 4096;

    // Blocks end where vectors do.
    private const long Alignment = 16;

    // So that threads that are done early have something to do.
    private const int BlocksPerThread = 8;
    private const int SlotsPerThread = 3;

    /// <summary>
    /// Whether a loop would fork, and gain by it although the second stage of its pipeline runs on one thread at a time; if so, its blocks.
    /// </summary>
    /// <param name="compute">What the first stage takes for an iteration, in nanoseconds.</param>
    /// <param name="apply">What the second stage takes for an iteration.</param>
    /// <param name="schedule">Of the loop as a whole; its chunk size, if it has one, is that of the blocks.</param>
    /// <param name="shape">The blocks; not for the result's bits, which don't depend on them.</param>
    public static bool IsWorthPipelining(long trips, double compute, double apply, in LoopSchedule schedule, out PipelineShape shape)
    {
        shape = default;
        if (!MayFork(trips, in schedule, out double nanoseconds, out int degree, out double cost))
        {
            return false;
        }

        double pipelined = trips * Math.Max(apply, (compute + apply) / degree);
        if (cost > 0 && nanoseconds - pipelined <= cost)
        {
            return false;
        }

        shape = ShapeOf(trips, degree, in schedule);
        return shape.Block < trips;
    }

    /// <inheritdoc cref="IsWorthPipelining(long, double, double, in LoopSchedule, out PipelineShape)"/>
    public static bool IsWorthPipelining(long trips, double compute, double apply, LoopSchedule schedule) =>
        IsWorthPipelining(trips, compute, apply, in schedule, out _);

    /// <summary>
    /// Runs iterations [0, <paramref name="trips"/>) as a pipeline. The result has the same bits on any number of threads. When an iteration
    /// throws, those of the blocks before have all run.
    /// </summary>
    public static void Pipeline<TBody>(long trips, in TBody body, PipelineShape shape, in LoopSchedule schedule)
        where TBody : struct, IPipelineBody
    {
        long blocks = ((trips - 1) / shape.Block) + 1;
        var watch = LoopWatch.Of(schedule.Token);
        watch.Begin(blocks);
        LoopSchedule byBlocks = schedule with { ChunkSize = 0 };
        if (TryPlan(blocks, shape.Block, in byBlocks, trips * schedule.NanosecondsPerIteration, out ForkPlan plan))
        {
            PipelineJob<TBody>.Run(plan with { Chunks = new ChunkPlan(blocks, 1, 0, 1), Watch = watch }, in body, trips, shape);
            return;
        }

        ref TBody here = ref Unsafe.AsRef(in body);
        for (long from = 0; from < trips; from += shape.Block)
        {
            if (watch.IsOn)
            {
                watch.Look();
            }

            long to = Math.Min(trips, from + shape.Block);
            here.Compute(from, to);
            here.Apply(from, to);
            watch.Done(1);
        }
    }

    /// <summary><see cref="Pipeline"/> over spans.</summary>
    public static unsafe void PipelinePinned<TBody>(long trips, ref TBody body, PipelineShape shape, in LoopSchedule schedule, in SpanPins pins)
        where TBody : struct, IPipelineBody, IPinnedBody
    {
        fixed (byte* p0 = &pins.P0, p1 = &pins.P1, p2 = &pins.P2, p3 = &pins.P3)
        fixed (byte* p4 = &pins.P4, p5 = &pins.P5, p6 = &pins.P6, p7 = &pins.P7)
        {
            Bind(ref body, p0, p1, p2, p3, p4, p5, p6, p7);
            Pipeline(trips, in body, shape, in schedule);
        }
    }

    private static PipelineShape ShapeOf(long trips, int degree, in LoopSchedule schedule)
    {
        double nanoseconds = Math.Max(schedule.NanosecondsPerIteration, 0.01);
        double wished = schedule.ChunkSize > 0 ? schedule.ChunkSize : NanosecondsPerBlock / nanoseconds;
        double shared = Math.Max(trips / ((long)degree * BlocksPerThread), LeastNanosecondsPerBlock / nanoseconds);
        long block = (long)Math.Max(1, Math.Min(Math.Min(wished, shared), LargestBlock));
        return new PipelineShape(block < Alignment ? block : block & -Alignment, degree * SlotsPerThread);
    }
}
