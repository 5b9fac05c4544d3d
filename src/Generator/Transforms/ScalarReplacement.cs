using AutoPar.Generator.Analysis;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Transforms;

/// <summary>
/// <c>if (p) a[i] = x; b[i] = a[i];</c> → <c>e = a[i]; if (p) { e = x; a[i] = e; } b[i] = e;</c> (scalar replacement: Callahan,
/// Carr, Kennedy 1990), where an element is stored under a condition and touched again in the same iteration. In lanes the
/// store is a masked one, and a load that follows would wait until it has reached the cache.
/// </summary>
internal static class ScalarReplacement
{
    /// <returns>The nest itself when nothing is gained.</returns>
    public static LoopNest Apply(LoopNest nest)
    {
        if (nest.Root is not { } root)
        {
            return nest;
        }

        foreach (Loop leaf in LoopTree.SelfAndDescendants(root).Where(loop => loop.Ordered is null && !LoopTree.Children(loop).Any()
            && LoopTree.Statements(loop.Body).All(statement => statement is Assign or Store or If)).ToList())
        {
            nest = Replaced(nest, leaf);
        }

        return nest;
    }

    private static LoopNest Replaced(LoopNest nest, Loop loop)
    {
        HashSet<int> assigned = Walk.Assigned(loop.Body);
        List<ArrayAccess> stored = [];
        foreach (If conditional in loop.Body.Statements.OfType<If>())
        {
            foreach (Store store in LoopTree.Statements(new Block(EquatableArray.Of<Statement>(conditional))).OfType<Store>())
            {
                if (IsFixed(store.Target, assigned) && !stored.Any(other => ElementReplacement.IsSame(other, store.Target)))
                {
                    stored.Add(store.Target);
                }
            }
        }

        foreach (ArrayAccess location in stored)
        {
            FreshVariables fresh = new(nest);
            string name = fresh.Name(location.Object.Name.TrimStart('@') + "Element");
            var element = new Variable(
                fresh.Id(), name, location.Object.Element, location.Object.ElementTypeText, VariableKind.Temporary, name, loop.Id, ReadAfter: false);
            var flow = new ElementFlow(location, element);
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

        return nest;
    }

    /// <summary>One place all through an iteration.</summary>
    private static bool IsFixed(ArrayAccess access, HashSet<int> assigned) =>
        access.Object.Element is not (ElementType.Boolean or ElementType.Other)
        && access.Subscripts.SelectMany(Walk.Parts).All(part => part switch
        {
            VariableRead read => !assigned.Contains(read.Variable.Id) && !read.Variable.IsMemory,
            Constant or Conversion => true,
            Unary or Binary => true,
            _ => false,
        });
}
