using AutoPar.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Frontend;

/// <summary>How a loop variable changes: by a constant, or by an invariant operand, added or subtracted.</summary>
internal sealed record LoopStep(IOperation Reference, ISymbol Symbol, long Constant, IOperation? Operand, bool IsNegative, bool IsPostfix)
{
    /// <summary>Reads <c>i++</c>, <c>i -= k</c>, <c>i = i + k</c> and their relatives.</summary>
    public static LoopStep? Of(IOperation? operation)
    {
        switch (operation)
        {
            case IExpressionStatementOperation { Operation: var inner }:
                return Of(inner);
            case IParenthesizedOperation { Operand: var inner }:
                return Of(inner);
            case IIncrementOrDecrementOperation { OperatorMethod: null, IsLifted: false } increment:
                return Make(increment.Target, null, increment.Kind == OperationKind.Decrement, increment.IsPostfix);
            case ICompoundAssignmentOperation
            {
                OperatorMethod: null, IsLifted: false, OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract,
            } assignment:
                return Make(assignment.Target, assignment.Value, assignment.OperatorKind == BinaryOperatorKind.Subtract, false);
            case ISimpleAssignmentOperation { IsRef: false } assignment
                when WithoutFinalConversion(assignment) is IBinaryOperation
                {
                    OperatorMethod: null, IsLifted: false, OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract,
                } sum:
                bool isDifference = sum.OperatorKind == BinaryOperatorKind.Subtract;
                ISymbol? target = SymbolOf(assignment.Target);
                return target is null ? null
                    : Same(target, SymbolOf(sum.LeftOperand)) ? Make(assignment.Target, sum.RightOperand, isDifference, false)
                    : !isDifference && Same(target, SymbolOf(sum.RightOperand)) ? Make(assignment.Target, sum.LeftOperand, false, false)
                    : null;
            default:
                return null;
        }
    }

    // A conversion to the index's own type cuts off only what wraps; one to a narrower type would change the sum.
    private static IOperation WithoutFinalConversion(ISimpleAssignmentOperation assignment)
    {
        IOperation value = assignment.Value;
        while (value is IParenthesizedOperation or IConversionOperation { OperatorMethod: null }
            && (value is IParenthesizedOperation || TypeMap.Element(value.Type) == TypeMap.Element(assignment.Target.Type)))
        {
            value = value is IConversionOperation { Operand: var operand } ? operand : ((IParenthesizedOperation)value).Operand;
        }

        return value;
    }

    /// <summary>The local or parameter whose true value an operation is: conversions that keep it aside.</summary>
    public static ISymbol? SymbolOf(IOperation? operation) => Operations.WithoutWidening(operation) switch
    {
        ILocalReferenceOperation { Local: { IsRef: false } local } => local,
        IParameterReferenceOperation { Parameter: { RefKind: RefKind.None } parameter } => parameter,
        _ => null,
    };

    private static bool Same(ISymbol one, ISymbol? other) => SymbolEqualityComparer.Default.Equals(one, other);

    private static LoopStep? Make(IOperation target, IOperation? operand, bool isNegative, bool isPostfix)
    {
        if (SymbolOf(target) is not { } symbol || !TypeMap.Element(target.Type).IsInteger() || target is IConversionOperation)
        {
            return null;
        }

        if (operand is null)
        {
            return new LoopStep(target, symbol, isNegative ? -1 : 1, null, isNegative, isPostfix);
        }

        // A float step on an integer, or a step too large for 64 signed bits, isn't counted.
        if (!TypeMap.Element(operand.Type).IsInteger())
        {
            return null;
        }

        if (Operations.ConstantOf(operand) is { Value: var value })
        {
            return value is not (ulong and > long.MaxValue) && value is not bool
                && Convert.ToInt64(value) is var step && step != 0 && step != long.MinValue
                    ? new LoopStep(target, symbol, isNegative ? -step : step, null, isNegative, false)
                    : null;
        }

        return new LoopStep(target, symbol, 0, operand, isNegative, false);
    }
}

/// <summary>
/// A loop condition <c>Index + Offset Relation Bound</c>, sides exchanged as needed. <paramref name="Step"/> is set when
/// the condition itself steps the index: <c>while (i-- > 0)</c>.
/// </summary>
internal sealed record LoopTest(IOperation Index, ISymbol Symbol, long Offset, LoopRelation Relation, IOperation Bound, LoopStep? Step)
{
    public static LoopTest? Of(IOperation? condition, Func<ISymbol, bool> isIndex)
    {
        if (condition is IParenthesizedOperation { Operand: var inner })
        {
            return Of(inner, isIndex);
        }

        if (condition is not IBinaryOperation { OperatorMethod: null, IsLifted: false } comparison
            || RelationOf(comparison.OperatorKind) is not { } relation)
        {
            return null;
        }

        return Side(comparison.LeftOperand, relation, comparison.RightOperand, isIndex)
            ?? Side(comparison.RightOperand, Mirrored(relation), comparison.LeftOperand, isIndex);
    }

    private static LoopTest? Side(IOperation side, LoopRelation relation, IOperation bound, Func<ISymbol, bool> isIndex)
    {
        if (Operations.WithoutWidening(side) is not { } index || !TypeMap.Element(bound.Type).IsInteger())
        {
            return null;
        }

        if (LoopStep.SymbolOf(index) is { } symbol && index is not IConversionOperation)
        {
            return isIndex(symbol) ? new LoopTest(index, symbol, 0, relation, bound, null) : null;
        }

        if (index is IIncrementOrDecrementOperation && LoopStep.Of(index) is { } step)
        {
            // The body sees the index after the step; a postfix test saw it before.
            return new LoopTest(step.Reference, step.Symbol, step.IsPostfix ? -step.Constant : 0, relation, bound, step);
        }

        return index is IBinaryOperation { OperatorMethod: null, OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract } sum
            && Operations.WithoutWidening(sum.LeftOperand) is { } shifted && LoopStep.SymbolOf(shifted) is { } local && shifted is not IConversionOperation
            && isIndex(local) && TypeMap.Element(shifted.Type).IsSigned()
            && Operations.ConstantOf(sum.RightOperand) is { Value: int offset and not int.MinValue }
                ? new LoopTest(shifted, local, sum.OperatorKind == BinaryOperatorKind.Add ? offset : -offset, relation, bound, null)
                : null;
    }

    private static LoopRelation? RelationOf(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.LessThan => LoopRelation.Less,
        BinaryOperatorKind.LessThanOrEqual => LoopRelation.LessOrEqual,
        BinaryOperatorKind.GreaterThan => LoopRelation.Greater,
        BinaryOperatorKind.GreaterThanOrEqual => LoopRelation.GreaterOrEqual,
        BinaryOperatorKind.NotEquals => LoopRelation.NotEqual,
        _ => null,
    };

    private static LoopRelation Mirrored(LoopRelation relation) => relation switch
    {
        LoopRelation.Less => LoopRelation.Greater,
        LoopRelation.LessOrEqual => LoopRelation.GreaterOrEqual,
        LoopRelation.Greater => LoopRelation.Less,
        LoopRelation.GreaterOrEqual => LoopRelation.LessOrEqual,
        _ => relation,
    };
}
