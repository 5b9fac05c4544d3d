using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Analysis.Scalars;

/// <summary>
/// Recognizes linear recurrences of first order, <c>h = h * 31 + x;</c> in any form of it, whose factor doesn't change in the loop: a
/// scan of sums in which each value counts times a power of the factor (Kogge and Stone 1973). For integers that is exact,
/// modulo 2ⁿ; a power of a float may overflow, or be 0, where the recurrence is neither. A factor of each iteration's own is
/// recognized in the form that <see cref="Transforms.LinearForms"/> gives it.
/// </summary>
internal static class LinearScans
{
    public static Scan? Match(ScalarUses uses, ScanGroup group)
    {
        Loop loop = uses.Loop;
        Variable variable = uses.Variable;
        if (variable.Type is not (ElementType.Int32 or ElementType.UInt32 or ElementType.Int64 or ElementType.UInt64 or ElementType.Single or ElementType.Double)
            || !ReferenceEquals(group.Home, loop.Body)
            || !group.Statements.All(statement => statement is Assign assign && assign.Target.Id == variable.Id))
        {
            return null;
        }

        if (OfVariables(uses, group) is { } own)
        {
            return own;
        }

        HashSet<int> assigned = [.. Walk.Assigned(loop.Body), loop.Index.Id];
        Expression? factor = null;
        foreach (Assign assign in group.Statements.Cast<Assign>())
        {
            if (Coefficient(assign.Value, uses, assigned) is not { } coefficient)
            {
                return null;
            }

            factor = Times(factor, coefficient);
        }

        return IsOne(factor!) ? null : new Scan(variable, ReductionOperator.Add, Restarts: false, group.Before, factor);
    }

    /// <summary><c>x = (x * f) + a;</c> with an f and an a of each iteration, which it assigns before.</summary>
    private static Scan? OfVariables(ScalarUses uses, ScanGroup group)
    {
        return group.Statements.ToList() is [Assign
        {
            Value: Binary
            {
                Operator: BinaryOperator.Add, IsChecked: false,
                Left: Binary { Operator: BinaryOperator.Multiply, IsChecked: false, Left: var old, Right: VariableRead { Variable: var factor } right },
                Right: VariableRead { Variable: var added },
            },
        }]
        && uses.IsRead(old) && IsAssignedBefore(factor) && IsAssignedBefore(added)
                ? new Scan(uses.Variable, ReductionOperator.Add, Restarts: false, group.Before, right, added)
                : null;

        bool IsAssignedBefore(Variable variable) => variable.DeclaringLoop == uses.Loop.Id && variable.Type == uses.Variable.Type
            && new ScalarUses(uses.Loop, variable) is { Assigns: [var only], IsWrittenOpaquely: false, IsInnerIndex: false }
            && group.Home.Statements.Take(group.First).Any(statement => ReferenceEquals(statement, only));
    }

    /// <summary>What the scalar is multiplied by; null when the value isn't linear in it, or doesn't read it.</summary>
    private static Expression? Coefficient(Expression value, ScalarUses uses, HashSet<int> assigned)
    {
        if (uses.IsRead(value))
        {
            return Constants.Number(value.Type, 1);
        }

        switch (value)
        {
            case Unary { Operator: UnaryOperator.Negate, IsChecked: false } negation:
                return Coefficient(negation.Operand, uses, assigned) is { } negated ? new Unary(UnaryOperator.Negate, negated) : null;
            case Binary { IsChecked: false, Operator: BinaryOperator.Add or BinaryOperator.Subtract } sum:
                return uses.CountReads(sum.Right) == 0 ? Coefficient(sum.Left, uses, assigned)
                    : Coefficient(sum.Right, uses, assigned) is not { } right ? null
                    : uses.CountReads(sum.Left) > 0 ? (Coefficient(sum.Left, uses, assigned) is { } left ? sum with { Left = left, Right = right } : null)
                    : sum.Operator == BinaryOperator.Add ? right
                    : new Unary(UnaryOperator.Negate, right);
            case Binary { IsChecked: false, Operator: BinaryOperator.Multiply } product:
                (Expression own, Expression other) = uses.CountReads(product.Left) > 0 ? (product.Left, product.Right) : (product.Right, product.Left);
                return IsFixed(other, uses, assigned) && Coefficient(own, uses, assigned) is { } multiplied ? Times(multiplied, other) : null;
            case Binary { Operator: BinaryOperator.ShiftLeft } shift:
                return IsFixed(shift.Right, uses, assigned) && Coefficient(shift.Left, uses, assigned) is { } shifted ? shift with { Left = shifted } : null;
            default:
                return null;
        }
    }

    private static Expression Times(Expression? one, Expression other) =>
        one is null || IsOne(one) ? other
        : IsOne(other) ? one
        : new Binary(BinaryOperator.Multiply, other.Type, one, other);

    private static bool IsOne(Expression expression) => expression is Constant { Value: 1 or 1u or 1L or 1UL or 1f or 1.0 };

    /// <summary>The same in all iterations, and known before the first.</summary>
    private static bool IsFixed(Expression expression, ScalarUses uses, HashSet<int> assigned) =>
        uses.CountReads(expression) == 0 && Walk.Parts(expression).All(part => part switch
        {
            Constant => true,
            VariableRead read => !assigned.Contains(read.Variable.Id) && !read.Variable.IsMemory,
            Unary unary => !unary.IsChecked,
            Binary binary => !binary.IsChecked && binary.Operator is not (BinaryOperator.Divide or BinaryOperator.Remainder),
            Conversion conversion => !conversion.IsChecked,
            _ => false,
        });
}
