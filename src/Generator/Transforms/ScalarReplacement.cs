using AutoPar.Generator.Analysis;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Transforms;

/// <summary>
/// <c>if (p) a[i] = x; b[i] = a[i];</c> → <c>e = a[i]; if (p) { e = x; a[i] = e; } b[i] = e;</c> (scalar replacement: Callahan,
/// Carr, Kennedy 1990), where an element is stored under a condition and touched again in the same iteration: in lanes the
/// store is a masked one, and a load that follows would wait until it has reached the cache. And where an element that no
/// vector of neighbours holds (<c>a[2 * i]</c>) is loaded more than once, or its neighbours are loaded, too
/// (<see cref="InterleavedLoads"/>): lanes put such a vector together at each load.
/// </summary>
internal static class ScalarReplacement
{
    /// <param name="followsStores">Also elements that an iteration loads after it has stored them: what depends on what shows better in scalars.</param>
    /// <returns>The nest itself when nothing is gained.</returns>
    public static LoopNest Apply(LoopNest nest, bool followsStores = false)
    {
        if (nest.Root is not { } root)
        {
            return nest;
        }

        foreach (Loop leaf in LoopTree.SelfAndDescendants(root).Where(loop => loop.Ordered is null && !LoopTree.Children(loop).Any()
            && LoopTree.Statements(loop.Body).All(statement => statement is Assign or Store or If)).ToList())
        {
            nest = Replaced(nest, leaf, followsStores);
        }

        return nest;
    }

    private static LoopNest Replaced(LoopNest nest, Loop loop, bool followsStores)
    {
        ArrayAccess[] stored = followsStores ? [.. loop.Body.Statements.OfType<Store>().Select(store => store.Target)] : [];
        List<ArrayAccess> neighbours = [.. InterleavedGroup.Loads(loop).SelectMany(group => group)];
        foreach (ArrayAccess location in Locations(loop))
        {
            FreshVariables fresh = new(nest);
            string name = fresh.Name(location.Object.Name.TrimStart('@') + "Element");
            var element = new Variable(
                fresh.Id(), name, location.Object.Element, location.Object.ElementTypeText, VariableKind.Temporary, name, loop.Id, ReadAfter: false);
            var flow = new ElementFlow(location, element, FewestLoads(location, stored.Concat(neighbours), loop));
            Loop replaced = loop with { Body = flow.Rewritten(loop.Body) };
            if (flow.Gains)
            {
                loop = replaced;
                nest = nest with
                {
                    Root = new LoopReplacement(loop).Visit(nest.Root!),
                    Variables = nest.Variables.Append(element).ToEquatableArray(),
                    Transformations = nest.Transformations.Append($"{location.Text} kept in a register").Distinct().ToEquatableArray(),
                };
            }
        }

        Loop together = InterleavedLoads.Together(loop);
        return ReferenceEquals(together, loop) ? nest : nest with { Root = new LoopReplacement(together).Visit(nest.Root!) };
    }

    /// <summary>Elements that are stored under a condition, then those that are loaded.</summary>
    private static List<ArrayAccess> Locations(Loop loop)
    {
        IEnumerable<ArrayAccess> stored = loop.Body.Statements.OfType<If>()
            .SelectMany(conditional => LoopTree.Statements(new Block(EquatableArray.Of<Statement>(conditional))).OfType<Store>())
            .Select(store => store.Target);
        IEnumerable<ArrayAccess> loaded = ExpressionTree.Of(loop.Body).SelectMany(Walk.Parts).OfType<Load>().Select(load => load.Access);
        List<ArrayAccess> locations = [];
        foreach (ArrayAccess access in stored.Concat(loaded).Where(IsPlain))
        {
            if (!locations.Any(other => ElementReplacement.IsSame(other, access)))
            {
                locations.Add(access);
            }
        }

        return locations;
    }

    /// <summary>How many loads must be spared for a gain; null for those alone that come after a store of some lanes.</summary>
    private static int? FewestLoads(ArrayAccess location, IEnumerable<ArrayAccess> neighbours, Loop loop) =>
        neighbours.Any(access => ElementReplacement.IsSame(access, location)) ? 1
        : AccessShape.Of(location, loop).Kind is AccessKind.Strided or AccessKind.Reversed ? 2
        : null;

    /// <summary>Its subscripts are computed from scalars alone, and can't throw.</summary>
    private static bool IsPlain(ArrayAccess access) =>
        access.Object.Element is not (ElementType.Boolean or ElementType.Other)
        && access.Subscripts.SelectMany(Walk.Parts)
            .All(part => part is VariableRead { Variable.IsMemory: false } or Constant or Conversion or Unary or Binary);
}
