using System.Runtime.CompilerServices;

namespace AutoPar.Runtime;

/// <summary>
/// A parallel loop with results. Its units are the fixed blocks of <see cref="LoopBlocks"/>; each one's partial has its
/// place, and the caller combines them from left to right, so who ran what leaves no trace in the result.
/// </summary>
/// <remarks>
/// Neighbouring partials share cache lines. That costs little: a block is stored once, and only the blocks at the border
/// of two chunks belong to two threads.
/// </remarks>
internal sealed class ReduceJob<TBody, TPartial> : LoopJob
    where TBody : struct, IReductionBody<TPartial>
{
    private static readonly JobSlots s_idle = new();

    private readonly TPartial[] _partials = new TPartial[LoopBlocks.MaxCount];
    private TBody _body;
    private long _trips;
    private long _blockLength;

    public static TPartial Run(in ForkPlan plan, in TBody body, long trips, long blockLength)
    {
        ReduceJob<TBody, TPartial> job = Unsafe.As<ReduceJob<TBody, TPartial>>(s_idle.Take()) ?? new ReduceJob<TBody, TPartial>();
        job._body = body;
        job._trips = trips;
        job._blockLength = blockLength;
        job.Run(in plan);
        TPartial total = job.HasFailed ? default! : job.Combine((int)plan.Chunks.Units);
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
        TBody body = _body;
        for (long block = from; block < to; block++)
        {
            long first = block * _blockLength;
            _partials[block] = body.Run(first, first + Math.Min(_blockLength, _trips - first));
        }
    }

    protected override void Park() => s_idle.Return(this);

    private TPartial Combine(int blocks)
    {
        TPartial total = _partials[0];
        for (int block = 1; block < blocks; block++)
        {
            total = _body.Combine(in total, in _partials[block]);
        }

        return total;
    }
}
