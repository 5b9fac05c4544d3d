using System.Runtime.CompilerServices;

namespace AutoPar.Runtime;

/// <summary>A parallel loop that is a pipeline: blocks are computed on all threads, and applied in order on one at a time.</summary>
/// <remarks>
/// <para>
/// Whoever has computed a block looks whether it is the next one to be applied. If so, and if nobody else is about it, it applies this
/// block and all that are ready behind it; if not, the one who applies those before will come to it. So nobody waits for its turn, only for
/// room in the buffers.
/// </para>
/// <para>
/// <b>No deadlock.</b> Blocks are handed out in ascending order, so that the lowest that isn't applied is at work somewhere, and has room. A
/// block that fails says so to those above it, which then don't run; those below it all run to their end.
/// </para>
/// </remarks>
internal sealed class PipelineJob<TBody> : LoopJob
    where TBody : struct, IPipelineBody
{
    private static readonly JobSlots s_idle = new();
    private static readonly long s_spinTicks = SpinBudget.Microseconds(20);

    private TBody _body;
    private PipelineShape _shape;
    private long _trips;

    // By slot: the block there is computed, and not yet applied.
    private bool[] _isReady = [];
    private PaddedLong _applied;
    private int _isApplying;
    private long _failed;

    public static void Run(in ForkPlan plan, in TBody body, long trips, PipelineShape shape)
    {
        if (ChunkQueue.IsDescending)
        {
            PipelineJob<TBody> apart = new();
            apart.Prepare(in body, trips, shape);
            apart.RunDescending(plan.Chunks.Units);
            return;
        }

        PipelineJob<TBody> job = Unsafe.As<PipelineJob<TBody>>(s_idle.Take()) ?? new PipelineJob<TBody>();
        job.Prepare(in body, trips, shape);
        job.Run(plan with { Chunks = new ChunkPlan(plan.Chunks.Units, 1, 0, 1) });
        job._body = default;
        job.Leave();
    }

    protected override void RunChunk(long from, long to)
    {
        for (long block = from; block < to; block++)
        {
            RunBlock(block);
        }
    }

    // A block looks for itself, so that those behind it hear of it when it doesn't run.
    protected override void RunSlices(long from, long to) => RunChunk(from, to);

    protected override void Park() => s_idle.Return(this);

    private void Prepare(in TBody body, long trips, PipelineShape shape)
    {
        _body = body;
        _shape = shape;
        _trips = trips;
        _applied.Value = 0;
        _isApplying = 0;
        _failed = long.MaxValue;
        if (_isReady.Length < shape.Slots)
        {
            _isReady = new bool[shape.Slots];
        }

        Array.Clear(_isReady);
    }

    private void RunBlock(long block)
    {
        try
        {
            if (Watch.IsOn)
            {
                Watch.Look();
            }

            if (!AwaitRoom(block))
            {
                return;
            }

            Compute(block);

            // Either this thread sees that the block is the next one, or who makes it the next one sees that it is ready.
            Volatile.Write(ref _isReady[block % _shape.Slots], true);
            Interlocked.MemoryBarrier();
            ApplyReady();
            Watch.Done(1);
        }
        catch
        {
            Abandon(block);
            throw;
        }
    }

    /// <summary>Waits until a block's place in the buffers is free; false when a block before it has failed.</summary>
    private bool AwaitRoom(long block)
    {
        var budget = new SpinBudget(s_spinTicks);
        while (block - Volatile.Read(ref _applied.Value) >= _shape.Slots)
        {
            if (block > Volatile.Read(ref _failed))
            {
                return false;
            }

            if (!budget.Spin())
            {
                // Who is to make room gets a processor sooner if this one is given up.
                Thread.Yield();
            }
        }

        return block <= Volatile.Read(ref _failed);
    }

    private void ApplyReady()
    {
        while (IsNextReady() && Interlocked.CompareExchange(ref _isApplying, 1, 0) == 0)
        {
            try
            {
                while (IsNextReady())
                {
                    long block = _applied.Value;
                    _isReady[block % _shape.Slots] = false;
                    Apply(block);
                    Interlocked.Exchange(ref _applied.Value, block + 1);
                }
            }
            finally
            {
                Interlocked.Exchange(ref _isApplying, 0);
            }
        }
    }

    private bool IsNextReady() => Volatile.Read(ref _isReady[Volatile.Read(ref _applied.Value) % _shape.Slots]);

    /// <summary>Blocks above this one don't run.</summary>
    private void Abandon(long block)
    {
        long failed = Volatile.Read(ref _failed);
        while (block < failed)
        {
            long seen = Interlocked.CompareExchange(ref _failed, block, failed);
            if (seen == failed)
            {
                return;
            }

            failed = seen;
        }
    }

    private void Compute(long block)
    {
        TBody body = _body;
        body.Compute(block * _shape.Block, End(block));
    }

    private void Apply(long block)
    {
        TBody body = _body;
        try
        {
            body.Apply(block * _shape.Block, End(block));
        }
        catch
        {
            Abandon(block);
            throw;
        }
    }

    private long End(long block) => Math.Min(_trips, (block + 1) * _shape.Block);

    /// <summary>For tests: as many blocks as there is room for are computed from the last to the first, then applied.</summary>
    private void RunDescending(long blocks)
    {
        for (long first = 0; first < blocks; first += _shape.Slots)
        {
            long end = Math.Min(blocks, first + _shape.Slots);
            for (long block = end - 1; block >= first; block--)
            {
                Compute(block);
            }

            for (long block = first; block < end; block++)
            {
                Apply(block);
            }
        }
    }
}
