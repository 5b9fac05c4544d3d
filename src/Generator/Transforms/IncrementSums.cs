using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Transforms;

/// <summary>
/// The value of l, with <c>l += p + q * i</c>, in the iteration of index i, before and after the increment: from s in
/// steps of d = ±1, K = d·(i − s) increments are done before, and the indexes in them add up to K·(s + i − d)/2.
/// </summary>
/// <remarks>
/// The products are differences of squares of ints, so that 64 bits hold them before they are halved; one of the two factors
/// is even. What follows wraps in 64 bits, and l's type keeps the lowest of them.
/// </remarks>
internal sealed class IncrementSums
{
    public IncrementSums(Loop root, LinearIncrement increment, Variable before)
    {
        Expression index = Int64(new VariableRead(root.Index));
        Expression start = Int64(root.Start);
        bool isUp = root.ConstantStep == 1;
        int step = isUp ? 1 : -1;
        Expression done = isUp ? Sum(index, Negate(start)) : Sum(start, Negate(index));
        Expression ends = Sum(index, start);
        Before = Value(done, Sum(ends, Constant.Int64(-step)), increment, before);
        After = Value(Sum(done, Constant.Int64(1)), ends, increment, before);
    }

    public Expression Before { get; }

    public Expression After { get; }

    private static Expression Value(Expression count, Expression ends, LinearIncrement increment, Variable before)
    {
        Expression product = new Binary(BinaryOperator.Multiply, ElementType.Int64, count, ends);
        Expression indexes = new Binary(BinaryOperator.ShiftRight, ElementType.Int64, product, Constant.Int32(1));
        Expression value = Sum(Int64(new VariableRead(before)), Times(indexes, increment.PerIndex!));
        value = increment.Fixed is { } part ? Sum(value, Times(count, part)) : value;
        return before.Type == ElementType.Int64 ? value : new Conversion(before.Type, value);
    }

    private static Expression Times(Expression sum, Expression part) =>
        LinearIncrement.IsOne(part) ? sum : new Binary(BinaryOperator.Multiply, ElementType.Int64, sum, Int64(part));

    private static Expression Sum(Expression left, Expression right) => (left, right) switch
    {
        (_, Constant { Value: 0L }) => left,
        (Binary { Operator: BinaryOperator.Add, Left: var first, Right: Constant { Value: long one } }, Constant { Value: long other }) =>
            Sum(first, Constant.Int64(unchecked(one + other))),
        (_, Unary { Operator: UnaryOperator.Negate, Operand: var negated }) => new Binary(BinaryOperator.Subtract, ElementType.Int64, left, negated),
        _ => new Binary(BinaryOperator.Add, ElementType.Int64, left, right),
    };

    private static Expression Negate(Expression expression) => expression is Constant { Value: long value }
        ? Constant.Int64(unchecked(-value))
        : new Unary(UnaryOperator.Negate, expression);

    private static Expression Int64(Expression expression) => expression switch
    {
        Constant { Value: int value } => Constant.Int64(value),
        { Type: ElementType.Int64 } => expression,
        _ => new Conversion(ElementType.Int64, expression),
    };
}
