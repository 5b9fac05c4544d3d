namespace AutoPar.Generator.Ir;

/// <summary>
/// IR expressions as scalar C# that means the same in every project: integer arithmetic and conversions stand in an
/// explicit <c>unchecked</c> or <c>checked</c>, constants have their types, enums are cast to their underlying type.
/// Variables and objects are written by their names.
/// </summary>
internal static class ExpressionPrinter
{
    private enum Overflow
    {
        Unknown,
        Unchecked,
        Checked,
    }

    // C#'s precedence, loosest first.
    private const int ConditionalLevel = 1;
    private const int OrElseLevel = 2;
    private const int AndAlsoLevel = 3;
    private const int EqualityLevel = 7;
    private const int RelationalLevel = 8;
    private const int ShiftLevel = 9;
    private const int UnaryLevel = 12;
    private const int Primary = 13;

    /// <summary>The expression, to stand anywhere an argument can stand.</summary>
    public static string Print(Expression expression) => Print(expression, 0, Overflow.Unknown);

    /// <summary>The expression, to stand as an operand of any operator.</summary>
    public static string Operand(Expression expression) => Print(expression, Primary, Overflow.Unknown);

    /// <summary>The access as a place: <c>a[i]</c>, <c>J[i][j]</c>, <c>A[i, j]</c>.</summary>
    public static string Access(ArrayAccess access)
    {
        IEnumerable<string> subscripts = access.Subscripts.Select(Print);
        return access.Object.Name + (access.Object.Kind == MemoryKind.Jagged
            ? string.Concat(subscripts.Select(subscript => $"[{subscript}]"))
            : $"[{string.Join(", ", subscripts)}]");
    }

    /// <summary>The value as the type of a place: a cast when the place is an enum.</summary>
    public static string Assigned(Expression value, ElementType type, string typeText) =>
        IsEnum(type, typeText) ? $"({typeText}){Operand(value)}" : Print(value);

    private static bool IsEnum(ElementType type, string typeText) => type switch
    {
        ElementType.Other or ElementType.Boolean or ElementType.Single or ElementType.Double => false,
        ElementType.NativeInt => typeText is not ("nint" or "System.IntPtr" or "global::System.IntPtr"),
        ElementType.NativeUInt => typeText is not ("nuint" or "System.UIntPtr" or "global::System.UIntPtr"),
        _ => typeText != type.Keyword(),
    };

    private static string Print(Expression expression, int level, Overflow context)
    {
        Overflow needed = Needed(expression);
        if (needed != Overflow.Unknown && needed != context)
        {
            return $"{(needed == Overflow.Checked ? "checked" : "unchecked")}({Print(expression, 0, needed)})";
        }

        (string text, int own) = Write(expression, context);
        return own < level ? $"({text})" : text;
    }

    /// <summary>What of the two contexts the operation at the top depends on.</summary>
    private static Overflow Needed(Expression expression) => expression switch
    {
        Binary { Operator: BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Multiply } binary when binary.Type.IsInteger() =>
            binary.IsChecked ? Overflow.Checked : Overflow.Unchecked,
        Binary binary when binary.Type.Size() < 4 && binary.Type.IsInteger() => Overflow.Unchecked,
        Unary { Operator: UnaryOperator.Negate } unary when unary.Type.IsInteger() =>
            unary.IsChecked ? Overflow.Checked : Overflow.Unchecked,
        Unary unary when unary.Type.Size() < 4 && unary.Type.IsInteger() => Overflow.Unchecked,
        Conversion conversion when conversion.Type.IsInteger() => conversion.IsChecked ? Overflow.Checked : Overflow.Unchecked,
        _ => Overflow.Unknown,
    };

    private static (string Text, int Level) Write(Expression expression, Overflow context) => expression switch
    {
        Constant constant => Constant(constant),
        VariableRead read => Cast(read.Variable.Name, read.Type, read.Variable.TypeText),
        Load load => Cast(Access(load.Access), load.Type, load.Access.Object.ElementTypeText),
        ObjectLength length => (Length(length), Primary),
        // C# has none for what is as wide as uint, or makes it a long.
        Unary { Operator: UnaryOperator.Negate } negation when negation.Type.IsInteger() && !negation.Type.IsSigned() && negation.Type.Size() >= 4 =>
            Write(new Binary(BinaryOperator.Subtract, negation.Type, Constants.Number(negation.Type, 0), negation.Operand), context),
        Unary unary => Narrowed(unary.Type, UnaryText(unary, context), UnaryLevel),
        Binary binary => Narrowed(binary.Type, BinaryText(binary, context), Level(binary.Operator)),
        Comparison comparison => (
            $"{Promoted(comparison.Left, ShiftLevel, context)} {OperatorSymbols.Of(comparison.Operator)} {Promoted(comparison.Right, ShiftLevel, context)}",
            comparison.Operator is ComparisonOperator.Equal or ComparisonOperator.NotEqual ? EqualityLevel : RelationalLevel),
        ShortCircuit circuit => circuit.IsAnd
            ? ($"{Print(circuit.Left, AndAlsoLevel, context)} && {Print(circuit.Right, AndAlsoLevel + 1, context)}", AndAlsoLevel)
            : ($"{Print(circuit.Left, OrElseLevel, context)} || {Print(circuit.Right, OrElseLevel + 1, context)}", OrElseLevel),
        Conditional conditional => (
            $"{Print(conditional.Condition, OrElseLevel, context)} ? {Print(conditional.WhenTrue, OrElseLevel, context)} : {Print(conditional.WhenFalse, ConditionalLevel, context)}",
            ConditionalLevel),
        Conversion conversion => ($"({conversion.Type.Keyword()}){CastOperand(conversion.Operand, context)}", UnaryLevel),
        IntrinsicCall { IsVectorMath: true } call => (
            $"{ScalarIntrinsics.VectorMath}{call.Function}({string.Join(", ", call.Arguments.Select(argument => Print(argument, 0, context)))})",
            Primary),
        IntrinsicCall call => (
            ScalarIntrinsics.Call(call.Function, call.Type, call.Arguments[0].Type, [.. call.Arguments.Select(argument => Print(argument, 0, context))]),
            Primary),
        _ => throw new ArgumentOutOfRangeException(nameof(expression), expression, "is not an expression of the IR"),
    };

    private static (string, int) Constant(Constant constant)
    {
        string text = Constants.Text(constant);
        return (text, text[0] is '-' or '(' ? UnaryLevel : Primary);
    }

    private static (string, int) Cast(string text, ElementType type, string typeText) =>
        IsEnum(type, typeText) ? ($"({type.Keyword()}){text}", UnaryLevel) : (text, Primary);

    // C# computes in int what is narrower; the IR's operation has the narrow type when the code was generic.
    private static (string, int) Narrowed(ElementType type, string text, int level) =>
        type.Size() < 4 && type.IsInteger() ? ($"({type.Keyword()})({text})", UnaryLevel) : (text, level);

    private static string UnaryText(Unary unary, Overflow context)
    {
        string operand = Promoted(unary.Operand, UnaryLevel, context);
        string symbol = OperatorSymbols.Of(unary.Operator);

        // -(-1), and -(2147483648): a sign in front of a literal would become part of it.
        return operand[0] == '-' || unary.Operand is Constant ? $"{symbol}({operand})" : symbol + operand;
    }

    private static string BinaryText(Binary binary, Overflow context)
    {
        int level = Level(binary.Operator);
        return $"{Promoted(binary.Left, level, context)} {OperatorSymbols.Of(binary.Operator)} {Promoted(binary.Right, level + 1, context)}";
    }

    /// <summary>An operand of arithmetic or a comparison: C# itself promotes what is narrower than int.</summary>
    private static string Promoted(Expression operand, int level, Overflow context) =>
        operand is Conversion { Type: ElementType.Int32, Operand: { } inner } && inner.Type.IsInteger() && inner.Type.Size() < 4
            ? Print(inner, level, context)
            : Print(operand, level, context);

    private static string CastOperand(Expression operand, Overflow context)
    {
        string text = Print(operand, UnaryLevel, context);
        return text[0] == '-' ? $"({text})" : text;
    }

    private static string Length(ObjectLength length)
    {
        bool wide = length.Type == ElementType.Int64;
        string text = length.Object.Name;
        if (length.Row is { } row)
        {
            text += $"[{Print(row)}]";
        }

        return (length.Object.Kind, length.Dimension) switch
        {
            (MemoryKind.MultiArray, { } dimension) => $"{text}.{(wide ? "GetLongLength" : "GetLength")}({dimension})",
            (MemoryKind.List, _) => text + ".Count",
            (MemoryKind.Array or MemoryKind.MultiArray or MemoryKind.Jagged, _) => text + (wide ? ".LongLength" : ".Length"),
            _ => text + ".Length",
        };
    }

    private static int Level(BinaryOperator @operator) => @operator switch
    {
        BinaryOperator.Multiply or BinaryOperator.Divide or BinaryOperator.Remainder => 11,
        BinaryOperator.Add or BinaryOperator.Subtract => 10,
        BinaryOperator.ShiftLeft or BinaryOperator.ShiftRight or BinaryOperator.UnsignedShiftRight => ShiftLevel,
        BinaryOperator.And => 6,
        BinaryOperator.Xor => 5,
        _ => 4,
    };
}
