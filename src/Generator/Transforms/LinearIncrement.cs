using AutoPar.Generator.Analysis.Scalars;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Transforms;

/// <summary>
/// What <c>l += p + q * i</c> adds, for the index i: both parts are invariant, of l's type and wrap in it. Null stands for
/// 0; without an index it is no increment of the second order.
/// </summary>
internal sealed record LinearIncrement(Expression? Fixed, Expression? PerIndex)
{
    public static LinearIncrement? Of(ScalarUses uses, Loop loop) =>
        uses.Assigns[0].Value is Binary { Operator: BinaryOperator.Add or BinaryOperator.Subtract, IsChecked: false } sum
        && uses.CountReads(sum) == 1
        && (uses.IsRead(sum.Left) ? Read(sum.Right, loop)
            : uses.IsRead(sum.Right) && sum.Operator == BinaryOperator.Add ? Read(sum.Left, loop)
            : null) is { PerIndex: not null } increment
            ? sum.Operator == BinaryOperator.Add ? increment : increment.Scale(Negate)
            : null;

    // Sums, differences and products wrap as l does; a conversion of a sum that has wrapped wouldn't.
    private static LinearIncrement? Read(Expression expression, Loop loop)
    {
        if (Inductions.IsInvariant(expression, loop))
        {
            return new(expression, null);
        }

        switch (expression)
        {
            case VariableRead { Variable.Id: var id } when id == loop.Index.Id:
            case Conversion { Type: ElementType.Int64, Operand: VariableRead { Variable.Id: var widened } } when widened == loop.Index.Id:
                return new(null, new Constant(expression.Type, expression.Type == ElementType.Int64 ? 1L : (object)1));
            case Unary { Operator: UnaryOperator.Negate, IsChecked: false } unary:
                return Read(unary.Operand, loop)?.Scale(Negate);
            case Binary { IsChecked: false, Operator: BinaryOperator.Add or BinaryOperator.Subtract } sum:
                return Read(sum.Left, loop) is { } left && Read(sum.Right, loop) is { } right
                    ? left.Add(sum.Operator == BinaryOperator.Add ? right : right.Scale(Negate))
                    : null;
            case Binary { IsChecked: false, Operator: BinaryOperator.Multiply } product when Inductions.IsInvariant(product.Right, loop):
                return Read(product.Left, loop)?.Scale(part => Multiply(part, product.Right));
            case Binary { IsChecked: false, Operator: BinaryOperator.Multiply } product when Inductions.IsInvariant(product.Left, loop):
                return Read(product.Right, loop)?.Scale(part => Multiply(part, product.Left));
            default:
                return null;
        }
    }

    private LinearIncrement Add(LinearIncrement other) => new(Add(Fixed, other.Fixed), Add(PerIndex, other.PerIndex));

    private LinearIncrement Scale(Func<Expression, Expression> scale) =>
        new(Fixed is null ? null : scale(Fixed), PerIndex is null ? null : scale(PerIndex));

    private static Expression? Add(Expression? left, Expression? right) =>
        left is null ? right : right is null ? left : new Binary(BinaryOperator.Add, left.Type, left, right);

    private static Expression Multiply(Expression part, Expression factor) =>
        IsOne(part) ? factor : new Binary(BinaryOperator.Multiply, part.Type, part, factor);

    private static Expression Negate(Expression part) =>
        part is Unary { Operator: UnaryOperator.Negate, IsChecked: false } negated ? negated.Operand : Inductions.Fold(new Unary(UnaryOperator.Negate, part));

    public static bool IsOne(Expression part) => part is Constant { Value: 1 or 1L };
}
