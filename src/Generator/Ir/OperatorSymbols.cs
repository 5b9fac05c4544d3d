namespace AutoPar.Generator.Ir;

/// <summary>C#'s operators as text.</summary>
internal static class OperatorSymbols
{
    public static string Of(UnaryOperator @operator) => @operator switch
    {
        UnaryOperator.Negate => "-",
        UnaryOperator.BitwiseNot => "~",
        _ => "!",
    };

    public static string Of(BinaryOperator @operator) => @operator switch
    {
        BinaryOperator.Add => "+",
        BinaryOperator.Subtract => "-",
        BinaryOperator.Multiply => "*",
        BinaryOperator.Divide => "/",
        BinaryOperator.Remainder => "%",
        BinaryOperator.And => "&",
        BinaryOperator.Or => "|",
        BinaryOperator.Xor => "^",
        BinaryOperator.ShiftLeft => "<<",
        BinaryOperator.ShiftRight => ">>",
        _ => ">>>",
    };

    public static string Of(ComparisonOperator @operator) => @operator switch
    {
        ComparisonOperator.Equal => "==",
        ComparisonOperator.NotEqual => "!=",
        ComparisonOperator.Less => "<",
        ComparisonOperator.LessOrEqual => "<=",
        ComparisonOperator.Greater => ">",
        _ => ">=",
    };
}
