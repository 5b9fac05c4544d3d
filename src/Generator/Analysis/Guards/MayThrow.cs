using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Analysis.Guards;

/// <summary>Which operations throw for some values of their operands, whatever the guards on bounds say.</summary>
internal static class MayThrow
{
    /// <summary>Does this operation, not its operands, throw for some values? Accesses are judged apart.</summary>
    public static bool ByItself(Expression expression) => expression switch
    {
        Binary { IsChecked: true, Operator: not (BinaryOperator.Divide or BinaryOperator.Remainder) } => !ValueRange.Fits(expression),
        Unary { IsChecked: true } => !ValueRange.Fits(expression),
        Conversion { IsChecked: true } conversion => conversion.Type != conversion.Operand.Type && !ValueRange.Fits(expression),
        Binary { Operator: BinaryOperator.Divide or BinaryOperator.Remainder, Type: var type } binary when type.IsInteger() => !IsSafe(binary.Right),
        IntrinsicCall { Function: IntrinsicFunction.Abs, Type: var type, Arguments: [var operand] } =>
            type.IsInteger() && type.IsSigned() && !(ValueRange.Of(operand) is { } range && range.Low > ValueRange.OfType(type)!.Value.Low),
        IntrinsicCall { Function: IntrinsicFunction.Sign, Arguments: [{ Type: var type }] } => type.IsFloat(),
        IntrinsicCall { Function: IntrinsicFunction.Clamp, Arguments: [_, var least, var most] } => !AreOrdered(least, most),
        IntrinsicCall { Function: IntrinsicFunction.RandomInt32, Arguments: [_, _, var least, var most, _] } =>
            !AreOrdered(least, most) || AreOrdered(most, least),
        IntrinsicCall { Function: IntrinsicFunction.NoArm } => true,
        ObjectLength { Row: not null } => true,
        _ => false,
    };

    // 0 throws, and -1 does for the least dividend.
    private static bool IsSafe(Expression divisor) =>
        Unconverted(divisor) is Constant { Value: not (float or double or bool) and var value } && Convert.ToDecimal(value is char c ? (int)c : value) is not 0m and not -1m;

    private static bool AreOrdered(Expression least, Expression most) =>
        Unconverted(least) is Constant { Value: not bool and var low } && Unconverted(most) is Constant { Value: not bool and var high }
        && low is not char && high is not char && Convert.ToDouble(low) <= Convert.ToDouble(high);

    private static Expression Unconverted(Expression expression) =>
        expression is Conversion { IsChecked: false, Operand: Constant operand } ? operand : expression;
}
