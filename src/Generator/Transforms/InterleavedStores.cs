using AutoPar.Generator.Analysis;
using AutoPar.Generator.Analysis.Affine;
using AutoPar.Generator.Analysis.Dependences;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Transforms;

/// <summary>
/// <c>c[2 * i] = x; …; c[2 * i + 1] = y;</c> → <c>x' = x; …; y' = y; c[2 * i] = x'; c[2 * i + 1] = y';</c>: stores that leave no gap
/// between them, made one after the other, are whole vectors in lanes. Each is put off to the last of them, so nothing from it
/// up to there may touch its element in the same iteration; objects that may be one must not be.
/// </summary>
internal static class InterleavedStores
{
    /// <returns>The nest itself when there are no such stores.</returns>
    public static LoopNest Apply(LoopNest nest)
    {
        if (nest.Root is not { } root)
        {
            return nest;
        }

        foreach (Loop leaf in LoopTree.SelfAndDescendants(root).Where(loop => !LoopTree.Children(loop).Any()).ToList())
        {
            if (!LoopTree.Statements(leaf.Body).All(statement => statement is Assign or Store or If))
            {
                continue;
            }

            foreach (Store[] group in InterleavedGroup.Stores(leaf))
            {
                nest = Together(nest, LoopTree.SelfAndDescendants(nest.Root!).Single(loop => loop.Id == leaf.Id), group);
            }
        }

        return nest;
    }

    private static LoopNest Together(LoopNest nest, Loop loop, Store[] group)
    {
        List<Statement> statements = [.. loop.Body.Statements];
        int[] places = [.. group.Select(store => statements.FindIndex(statement => ReferenceEquals(statement, store)))];
        int last = places.Max();
        if (Apart(loop, statements, group, places, last) is not { } apart)
        {
            return nest;
        }

        FreshVariables fresh = new(nest);
        List<Variable> values = [];
        for (int number = 0; number < group.Length; number++)
        {
            MemoryObject item = group[number].Target.Object;
            values.Add(new Variable(
                fresh.Id(), fresh.Name(item.Name.TrimStart('@') + "Value"), item.Element, item.ElementTypeText, VariableKind.Temporary, "", loop.Id, ReadAfter: false));
            statements[places[number]] = new Assign(values[number], group[number].Value, group[number].Location);
        }

        statements.InsertRange(last + 1, group.Select((store, number) => store with { Value = new VariableRead(values[number]) }));
        return nest with
        {
            Root = new LoopReplacement(loop with { Body = new Block(statements.ToEquatableArray()) }).Visit(nest.Root!),
            Variables = nest.Variables.Concat(values).ToEquatableArray(),
            Transformations = nest.Transformations.Append($"{string.Join(" and ", group.Select(store => store.Target.Text))} stored together").ToEquatableArray(),
            Apart = nest.Apart.Concat(apart).Distinct().ToEquatableArray(),
        };
    }

    /// <summary>Objects that must not be one; null when the stores must stay where they are.</summary>
    private static IReadOnlyList<ObjectPair>? Apart(Loop loop, List<Statement> statements, Store[] group, int[] places, int last)
    {
        List<ObjectPair> apart = [];
        foreach (Conflict conflict in ConflictFinder.Of(Region.Of(loop)).Where(conflict => conflict.Vectors.Any(vector => vector[0].HasFlag(Directions.Equal))))
        {
            foreach ((AccessSite store, AccessSite other) in new[] { (conflict.First, conflict.Second), (conflict.Second, conflict.First) })
            {
                int number = Array.FindIndex(group, item => item.Target.Id == store.Access.Id);
                int place = PlaceOf(other, statements);
                if (number < 0 || (place >= 0 && (place <= places[number] || place > last)))
                {
                    continue;
                }

                if (conflict.Objects == AliasKind.Same || place < 0)
                {
                    return null;
                }

                apart.Add(new ObjectPair(conflict.First.Object, conflict.Second.Object));
            }
        }

        return apart;
    }

    private static int PlaceOf(AccessSite site, List<Statement> statements) => statements.FindIndex(statement => ReferenceEquals(statement, site.Owner)
        || LoopTree.Blocks(statement).SelectMany(LoopTree.Statements).Any(inner => ReferenceEquals(inner, site.Owner)));
}
