using AutoPar.Generator.Analysis.Scalars;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Analysis;

/// <summary>
/// Whether the iterations of one loop may run on different threads, or in the lanes of a vector.
/// </summary>
/// <param name="Obstacles">Why not, most telling first: AP1xxx for races, AP20xx or AP25xx otherwise. Empty when legal.</param>
/// <param name="Guards">
/// What must hold at run time for the proof, in the order of the base guard: null, trip counts, bounds, aliasing,
/// comparisons, contents. They cover everything in the loop, inner loops too.
/// </param>
/// <param name="Roles">The role of each scalar that the loop assigns.</param>
/// <param name="MaxLanes">The most iterations in flight at once (lanes × interleaved vectors), when a carried dependence limits them.</param>
internal sealed record LoopVerdict(
    Loop Loop,
    EquatableArray<Refusal> Obstacles,
    EquatableArray<Guard> Guards,
    EquatableArray<ScalarRole> Roles,
    int? MaxLanes)
{
    /// <summary>It is legal in pieces, one after the other: the iterations are cut there (index-set splitting).</summary>
    public EquatableArray<IndexCut> Cuts { get; init; } = EquatableArray<IndexCut>.Empty;

    /// <summary>It is legal on threads if they update copies of these objects.</summary>
    public EquatableArray<ArrayReduction> ArrayReductions { get; init; } = EquatableArray<ArrayReduction>.Empty;

    /// <summary>It is legal on threads if <see cref="Ir.Loop.Ordered"/> runs for one iteration after the other, behind all else that these do.</summary>
    public bool IsPipelined { get; init; }

    /// <summary>It is legal on threads if the last iterations of each chunk load copies.</summary>
    public EquatableArray<SeamCopy> Seams { get; init; } = EquatableArray<SeamCopy>.Empty;

    /// <summary>On threads, what tells what a block does to the scalars that the loop scans; null when it scans none.</summary>
    public ScanSlice? Slice { get; init; }

    /// <summary>What is the same for all iterations of a piece.</summary>
    public EquatableArray<CutCondition> Conditions { get; init; } = EquatableArray<CutCondition>.Empty;

    public bool IsLegal => Obstacles.IsEmpty;
}
