using AutoPar.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Frontend;

/// <summary>Unary and binary operators.</summary>
internal sealed partial class Lowering
{
    private Expression? LowerUnary(IUnaryOperation operation)
    {
        if (operation.OperatorMethod is not null || operation.IsLifted || TypeMap.Element(operation.Type) == ElementType.Other)
        {
            return Fail(operation, Describe(operation));
        }

        if (LowerExpression(operation.Operand) is not { } operand)
        {
            return null;
        }

        ElementType type = TypeMap.Element(operation.Type);
        ElementType computed = TypeMap.Promoted(type);
        return operation.OperatorKind switch
        {
            UnaryOperatorKind.Plus => operand,
            UnaryOperatorKind.Minus => new Unary(UnaryOperator.Negate, operand, operation.IsChecked && type.IsInteger()),
            UnaryOperatorKind.Not when type == ElementType.Boolean => new Unary(UnaryOperator.LogicalNot, operand),

            // Only an enum's operand may be narrower than int here.
            UnaryOperatorKind.BitwiseNegation => Converted(new Unary(UnaryOperator.BitwiseNot, Converted(operand, computed, false)), type, false),
            _ => Fail(operation, Describe(operation)),
        };
    }

    private Expression? LowerBinary(IBinaryOperation operation)
    {
        if (operation.OperatorMethod is not null || operation.IsLifted)
        {
            return Fail(operation, Describe(operation));
        }

        if (operation.OperatorKind is BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr)
        {
            return LowerShortCircuit(operation, operation.OperatorKind == BinaryOperatorKind.ConditionalAnd);
        }

        if (TypeMap.Element(operation.LeftOperand.Type) == ElementType.Other
            || TypeMap.Element(operation.RightOperand.Type) == ElementType.Other
            || TypeMap.Element(operation.Type) == ElementType.Other)
        {
            return Fail(operation, Describe(operation));
        }

        if (Sequence(Locations.Of(operation), [operation.LeftOperand, operation.RightOperand]) is not [var left, var right])
        {
            return null;
        }

        return ComparisonOf(operation.OperatorKind) is { } comparison
            ? left.Type == right.Type ? new Comparison(comparison, left, right) : Fail(operation, Describe(operation))
            : Combine(operation, operation.OperatorKind, TypeMap.Element(operation.Type), left, right, operation.IsChecked);
    }

    /// <summary>
    /// Applies a predefined operator. Enums and compound assignments bring operands narrower than int: the operator
    /// then computes in int and the result is cast back.
    /// </summary>
    private Expression? Combine(
        IOperation operation, BinaryOperatorKind kind, ElementType type, Expression left, Expression right, bool isChecked)
    {
        if (OperatorOf(kind) is not { } @operator)
        {
            return Fail(operation, Describe(operation));
        }

        bool isShift = @operator is BinaryOperator.ShiftLeft or BinaryOperator.ShiftRight or BinaryOperator.UnsignedShiftRight;
        ElementType computed = TypeMap.Promoted(type);
        bool needsCheck = isChecked && type.IsInteger()
            && @operator is BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Multiply;
        if (isShift ? right.Type != ElementType.Int32 : computed == ElementType.Boolean && right.Type != ElementType.Boolean)
        {
            return Fail(operation, Describe(operation));
        }

        Binary result = new(
            @operator, computed, Converted(left, computed, false), isShift ? right : Converted(right, computed, false), needsCheck);
        return Converted(result, type, isChecked);
    }

    private static ComparisonOperator? ComparisonOf(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.Equals => ComparisonOperator.Equal,
        BinaryOperatorKind.NotEquals => ComparisonOperator.NotEqual,
        BinaryOperatorKind.LessThan => ComparisonOperator.Less,
        BinaryOperatorKind.LessThanOrEqual => ComparisonOperator.LessOrEqual,
        BinaryOperatorKind.GreaterThan => ComparisonOperator.Greater,
        BinaryOperatorKind.GreaterThanOrEqual => ComparisonOperator.GreaterOrEqual,
        _ => null,
    };

    private static BinaryOperator? OperatorOf(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.Add => BinaryOperator.Add,
        BinaryOperatorKind.Subtract => BinaryOperator.Subtract,
        BinaryOperatorKind.Multiply => BinaryOperator.Multiply,
        BinaryOperatorKind.Divide => BinaryOperator.Divide,
        BinaryOperatorKind.Remainder => BinaryOperator.Remainder,
        BinaryOperatorKind.And => BinaryOperator.And,
        BinaryOperatorKind.Or => BinaryOperator.Or,
        BinaryOperatorKind.ExclusiveOr => BinaryOperator.Xor,
        BinaryOperatorKind.LeftShift => BinaryOperator.ShiftLeft,
        BinaryOperatorKind.RightShift => BinaryOperator.ShiftRight,
        BinaryOperatorKind.UnsignedRightShift => BinaryOperator.UnsignedShiftRight,
        _ => null,
    };
}
