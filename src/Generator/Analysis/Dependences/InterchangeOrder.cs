using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Analysis.Dependences;

/// <summary>Whether the loops of a pair, one in the other, may change places.</summary>
internal static class InterchangeOrder
{
    /// <summary>
    /// Null where a dependence would be reversed: its sink lies in a later iteration of the one loop and an earlier one of the other.
    /// Otherwise the objects that must not be one for that to hold.
    /// </summary>
    public static IReadOnlyList<ObjectPair>? Of(Loop outer)
    {
        Region region = Region.Of(outer);
        List<ObjectPair> apart = [.. AliasAnalysis.Overlapping(region)];
        foreach (Conflict conflict in ConflictFinder.Of(region).Where(conflict => conflict.Vectors.Any(IsReversed)))
        {
            if (conflict.Objects == AliasKind.Same)
            {
                return null;
            }

            apart.Add(new ObjectPair(conflict.First.Object, conflict.Second.Object));
        }

        return apart;
    }

    private static bool IsReversed(System.Collections.Immutable.ImmutableArray<Directions> vector) =>
        vector is not [_, _, ..] || (vector[0] | vector[1]) == (Directions.Less | Directions.Greater);
}
