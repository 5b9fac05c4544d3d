using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Analysis.Scalars;

/// <summary>The ways to write one update of an accumulator, each with the operator that it really is.</summary>
internal static class ReductionShapes
{
    /// <summary>The operator of <c>s = value</c>, where value holds s; null when it isn't an update.</summary>
    public static ReductionOperator? OfValue(Expression value, ScalarUses uses) => value switch
    {
        IntrinsicCall { Function: IntrinsicFunction.Min or IntrinsicFunction.Max, Arguments.Count: 2 } call
            when call.Arguments.Count(uses.IsRead) == 1 && uses.CountReads(call) == 1
            => call.Function == IntrinsicFunction.Min ? ReductionOperator.Min : ReductionOperator.Max,
        Conditional conditional => OfConditional(conditional, uses),
        _ => uses.CountReads(value) == 1 ? Chain(value, uses) : null,
    };

    /// <summary><c>if (x &lt; s) s = x;</c> in its spellings, when the branch does nothing else.</summary>
    public static ReductionOperator? OfComparison(If conditional, ScalarUses uses) =>
        conditional is { Condition: Comparison comparison, Then.Statements: { Count: 1 } then, Else.Statements.IsEmpty: true }
        && then[0] is Assign assign && assign.Target.Id == uses.Variable.Id
            ? OfComparison(comparison, assign.Value, uses)
            : null;

    /// <summary>The operator of "if the comparison holds, s becomes <paramref name="value"/>".</summary>
    public static ReductionOperator? OfComparison(Comparison comparison, Expression value, ScalarUses uses)
    {
        if (uses.CountReads(value) != 0)
        {
            return null;
        }

        return (IsAccumulator(comparison.Right, uses) && IsSame(comparison.Left, value) ? comparison.Operator
            : IsAccumulator(comparison.Left, uses) && IsSame(comparison.Right, value) ? Mirror(comparison.Operator)
            : ComparisonOperator.Equal) switch
        {
            ComparisonOperator.Less => ReductionOperator.LessFirst,
            ComparisonOperator.LessOrEqual => ReductionOperator.LessLast,
            ComparisonOperator.Greater => ReductionOperator.GreaterFirst,
            ComparisonOperator.GreaterOrEqual => ReductionOperator.GreaterLast,
            _ => null,
        };
    }

    /// <summary>Whether some if compares the scalar with what it then assigns to it.</summary>
    public static bool IsComparedAndReplaced(Loop loop, Variable variable)
    {
        var uses = new ScalarUses(loop, variable);
        return LoopTree.Statements(loop.Body).OfType<If>().Any(conditional =>
            conditional.Condition is Comparison comparison
            && conditional.Then.Statements.OfType<Assign>().Any(assign =>
                assign.Target.Id == variable.Id && OfComparison(comparison, assign.Value, uses) is not null));
    }

    /// <summary>
    /// <c>x &lt; s ? x : s</c> is the if-form. <c>s &lt; x ? s : x</c> isn't for floats: there, x replaces s also when one of
    /// them is NaN.
    /// </summary>
    private static ReductionOperator? OfConditional(Conditional conditional, ScalarUses uses)
    {
        if (conditional.Condition is not Comparison comparison || uses.CountReads(conditional) != 2)
        {
            return null;
        }

        if (IsAccumulator(conditional.WhenFalse, uses))
        {
            return OfComparison(comparison, Core(conditional.WhenTrue), uses);
        }

        if (!IsAccumulator(conditional.WhenTrue, uses) || OfComparison(comparison, Core(conditional.WhenFalse), uses) is not { } keeps)
        {
            return null;
        }

        // The comparison, read as "x op s", says when s stays.
        bool isFloat = uses.Variable.Type.IsFloat();
        return keeps switch
        {
            ReductionOperator.GreaterFirst => isFloat ? ReductionOperator.LessOrReplace : ReductionOperator.LessLast,
            ReductionOperator.LessFirst => isFloat ? ReductionOperator.GreaterOrReplace : ReductionOperator.GreaterLast,
            ReductionOperator.GreaterLast when !isFloat => ReductionOperator.LessFirst,
            ReductionOperator.LessLast when !isFloat => ReductionOperator.GreaterFirst,
            _ => null,
        };
    }

    /// <summary>
    /// The operator of a chain <c>s + a - b</c> in which s stands once, never as a subtrahend. Integers wrap, so the
    /// casts that compound assignment on narrow types brings, to no fewer bits than s has, don't matter to them.
    /// </summary>
    private static ReductionOperator? Chain(Expression expression, ScalarUses uses)
    {
        ReductionOperator? found = null;
        Expression current = expression;
        while (!uses.IsRead(current))
        {
            (ReductionOperator? @operator, Expression? next) = Step(current, uses);
            if (next is null || (@operator is not null && found is not null && @operator != found))
            {
                return null;
            }

            found ??= @operator;
            current = next;
        }

        return found;
    }

    private static (ReductionOperator? Operator, Expression? Next) Step(Expression expression, ScalarUses uses)
    {
        switch (expression)
        {
            case Conversion conversion when conversion.Type.IsInteger() && conversion.Operand.Type.IsInteger() && uses.Variable.Type.IsInteger()
                && conversion.Type.Size() >= uses.Variable.Type.Size():
                // To fewer bits than s has, it would be another operation at every update.
                return (null, conversion.Operand);
            case ShortCircuit circuit:
                return (circuit.IsAnd ? ReductionOperator.And : ReductionOperator.Or, Holding(circuit.Left, circuit.Right, uses));
            case Binary binary when binary.Type == uses.Variable.Type || binary.Type.IsInteger():
                bool inLeft = uses.CountReads(binary.Left) == 1;
                return binary.Operator switch
                {
                    BinaryOperator.Add => (ReductionOperator.Add, inLeft ? binary.Left : binary.Right),
                    BinaryOperator.Subtract when inLeft => (ReductionOperator.Add, binary.Left),
                    BinaryOperator.Multiply => (ReductionOperator.Multiply, inLeft ? binary.Left : binary.Right),
                    BinaryOperator.And => (ReductionOperator.And, inLeft ? binary.Left : binary.Right),
                    BinaryOperator.Or => (ReductionOperator.Or, inLeft ? binary.Left : binary.Right),
                    BinaryOperator.Xor => (ReductionOperator.Xor, inLeft ? binary.Left : binary.Right),
                    _ => (null, null),
                };
            default:
                return (null, null);
        }
    }

    private static Expression Holding(Expression left, Expression right, ScalarUses uses) => uses.CountReads(left) == 1 ? left : right;

    private static bool IsAccumulator(Expression expression, ScalarUses uses) => uses.IsRead(Core(expression));

    /// <summary>Without conversions that keep every value and their order.</summary>
    private static Expression Core(Expression expression) =>
        expression is Conversion { Operand: var operand } conversion && conversion.Type.IsInteger() && operand.Type.IsInteger()
        && (operand.Type.Size() < conversion.Type.Size() && (conversion.Type.IsSigned() || !operand.Type.IsSigned()))
            ? Core(operand)
            : expression;

    private static bool IsSame(Expression left, Expression right) => IrPrinter.Print(Core(left)) == IrPrinter.Print(Core(right));

    private static ComparisonOperator Mirror(ComparisonOperator @operator) => @operator switch
    {
        ComparisonOperator.Less => ComparisonOperator.Greater,
        ComparisonOperator.LessOrEqual => ComparisonOperator.GreaterOrEqual,
        ComparisonOperator.Greater => ComparisonOperator.Less,
        ComparisonOperator.GreaterOrEqual => ComparisonOperator.LessOrEqual,
        _ => @operator,
    };
}
