namespace AutoPar.Runtime;

/// <summary>
/// The fixed blocks of reproducible reductions: a function of the trip count and of a compile-time constant alone.
/// </summary>
public static class LoopBlocks
{
    /// <summary>The most blocks that a loop is cut into.</summary>
    public const int MaxCount = 128;

    /// <summary>
    /// Iterations per block (the last one may be shorter): at most <see cref="MaxCount"/> blocks, each at least
    /// <paramref name="minimum"/> long; short blocks are multiples of it, long ones of 64.
    /// </summary>
    public static long Length(long trips, int minimum)
    {
        long needed = ((trips - 1) / MaxCount) + 1;
        long step = needed <= 64 ? Math.Min(minimum, 64) : 64;
        return Math.Max(minimum, needed <= step ? needed : (((needed - 1) / step) + 1) * step);
    }
}
