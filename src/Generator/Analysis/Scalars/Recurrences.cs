using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Analysis.Scalars;

/// <summary>Says what a carried scalar is that is neither a reduction nor an induction, and what would free it.</summary>
internal static class Recurrences
{
    public static Recurrence Explain(Loop loop, ScalarUses uses)
    {
        (string reason, string? transformation) = Describe(loop, uses);
        return new Recurrence(uses.Variable, reason, transformation);
    }

    private static (string Reason, string? Transformation) Describe(Loop loop, ScalarUses uses)
    {
        if (uses.IsReadOpaquely || uses.IsWrittenOpaquely || uses.Assigns.Count == 0)
        {
            return ("a statement that isn't understood uses it", null);
        }

        if (DecidesItself(loop, uses))
        {
            return ("its own value decides whether it changes", null);
        }

        bool topLevel = uses.Assigns.Count == 1 && loop.Body.Statements.Any(statement => ReferenceEquals(statement, uses.Assigns[0]));
        List<Assign> carried = [.. uses.Assigns.Where(assign => uses.CountReads(assign.Value) > 0)];
        if (carried.Count == 0)
        {
            return topLevel
                ? ("an iteration reads what the one before assigned", "peeling of the first iteration")
                : ("an iteration that doesn't assign it reads what an earlier one assigned", "a scan (the last assigned value)");
        }

        if (carried.All(assign => assign.Value is Unary { Operand: var operand } && uses.IsRead(operand)))
        {
            return carried[0].Value.Type == ElementType.Boolean
                ? ("each change inverts it", "a scan (parity)")
                : ("its sign alternates", "substitution of an alternating sign");
        }

        if (Reductions.Updates(uses) is { } updates)
        {
            bool invariantStep = carried.All(assign => !ExpressionTree.Operands(assign.Value).Any(operand => uses.CountReads(operand) == 0 && ExpressionTree.DependsOn(operand, loop)));
            return updates.IsConditional && invariantStep && uses.Variable.Type.IsInteger() ? ("it counts, and the count is used in the loop", "packing (a scan of counts)")
                : invariantStep && uses.Variable.Type.IsFloat() ? ("its running value is used in the loop", "distribution (the additions stay in order)")
                : ("its running value is used in the loop", "a scan");
        }

        if (carried.Count < uses.Assigns.Count && carried.All(assign => ReductionShapes.OfValue(assign.Value, uses) is not null))
        {
            return ("it is accumulated and reset", "a segmented scan");
        }

        if (uses.Variable.Type.IsInteger() && carried.All(assign => IsLinear(assign.Value, uses)))
        {
            return ("it is a linear recurrence", "a linear recurrence by powers");
        }

        return ("its new value depends on its old one in a way that doesn't associate", null);
    }

    /// <summary>Is an assignment under a condition that reads the scalar?</summary>
    private static bool DecidesItself(Loop loop, ScalarUses uses) =>
        LoopTree.Statements(loop.Body).OfType<If>().Any(conditional =>
            uses.CountReads(conditional.Condition) > 0
            && LoopTree.Statements(conditional.Then).Concat(LoopTree.Statements(conditional.Else))
                .Any(statement => statement is Assign assign && assign.Target.Id == uses.Variable.Id));

    /// <summary><c>s * x + y</c>, unchecked, in any order, where x and y don't hold s.</summary>
    private static bool IsLinear(Expression value, ScalarUses uses)
    {
        Expression current = value;
        while (!uses.IsRead(current))
        {
            switch (current)
            {
                case Binary { IsChecked: false, Operator: BinaryOperator.Add or BinaryOperator.Multiply or BinaryOperator.Subtract } binary
                    when uses.CountReads(binary) == 1:
                    current = uses.CountReads(binary.Left) == 1 ? binary.Left : binary.Right;
                    break;
                case Conversion { IsChecked: false, Operand: var operand } conversion when conversion.Type.IsInteger() && operand.Type.IsInteger():
                    current = operand;
                    break;
                default:
                    return false;
            }
        }

        return true;
    }
}
