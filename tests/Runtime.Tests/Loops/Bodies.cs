using AutoPar.Runtime;

namespace AutoPar.Runtime.Tests.Loops;

/// <summary>Counts how often each iteration runs.</summary>
internal readonly struct CountingBody(int[] counts) : ILoopBody
{
    public void Run(long from, long to)
    {
        for (long i = from; i < to; i++)
        {
            Interlocked.Increment(ref counts[i]);
        }
    }
}

/// <summary>Runs a delegate for each iteration.</summary>
internal readonly struct ActionBody(Action<long> action) : ILoopBody
{
    public void Run(long from, long to)
    {
        for (long i = from; i < to; i++)
        {
            action(i);
        }
    }
}

/// <summary>A float sum: reassociating it differently shows in its bits.</summary>
internal readonly struct SumBody(float[] values) : IReductionBody<float>
{
    public float Run(long from, long to)
    {
        float sum = values[from];
        for (long i = from + 1; i < to; i++)
        {
            sum += values[i];
        }

        return sum;
    }

    public float Combine(in float left, in float right) => left + right;
}

/// <summary>Concatenates the ranges that it was given, so that order, gaps and overlaps show.</summary>
internal readonly struct RangesBody : IReductionBody<string>
{
    public string Run(long from, long to) => $"[{from},{to})";

    public string Combine(in string left, in string right) => left + right;
}
