using AutoPar.Generator.Analysis.Affine;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Analysis.Dependences;

/// <summary>
/// Finds a comparison of symbols under which the root doesn't carry a conflict: a distance beyond the trip count, a
/// stride that isn't 0 or that is longer than a row.
/// </summary>
internal static class SymbolicDistance
{
    /// <summary>With this many iterations between source and sink, every vector form keeps them apart.</summary>
    public const int LanesInFlight = 64;

    /// <summary>An Int64 comparison over symbols from before the root, or null when none settles it.</summary>
    public static Expression? Removal(Conflict conflict, ExecutionTarget target)
    {
        if (!conflict.First.IsAffine || !conflict.Second.IsAffine)
        {
            return null;
        }

        try
        {
            return conflict.First.Subscripts.Zip(conflict.Second.Subscripts, (one, other) => Removal(conflict, one!, other!, target))
                .FirstOrDefault(condition => condition is not null);
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static Expression? Removal(Conflict conflict, AffineForm one, AffineForm other, ExecutionTarget target)
    {
        LoopDomain root = conflict.Problem.Common[0];
        if (one.CoefficientOf(root.Index) is not { } factor || other.CoefficientOf(root.Index) is not { } second || !factor.Equals(second)
            || IsInner(factor) || factor.Equals(AffineForm.Zero))
        {
            return null;
        }

        // They meet where factor · (y − x) = gap.
        AffineForm first = one.Without(root.Index);
        AffineForm last = other.Without(root.Index);
        if (IsInner(first) || IsInner(last))
        {
            return Stride(root, factor) is { } stride && Range(first, conflict.First) is { } up && Range(last, conflict.Second) is { } down
                ? LongerThan(root, stride, up.Most.Subtract(down.Least), down.Most.Subtract(up.Least))
                : null;
        }

        AffineForm gap = first.Subtract(last);
        if (gap.Equals(AffineForm.Zero))
        {
            return factor.IsConstant ? null : Compare(ComparisonOperator.NotEqual, factor, AffineForm.Zero);
        }

        return !factor.IsConstant || gap.IsConstant || root.Loop.ConstantStep is not { } step || root.Sign == 0 ? null
            : target == ExecutionTarget.Threads ? Beyond(root, gap, Math.Abs(factor.Constant))
            : Harmless(conflict, gap, checked(factor.Constant * root.Sign), checked(factor.Constant * step));
    }

    /// <summary>
    /// For a load and a store that move alike, a symbol apart: how many iterations after the load the store is, 0 where they don't
    /// meet, and a condition under which it isn't before it. Null when a subscript tells nothing.
    /// </summary>
    /// <exception cref="OverflowException">Numbers beyond 64 bits.</exception>
    public static (Expression Distance, Expression Guard)? Ahead(Conflict conflict, bool isFirstLoad)
    {
        LoopDomain root = conflict.Problem.Common[0];
        foreach ((AffineForm? one, AffineForm? other) in conflict.First.Subscripts.Zip(conflict.Second.Subscripts, (one, other) => (one, other)))
        {
            if (one!.CoefficientOf(root.Index) is { IsConstant: true, Constant: not 0 and var factor }
                && other!.CoefficientOf(root.Index) is { IsConstant: true } second && second.Constant == factor && root.Loop.ConstantStep is { } step
                && !IsInner(one.Without(root.Index)) && !IsInner(other.Without(root.Index))
                && one.Without(root.Index).Subtract(other.Without(root.Index)) is { IsConstant: false } gap
                && Beyond(root, gap, Math.Abs(factor)) is { } apart)
            {
                long stride = checked(factor * step);
                AffineForm forward = gap.Scale(isFirstLoad == stride > 0 ? 1 : -1);
                Expression distance = new Binary(BinaryOperator.Divide, ElementType.Int64, forward.ToExpression(), Constant.Int64(Math.Abs(stride)));
                return (
                    new Conditional(apart, Constant.Int64(0), Math.Abs(stride) == 1 ? forward.ToExpression() : distance),
                    Or(apart, Compare(ComparisonOperator.GreaterOrEqual, forward, AffineForm.Zero)));
            }
        }

        return null;
    }

    /// <summary>How far an iteration moves the access; null where a row that fits would have one element.</summary>
    private static AffineForm? Stride(LoopDomain root, AffineForm factor) =>
        root.Sign != 0 && root.Step is { } step && !IsInner(step)
            && factor.Multiply(step.Scale(root.Sign)) is { IsConstant: false } or { Constant: not (1 or -1) }
            ? factor.Multiply(step.Scale(root.Sign)) : null;

    /// <summary>Either the same iteration, or further apart than the loop is long.</summary>
    private static Expression? Beyond(LoopDomain root, AffineForm gap, long factor)
    {
        if (!root.IsAffine || root.Loop.Form == LoopForm.Do)
        {
            return null;
        }

        AffineForm length = root.Sign > 0 ? root.Bounds[0].Subtract(root.Starts[0]) : root.Starts[0].Subtract(root.Bounds[0]);
        if (root.Loop.Relation is LoopRelation.LessOrEqual or LoopRelation.GreaterOrEqual)
        {
            length = length.Add(AffineForm.Of(1));
        }

        length = length.Scale(factor);
        return Or(
            Compare(ComparisonOperator.Equal, gap, AffineForm.Zero),
            Or(Compare(ComparisonOperator.GreaterOrEqual, gap, length), Compare(ComparisonOperator.GreaterOrEqual, gap.Scale(-1), length)));
    }

    /// <summary>The dependence runs from the access that a vector performs first to the other, or is longer than what is in flight.</summary>
    private static Expression? Harmless(Conflict conflict, AffineForm gap, long direction, long stride)
    {
        int order = conflict.First.Position.CompareTo(conflict.Second.Position);
        if (order == 0 || conflict.Problem.Common.Length > 1)
        {
            return null;
        }

        AffineForm forward = gap.Scale(direction > 0 == order < 0 ? 1 : -1);
        return Or(
            Compare(ComparisonOperator.GreaterOrEqual, forward, AffineForm.Zero),
            Compare(ComparisonOperator.GreaterOrEqual, forward.Scale(-1), AffineForm.Of(checked(Math.Abs(stride) * LanesInFlight))));
    }

    private static Expression? LongerThan(LoopDomain root, AffineForm factor, AffineForm most, AffineForm least)
    {
        if (factor is { IsConstant: true, Constant: < 0 })
        {
            (factor, most, least) = (factor.Scale(-1), least, most);
        }

        if (!MayBe(root, factor.Subtract(most), factor.Subtract(least)))
        {
            return null;
        }

        Expression upper = Compare(ComparisonOperator.Greater, factor, most);
        return most.Equals(least) ? upper : new ShortCircuit(true, upper, Compare(ComparisonOperator.Greater, factor, least));
    }

    /// <summary>Values of the symbols are thinkable that make the forms positive: a guard that never holds is none.</summary>
    private static bool MayBe(LoopDomain root, params AffineForm[] positive)
    {
        LinearSystem system = new();
        IterationSpace space = new(system, statesTypes: false);
        foreach (AffineForm form in positive.Append(root.Step!.Scale(root.Sign)))
        {
            system.AddAtLeastZero(space.Sum(form, "").Plus(-1));
        }

        return !system.IsInfeasible();
    }

    /// <summary>The least and the largest value of a form over the inner loops around an access, over symbols alone.</summary>
    private static (AffineForm Least, AffineForm Most)? Range(AffineForm form, AccessSite site)
    {
        AffineForm least = form;
        AffineForm most = form;
        foreach (LoopDomain domain in site.Loops.Skip(1).Reverse())
        {
            if (!least.Mentions(domain.Index) && !most.Mentions(domain.Index))
            {
                continue;
            }

            if (!domain.IsAffine || domain.Sign == 0 || domain.Loop.Form == LoopForm.Do
                || least.CoefficientOf(domain.Index) is not { IsConstant: true } low
                || most.CoefficientOf(domain.Index) is not { IsConstant: true } high)
            {
                return null;
            }

            long open = domain.Loop.Relation is LoopRelation.LessOrEqual or LoopRelation.GreaterOrEqual ? 0 : domain.Sign;
            AffineForm end = domain.Bounds[0].Add(AffineForm.Of(-open));
            (AffineForm bottom, AffineForm top) = domain.Sign > 0 ? (domain.Starts[0], end) : (end, domain.Starts[0]);
            least = least.Substitute(domain.Index, low.Constant > 0 ? bottom : top)!;
            most = most.Substitute(domain.Index, high.Constant > 0 ? top : bottom)!;
        }

        return IsInner(least) || IsInner(most) ? null : (least, most);
    }

    private static bool IsInner(AffineForm form) => form.Mentions(symbol => symbol.Kind == SymbolKind.Index);

    private static Expression Compare(ComparisonOperator @operator, AffineForm left, AffineForm right)
    {
        if (left.IsConstant && @operator == ComparisonOperator.Greater)
        {
            return Compare(ComparisonOperator.Less, right, left);
        }

        // Constants to the right: k > 0 rather than k - 1 >= 0.
        long constant = left.Constant;
        return new Comparison(
            @operator, left.Subtract(AffineForm.Of(constant)).ToExpression(), right.Subtract(AffineForm.Of(constant)).ToExpression());
    }

    private static Expression Or(Expression left, Expression right) => new ShortCircuit(false, left, right);
}
