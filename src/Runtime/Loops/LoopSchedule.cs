namespace AutoPar.Runtime;

/// <summary>How a parallel loop is cut and handed out: constants that generated code passes.</summary>
/// <param name="Kind">The user's choice.</param>
/// <param name="ChunkSize">Iterations per chunk; 0 = the driver chooses.</param>
/// <param name="MaxDegreeOfParallelism">
/// Most threads, the caller included; −1 = all processors, −2 = all but one and so on; 0 = <see cref="AutoPar.AutoParOptions"/>
/// decides alone.
/// </param>
/// <param name="NanosecondsPerIteration">The compiler's estimate, which decides whether forking pays.</param>
/// <param name="MinimumBlock">
/// For reductions, scans and searches: the shortest block, in iterations. Together with the trip count it alone fixes the blocks, so results
/// have the same bits on any number of threads.
/// </param>
/// <param name="Lanes">
/// Iterations that the body runs in one vector, a power of two: chunks are multiples of it, so that only the last one leaves a
/// remainder. 1 = the body runs them one by one, or its vectors are inside an iteration.
/// </param>
public readonly record struct LoopSchedule(
    Schedule Kind, int ChunkSize, int MaxDegreeOfParallelism, double NanosecondsPerIteration, int MinimumBlock, int Lanes = 1)
{
    /// <summary>What cancels the loop between slices of its work.</summary>
    public CancellationToken Token { get; init; }

    /// <summary>The body needs to know where chunks end: they aren't cut into slices.</summary>
    internal bool KeepsChunks { get; init; }
}
