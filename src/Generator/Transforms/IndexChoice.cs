using System.Collections.Immutable;
using AutoPar.Generator.Analysis;
using AutoPar.Generator.Analysis.Affine;
using AutoPar.Generator.Analysis.Dependences;
using AutoPar.Generator.Analysis.Guards;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Transforms;

/// <summary>
/// Integers that are one of two values, by a condition that changes at a few iterations of a loop alone: <c>i == 0 ? n - 1 : i - 1</c>,
/// and what is written otherwise but is the same (<c>Math.Max(i - 1, 0)</c>, <c>(i + 1) % n</c>).
/// </summary>
/// <param name="loops">The loops around the place, outermost first.</param>
/// <param name="assigned">Scalars that the nest assigns, other than the indices of these loops.</param>
internal sealed class IndexChoice(ImmutableArray<LoopDomain> loops, HashSet<int> assigned)
{
    /// <summary>The choice that an expression is; null when it isn't one, or not by the innermost loop's index.</summary>
    public Conditional? Of(Expression expression)
    {
        try
        {
            return expression switch
            {
                Conditional conditional when IsCut(conditional.Condition) => conditional,
                IntrinsicCall { Function: IntrinsicFunction.Min, Arguments: [var one, var other] } call when call.Type.IsInteger() =>
                    Checked(ComparisonOperator.LessOrEqual, one, other),
                IntrinsicCall { Function: IntrinsicFunction.Max, Arguments: [var one, var other] } call when call.Type.IsInteger() =>
                    Checked(ComparisonOperator.GreaterOrEqual, one, other),
                Binary { Operator: BinaryOperator.Remainder } remainder => OfRemainder(remainder),
                _ => null,
            };
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    /// <summary>Does the condition compare a multiple of the innermost loop's index with something that is the same all through that loop?</summary>
    private bool IsCut(Expression condition) => condition switch
    {
        Unary { Operator: UnaryOperator.LogicalNot } not => IsCut(not.Operand),
        Comparison comparison when comparison.Left.Type.IsInteger() => Read(comparison.Left) is { } left && Read(comparison.Right) is { } right
            && left.Subtract(right) is var difference && Visible.IsPlain(difference)
            && difference.CoefficientOf(loops[loops.Length - 1].Index) is { IsConstant: true, Constant: not 0 },
        _ => false,
    };

    private Conditional? Checked(ComparisonOperator relation, Expression one, Expression other)
    {
        var choice = new Conditional(new Comparison(relation, one, other), one, other);
        return IsCut(choice.Condition) ? choice : null;
    }

    /// <summary>At least 0 and less than twice the divisor, it is the dividend or the divisor less.</summary>
    private Conditional? OfRemainder(Binary remainder)
    {
        if (Read(remainder.Left) is not { } dividend || Read(remainder.Right) is not { } divisor
            || !Facts.IsNeverNegative(dividend, loops)
            || !Facts.IsNeverNegative(divisor.Scale(2).Subtract(dividend).Subtract(AffineForm.Of(1)), loops))
        {
            return null;
        }

        var choice = new Conditional(
            new Comparison(ComparisonOperator.Less, remainder.Left, remainder.Right), remainder.Left,
            new Binary(BinaryOperator.Subtract, remainder.Type, remainder.Left, remainder.Right));
        return IsCut(choice.Condition) ? choice : null;
    }

    private AffineForm? Read(Expression expression) => AffineReader.ReadTrue(expression, ValueOf, Fits);

    private AffineForm? ValueOf(Variable variable) =>
        loops.LastOrDefault(domain => domain.Loop.Index.Id == variable.Id) is { } domain ? AffineForm.Of(domain.Index)
        : assigned.Contains(variable.Id) ? null
        : AffineForm.Of(Symbol.Variable(variable));

    private bool Fits(AffineForm form, ElementType type) => Facts.Fits(form, type, loops);
}
