using AutoPar.Generator.Analysis;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Transforms;

/// <summary>
/// A counter that an iteration moves on in several places, by the same amount on every path: it is moved once, at the end,
/// and what comes after one of those places uses as much more. So it is an induction variable.
/// </summary>
internal static class InductionMerging
{
    /// <returns>The nest itself when it has no such counter.</returns>
    public static LoopNest Apply(LoopNest nest)
    {
        if (nest.Root is not { } root)
        {
            return nest;
        }

        Loop merged = new Rewriter().Visit(root);
        return merged.Equals(root) ? nest : nest with { Root = merged };
    }

    private sealed class Rewriter : IrRewriter
    {
        public override Loop Visit(Loop loop)
        {
            loop = base.Visit(loop);
            foreach (IGrouping<int, Assign> assigns in LoopTree.Statements(loop.Body).OfType<Assign>().GroupBy(assign => assign.Target.Id).ToList())
            {
                if (assigns.Count() > 1 && assigns.All(assign => AmountOf(assign) is not null)
                    && LoopTree.OwnBlocks(loop.Body).SelectMany(block => block.Statements).OfType<Assign>()
                        .Count(assign => assign.Target.Id == assigns.Key) == assigns.Count()
                    && !LoopTree.Statements(loop.Body).Any(statement => statement is WhileStatement or Opaque or Exit)
                    && Merged(loop.Body, assigns.First().Target) is { } body)
                {
                    loop = loop with { Body = body };
                }
            }

            return loop;
        }

        /// <summary>The block with one increment, its last statement; null when paths differ.</summary>
        private static Block? Merged(Block block, Variable counter)
        {
            List<Statement> statements = [];
            long amount = 0;
            Assign? last = null;
            foreach (Statement statement in block.Statements)
            {
                Statement current = amount == 0 ? statement : new Substitution(counter.Id, Sum(counter, amount)).Visit(statement);
                if (statement is Assign assign && assign.Target.Id == counter.Id)
                {
                    (amount, last) = (amount + AmountOf(assign)!.Value, assign);
                }
                else if (statement is If conditional && Walk.Assigned(new Block(EquatableArray.Of(statement))).Contains(counter.Id))
                {
                    if (amount != 0 || Merged(conditional.Then, counter) is not { Statements: [.., Assign inThen] } then
                        || Merged(conditional.Else, counter) is not { Statements: [.., Assign inElse] } otherwise
                        || inThen.Target.Id != counter.Id || inElse.Target.Id != counter.Id || AmountOf(inThen) != AmountOf(inElse))
                    {
                        return null;
                    }

                    (amount, last) = (AmountOf(inThen)!.Value, inThen);
                    statements.Add(conditional with { Then = WithoutLast(then), Else = WithoutLast(otherwise) });
                }
                else
                {
                    statements.Add(current);
                }
            }

            return amount is < int.MinValue or > int.MaxValue ? null
                : new Block(statements.Concat(last is null ? [] : [last with { Value = Sum(counter, amount) }]).ToEquatableArray());
        }

        private static Block WithoutLast(Block block) => new(block.Statements.Take(block.Statements.Count - 1).ToEquatableArray());
    }

    /// <summary>What the statement adds to its target; null for anything but an increment by a constant.</summary>
    private static long? AmountOf(Assign assign) => assign.Target is { Type: ElementType.Int32 or ElementType.Int64, IsMemory: false }
        && assign.Value is Binary { IsChecked: false, Operator: BinaryOperator.Add or BinaryOperator.Subtract, Left: VariableRead read } sum
        && sum.Right is Constant { Value: int or long } by && read.Variable.Id == assign.Target.Id
            ? (sum.Operator == BinaryOperator.Add ? 1 : -1) * Convert.ToInt64(by.Value)
            : null;

    private static Expression Sum(Variable counter, long amount) =>
        new Binary(BinaryOperator.Add, counter.Type, new VariableRead(counter), Constants.Number(counter.Type, amount));
}
