namespace AutoPar.Generator.Ir;

/// <summary>An expression as the user would write it: without the conversions that keep it from wrapping.</summary>
internal static class PlainText
{
    public static string Of(Expression expression)
    {
        Expression plain = new WithoutConversions().Visit(expression);
        if (plain is Comparison { Operator: ComparisonOperator.Equal } same && IrPrinter.Print(same.Left) is var value && value == IrPrinter.Print(same.Right))
        {
            // Its value in 64 bits is that in its own type.
            return $"{value} doesn't overflow";
        }

        string text = IrPrinter.Print(plain);
        return plain is Comparison or ShortCircuit or Binary ? text.Substring(1, text.Length - 2) : text;
    }

    private sealed class WithoutConversions : IrRewriter
    {
        public override Expression Visit(Expression expression) => expression switch
        {
            Conversion conversion => Visit(conversion.Operand),
            Constant { Value: long and >= int.MinValue and <= int.MaxValue and var value } => Constant.Int32((int)value),
            _ => base.Visit(expression),
        };
    }
}
