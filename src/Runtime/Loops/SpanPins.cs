namespace AutoPar.Runtime;

/// <summary>The first elements of the spans that a parallel loop uses: they stay pinned until it ends, also when it throws.</summary>
public ref struct SpanPins
{
    /// <summary>A reference to pin, or a null reference.</summary>
    public ref byte P0, P1, P2, P3, P4, P5, P6, P7;
}
