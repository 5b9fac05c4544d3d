using AutoPar.Generator.Analysis;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Planning;

/// <summary>Gathers and scatters: accesses of which each lane has a place of its own, as a vector of subscripts says.</summary>
internal static class IndexedAccess
{
    /// <summary>The fewest lanes for which there is a vector of 32-bit subscripts.</summary>
    public const int FewestLanes = 4;

    public static bool Is(ArrayAccess access, LaneVariables variables) =>
        access is { Object: { Rank: 1, Kind: MemoryKind.Array or MemoryKind.Span or MemoryKind.ReadOnlySpan or MemoryKind.List }, Subscripts: [var subscript] }
        && subscript.Type.Size() >= 4 && variables.Stride(subscript) is null;

    /// <summary>Those of the loop, stores and loads, also in subscripts.</summary>
    public static IEnumerable<ArrayAccess> In(Loop loop, LaneVariables variables) => ExpressionTree.Of(loop.Body)
        .SelectMany(ExpressionTree.SelfAndDescendants)
        .OfType<Load>()
        .Select(load => load.Access)
        .Concat(LoopTree.Statements(loop.Body).OfType<Store>().Select(store => store.Target))
        .Where(access => Is(access, variables));
}
