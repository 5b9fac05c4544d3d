using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Analysis.Affine;

/// <summary>
/// Reads integer expressions as affine forms of true values. C#'s arithmetic wraps, the form doesn't: they agree
/// wherever the form's value lies inside the expression's type, which guards and proofs establish.
/// </summary>
internal sealed class AffineReader
{
    private readonly Func<Variable, AffineForm?> _valueOf;
    private readonly bool _cannotWrap;
    private readonly Func<AffineForm, ElementType, bool>? _fits;

    private AffineReader(Func<Variable, AffineForm?> valueOf, bool cannotWrap, Func<AffineForm, ElementType, bool>? fits)
    {
        _valueOf = valueOf;
        _cannotWrap = cannotWrap;
        _fits = fits;
    }

    /// <summary>The affine form of an expression, or null when it isn't affine or can't be told in 64 bits.</summary>
    /// <param name="valueOf">What a scalar is worth at the place of the expression; null when that isn't affine.</param>
    /// <param name="cannotWrap">A guard sees to it that no operation of 32 bits in it wraps.</param>
    /// <param name="fits">Whether a form's value lies in a type at the place of the expression.</param>
    public static AffineForm? Read(
        Expression expression, Func<Variable, AffineForm?> valueOf, bool cannotWrap = false, Func<AffineForm, ElementType, bool>? fits = null)
    {
        try
        {
            return new AffineReader(valueOf, cannotWrap, fits).Visit(expression)?.Form;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    /// <summary>The same; null also where C# may compute another value, since no guard on the expression is going to tell.</summary>
    public static AffineForm? ReadTrue(Expression expression, Func<Variable, AffineForm?> valueOf, Func<AffineForm, ElementType, bool> fits)
    {
        try
        {
            var reader = new AffineReader(valueOf, cannotWrap: false, fits);
            return reader.Visit(expression) is { } value && reader.IsTrue(value, expression.Type) ? value.Form : null;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    /// <param name="Bits">How many bits, sign included, the true value needs; 0 when unknown.</param>
    /// <param name="IsWidened">A narrower operation that may have wrapped lies beneath: nothing may be added to it.</param>
    private readonly record struct Value(AffineForm Form, int Bits, bool IsWidened = false)
    {
        /// <summary>C# computes the true value in this type.</summary>
        public bool FitsIn(ElementType type) => Bits > 0 && Bits <= (type.IsSigned() ? 8 * type.Size() : 0);
    }

    private Value? Visit(Expression expression)
    {
        switch (expression)
        {
            case Constant { Value: not bool and not ulong and not float and not double } constant:
                return Number(constant.Value is char character ? character : Convert.ToInt64(constant.Value));
            case Constant { Value: ulong and <= long.MaxValue } constant:
                return Number((long)(ulong)constant.Value);
            case VariableRead { Variable: var variable } when variable.Type.IsInteger():
                return _valueOf(variable) is { } form ? new Value(form, IsValueOf(form, variable) ? BitsOf(variable.Type) : 0) : null;
            case ObjectLength { Row: null } length:
                return new Value(AffineForm.Of(Symbol.Length(length)), 32);
            case Conversion conversion:
                return Converted(conversion);
            case Unary { Operator: UnaryOperator.Negate } negation when IsWideEnough(negation.Type):
                return Visit(negation.Operand) is { IsWidened: false } operand
                    ? new Value(operand.Form.Scale(-1), Limited(operand.Bits > 0 ? operand.Bits + 1 : 0, negation.Type))
                    : null;
            case Binary binary when IsWideEnough(binary.Type):
                return Arithmetic(binary);
            default:
                return null;
        }
    }

    private static Value Number(long number)
    {
        int bits = 1;
        for (long rest = number < 0 ? ~number : number; rest != 0; rest >>= 1)
        {
            bits++;
        }

        return new Value(AffineForm.Of(number), bits);
    }

    private Value? Arithmetic(Binary binary)
    {
        if (Visit(binary.Left) is not { IsWidened: false } left || Visit(binary.Right) is not { IsWidened: false } right)
        {
            return null;
        }

        bool known = left.Bits > 0 && right.Bits > 0;
        switch (binary.Operator)
        {
            case BinaryOperator.Add:
                return new Value(left.Form.Add(right.Form), known ? Limited(Math.Max(left.Bits, right.Bits) + 1, binary.Type) : 0);
            case BinaryOperator.Subtract:
                return new Value(left.Form.Subtract(right.Form), known ? Limited(Math.Max(left.Bits, right.Bits) + 1, binary.Type) : 0);
            case BinaryOperator.Multiply:
                return new Value(left.Form.Multiply(right.Form), known ? Limited(left.Bits + right.Bits, binary.Type) : 0);
            case BinaryOperator.ShiftLeft when right.Form is { IsConstant: true, Constant: >= 0 and < 31 }:
                return new Value(left.Form.Scale(1L << (int)right.Form.Constant),
                    known ? Limited(left.Bits + (int)right.Form.Constant, binary.Type) : 0);
            default:
                return Divided(binary, left, right);
        }
    }

    /// <summary>Divisions, remainders and masks by constants, of values that C# computes without wrapping or that end where they don't.</summary>
    private Value? Divided(Binary binary, Value left, Value right)
    {
        if (right.Form is not { IsConstant: true, Constant: > 0 and <= int.MaxValue and var number } || !IsTrue(left, binary.Type))
        {
            return null;
        }

        switch (binary.Operator)
        {
            case BinaryOperator.Divide:
                return new Value(AffineForm.Of(Symbol.Quotient(left.Form, number, isFloor: false, binary)), left.Bits);
            case BinaryOperator.Remainder:
                return new Value(left.Form.Subtract(AffineForm.Of(Symbol.Quotient(left.Form, number, isFloor: false, Over(number))).Scale(number)),
                    left.Bits);
            case BinaryOperator.ShiftRight when number < 31:
                return new Value(AffineForm.Of(Symbol.Quotient(left.Form, 1L << (int)number, isFloor: true, binary)), left.Bits);
            case BinaryOperator.And when (number & (number + 1)) == 0:
                return new Value(left.Form.Subtract(AffineForm.Of(Symbol.Quotient(left.Form, number + 1, isFloor: true, Shifted(number + 1)))
                    .Scale(number + 1)), left.Bits);
            default:
                return null;
        }

        Expression Over(long divisor) => new Binary(
            BinaryOperator.Divide, ElementType.Int64, new Conversion(ElementType.Int64, binary.Left), Constant.Int64(divisor));

        Expression Shifted(long divisor) => new Binary(
            BinaryOperator.ShiftRight, ElementType.Int64, new Conversion(ElementType.Int64, binary.Left), Constant.Int32((int)Math.Log(divisor, 2)));
    }

    /// <summary>Is the true value what C# computes? Sums and products that wrap on the way end right where their value fits.</summary>
    private bool IsTrue(Value value, ElementType type) => value.FitsIn(type) || (type.IsSigned() && (_fits?.Invoke(value.Form, type) ?? false));

    private Value? Converted(Conversion conversion)
    {
        ElementType from = conversion.Operand.Type;
        if (!from.IsInteger() || !IsWideEnough(conversion.Type) || Visit(conversion.Operand) is not { } operand
            || (conversion.IsChecked && !Holds(conversion.Type, from)))
        {
            return null;
        }

        if (conversion.Type.Size() <= from.Size() || operand.Bits > 0)
        {
            // Reinterpreted, or cut to 32 bits or more: they agree where the true value fits.
            return operand with { Bits = Holds(conversion.Type, from) || operand.FitsIn(conversion.Type) ? operand.Bits : 0 };
        }

        // The result of an operation may have wrapped before it is widened.
        return operand with { IsWidened = true };
    }

    private int Limited(int bits, ElementType type) =>
        type.IsSigned() && bits <= 8 * type.Size() ? bits
        : _cannotWrap && type.Size() == 4 ? BitsOf(type)
        : 0;

    /// <summary>A variable that stands for a symbol of its own type, or for a small constant, holds the true value.</summary>
    private static bool IsValueOf(AffineForm form, Variable variable) =>
        (form.IsConstant && form.Constant is >= 0 and <= sbyte.MaxValue)
        || (form.Constant == 0 && form.Terms.ToArray() is [{ Coefficient: 1, Symbols: [{ Kind: not SymbolKind.Quotient } symbol] }]
            && Holds(variable.Type, symbol.Value.Type));

    // An unsigned 64-bit value isn't a true signed one.
    private static int BitsOf(ElementType type) => type.IsSigned() ? 8 * type.Size() : type.Size() < 8 ? (8 * type.Size()) + 1 : 0;

    /// <summary>Does <paramref name="wide"/> hold every value of <paramref name="narrow"/>?</summary>
    private static bool Holds(ElementType wide, ElementType narrow) =>
        wide == narrow
        || (wide.IsSigned() == narrow.IsSigned() && wide.Size() >= narrow.Size())
        || (wide.IsSigned() && !narrow.IsSigned() && wide.Size() > narrow.Size());

    private static bool IsWideEnough(ElementType type) => type.IsInteger() && type.Size() >= 4;
}
