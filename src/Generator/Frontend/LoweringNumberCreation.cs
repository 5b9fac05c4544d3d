using AutoPar.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Frontend;

/// <summary>Generic math's conversions: <c>double.CreateChecked(i)</c>.</summary>
internal sealed partial class Lowering
{
    // 2^24 and all whole numbers below are floats.
    private const long LastExactFloat = 1 << 24;

    /// <summary>Null when the call isn't such a conversion, or one that C# has no cast for.</summary>
    private (Expression? Value, bool IsCreation) LowerNumberCreation(IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod;
        if (!method.IsStatic || method.Arity != 1 || call.Arguments is not [var argument]
            || method.Name is not ("CreateChecked" or "CreateSaturating" or "CreateTruncating"))
        {
            return (null, false);
        }

        ElementType to = TypeMap.Element(method.ContainingType);
        ElementType from = TypeMap.Element(method.TypeArguments[0]);
        bool isCreation = method.ContainingType is { TypeKind: TypeKind.Struct } && method.TypeArguments[0].TypeKind == TypeKind.Struct
            && IsNumber(to) && IsNumber(from)
            && (method.Name == "CreateChecked" || from == to || (to.IsFloat() && from.IsInteger()) || TypeMap.IsWidening(from, to));
        return isCreation ? (LowerExpression(argument.Value) is { } value ? Created(value, to) : null, true) : (null, false);

        static bool IsNumber(ElementType type) => type.IsFloat() || (type.IsInteger() && type is not (ElementType.Char or ElementType.NativeInt or ElementType.NativeUInt));
    }

    /// <summary>A cast in a checked context; a whole number becomes a constant of the new type.</summary>
    private static Expression Created(Expression value, ElementType type) =>
        value is Constant constant && constant.Type.IsInteger() && IsExact(Convert.ToDecimal(constant.Value), type)
            ? TypeMap.Constant(type, constant.Value)!
            : Converted(value, type, isChecked: true);

    private static bool IsExact(decimal number, ElementType type) => type switch
    {
        ElementType.Single or ElementType.Double => Math.Abs(number) <= LastExactFloat,
        ElementType.Int32 => number is >= int.MinValue and <= int.MaxValue,
        ElementType.UInt32 => number is >= uint.MinValue and <= uint.MaxValue,
        ElementType.Int64 => number is >= long.MinValue and <= long.MaxValue,
        ElementType.UInt64 => number is >= ulong.MinValue and <= ulong.MaxValue,
        _ => false,
    };
}
