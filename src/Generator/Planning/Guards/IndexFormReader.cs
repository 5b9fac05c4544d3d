using System.Numerics;
using AutoPar.Generator.Analysis;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Planning.Guards;

/// <summary>Reads expressions as affine functions of the region's loop indices.</summary>
/// <remarks>
/// C# computes modulo a power of two and a guard with true values. They agree when the true value of the whole fits, which
/// a bounds test shows; where a narrower sum is widened inside, the narrower sum must fit too: such parts are handed to
/// <paramref name="mustFit"/>.
/// </remarks>
internal sealed class IndexFormReader(RegionPlan region, Invariants invariants, Action<IndexForm, ElementType> mustFit)
{
    private IReadOnlyList<Loop> _loops = [];
    private int? _position;
    private bool _isSubstituted;

    /// <summary>A subscript. Behind its increment, an induction variable has been stepped once more.</summary>
    public IndexForm? Read(ArrayAccess access, int dimension)
    {
        // The analysis may have written it over indices and values from before the region: scalars mean those then.
        _isSubstituted = BodyPosition.Accesses(region.Root.Body).All(own => own.Id != access.Id || !own.Subscripts.Equals(access.Subscripts));
        IndexForm? form = BodyPosition.PathTo(region.Root, access) is { } path
            ? Read(access.Subscripts[dimension], path, BodyPosition.Of(region.Root.Body, access))
            : null;
        _isSubstituted = false;
        return form;
    }

    /// <summary>Part of a loop's header, which stands in the loops <paramref name="path"/>.</summary>
    public IndexForm? Read(Expression expression, IReadOnlyList<Loop> path, int? position = null)
    {
        _loops = path;
        _position = position;
        return Read(expression);
    }

    /// <summary>Null when the expression isn't affine.</summary>
    private IndexForm? Read(Expression expression)
    {
        if (invariants.IsInvariant(expression))
        {
            return invariants.Value(expression) is { } value ? IndexForm.Of(value) : null;
        }

        return expression switch
        {
            VariableRead { Variable: var variable } => Read(variable),
            Binary { Operator: BinaryOperator.Add } sum => Checked(sum, sum.IsChecked, Both(sum, (left, right) => left + right)),
            Binary { Operator: BinaryOperator.Subtract } difference =>
                Checked(difference, difference.IsChecked, Both(difference, (left, right) => left - right)),
            Binary { Operator: BinaryOperator.Multiply } product => Checked(product, product.IsChecked, Product(product)),
            Binary { Operator: BinaryOperator.ShiftLeft, Right: Constant { Value: int and >= 0 and < 31 and var count } } shift =>
                Read(shift.Left) is { } shifted ? shifted * GuardSum.Of(BigInteger.One << count) : null,
            Unary { Operator: UnaryOperator.Negate } negation =>
                Checked(negation, negation.IsChecked, Read(negation.Operand) is { } operand ? operand * GuardSum.Of(-1) : null),
            Conversion conversion when conversion.Type.IsInteger() && conversion.Operand.Type.IsInteger() => Convert(conversion),
            ObjectLength { Row: { } row } length => IndexForm.Of(GuardSum.Of(Lengths.RowLength(length.Object, row))),
            _ => null,
        };
    }

    private IndexForm? Read(Variable variable)
    {
        if (LoopOf(variable) is { } loop)
        {
            return IndexForm.OfIndex(loop.Id);
        }

        if (region.Roles.OfType<Induction>().FirstOrDefault(role => role.Variable.Id == variable.Id) is { } induction)
        {
            return !_isSubstituted ? ReadInduction(induction)
                : invariants.InitialValue(induction.Variable) is { } before ? IndexForm.Of(before) : null;
        }

        if (_isSubstituted)
        {
            return null;
        }

        // A scalar that one statement assigns, before every use, stands for what it is assigned, as long as the use is in
        // the same iteration of all loops around the assignment.
        return BodyPosition.OnlyAssignment(region.Root, variable) is { } assignment
            && region.Roles.Any(role => role is Private && role.Variable.Id == variable.Id)
            && assignment.Path.Count <= _loops.Count
            && assignment.Path.Zip(_loops, (one, other) => one.Id == other.Id).All(same => same)
            && !ExpressionTree.SelfAndDescendants(assignment.Value).Any(part => part is VariableRead read && read.Variable.Id == variable.Id)
                ? Read(assignment.Value)
                : null;
    }

    /// <summary>The loop around the expression whose index the variable is. Behind its loop an index isn't one.</summary>
    private Loop? LoopOf(Variable variable) => _loops.LastOrDefault(loop => loop.Index.Id == variable.Id);

    private IndexForm? ReadInduction(Induction role)
    {
        if (_position is not { } position || BodyPosition.OfAssignment(region.Root.Body, role.Variable) is not { } increment
            || position == increment || invariants.Value(role.Step) is not { } step || invariants.InitialValue(role.Variable) is not { } first)
        {
            return null;
        }

        IndexForm iterations = IndexForm.OfIndex(LoopExtents.Iteration);
        return (position < increment ? iterations : iterations + IndexForm.Of(GuardSum.Of(1))) * step + IndexForm.Of(first);
    }

    private IndexForm? Both(Binary binary, Func<IndexForm, IndexForm, IndexForm> combine) =>
        Read(binary.Left) is { } left && Read(binary.Right) is { } right ? combine(left, right) : null;

    private IndexForm? Product(Binary product) =>
        Read(product.Left) is not { } left || Read(product.Right) is not { } right ? null
        : !right.Indices.Any() ? left * right.Rest
        : !left.Indices.Any() ? right * left.Rest
        : null;

    private IndexForm? Convert(Conversion conversion)
    {
        if (Read(conversion.Operand) is not { } operand)
        {
            return null;
        }

        ElementType from = conversion.Operand.Type;
        bool widens = IntegerRange.Min(from) >= IntegerRange.Min(conversion.Type) && IntegerRange.Max(from) <= IntegerRange.Max(conversion.Type);
        if (!widens)
        {
            mustFit(operand, conversion.Type);
        }
        else if (conversion.Operand is not VariableRead { Variable: var variable } || LoopOf(variable) is null)
        {
            mustFit(operand, from);
        }

        return operand;
    }

    private IndexForm? Checked(Expression expression, bool isChecked, IndexForm? value)
    {
        if (value is not null && isChecked)
        {
            mustFit(value, expression.Type);
        }

        return value;
    }
}
