using System.Runtime.CompilerServices;

namespace AutoPar.Runtime;

/// <summary>A parallel loop that carries values from block to block, and runs to its end.</summary>
internal sealed class ScanJob<TBody, TCarry, TPartial> : ChainJob<TBody, TCarry, TPartial>
    where TBody : struct, IScanBody<TCarry, TPartial>
    where TCarry : struct
{
    private static readonly JobSlots s_idle = new();

    private long _trips;
    private long _blockLength;

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
        job.Forget();
        job.Leave();
        return total;
    }

    protected override void Park() => s_idle.Return(this);

    protected override void Range(long block, out long first, out long end)
    {
        first = block * _blockLength;
        end = first + Math.Min(_blockLength, _trips - first);
    }

    protected override void RunBlock(long block)
    {
        TBody body = Body;
        Range(block, out long first, out long end);
        bool isLast = IsLast(block);
        bool isTold = IsTold(block);
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
                Advance(block, in total);
            }
            else
            {
                Begin(block);
            }

            Partials[block] = body.Run(first, end, in Carries[block]);
            if (isTold && !isLast)
            {
                Publish(block + 1, body.After(in Carries[block], in Partials[block]));
            }

            Watch.Done(1);
        }
        catch
        {
            Abandon(block + 1);
            throw;
        }
    }

    private void Prepare(in TBody body, in TCarry carry, long trips, long blockLength, int blocks)
    {
        _trips = trips;
        _blockLength = blockLength;
        Prepare(in body, in carry, blocks);
    }

    private TPartial Combine(int blocks)
    {
        TPartial total = Partials[0];
        TBody body = Body;
        for (int block = 1; block < blocks; block++)
        {
            total = body.Combine(in total, in Partials[block]);
        }

        return total;
    }

    /// <summary>For tests: all totals first, then the blocks from the last to the first.</summary>
    private void RunDescending(int blocks)
    {
        TellAll();
        for (int block = blocks - 1; block >= 0; block--)
        {
            Range(block, out long first, out long end);
            Partials[block] = Body.Run(first, end, in Carries[block]);
        }
    }
}
