using AutoPar.Generator.Analysis;
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
        (distance < FarIterations && distance % lanes != 0) || ReadsBetweenItsStores(loop);

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
