namespace AutoPar.Runtime;

/// <summary>
/// The fixed blocks of reproducible reductions: a function of the trip count and of a compile-time constant alone.
/// </summary>
public static class LoopBlocks
{
    /// <summary>The most blocks that a loop is cut into.</summary>
    public const int MaxCount = 128;

    /// <summary>Iterations per block (the last one may be shorter): at most <see cref="MaxCount"/> blocks, each at least <paramref name="minimum"/> long.</summary>
    public static long Length(long trips, int minimum)
    {
        long needed = ((trips - 1) / MaxCount) + 1;
        return Math.Max(minimum, needed <= 64 ? needed : (needed + 63) & ~63L);
    }
}
