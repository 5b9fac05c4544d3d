using AutoPar.Generator.Analysis;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Transforms;

/// <summary>What shows that a condition has one value in no iteration of a block: comparisons of running values with what doesn't change.</summary>
internal sealed class ExitConditions(Loop loop, IReadOnlyList<RunningBounds> bounds)
{
    private readonly HashSet<int> _assigned = [.. Walk.Assigned(loop.Body), loop.Index.Id];
    private readonly HashSet<RunningBounds> _used = [];

    public IEnumerable<RunningBounds> Used => bounds.Where(_used.Contains);

    /// <summary>That a condition has the value <paramref name="value"/> in no iteration; null when that can't be told.</summary>
    public Expression? Never(Expression condition, bool value) => condition switch
    {
        Unary { Operator: UnaryOperator.LogicalNot, Operand: var operand } => Never(operand, !value),
        ShortCircuit circuit => Both(circuit, value),
        Comparison comparison => Compared(comparison, value),
        _ => null,
    };

    private Expression? Both(ShortCircuit circuit, bool value)
    {
        Expression? left = Never(circuit.Left, value);
        Expression? right = Never(circuit.Right, value);

        // One that can't be told may be met whenever the other one is.
        bool needsBoth = circuit.IsAnd == value;
        return left is not null && right is not null ? new ShortCircuit(!needsBoth, left, right)
            : needsBoth ? left ?? right
            : null;
    }

    private Expression? Compared(Comparison comparison, bool value)
    {
        (Expression one, Expression other, ComparisonOperator @operator) = Running(comparison.Left) is not null
            ? (comparison.Left, comparison.Right, comparison.Operator)
            : (comparison.Right, comparison.Left, Turned(comparison.Operator));
        if (Running(one) is not { } running || !IsFixed(other) || other.Type.IsInteger() != running.Most.Type.IsInteger())
        {
            return null;
        }

        _used.Add(running);
        Comparison Most(ComparisonOperator relation) => new(relation, new VariableRead(running.Most), other);
        Comparison Least(ComparisonOperator relation) => new(relation, new VariableRead(running.Least), other);

        // All values are between two that satisfy a comparison: so do they. The most is NaN where one of them is, which satisfies none but !=.
        Expression All(ComparisonOperator relation) => new ShortCircuit(IsAnd: true, Least(relation), Most(relation));
        Expression Apart() => new ShortCircuit(IsAnd: false, Most(ComparisonOperator.Less), Least(ComparisonOperator.Greater));
        return (@operator, value) switch
        {
            (ComparisonOperator.Equal, true) or (ComparisonOperator.NotEqual, false) => Apart(),
            (ComparisonOperator.Equal, false) or (ComparisonOperator.NotEqual, true) => All(ComparisonOperator.Equal),
            (_, false) => All(@operator),
            (ComparisonOperator.Less, _) => All(ComparisonOperator.GreaterOrEqual),
            (ComparisonOperator.LessOrEqual, _) => All(ComparisonOperator.Greater),
            (ComparisonOperator.Greater, _) => All(ComparisonOperator.LessOrEqual),
            _ => All(ComparisonOperator.Less),
        };
    }

    /// <summary>A running value, or the same in a wider type.</summary>
    private RunningBounds? Running(Expression expression) => expression switch
    {
        VariableRead read => bounds.FirstOrDefault(running => running.Scanned.Id == read.Variable.Id),
        Conversion { Operand: VariableRead } conversion when Widens(conversion.Operand.Type, conversion.Type) => Running(conversion.Operand),
        _ => null,
    };

    private static bool Widens(ElementType from, ElementType to) => (from, to) is (ElementType.Int32, ElementType.Int64)
        or (ElementType.UInt32, ElementType.Int64 or ElementType.UInt64) or (ElementType.Single, ElementType.Double);

    private bool IsFixed(Expression expression) => Walk.Parts(expression).All(part => part switch
    {
        Constant or Conversion { IsChecked: false } or ObjectLength { Row: null } => true,
        Binary binary => !binary.IsChecked && binary.Operator is not (BinaryOperator.Divide or BinaryOperator.Remainder),
        VariableRead read => !_assigned.Contains(read.Variable.Id),
        _ => false,
    });

    private static ComparisonOperator Turned(ComparisonOperator @operator) => @operator switch
    {
        ComparisonOperator.Less => ComparisonOperator.Greater,
        ComparisonOperator.LessOrEqual => ComparisonOperator.GreaterOrEqual,
        ComparisonOperator.Greater => ComparisonOperator.Less,
        ComparisonOperator.GreaterOrEqual => ComparisonOperator.LessOrEqual,
        _ => @operator,
    };
}
