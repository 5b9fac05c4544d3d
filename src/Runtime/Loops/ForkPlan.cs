namespace AutoPar.Runtime;

/// <summary>How a loop that forks does so.</summary>
/// <param name="Chunks">Its chunks.</param>
/// <param name="Degree">The most threads that run its chunks, the caller included.</param>
/// <param name="Limit">The most threads that work on it and on the loops inside it.</param>
/// <param name="NanosecondsPerUnit">The compiler's estimate.</param>
internal readonly record struct ForkPlan(ChunkPlan Chunks, int Degree, int Limit, double NanosecondsPerUnit)
{
    /// <summary>What is looked at between slices of a chunk.</summary>
    public LoopWatch Watch { get; init; }

    /// <summary>Units that a vector runs together.</summary>
    public int Lanes { get; init; } = 1;
}
