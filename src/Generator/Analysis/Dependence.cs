using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Analysis;

internal enum DependenceKind
{
    /// <summary>Written, later read.</summary>
    Flow,

    /// <summary>Read, later written.</summary>
    Anti,

    /// <summary>Written, later written.</summary>
    Output,
}

/// <summary>How the sink's iteration lies relative to the source's, in one loop of the nest.</summary>
[Flags]
internal enum Directions
{
    None = 0,

    /// <summary>The sink is in a later iteration.</summary>
    Less = 1,
    Equal = 2,
    Greater = 4,
    All = Less | Equal | Greater,
}

/// <summary>
/// Two accesses that may touch one element, at least one writing, the source executing first. Its absence is a proof;
/// its presence is not: what can't be disproved is assumed.
/// </summary>
/// <param name="Directions">One entry for each loop that encloses both accesses, outermost first, in iteration order (not in subscripts).</param>
/// <param name="Distance">Iterations from source to sink for each of those loops, where constant.</param>
/// <param name="Carrier">The id of the loop that carries it; null when it stays within one iteration of all common loops.</param>
/// <param name="IsAssumed">Not proven to occur: a subscript isn't affine, or the objects may differ.</param>
/// <param name="Removal">A run-time test under which it doesn't exist; null when there is none.</param>
internal sealed record Dependence(
    DependenceKind Kind,
    ArrayAccess Source,
    ArrayAccess Sink,
    EquatableArray<Directions> Directions,
    EquatableArray<long?> Distance,
    int? Carrier,
    bool IsAssumed,
    Guard? Removal);
