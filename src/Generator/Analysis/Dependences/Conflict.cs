using System.Collections.Immutable;

namespace AutoPar.Generator.Analysis.Dependences;

/// <summary>Two accesses that may touch one location, with the directions of the iterations in which they may.</summary>
/// <param name="Vectors">From <see cref="PairProblem.Vectors"/>: directions from the first access to the second.</param>
/// <param name="Objects">They are one object, or may be.</param>
internal sealed record Conflict(
    AccessSite First, AccessSite Second, PairProblem Problem, IReadOnlyList<ImmutableArray<Directions>> Vectors, AliasKind Objects)
{
    /// <summary>Directions at which the root of the region carries a dependence.</summary>
    public bool IsCarriedByRoot => Vectors.Any(vector => vector[0] != Directions.Equal);

    /// <summary>The dependences as the contract states them, one for each carrier and order of execution.</summary>
    public IEnumerable<Dependence> Dependences()
    {
        var groups = Vectors
            .Select(vector => (Vector: vector, Carrier: Carrier(vector)))
            .GroupBy(item => (item.Carrier, IsForward: IsForward(item.Vector, item.Carrier)));
        foreach (var group in groups)
        {
            bool forward = group.Key.IsForward;
            AccessSite source = forward ? First : Second;
            AccessSite sink = forward ? Second : First;
            ImmutableArray<Directions> merged = [.. Enumerable.Range(0, Problem.Common.Length).Select(level =>
                group.Aggregate(Directions.None, (sum, item) => sum | (forward ? item.Vector[level] : Reverse(item.Vector[level]))))];
            ImmutableArray<long?> distances = [.. Enumerable.Range(0, Problem.Common.Length).Select(level =>
                Problem.Distance(level) is { } distance ? forward ? distance : -distance : (long?)null)];
            yield return new Dependence(
                Kind(source, sink), source.Access, sink.Access, merged, distances,
                group.Key.Carrier is { } level ? Problem.Common[level].Loop.Id : null,
                !First.IsAffine || !Second.IsAffine || Objects != AliasKind.Same, null);
        }
    }

    public static DependenceKind Kind(AccessSite source, AccessSite sink) =>
        !source.IsWrite ? DependenceKind.Anti : sink.IsWrite ? DependenceKind.Output : DependenceKind.Flow;

    public static Directions Reverse(Directions direction) =>
        (direction & Directions.Equal)
        | ((direction & Directions.Less) != 0 ? Directions.Greater : Directions.None)
        | ((direction & Directions.Greater) != 0 ? Directions.Less : Directions.None);

    private static int? Carrier(ImmutableArray<Directions> vector)
    {
        for (int level = 0; level < vector.Length; level++)
        {
            if (vector[level] != Directions.Equal)
            {
                return level;
            }
        }

        return null;
    }

    private bool IsForward(ImmutableArray<Directions> vector, int? carrier) =>
        carrier is { } level ? vector[level] == Directions.Less : First.Position.CompareTo(Second.Position) <= 0;
}
