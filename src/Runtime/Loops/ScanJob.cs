using System.Runtime.CompilerServices;

namespace AutoPar.Runtime;

/// <summary>A parallel loop that carries values from block to block.</summary>
/// <remarks>
/// <para>
/// Blocks are handed out in ascending order. Whoever has one computes its total, waits for the carried values before it, publishes
/// those after it, and then runs it, while what the total has read is in the cache. The chain of what is published goes from block to
/// block much faster than they run. A thread that is alone runs a block at once, and no totals are computed. One that has to wait long,
/// since another lost its processor, computes that one's total in its place: nothing but the block itself changes what its total reads,
/// and its owner runs it only after having published.
/// </para>
/// <para>
/// <b>No deadlock.</b> A block waits only for the one before it, which another thread has taken already and which waits, if at all,
/// for one still earlier. A block that fails before it has published says so to those behind it, which then don't run.
/// </para>
/// </remarks>
internal sealed class ScanJob<TBody, TCarry, TPartial> : LoopJob
    where TBody : struct, IScanBody<TCarry, TPartial>
    where TCarry : struct
{
    private const byte Unknown = 0;
    private const byte Known = 1;
    private const byte Abandoned = 2;

    // The block before runs at once: its total can no longer be computed.
    private const byte Running = 3;

    private static readonly JobSlots s_idle = new();
    private static readonly long s_spinTicks = SpinBudget.Microseconds(20);

    // By block: the carried values before it, whether they are known, what it has yielded.
    private TCarry[] _carries = [];
    private byte[] _states = [];
    private TPartial[] _partials = [];
    private TBody _body;
    private long _trips;
    private long _blockLength;
    private int _atWork;
    private bool _isShared;

    public static TPartial Run(in ForkPlan plan, in TBody body, in TCarry carry, long trips, long blockLength)
    {
        int blocks = (int)plan.Chunks.Units;
        if (ChunkQueue.IsDescending)
        {
            ScanJob<TBody, TCarry, TPartial> apart = new();
            apart.Prepare(in body, in carry, trips, blockLength, blocks);
            apart.RunDescending(blocks);
            return apart.Combine(blocks);
        }

        ScanJob<TBody, TCarry, TPartial> job = Unsafe.As<ScanJob<TBody, TCarry, TPartial>>(s_idle.Take()) ?? new ScanJob<TBody, TCarry, TPartial>();
        job.Prepare(in body, in carry, trips, blockLength, blocks);
        job.Run(plan with { Chunks = new ChunkPlan(blocks, 1, 0, 1) });
        TPartial total = job.HasFailed ? default! : job.Combine(blocks);
        job._body = default;
        if (RuntimeHelpers.IsReferenceOrContainsReferences<TPartial>())
        {
            Array.Clear(job._partials);
        }

        job.Leave();
        return total;
    }

    protected override void RunChunk(long from, long to)
    {
        if (Interlocked.Increment(ref _atWork) > 1)
        {
            _isShared = true;
        }

        try
        {
            for (long block = from; block < to; block++)
            {
                RunBlock(block);
            }
        }
        finally
        {
            Interlocked.Decrement(ref _atWork);
        }
    }

    // A block looks for itself, so that those behind it hear of it when it doesn't run.
    protected override void RunSlices(long from, long to) => RunChunk(from, to);

    protected override void Park() => s_idle.Return(this);

    private void Prepare(in TBody body, in TCarry carry, long trips, long blockLength, int blocks)
    {
        if (_partials.Length < blocks)
        {
            _carries = new TCarry[blocks];
            _states = new byte[blocks];
            _partials = new TPartial[blocks];
        }

        Array.Clear(_states, 0, blocks);
        _body = body;
        _trips = trips;
        _blockLength = blockLength;
        _atWork = 0;
        _isShared = false;
        Publish(0, in carry);
    }

    private void RunBlock(long block)
    {
        TBody body = _body;
        long first = block * _blockLength;
        long end = first + Math.Min(_blockLength, _trips - first);
        bool isLast = end == _trips;
        bool isTold = isLast || (!Volatile.Read(ref _isShared) && Volatile.Read(ref _states[block]) == Known);
        try
        {
            if (Watch.IsOn)
            {
                Watch.Look();
            }

            TCarry total = isTold ? default : body.Total(first, end);
            if (!Await(block))
            {
                Abandon(block + 1);
                return;
            }

            if (!isTold)
            {
                Publish(block + 1, body.Advance(in _carries[block], in total));

                // What others compute in this one's place, they compute before its first store.
                Interlocked.MemoryBarrier();
            }
            else if (!isLast)
            {
                Interlocked.CompareExchange(ref _states[block + 1], Running, Unknown);
            }

            _partials[block] = body.Run(first, end, in _carries[block]);
            if (isTold && !isLast)
            {
                Publish(block + 1, body.After(in _carries[block], in _partials[block]));
            }

            Watch.Done(1);
        }
        catch
        {
            Abandon(block + 1);
            throw;
        }
    }

    /// <summary>Waits until the carried values before a block are known; false when they never will be.</summary>
    private bool Await(long block)
    {
        ref byte state = ref _states[block];
        var budget = new SpinBudget(s_spinTicks);
        while (Volatile.Read(ref state) is Unknown or Running && budget.Spin())
        {
        }

        while (Volatile.Read(ref state) is Unknown or Running)
        {
            if (!TryTell(block))
            {
                // Who runs the block before gets a processor sooner if this one is given up.
                Thread.Yield();
            }
        }

        return Volatile.Read(ref state) == Known;
    }

    /// <summary>Publishes one step towards a block in the place of a thread that has lost its processor; false when there is nothing to do.</summary>
    private bool TryTell(long block)
    {
        long before = block - 1;
        while (Volatile.Read(ref _states[before]) == Unknown)
        {
            before--;
        }

        ref byte next = ref _states[before + 1];
        if (Volatile.Read(ref _states[before]) != Known || Volatile.Read(ref next) != Unknown)
        {
            return false;
        }

        TBody body = _body;
        TCarry total = body.Total(before * _blockLength, (before + 1) * _blockLength);
        Interlocked.MemoryBarrier();
        if (Volatile.Read(ref next) == Unknown)
        {
            // Whoever else publishes it writes the same.
            _carries[before + 1] = body.Advance(in _carries[before], in total);
            Interlocked.CompareExchange(ref next, Known, Unknown);
        }

        return true;
    }

    private void Publish(long block, in TCarry carry)
    {
        _carries[block] = carry;
        Volatile.Write(ref _states[block], Known);
    }

    private void Abandon(long block)
    {
        if (block * _blockLength < _trips && Volatile.Read(ref _states[block]) != Known)
        {
            Volatile.Write(ref _states[block], Abandoned);
        }
    }

    private TPartial Combine(int blocks)
    {
        TPartial total = _partials[0];
        for (int block = 1; block < blocks; block++)
        {
            total = _body.Combine(in total, in _partials[block]);
        }

        return total;
    }

    /// <summary>For tests: all totals first, then the blocks from the last to the first.</summary>
    private void RunDescending(int blocks)
    {
        for (int block = 0; block < blocks - 1; block++)
        {
            TCarry total = _body.Total(block * _blockLength, (block + 1) * _blockLength);
            Publish(block + 1, _body.Advance(in _carries[block], in total));
        }

        for (int block = blocks - 1; block >= 0; block--)
        {
            long first = block * _blockLength;
            _partials[block] = _body.Run(first, first + Math.Min(_blockLength, _trips - first), in _carries[block]);
        }
    }
}
