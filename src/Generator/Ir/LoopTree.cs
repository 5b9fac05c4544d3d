using AutoPar.Generator.Helpers;

namespace AutoPar.Generator.Ir;

/// <summary>The loops of a nest as a tree.</summary>
internal static class LoopTree
{
    /// <summary>The counted loops directly inside <paramref name="loop"/>, also those under ifs and in while loops.</summary>
    public static IEnumerable<Loop> Children(Loop loop) => Children(loop.Body);

    /// <summary><paramref name="loop"/> and every counted loop inside it, outermost first.</summary>
    public static IEnumerable<Loop> SelfAndDescendants(Loop loop)
    {
        yield return loop;
        foreach (Loop child in Children(loop))
        {
            foreach (Loop descendant in SelfAndDescendants(child))
            {
                yield return descendant;
            }
        }
    }

    /// <summary>The loops from <paramref name="root"/> down to <paramref name="loop"/>, both included.</summary>
    public static IReadOnlyList<Loop> Path(Loop root, Loop loop)
    {
        if (root.Id == loop.Id)
        {
            return [root];
        }

        foreach (Loop child in Children(root))
        {
            IReadOnlyList<Loop> path = Path(child, loop);
            if (path.Count > 0)
            {
                return [root, .. path];
            }
        }

        return [];
    }

    /// <summary>Every statement in the block, at any depth.</summary>
    public static IReadOnlyList<Statement> Statements(Block block)
    {
        List<Statement> all = [];
        Add(block, all);
        Work.Spend(all.Count);
        return all;
    }

    private static void Add(Block block, List<Statement> all)
    {
        foreach (Statement statement in block.Statements)
        {
            all.Add(statement);
            foreach (Block inner in Blocks(statement))
            {
                Add(inner, all);
            }
        }
    }

    /// <summary>The block and those of its ifs and while loops: all that runs in the same iteration of the counted loops.</summary>
    public static IEnumerable<Block> OwnBlocks(Block block) => new[] { block }.Concat(
        block.Statements.Where(statement => statement is not LoopStatement).SelectMany(Blocks).SelectMany(OwnBlocks));

    /// <summary>The jumps that leave the loop whose body it is, at any depth of its ifs: a break leaves the innermost loop around it.</summary>
    public static IEnumerable<Exit> Exits(Block block) => block.Statements.SelectMany(statement => statement switch
    {
        Exit exit => [exit],
        If conditional => Exits(conditional.Then).Concat(Exits(conditional.Else)),
        _ => Enumerable.Empty<Exit>(),
    });

    /// <summary>The blocks directly inside a statement.</summary>
    public static IEnumerable<Block> Blocks(Statement statement) => statement switch
    {
        If conditional => [conditional.Then, conditional.Else],
        LoopStatement { Loop.Body: var body } => [body],
        WhileStatement { Body: var body } => [body],
        _ => [],
    };

    /// <summary>What the statement itself assigns.</summary>
    public static IEnumerable<Variable> Assigned(Statement statement) => statement switch
    {
        Assign assign => [assign.Target],
        Opaque opaque => opaque.Effects.ScalarWrites,
        _ => [],
    };

    /// <summary>A loop that goes on from the value that its index has: <c>while (i &lt; n) { …; i++; }</c></summary>
    public static bool StartsAtItself(Loop loop) => new[] { loop.Start, loop.Bound, loop.Step }
        .SelectMany(ExpressionTree.SelfAndDescendants)
        .Any(part => part is VariableRead read && read.Variable.Id == loop.Index.Id);

    private static IEnumerable<Loop> Children(Block block)
    {
        foreach (Statement statement in block.Statements)
        {
            if (statement is LoopStatement { Loop: var loop })
            {
                yield return loop;
                continue;
            }

            foreach (Block inner in Blocks(statement))
            {
                foreach (Loop nested in Children(inner))
                {
                    yield return nested;
                }
            }
        }
    }
}
