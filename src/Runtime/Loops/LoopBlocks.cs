namespace AutoPar.Runtime;

/// <summary>
/// The fixed blocks of reproducible reductions and scans: a function of the trip count and of a compile-time constant alone.
/// </summary>
public static class LoopBlocks
{
    /// <summary>The most blocks that a reduction is cut into.</summary>
    public const int MaxCount = 128;

    // Short enough that what the first look at a block loads is still in the cache when it runs.
    private const int MaxScanCount = 4096;

    /// <summary>
    /// Iterations per block (the last one may be shorter): at most <see cref="MaxCount"/> blocks, each at least
    /// <paramref name="minimum"/> long; short blocks are multiples of it, long ones of 64.
    /// </summary>
    public static long Length(long trips, int minimum) => Length(trips, minimum, MaxCount);

    /// <summary>The same for the blocks of a scan, of which there are more.</summary>
    public static long ScanLength(long trips, int minimum) => Length(trips, minimum, MaxScanCount);

    private static long Length(long trips, int minimum, int most)
    {
        long needed = ((trips - 1) / most) + 1;
        long step = needed <= 64 ? Math.Min(minimum, 64) : 64;
        return Math.Max(minimum, needed <= step ? needed : (((needed - 1) / step) + 1) * step);
    }
}
