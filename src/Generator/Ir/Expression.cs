using AutoPar.Generator.Helpers;

namespace AutoPar.Generator.Ir;

/// <summary>
/// A side-effect free expression over scalars and array elements. Every implicit conversion of C# is an explicit
/// <see cref="Conversion"/>, so the operands of an operator have the type it computes in.
/// </summary>
internal abstract record Expression(ElementType Type);

/// <param name="Value">A boxed primitive of exactly <paramref name="Type"/> (nint as long, nuint as ulong).</param>
internal sealed record Constant(ElementType Type, object Value) : Expression(Type)
{
    public static Constant Int32(int value) => new(ElementType.Int32, value);

    public static Constant Int64(long value) => new(ElementType.Int64, value);
}

internal sealed record VariableRead(Variable Variable) : Expression(Variable.Type);

/// <summary>The value of an array element.</summary>
internal sealed record Load(ArrayAccess Access) : Expression(Access.Object.Element);

/// <summary>
/// <c>a.Length</c>, <c>list.Count</c> (dimension null), <c>A.GetLength(dimension)</c>, <c>J[row].Length</c>.
/// </summary>
/// <param name="Type">Int32, or Int64 for <c>LongLength</c>.</param>
internal sealed record ObjectLength(ElementType Type, MemoryObject Object, int? Dimension, Expression? Row = null) : Expression(Type);

/// <param name="IsChecked">An integer negation that throws on overflow.</param>
internal sealed record Unary(UnaryOperator Operator, Expression Operand, bool IsChecked = false) : Expression(Operand.Type);

internal enum UnaryOperator
{
    Negate,
    BitwiseNot,
    LogicalNot,
}

/// <summary>
/// Arithmetic, bitwise or shift. Both operands have <paramref name="Type"/>, but a shift's count, which is Int32
/// and is masked as in C#. Integer arithmetic wraps unless <paramref name="IsChecked"/>.
/// </summary>
internal sealed record Binary(
    BinaryOperator Operator, ElementType Type, Expression Left, Expression Right, bool IsChecked = false) : Expression(Type);

internal enum BinaryOperator
{
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
    And,
    Or,
    Xor,
    ShiftLeft,

    /// <summary>Arithmetic for signed types, logical for unsigned ones.</summary>
    ShiftRight,

    /// <summary><c>&gt;&gt;&gt;</c></summary>
    UnsignedShiftRight,
}

/// <summary>A comparison of two operands of one type; the result is Boolean.</summary>
internal sealed record Comparison(ComparisonOperator Operator, Expression Left, Expression Right) : Expression(ElementType.Boolean);

internal enum ComparisonOperator
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

/// <summary><c>&amp;&amp;</c> or <c>||</c>: the right operand is evaluated only when the left one doesn't decide.</summary>
internal sealed record ShortCircuit(bool IsAnd, Expression Left, Expression Right) : Expression(ElementType.Boolean);

/// <summary><c>?:</c>, and a switch expression lowered to a chain of them: only the chosen arm is evaluated.</summary>
internal sealed record Conditional(Expression Condition, Expression WhenTrue, Expression WhenFalse) : Expression(WhenTrue.Type);

/// <summary>A numeric conversion with C#'s semantics (saturating float to integer as .NET 9 on).</summary>
internal sealed record Conversion(ElementType Type, Expression Operand, bool IsChecked = false) : Expression(Type);

/// <summary>A call of a pure framework function that the compiler knows, see <see cref="IntrinsicFunction"/>.</summary>
/// <param name="IsVectorMath">It's the function of Runtime's vector math, not the framework's.</param>
internal sealed record IntrinsicCall(
    ElementType Type, IntrinsicFunction Function, EquatableArray<Expression> Arguments, bool IsVectorMath = false) : Expression(Type);
