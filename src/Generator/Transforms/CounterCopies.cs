using AutoPar.Generator.Analysis;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Transforms;

/// <summary>
/// A counter that is moved on by way of a second variable, <c>k = j + 1; …; j = k + 1;</c>, is moved on from its own value: <c>j = j + 2</c>.
/// So it is an induction variable, and the other one a function of it.
/// </summary>
internal static class CounterCopies
{
    /// <returns>The nest itself when it has no such counter.</returns>
    public static LoopNest Apply(LoopNest nest)
    {
        if (nest.Root is not { } root)
        {
            return nest;
        }

        var rewriter = new Rewriter();
        Loop rewritten = rewriter.Visit(root);
        return rewriter.HasChanged ? nest with { Root = rewritten } : nest;
    }

    private sealed class Rewriter : IrRewriter
    {
        public bool HasChanged { get; private set; }

        public override Loop Visit(Loop loop)
        {
            loop = base.Visit(loop);
            List<Statement> statements = [.. loop.Body.Statements];
            Assign[] all = [.. LoopTree.Statements(loop.Body).OfType<Assign>()];
            for (int place = 0; place < statements.Count; place++)
            {
                if (statements[place] is Assign move && IsAlone(move, all, loop) && ValueBefore(move, statements, place, all, loop) is { } value)
                {
                    statements[place] = move with { Value = value };
                    HasChanged = true;
                }
            }

            return loop with { Body = new Block(statements.ToEquatableArray()) };
        }
    }

    /// <summary>The value in terms of the counter itself, where the variable that it is computed from was assigned from it in this iteration.</summary>
    private static Expression? ValueBefore(Assign move, List<Statement> statements, int place, Assign[] all, Loop loop)
    {
        if (Parts(move.Value) is not (Variable other, var added) || other.Id == move.Target.Id)
        {
            return null;
        }

        return statements.Take(place).OfType<Assign>().FirstOrDefault(assign => assign.Target.Id == other.Id) is { } copy && IsAlone(copy, all, loop)
            && Parts(copy.Value) is (Variable source, var first) && source.Id == move.Target.Id
            ? new Binary(BinaryOperator.Add, ElementType.Int32, new VariableRead(source), Constant.Int32(unchecked(first + added)))
            : null;
    }

    /// <summary>Nothing else in the loop assigns it.</summary>
    private static bool IsAlone(Assign assign, Assign[] all, Loop loop) => assign.Target is { Type: ElementType.Int32, IsMemory: false, Kind: VariableKind.Local }
        && all.Count(other => other.Target.Id == assign.Target.Id) == 1
        && !LoopTree.Statements(loop.Body).Any(statement => statement is Opaque || (statement is LoopStatement inner && inner.Loop.Index.Id == assign.Target.Id));

    /// <summary>A variable and what is added to it; sums wrap in any order alike.</summary>
    private static (Variable? Variable, int Added) Parts(Expression value) => value switch
    {
        VariableRead read => (read.Variable, 0),
        Binary { IsChecked: false, Operator: BinaryOperator.Add, Left: VariableRead read, Right: Constant { Value: int added } } => (read.Variable, added),
        Binary { IsChecked: false, Operator: BinaryOperator.Subtract, Left: VariableRead read, Right: Constant { Value: int taken } } => (read.Variable, unchecked(-taken)),
        _ => default,
    };
}
