using System.Runtime.CompilerServices;

namespace AutoPar.Runtime;

/// <summary>A parallel loop that carries values from block to block: the chain of what blocks begin with.</summary>
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
internal abstract class ChainJob<TBody, TCarry, TPartial> : LoopJob
    where TBody : struct, IScanBody<TCarry, TPartial>
    where TCarry : struct
{
    private const byte Unknown = 0;
    private const byte Known = 1;
    private const byte Abandoned = 2;

    // The block before runs at once: its total can no longer be computed.
    private const byte Running = 3;

    private static readonly long s_spinTicks = SpinBudget.Microseconds(20);

    // By block: whether the carried values before it are known.
    private byte[] _states = [];
    private int _blocks;
    private int _atWork;
    private bool _isShared;

    protected TBody Body { get; private set; }

    /// <summary>By block: the carried values before it.</summary>
    protected TCarry[] Carries { get; private set; } = [];

    /// <summary>By block: what it has yielded.</summary>
    protected TPartial[] Partials { get; private set; } = [];

    /// <summary>The iterations of a block.</summary>
    protected abstract void Range(long block, out long first, out long end);

    protected abstract void RunBlock(long block);

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

    protected void Prepare(in TBody body, in TCarry carry, int blocks)
    {
        if (Partials.Length < blocks)
        {
            Carries = new TCarry[blocks];
            _states = new byte[blocks];
            Partials = new TPartial[blocks];
        }

        Array.Clear(_states, 0, blocks);
        Body = body;
        _blocks = blocks;
        _atWork = 0;
        _isShared = false;
        Publish(0, in carry);
    }

    /// <summary>Holds on to nothing of the loop any more.</summary>
    protected void Forget()
    {
        Body = default;
        if (RuntimeHelpers.IsReferenceOrContainsReferences<TPartial>())
        {
            Array.Clear(Partials);
        }
    }

    protected bool IsLast(long block) => block == _blocks - 1;

    /// <summary>Whether the block can be run at once: nobody needs to know before what it does to the carried values.</summary>
    protected bool IsTold(long block) => IsLast(block) || (!Volatile.Read(ref _isShared) && Volatile.Read(ref _states[block]) == Known);

    /// <summary>Waits until the carried values before a block are known; false when they never will be.</summary>
    protected bool Await(long block)
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

    /// <summary>Publishes the carried values behind a block, by its total, before it runs.</summary>
    protected void Advance(long block, in TCarry total)
    {
        Publish(block + 1, Body.Advance(in Carries[block], in total));

        // What others compute in this one's place, they compute before its first store.
        Interlocked.MemoryBarrier();
    }

    /// <summary>The block runs now, and its total can't be computed any more.</summary>
    protected void Begin(long block)
    {
        if (!IsLast(block))
        {
            Interlocked.CompareExchange(ref _states[block + 1], Running, Unknown);
        }
    }

    protected void Publish(long block, in TCarry carry)
    {
        Carries[block] = carry;
        Volatile.Write(ref _states[block], Known);
    }

    /// <summary>The carried values before a block will never be known, unless they are.</summary>
    protected void Abandon(long block)
    {
        if (block < _blocks && Volatile.Read(ref _states[block]) != Known)
        {
            Volatile.Write(ref _states[block], Abandoned);
        }
    }

    /// <summary>For tests: all that blocks begin with is published before any of them runs.</summary>
    protected void TellAll()
    {
        for (int block = 0; block < _blocks - 1; block++)
        {
            Range(block, out long first, out long end);
            TCarry total = Body.Total(first, end);
            Publish(block + 1, Body.Advance(in Carries[block], in total));
        }
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

        TBody body = Body;
        Range(before, out long first, out long end);
        TCarry total = body.Total(first, end);
        Interlocked.MemoryBarrier();
        if (Volatile.Read(ref next) == Unknown)
        {
            // Whoever else publishes it writes the same.
            Carries[before + 1] = body.Advance(in Carries[before], in total);
            Interlocked.CompareExchange(ref next, Known, Unknown);
        }

        return true;
    }
}
