using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Planning.Guards;

/// <summary>Which of a loop body's own statements something stands in.</summary>
internal static class BodyPosition
{
    public static int? Of(Block body, ArrayAccess access) =>
        Find(body, statement => Accesses(new Block(EquatableArray.Of(statement))).Any(item => item.Id == access.Id));

    /// <summary>Null unless one statement, unconditionally, assigns it.</summary>
    public static int? OfAssignment(Block body, Variable variable) =>
        LoopTree.Statements(body).Count(statement => IsAssignment(statement, variable)) == 1 ? Find(body, statement => IsAssignment(statement, variable)) : null;

    /// <summary>What a variable is assigned and in which loops, if that happens in one place.</summary>
    public static (Expression Value, IReadOnlyList<Loop> Path)? OnlyAssignment(Loop root, Variable variable)
    {
        Statement[] assignments = [.. LoopTree.Statements(root.Body).Where(statement => LoopTree.Assigned(statement).Any(item => item.Id == variable.Id))];
        return assignments is [Assign assign] && PathTo(root, block => block.Statements.Contains(assign)) is { } path ? (assign.Value, path) : null;
    }

    /// <summary>The loops around an access, outermost first.</summary>
    public static IReadOnlyList<Loop>? PathTo(Loop root, ArrayAccess access) => PathTo(root, block => OwnAccesses(block).Any(item => item.Id == access.Id));

    /// <summary>Whether an access stands in the loop's own header, which is evaluated before the loop.</summary>
    public static bool IsInHeader(Loop loop, ArrayAccess access) => new[] { loop.Start, loop.Bound, loop.Step }
        .SelectMany(ExpressionTree.SelfAndDescendants)
        .Any(part => part is Load load && load.Access.Id == access.Id);

    /// <summary>The innermost loop in whose own statements something is found, with the loops around it.</summary>
    private static IReadOnlyList<Loop>? PathTo(Loop loop, Func<Block, bool> holds)
    {
        if (LoopTree.OwnBlocks(loop.Body).Any(holds))
        {
            return [loop];
        }

        foreach (Loop child in LoopTree.Children(loop))
        {
            if (PathTo(child, holds) is { } path)
            {
                return [loop, .. path];
            }
        }

        return null;
    }

    /// <summary>The accesses of a block's statements, those in inner blocks left out, headers of inner loops not.</summary>
    private static IEnumerable<ArrayAccess> OwnAccesses(Block block) => Accesses(new Block(block.Statements
        .Select(statement => statement switch
        {
            If conditional => conditional with { Then = Block.Empty, Else = Block.Empty },
            WhileStatement loop => loop with { Body = Block.Empty },
            LoopStatement inner => inner with { Loop = inner.Loop with { Body = Block.Empty } },
            _ => statement,
        })
        .ToEquatableArray()));

    /// <summary>Every element access in a block.</summary>
    public static IEnumerable<ArrayAccess> Accesses(Block body) => ExpressionTree.Of(body)
        .SelectMany(ExpressionTree.SelfAndDescendants)
        .OfType<Load>()
        .Select(load => load.Access)
        .Concat(LoopTree.Statements(body).OfType<Store>().Select(store => store.Target))
        .Concat(LoopTree.Statements(body).OfType<Opaque>().SelectMany(opaque => opaque.Effects.ElementReads.Concat(opaque.Effects.ElementWrites)));

    /// <summary>Whether a statement, or one in it, assigns a variable or counts with it.</summary>
    public static bool Mentions(Statement statement, Variable variable) =>
        LoopTree.Statements(new Block(EquatableArray.Of(statement))).Any(part =>
            LoopTree.Assigned(part).Any(item => item.Id == variable.Id) || (part is LoopStatement inner && inner.Loop.Index.Id == variable.Id));

    private static bool IsAssignment(Statement statement, Variable variable) => statement is Assign assign && assign.Target.Id == variable.Id;

    private static int? Find(Block body, Func<Statement, bool> matches)
    {
        for (int position = 0; position < body.Statements.Count; position++)
        {
            if (matches(body.Statements[position]))
            {
                return position;
            }
        }

        return null;
    }
}
