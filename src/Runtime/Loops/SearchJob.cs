using System.Runtime.CompilerServices;

namespace AutoPar.Runtime;

/// <summary>
/// A parallel loop that may be left early. Its units are the blocks of <see cref="SearchBlocks"/>. Blocks behind the lowest
/// one in which an iteration is known to leave aren't run any more, and what those that ran have yielded is dropped.
/// </summary>
internal sealed class SearchJob<TBody, TPartial> : LoopJob
    where TBody : struct, ISearchBody<TPartial>
{
    private static readonly JobSlots s_idle = new();

    private TPartial[] _partials = [];
    private TBody _body;
    private long _trips;
    private int _minimum;
    private long _firstBlock;

    // The lowest block that came to no end.
    private PaddedLong _last;

    /// <summary>Runs the blocks from <paramref name="firstBlock"/> on; <paramref name="before"/> is what those before have yielded.</summary>
    public static TPartial Run(in ForkPlan plan, in TBody body, long trips, int minimum, long firstBlock, in TPartial before)
    {
        SearchJob<TBody, TPartial> job = Unsafe.As<SearchJob<TBody, TPartial>>(s_idle.Take()) ?? new SearchJob<TBody, TPartial>();
        int blocks = (int)plan.Chunks.Units;
        if (job._partials.Length < blocks)
        {
            job._partials = new TPartial[blocks];
        }

        job._body = body;
        job._trips = trips;
        job._minimum = minimum;
        job._firstBlock = firstBlock;
        job._last.Value = blocks - 1;
        job.Run(in plan);
        TPartial total = before;
        for (int block = 0; block <= job._last.Value && !job.HasFailed; block++)
        {
            total = body.Combine(in total, in job._partials[block]);
        }

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
        for (long unit = from; unit < to && unit <= Volatile.Read(ref _last.Value); unit++)
        {
            long first = SearchBlocks.Start(_firstBlock + unit, _minimum);
            long length = Math.Min(SearchBlocks.Length(first, _minimum), _trips - first);
            _partials[unit] = body.Run(first, first + length);
            if (body.Done(in _partials[unit]) < length)
            {
                EndAt(unit);
            }
        }
    }

    protected override void Park() => s_idle.Return(this);

    private void EndAt(long unit)
    {
        long seen = Volatile.Read(ref _last.Value);
        while (unit < seen)
        {
            long now = Interlocked.CompareExchange(ref _last.Value, unit, seen);
            if (now == seen)
            {
                break;
            }

            seen = now;
        }

        if (!ChunkQueue.IsDescending)
        {
            HandOutNoMore();
        }
    }
}
