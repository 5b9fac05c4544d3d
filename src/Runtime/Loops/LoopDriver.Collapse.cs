namespace AutoPar.Runtime;

/// <summary>Loops around others: where the outer one has few iterations, threads take parts of the inner one's (loop collapse).</summary>
public static partial class LoopDriver
{
    /// <summary>The length of all tiles, where tests want short ones; 0 otherwise.</summary>
    internal static long TileForTests { get; set; }

    /// <summary>
    /// Runs iterations [0, <paramref name="trips"/>), each with an inner loop over the indices [<paramref name="start"/>, <paramref name="end"/>): whole, or
    /// in tiles, where there would be less than 16 iterations for each worker. Exceptions as in <see cref="For"/>, in the order of tiles.
    /// </summary>
    /// <param name="lanes">Inner iterations in one vector, a power of two: tiles are multiples of it.</param>
    /// <param name="schedule">Of whole iterations; with a chunk size they aren't cut.</param>
    public static void Collapse<TBody>(long trips, in TBody body, long start, long end, int lanes, in LoopSchedule schedule)
        where TBody : struct, ITiledBody
    {
        long length = end > start ? TileLength(trips, end - start, lanes, in schedule) : 0;
        if (length == 0)
        {
            For(trips, in body, in schedule);
            return;
        }

        var tiled = new TiledLoop<TBody>(in body, start, end, length);
        For(trips * tiled.Tiles, in tiled, schedule with { NanosecondsPerIteration = schedule.NanosecondsPerIteration / tiled.Tiles });
    }

    /// <summary><see cref="Collapse"/> over spans.</summary>
    public static unsafe void CollapsePinned<TBody>(
        long trips, ref TBody body, long start, long end, int lanes, in LoopSchedule schedule, in SpanPins pins)
        where TBody : struct, ITiledBody, IPinnedBody
    {
        fixed (byte* p0 = &pins.P0, p1 = &pins.P1, p2 = &pins.P2, p3 = &pins.P3)
        fixed (byte* p4 = &pins.P4, p5 = &pins.P5, p6 = &pins.P6, p7 = &pins.P7)
        {
            Bind(ref body, p0, p1, p2, p3, p4, p5, p6, p7);
            Collapse(trips, in body, start, end, lanes, in schedule);
        }
    }

    /// <summary>Inner iterations in a tile, of <paramref name="inner"/>; 0 where iterations stay whole. Each worker has as many tiles as chunks of a long loop.</summary>
    private static long TileLength(long trips, long inner, int lanes, in LoopSchedule schedule)
    {
        if (TileForTests > 0)
        {
            return inner > TileForTests && trips is > 0 and <= 1 << 20 ? TileForTests : 0;
        }

        if (schedule.ChunkSize > 0 || trips <= 0 || !(trips * schedule.NanosecondsPerIteration > ForkCost.Threshold))
        {
            return 0;
        }

        int degree = Limit(in schedule);
        long wanted = degree > 1 && trips < ChunkPlan.ChunksPerWorker * degree ? ChunkPlan.DivideUp(ChunkPlan.ChunksPerWorker * degree, trips) : 1;
        double tiles = Math.Min(wanted, schedule.NanosecondsPerIteration / ChunkPlan.ShortestChunkNanoseconds);
        if (!(tiles >= 2))
        {
            return 0;
        }

        long length = ChunkPlan.Align(ChunkPlan.DivideUp(inner, (long)tiles), lanes);
        return length < inner ? length : 0;
    }
}
