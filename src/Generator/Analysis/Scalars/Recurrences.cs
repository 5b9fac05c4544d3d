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
        HashSet<int> dependent = Dependents(loop, uses.Variable);
        if (uses.Assigns.Any(assign => ExpressionTree.SelfAndDescendants(assign.Value).Any(part =>
            part is VariableRead { Variable.Id: var id } && id != uses.Variable.Id && dependent.Contains(id))))
        {
            return InOrder(loop, uses.Variable, dependent);
        }

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

        return InOrder(loop, uses.Variable, dependent);
    }

    /// <summary>It has to be computed in order; what doesn't need it needn't be.</summary>
    private static (string Reason, string? Transformation) InOrder(Loop loop, Variable variable, HashSet<int> dependent)
    {
        bool hasOther = LoopTree.Statements(loop.Body).OfType<Store>().Any(store => !Reads(store.Target.Subscripts.Append(store.Value), dependent)
            && !LoopTree.Statements(loop.Body).OfType<If>().Any(branch => Reads([branch.Condition], dependent)
                && LoopTree.Statements(branch.Then).Concat(LoopTree.Statements(branch.Else)).Any(inner => ReferenceEquals(inner, store))));
        return hasOther
            ? ($"'{variable.Name}' has to be computed in order, but other statements don't need it", "distribution")
            : ("its new value depends on its old one in a way that doesn't associate", null);
    }

    /// <summary>The scalars whose values depend on one, itself included.</summary>
    private static HashSet<int> Dependents(Loop loop, Variable variable)
    {
        HashSet<int> dependent = [variable.Id];
        int before;
        do
        {
            before = dependent.Count;
            dependent.UnionWith(LoopTree.Statements(loop.Body).OfType<Assign>()
                .Where(assign => Reads([assign.Value], dependent)).Select(assign => assign.Target.Id).ToArray());
        }
        while (dependent.Count > before);

        return dependent;
    }

    private static bool Reads(IEnumerable<Expression> expressions, HashSet<int> variables) =>
        expressions.SelectMany(ExpressionTree.SelfAndDescendants).Any(part => part is VariableRead { Variable.Id: var id } && variables.Contains(id));

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
                case Conversion { IsChecked: false, Operand: var operand } conversion when conversion.Type.IsInteger() && operand.Type.IsInteger()
                    && conversion.Type.Size() >= uses.Variable.Type.Size():
                    current = operand;
                    break;
                default:
                    return false;
            }
        }

        return true;
    }
}
