using System.Numerics;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Planning.Guards;

/// <summary>
/// Evaluates expressions that don't change in a region, exactly as C# does, before it begins. What would make the
/// evaluation throw is tested first.
/// </summary>
internal sealed class Invariants(RegionPlan region, GuardConditions conditions)
{
    private readonly HashSet<int> _varying = Varying(region);
    private readonly HashSet<int> _stored = [.. LoopTree.Statements(region.Root.Body).OfType<Store>().Select(store => store.Target.Object.Id)];

    public bool IsInvariant(Expression expression) => ExpressionTree.SelfAndDescendants(expression).All(part => part switch
    {
        VariableRead read => !_varying.Contains(read.Variable.Id),
        Load load => !_stored.Contains(load.Access.Object.Id),
        _ => true,
    });

    /// <summary>The value, as a guard may compute with it; null when evaluating it might throw in a way that isn't tested.</summary>
    public GuardSum? Value(Expression expression)
    {
        if (expression is Constant { Value: not bool } constant && constant.Type.IsInteger())
        {
            return GuardSum.Of(Number(constant));
        }

        if (!expression.Type.IsInteger() || !MakeSafe(expression))
        {
            return null;
        }

        // Widening doesn't change the value.
        if (expression is Conversion { IsChecked: false, Operand: var operand } && operand.Type.IsInteger()
            && IntegerRange.Min(operand.Type) >= IntegerRange.Min(expression.Type) && IntegerRange.Max(operand.Type) <= IntegerRange.Max(expression.Type))
        {
            return Value(operand);
        }

        return Evaluated(expression);
    }

    /// <summary>The value of a variable before the region, which itself changes it.</summary>
    public GuardSum? InitialValue(Variable variable) =>
        variable.Type.IsInteger() && region.Inputs.Any(input => input.Id == variable.Id) ? Evaluated(new VariableRead(variable)) : null;

    private static GuardSum Evaluated(Expression expression)
    {
        string text = ExpressionPrinter.Operand(expression);
        bool isUnsigned64 = expression.Type is ElementType.UInt64 or ElementType.NativeUInt;
        string plain = isUnsigned64 ? $"(global::System.Int128){text}" : text;
        string wide = isUnsigned64 ? plain : expression.Type == ElementType.Int64 ? text : $"(long){text}";
        (BigInteger min, BigInteger max) = expression is ObjectLength
            ? (BigInteger.Zero, IntegerRange.Max(ElementType.Int32))
            : (IntegerRange.Min(expression.Type), IntegerRange.Max(expression.Type));
        return GuardSum.Of(new Atom(plain, wide, min, max));
    }

    /// <summary>Adds tests after which evaluating the expression doesn't throw; false when there is no such test.</summary>
    public bool MakeSafe(Expression expression)
    {
        switch (expression)
        {
            case Binary { IsChecked: true } or Unary { IsChecked: true } or Conversion { IsChecked: true }:
                return false;
            case Conditional or ShortCircuit when ExpressionTree.SelfAndDescendants(expression).Any(MayThrow):
                // A test in front would be one of the arm that isn't taken, too.
                return false;
            case IntrinsicCall { Function: IntrinsicFunction.Abs or IntrinsicFunction.Sign or IntrinsicFunction.Clamp or IntrinsicFunction.RandomInt32 }:
                return false;
        }

        if (!ExpressionTree.Operands(expression).Concat(ExpressionTree.Subscripts(expression)).All(MakeSafe))
        {
            return false;
        }

        switch (expression)
        {
            case ObjectLength { Row: null } length:
                conditions.RequireNotNull(length.Object);
                return true;
            case ObjectLength or Load { Access.Object.Kind: MemoryKind.Jagged or MemoryKind.Pointer }:
                return false;
            case Load load:
                return MakeSafe(load.Access);
            case Binary { Operator: BinaryOperator.Divide or BinaryOperator.Remainder } division when division.Type.IsInteger():
                return MakeSafe(division);
            default:
                return true;
        }
    }

    private bool MakeSafe(ArrayAccess access)
    {
        conditions.RequireNotNull(access.Object);
        for (int dimension = 0; dimension < access.Subscripts.Count; dimension++)
        {
            if (Value(access.Subscripts[dimension]) is not { } subscript)
            {
                return false;
            }

            conditions.Require(subscript);
            conditions.Require(Lengths.Of(access, dimension) - subscript - GuardSum.Of(1));
        }

        return true;
    }

    private bool MakeSafe(Binary division)
    {
        if (division.Right is Constant divisor)
        {
            return !Number(divisor).IsZero && Number(divisor) != BigInteger.MinusOne;
        }

        string text = ExpressionPrinter.Operand(division.Right);
        conditions.RequireText($"{text} != 0");
        if (division.Type.IsSigned())
        {
            conditions.RequireText($"{text} != -1");
        }

        return true;
    }

    private static bool MayThrow(Expression part) => part switch
    {
        Load or ObjectLength => true,
        Binary { Operator: BinaryOperator.Divide or BinaryOperator.Remainder } division => division.Type.IsInteger(),
        _ => false,
    };

    private static BigInteger Number(Constant constant) => constant.Value switch
    {
        ulong value => value,
        char value => value,
        _ => Convert.ToInt64(constant.Value),
    };

    private static HashSet<int> Varying(RegionPlan region)
    {
        HashSet<int> varying = [.. LoopTree.Statements(region.Root.Body).SelectMany(LoopTree.Assigned).Select(variable => variable.Id)];
        varying.UnionWith(LoopTree.SelfAndDescendants(region.Root).Select(loop => loop.Index.Id));
        return varying;
    }
}
