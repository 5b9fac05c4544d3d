using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Frontend;

/// <summary>
/// Leaves the region <paramref name="Target"/> by jumping to its end: <c>continue</c> leaves a loop's body, a
/// <c>break</c> a switch, <c>return</c> an inlined method. Lives only until <see cref="Jumps.Eliminate"/>.
/// </summary>
internal sealed record Jump(int Target, SourceLocation Location) : Statement(Location);

/// <summary>Turns forward jumps into structure: what follows <c>if (c) continue;</c> becomes its else branch.</summary>
internal static class Jumps
{
    /// <param name="flag">Makes a Boolean temporary, for a jump that an if can't express.</param>
    public static List<Statement> Eliminate(IReadOnlyList<Statement> statements, int target, Func<Variable> flag)
    {
        List<Statement> result = [];
        for (int index = 0; index < statements.Count; index++)
        {
            Statement statement = statements[index];
            if (statement is Jump jump && jump.Target == target)
            {
                return result;
            }

            if (!Contains(statement, target))
            {
                result.Add(statement);
                continue;
            }

            List<Statement> rest = statements.Skip(index + 1).ToList();
            if (statement is If branch)
            {
                result.AddRange(EliminateIn(branch, rest, target, flag));
                return result;
            }

            result.AddRange(EliminateOut(statement, rest, target, flag));
            return result;
        }

        return result;
    }

    /// <summary>A jump out of inner loops: a flag is set, each of them is left by a break, and what follows runs if it isn't set.</summary>
    private static IEnumerable<Statement> EliminateOut(Statement loop, List<Statement> rest, int target, Func<Variable> flag)
    {
        Variable left = flag();
        yield return new Assign(left, new Constant(ElementType.Boolean, false), loop.Location);
        yield return WithBreaks(loop, target, left);
        if (rest.Count > 0)
        {
            Expression stays = new Unary(UnaryOperator.LogicalNot, new VariableRead(left));
            yield return new If(stays, new Block(Eliminate(rest, target, flag).ToEquatableArray()), Block.Empty, loop.Location);
        }
    }

    private static Statement WithBreaks(Statement statement, int target, Variable left) => statement switch
    {
        If branch => branch with { Then = WithBreaks(branch.Then, target, left), Else = WithBreaks(branch.Else, target, left) },
        LoopStatement { Loop: var loop } inner => inner with { Loop = loop with { Body = WithBreaks(loop.Body, target, left) } },
        WhileStatement loop => loop with { Body = WithBreaks(loop.Body, target, left) },
        _ => statement,
    };

    private static Block WithBreaks(Block block, int target, Variable left) => new(block.Statements.SelectMany(statement => statement switch
    {
        Jump jump when jump.Target == target =>
            [new Assign(left, new Constant(ElementType.Boolean, true), jump.Location), Break(jump.Location)],
        LoopStatement or WhileStatement when Contains(statement, target) =>
            [WithBreaks(statement, target, left), new If(new VariableRead(left), new Block(EquatableArray.Of<Statement>(Break(statement.Location))), Block.Empty, statement.Location)],
        _ => new[] { WithBreaks(statement, target, left) },
    }).ToEquatableArray());

    // It leaves the innermost loop around it.
    private static Exit Break(SourceLocation location) => new(ExitKind.Break, 0, null, location);

    public static bool Contains(IEnumerable<Statement> statements, int target) => statements.Any(statement => Contains(statement, target));

    public static bool Contains(Statement statement, int target) => statement switch
    {
        Jump jump => jump.Target == target,
        If branch => Contains(branch.Then.Statements, target) || Contains(branch.Else.Statements, target),
        LoopStatement loop => Contains(loop.Loop.Body.Statements, target),
        WhileStatement loop => Contains(loop.Body.Statements, target),
        _ => false,
    };

    private static IEnumerable<Statement> EliminateIn(If branch, List<Statement> rest, int target, Func<Variable> flag)
    {
        IReadOnlyList<Statement> whenTrue = branch.Then.Statements.Items;
        IReadOnlyList<Statement> whenFalse = branch.Else.Statements.Items;
        if (rest.Count > 0 && !AlwaysLeaves(whenTrue) && !AlwaysLeaves(whenFalse))
        {
            return EliminateByFlag(branch, rest, target, flag);
        }

        if (rest.Count > 0)
        {
            (whenTrue, whenFalse) = AlwaysLeaves(whenTrue)
                ? (whenTrue, AlwaysLeaves(whenFalse) ? whenFalse : whenFalse.Concat(rest).ToList())
                : (whenTrue.Concat(rest).ToList(), whenFalse);
        }

        return
        [
            branch with
            {
                Then = new Block(Eliminate(whenTrue, target, flag).ToEquatableArray()),
                Else = new Block(Eliminate(whenFalse, target, flag).ToEquatableArray()),
            },
        ];
    }

    // Neither branch always jumps, so what follows is needed after both: a flag says whether to run it.
    private static IEnumerable<Statement> EliminateByFlag(If branch, List<Statement> rest, int target, Func<Variable> flag)
    {
        Variable left = flag();
        Statement marked = Mark(branch, target, left);
        Expression stays = new Unary(UnaryOperator.LogicalNot, new VariableRead(left));
        return
        [
            new Assign(left, new Constant(ElementType.Boolean, false), branch.Location),
            .. Eliminate([marked], target, flag),
            new If(stays, new Block(Eliminate(rest, target, flag).ToEquatableArray()), Block.Empty, branch.Location),
        ];
    }

    private static Statement Mark(Statement statement, int target, Variable flag) => statement switch
    {
        If branch => branch with { Then = Mark(branch.Then, target, flag), Else = Mark(branch.Else, target, flag) },
        LoopStatement { Loop: var loop } inner => inner with { Loop = loop with { Body = Mark(loop.Body, target, flag) } },
        WhileStatement loop => loop with { Body = Mark(loop.Body, target, flag) },
        _ => statement,
    };

    private static Block Mark(Block block, int target, Variable flag) => new(block.Statements.SelectMany(statement =>
        statement is Jump jump && jump.Target == target
            ? [new Assign(flag, new Constant(ElementType.Boolean, true), jump.Location), statement]
            : new[] { Mark(statement, target, flag) }).ToEquatableArray());

    private static bool AlwaysLeaves(IReadOnlyList<Statement> statements) => statements.Count > 0 && statements[statements.Count - 1] switch
    {
        Jump or Exit => true,
        If branch => AlwaysLeaves(branch.Then.Statements.Items) && AlwaysLeaves(branch.Else.Statements.Items),
        _ => false,
    };
}
