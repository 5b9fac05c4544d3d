using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Analysis.Dependences;

/// <summary>Pairs the accesses of a region and keeps the pairs that may touch one location.</summary>
internal static class ConflictFinder
{
    // What it takes to state a pair's problem.
    private const int StepsOfPair = 50;

    // A loop is judged for threads and for lanes, and a root once more for each loop in it.
    private static readonly ConditionalWeakTable<Region, Tuple<ImmutableArray<Conflict>>> s_known = new();

    public static ImmutableArray<Conflict> Of(Region region) => s_known.GetValue(region, item => Tuple.Create(Find(item))).Item1;

    /// <summary>
    /// All conflicts of the region. Objects that may be one are compared as if they were; what may overlap at other
    /// offsets is for the alias guards.
    /// </summary>
    private static ImmutableArray<Conflict> Find(Region region)
    {
        var conflicts = ImmutableArray.CreateBuilder<Conflict>();
        for (int first = 0; first < region.Sites.Length; first++)
        {
            for (int second = first; second < region.Sites.Length; second++)
            {
                if (Compare(region.Sites[first], region.Sites[second]) is { } conflict)
                {
                    conflicts.Add(conflict);
                }
            }
        }

        return conflicts.ToImmutable();
    }

    private static Conflict? Compare(AccessSite first, AccessSite second)
    {
        if ((!first.IsWrite && !second.IsWrite) || first.Loops.IsEmpty || second.Loops.IsEmpty
            || AliasAnalysis.Of(first.Object, second.Object) is var alias && alias == AliasKind.None)
        {
            return null;
        }

        if (alias != AliasKind.Same && !AreComparable(first.Object, second.Object))
        {
            return null;
        }

        Work.Spend(StepsOfPair);
        // Two rows may be one array: only the place in the row tells elements apart.
        PairProblem problem = new(first, second, first.Object.Kind == MemoryKind.Jagged ? 0 : null);
        // An access doesn't depend on itself in one iteration.
        bool isItself = ReferenceEquals(first, second);
        IReadOnlyList<ImmutableArray<Directions>> vectors =
            [.. problem.Vectors().Where(vector => !isItself || vector.Any(direction => direction != Directions.Equal))];
        return vectors.Count == 0 ? null : new Conflict(first, second, problem, vectors, alias);
    }

    /// <summary>Do equal subscripts mean equal places, when both objects start at the same address?</summary>
    public static bool AreComparable(MemoryObject one, MemoryObject other) =>
        one.Rank == other.Rank && one.Kind == MemoryKind.Jagged == (other.Kind == MemoryKind.Jagged) && one.Element.Size() == other.Element.Size();
}
