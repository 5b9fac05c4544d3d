using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Analysis.Scalars;

/// <summary>Recognizes scalars that change by an invariant amount once per iteration.</summary>
internal static class Inductions
{
    public static Induction? Match(Loop loop, ScalarUses uses)
    {
        if (uses.Assigns.Count != 1 || uses.Variable.IsAtomic || uses.IsWrittenOpaquely
            || !uses.Variable.Type.IsInteger() || uses.Variable.Type.Size() < 4
            || !loop.Body.Statements.Any(statement => ReferenceEquals(statement, uses.Assigns[0])))
        {
            return null;
        }

        return uses.Assigns[0].Value switch
        {
            Binary { Operator: BinaryOperator.Add, IsChecked: false, Left: var left, Right: var right } when uses.IsRead(left) => Step(loop, uses, right),
            Binary { Operator: BinaryOperator.Add, IsChecked: false, Left: var left, Right: var right } when uses.IsRead(right) => Step(loop, uses, left),
            Binary { Operator: BinaryOperator.Subtract, IsChecked: false, Left: var left, Right: var right } when uses.IsRead(left)
                => Step(loop, uses, new Unary(UnaryOperator.Negate, Negatable(right))),
            _ => null,
        };
    }

    // C# has no negation of 64-bit unsigned numbers; modulo 2^64 it is the same.
    private static Expression Negatable(Expression step) =>
        step.Type is ElementType.UInt64 or ElementType.NativeUInt ? new Conversion(ElementType.Int64, step) : step;

    private static Induction? Step(Loop loop, ScalarUses uses, Expression step) =>
        IsInvariant(step, loop) ? new Induction(uses.Variable, Fold(step)) : null;

    /// <summary>Not read from memory that something may write meanwhile: only scalars and lengths qualify.</summary>
    public static bool IsInvariant(Expression value, Loop loop) =>
        ExpressionTree.SelfAndDescendants(value).All(part => part is Constant or VariableRead or ObjectLength { Row: null } or Unary or Binary { IsChecked: false, Operator: not (BinaryOperator.Divide or BinaryOperator.Remainder) } or Conversion { IsChecked: false })
        && !ExpressionTree.DependsOn(value, loop);

    public static Expression Fold(Expression step) => step switch
    {
        Unary { Operator: UnaryOperator.Negate, Operand: Constant { Value: int value and not int.MinValue } } => Constant.Int32(-value),
        Unary { Operator: UnaryOperator.Negate, Operand: Constant { Value: long value and not long.MinValue } } => Constant.Int64(-value),
        _ => step,
    };
}
