namespace AutoPar.Runtime;

/// <summary>A loop of tiles: of each outer iteration several, one after the other.</summary>
/// <param name="start">The inner loop's first index.</param>
/// <param name="end">The inner index after its last.</param>
/// <param name="length">Inner iterations in each tile but the last, which may be shorter.</param>
internal readonly struct TiledLoop<TBody>(in TBody body, long start, long end, long length) : ILoopBody
    where TBody : struct, ITiledBody
{
    private readonly TBody _body = body;

    /// <summary>Tiles in one outer iteration.</summary>
    public long Tiles { get; } = ((end - start - 1) / length) + 1;

    public void Run(long from, long to)
    {
        TBody body = _body;
        for (long tile = from; tile < to; tile++)
        {
            long outer = tile / Tiles;
            long first = start + ((tile - (outer * Tiles)) * length);
            body.Run(outer, outer + 1, first, end - first < length ? end : first + length);
        }
    }
}
