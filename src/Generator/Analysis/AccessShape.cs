using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Analysis;

internal enum AccessKind
{
    Invariant,
    Contiguous,
    Reversed,
    Strided,
    NonAffine,
}

/// <summary>How an access moves through memory from one iteration of a loop to the next.</summary>
/// <param name="Stride">Elements per iteration, when a constant.</param>
internal readonly record struct AccessShape(AccessKind Kind, long? Stride)
{
    public static AccessShape Of(ArrayAccess access, Loop loop) => new(AccessKind.NonAffine, null);
}
