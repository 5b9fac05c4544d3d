using System.Runtime.CompilerServices;

namespace AutoPar.Runtime;

/// <summary>
/// A parallel loop that carries values from block to block and may be left early. Its units are the blocks of <see cref="SearchBlocks"/>.
/// A block runs where its total doesn't show that none of its iterations leaves; what blocks behind the lowest one do that ends early is dropped.
/// </summary>
internal sealed class ScanSearchJob<TBody, TCarry, TPartial> : ChainJob<TBody, TCarry, TPartial>
    where TBody : struct, IScanSearchBody<TCarry, TPartial>
    where TCarry : struct
{
    private static readonly JobSlots s_idle = new();

    private long _trips;
    private int _minimum;
    private long _firstBlock;

    // The lowest block that came to no end.
    private PaddedLong _last;

    /// <summary>Runs the blocks from <paramref name="firstBlock"/> on, where the carried values are <paramref name="carry"/>.</summary>
    /// <param name="before">What the blocks before have yielded.</param>
    public static TPartial Run(in ForkPlan plan, in TBody body, in TCarry carry, long trips, int minimum, long firstBlock, in TPartial before)
    {
        int blocks = (int)plan.Chunks.Units;
        ScanSearchJob<TBody, TCarry, TPartial> job =
            Unsafe.As<ScanSearchJob<TBody, TCarry, TPartial>>(s_idle.Take()) ?? new ScanSearchJob<TBody, TCarry, TPartial>();
        job._trips = trips;
        job._minimum = minimum;
        job._firstBlock = firstBlock;
        job._last.Value = blocks - 1;
        job.Prepare(in body, in carry, blocks);
        if (ChunkQueue.IsDescending)
        {
            // What a block begins with is known before those below it have run.
            job.TellAll();
        }

        job.Run(in plan);
        TPartial total = before;
        for (int block = 0; block <= job._last.Value && !job.HasFailed; block++)
        {
            total = Unsafe.AsRef(in body).Combine(in total, in job.Partials[block]);
        }

        job.Forget();
        job.Leave();
        return total;
    }

    protected override void Park() => s_idle.Return(this);

    protected override void Range(long block, out long first, out long end)
    {
        first = SearchBlocks.Start(_firstBlock + block, _minimum);
        end = first + Math.Min(SearchBlocks.Length(first, _minimum), _trips - first);
    }

    protected override void RunBlock(long block)
    {
        if (block > Volatile.Read(ref _last.Value))
        {
            Abandon(block + 1);
            return;
        }

        try
        {
            if (Watch.IsOn)
            {
                Watch.Look();
            }

            TryRun(block);
            Watch.Done(1);
        }
        catch
        {
            Abandon(block + 1);
            throw;
        }
    }

    private void TryRun(long block)
    {
        TBody body = Body;
        Range(block, out long first, out long end);
        try
        {
            RunBlock(body, block, first, end);
        }
        catch (Exception)
        {
            // A block that throws did nothing: if no other ends below it, the loop as written goes on there, and throws.
            Abandon(block + 1);
            if (Await(block))
            {
                Partials[block] = body.Run(first, first, in Carries[block]);
                EndAt(block);
            }
        }
    }

    private void RunBlock(TBody body, long block, long first, long end)
    {
        bool isTold = IsLast(block) || (IsTold(block) && !ChunkQueue.IsDescending);
        TCarry total = isTold ? default : body.Total(first, end);
        if (!Await(block))
        {
            Abandon(block + 1);
            return;
        }

        if (isTold)
        {
            Begin(block);
        }
        else
        {
            Advance(block, in total);
            if (!body.MayLeave(in Carries[block], in total))
            {
                Partials[block] = body.Passed(end - first, in Carries[block + 1]);
                return;
            }
        }

        Partials[block] = body.Run(first, end, in Carries[block]);
        if (body.Done(in Partials[block]) < end - first)
        {
            Abandon(block + 1);
            EndAt(block);
        }
        else if (isTold && !IsLast(block))
        {
            Publish(block + 1, body.After(in Carries[block], in Partials[block]));
        }
    }

    private void EndAt(long block)
    {
        long seen = Volatile.Read(ref _last.Value);
        while (block < seen)
        {
            long now = Interlocked.CompareExchange(ref _last.Value, block, seen);
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
