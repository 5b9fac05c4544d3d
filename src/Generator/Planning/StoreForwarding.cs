using AutoPar.Generator.Analysis;
using AutoPar.Generator.Analysis.Dependences;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Planning;

/// <summary>
/// Vectors that are loaded from several stores which have just been made: the processor forwards one store to one load, and
/// waits until all of them have reached the cache where it would take more. Loads of single elements don't wait.
/// </summary>
internal static class StoreForwarding
{
    // Later, the stores have reached the cache.
    private const int FarIterations = 64;

    /// <param name="distance">The least number of iterations from a store to a load of the same element.</param>
    public static bool Waits(Loop loop, int lanes, int? distance) =>
        (distance < FarIterations && distance % lanes != 0) || ReadsBetweenItsStores(loop) || ReadsAcrossItsStores(loop, lanes);

    /// <summary>A statement loads what one before it has stored a few iterations ago: parts of two vectors.</summary>
    private static bool ReadsAcrossItsStores(Loop loop, int lanes) => ConflictFinder.Of(Region.Of(loop))
        .Where(conflict => conflict.Objects == AliasKind.Same && conflict.First.IsAffine && conflict.Second.IsAffine)
        .SelectMany(conflict => conflict.Dependences())
        .Any(dependence => dependence.Kind == DependenceKind.Flow && dependence.Carrier == loop.Id
            && dependence.Distance[0] is { } distance && Math.Abs(distance) is > 0 and < FarIterations && distance % lanes != 0);

    /// <summary>Every second element is stored, and what lies between is loaded after that: a vector takes both.</summary>
    private static bool ReadsBetweenItsStores(Loop loop)
    {
        List<ArrayAccess> stored = [];
        foreach (Statement statement in LoopTree.Statements(loop.Body))
        {
            IEnumerable<Expression> read = statement switch
            {
                Assign assign => [assign.Value],
                Store store => [store.Value],
                If conditional => [conditional.Condition],
                _ => [],
            };
            if (read.SelectMany(Walk.Parts).OfType<Load>().Any(load => stored.Any(store => store.Object.Id == load.Access.Object.Id) && IsStrided(load.Access, loop)))
            {
                return true;
            }

            if (statement is Store { Target: var target } && IsStrided(target, loop))
            {
                stored.Add(target);
            }
        }

        return false;
    }

    private static bool IsStrided(ArrayAccess access, Loop loop) => AccessShape.Of(access, loop) is { Kind: AccessKind.Strided, Stride: not null };
}
