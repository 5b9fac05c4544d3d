using AutoPar.Generator.Helpers;
using AutoPar.Generator.Analysis;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Transforms;

/// <summary>
/// In lanes each statement runs for a whole vector of iterations before the next one does. So a statement that feeds an
/// earlier one of the next iteration has to come first, and an element that a later iteration overwrites is loaded before
/// the statement that does so (node splitting: Kuck et al. 1981). Within an iteration nothing may depend on the order that
/// is changed, so that the loop remains the same loop, iteration after iteration.
/// </summary>
internal static class StatementReordering
{
    /// <returns>The nest itself when nothing is gained.</returns>
    public static LoopNest Apply(LoopNest nest)
    {
        if (nest.Root is not { } root)
        {
            return nest;
        }

        foreach (Loop leaf in LoopTree.SelfAndDescendants(root).Where(loop => !LoopTree.Children(loop).Any()).ToList())
        {
            nest = Reordered(nest, leaf) ?? nest;
        }

        return nest;
    }

    private static LoopNest? Reordered(LoopNest nest, Loop loop)
    {
        if (LoopTree.Statements(loop.Body).Any(statement => statement is not (Assign or Store or If)) || new StatementOrder(loop).IsKept)
        {
            return null;
        }

        var splitting = new StatementSplitting(nest, loop);
        Loop single = splitting.Ifs();
        if (new StatementOrder(single) is var order && order.Find() is { } found)
        {
            return Replaced(splitting.Nest, single, found, order, "statement reordering");
        }

        Loop loaded = splitting.Loads(single, order.EarlyLoads());
        order = new StatementOrder(loaded);
        return order.Find() is { } sorted ? Replaced(splitting.Nest, loaded, sorted, order, "node splitting") : null;
    }

    private static LoopNest Replaced(LoopNest nest, Loop loop, IReadOnlyList<int> order, StatementOrder statements, string name)
    {
        Loop reordered = loop with { Body = statements.Arranged(order) };
        return nest with
        {
            Root = new LoopReplacement(reordered).Visit(nest.Root!),
            Transformations = nest.Transformations.Append(name).Distinct().ToEquatableArray(),
            Apart = nest.Apart.Concat(statements.Apart(order)).Distinct().ToEquatableArray(),
        };
    }
}
