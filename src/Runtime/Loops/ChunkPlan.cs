namespace AutoPar.Runtime;

/// <summary>
/// How the units of a loop (iterations, or blocks of a reduction, scan or search) are cut into chunks. Chunk number c begins where
/// c − 1 ended, whoever takes it: the cut doesn't depend on timing.
/// </summary>
/// <param name="Units">Units in all.</param>
/// <param name="Size">Units per chunk; with <paramref name="GuidedDivisor"/>, the fewest.</param>
/// <param name="GuidedDivisor">A chunk takes this part of what is left; 0 = every chunk has <paramref name="Size"/> units.</param>
/// <param name="Lanes">Units that the body runs in one vector.</param>
internal readonly record struct ChunkPlan(long Units, long Size, long GuidedDivisor, int Lanes)
{
    /// <summary>A chunk's claim is a contended atomic and its start a cold one: shorter chunks than this don't pay.</summary>
    public const double ShortestChunkNanoseconds = 2000;

    /// <summary>Enough chunks that a worker which comes late, or meets long iterations, leaves little for the end.</summary>
    public const int ChunksPerWorker = 16;

    /// <summary>Long chunks are multiples of this: several vectors in flight, and a cache line or more of what is stored.</summary>
    private const long Alignment = 64;

    /// <summary>The chunks that a schedule asks for.</summary>
    /// <param name="chunkSize">The user's chunk size in units; 0 = chosen here.</param>
    /// <param name="degree">Workers at most, the caller included.</param>
    /// <param name="lanes">Units that the body runs in one vector.</param>
    public static ChunkPlan Create(long units, double nanosecondsPerUnit, Schedule kind, long chunkSize, int degree, int lanes)
    {
        long least = Math.Max(1, Math.Min(units, nanosecondsPerUnit > 0 ? (long)Math.Min(ShortestChunkNanoseconds / nanosecondsPerUnit, long.MaxValue / 2) : 1));
        long equal = DivideUp(units, degree);
        return kind switch
        {
            Schedule.Static => new(units, chunkSize > 0 ? chunkSize : Align(equal, lanes), 0, lanes),
            Schedule.Guided => new(units, chunkSize > 0 ? chunkSize : Align(least, lanes), 2L * degree, lanes),
            _ when chunkSize > 0 => new(units, chunkSize, 0, lanes),

            // Auto and Dynamic: as many chunks as the work allows, but at least one for each worker.
            _ => new(units, Align(Even(units, Math.Min(equal, Math.Max(least, DivideUp(units, (long)ChunksPerWorker * degree))), degree), lanes), 0, lanes),
        };
    }

    /// <summary>Whether one worker would get everything.</summary>
    public bool IsSingleChunk => GuidedDivisor == 0 ? Size >= Units : Units <= 1;

    /// <summary>The length of the next chunk where <paramref name="left"/> units are left and chunks get shorter.</summary>
    public long Guided(long left) => Math.Min(left, Math.Max(Size, Align(left / GuidedDivisor, Lanes)));

    // Longer chunks, but as many for each worker as for the others.
    private static long Even(long units, long size, int degree) =>
        DivideUp(units, Math.Max(1, DivideUp(units, size) / degree) * degree);

    // A multiple of the lanes, and of more the longer it is: no more than an eighth is added, but to fill a vector.
    public static long Align(long size, int lanes)
    {
        long step = lanes > 1 ? lanes : Alignment;
        while (step < Alignment && size >= 16 * step)
        {
            step *= 2;
        }

        return size > long.MaxValue - Alignment || (lanes <= 1 && size < 8 * Alignment) ? size : (size + step - 1) & -step;
    }

    public static long DivideUp(long value, long divisor) => ((value - 1) / divisor) + 1;
}
