using AutoPar.Generator.Ir;
using Microsoft.CodeAnalysis;

namespace AutoPar.Generator.Frontend;

/// <summary>
/// Framework functions that the IR knows. A function is listed only where it is the very function that the entry names:
/// <c>double.Max</c> is <c>Math.Max</c>, <c>double.MaxNumber</c> isn't.
/// </summary>
internal static class IntrinsicTable
{
    private static readonly Dictionary<string, IntrinsicFunction> s_common = new()
    {
        ["Abs"] = IntrinsicFunction.Abs,
        ["Min"] = IntrinsicFunction.Min,
        ["Max"] = IntrinsicFunction.Max,
        ["Clamp"] = IntrinsicFunction.Clamp,
        ["Sign"] = IntrinsicFunction.Sign,
    };

    private static readonly Dictionary<string, IntrinsicFunction> s_float = new()
    {
        ["CopySign"] = IntrinsicFunction.CopySign,
        ["Sqrt"] = IntrinsicFunction.Sqrt,
        ["Floor"] = IntrinsicFunction.Floor,
        ["Ceiling"] = IntrinsicFunction.Ceiling,
        ["Truncate"] = IntrinsicFunction.Truncate,
        ["Round"] = IntrinsicFunction.Round,
        ["FusedMultiplyAdd"] = IntrinsicFunction.FusedMultiplyAdd,
        ["Exp"] = IntrinsicFunction.Exp,
        ["Log"] = IntrinsicFunction.Log,
        ["Log2"] = IntrinsicFunction.Log2,
        ["Log10"] = IntrinsicFunction.Log10,
        ["Pow"] = IntrinsicFunction.Pow,
        ["Sin"] = IntrinsicFunction.Sin,
        ["Cos"] = IntrinsicFunction.Cos,
        ["Tan"] = IntrinsicFunction.Tan,
        ["Asin"] = IntrinsicFunction.Asin,
        ["Acos"] = IntrinsicFunction.Acos,
        ["Atan"] = IntrinsicFunction.Atan,
        ["Atan2"] = IntrinsicFunction.Atan2,
        ["Sinh"] = IntrinsicFunction.Sinh,
        ["Cosh"] = IntrinsicFunction.Cosh,
        ["Tanh"] = IntrinsicFunction.Tanh,
        ["Asinh"] = IntrinsicFunction.Asinh,
        ["Acosh"] = IntrinsicFunction.Acosh,
        ["Atanh"] = IntrinsicFunction.Atanh,
        ["Cbrt"] = IntrinsicFunction.Cbrt,
    };

    // Statics of double and float that Math and MathF don't have.
    private static readonly Dictionary<string, IntrinsicFunction> s_genericMath = new()
    {
        ["MinNumber"] = IntrinsicFunction.MinNumber,
        ["MaxNumber"] = IntrinsicFunction.MaxNumber,
        ["MinNative"] = IntrinsicFunction.MinNative,
        ["MaxNative"] = IntrinsicFunction.MaxNative,
        ["IsNaN"] = IntrinsicFunction.IsNaN,
        ["IsInfinity"] = IntrinsicFunction.IsInfinity,
        ["IsFinite"] = IntrinsicFunction.IsFinite,
        ["IsNegative"] = IntrinsicFunction.IsNegative,
        ["Exp2"] = IntrinsicFunction.Exp2,
        ["Exp10"] = IntrinsicFunction.Exp10,
        ["ExpM1"] = IntrinsicFunction.ExpM1,
        ["LogP1"] = IntrinsicFunction.LogP1,
        ["Exp2M1"] = IntrinsicFunction.Exp2M1,
        ["Exp10M1"] = IntrinsicFunction.Exp10M1,
        ["Log2P1"] = IntrinsicFunction.Log2P1,
        ["Log10P1"] = IntrinsicFunction.Log10P1,
        ["Hypot"] = IntrinsicFunction.Hypot,
    };

    private static readonly Dictionary<string, IntrinsicFunction> s_bits = new()
    {
        ["PopCount"] = IntrinsicFunction.PopCount,
        ["LeadingZeroCount"] = IntrinsicFunction.LeadingZeroCount,
        ["TrailingZeroCount"] = IntrinsicFunction.TrailingZeroCount,
        ["RotateLeft"] = IntrinsicFunction.RotateLeft,
        ["RotateRight"] = IntrinsicFunction.RotateRight,
    };

    /// <summary>The function that a static method is; null when it isn't one of the table's.</summary>
    public static IntrinsicFunction? Find(IMethodSymbol method)
    {
        if (!method.IsStatic || method.IsGenericMethod || method.ContainingType is not { ContainingType: null } type
            || method.Parameters.Length == 0 || method.Parameters.Any(parameter => parameter.RefKind != RefKind.None))
        {
            return null;
        }

        ElementType first = TypeMap.Element(method.Parameters[0].Type);
        ElementType own = TypeMap.Element(type);
        return (TypeMap.NamespaceOf(type), type.Name) switch
        {
            ("System", "Math" or "MathF") => FindMath(method, first),
            ("System.Numerics", "BitOperations") => FindBits(method, first),
            ("System.Buffers.Binary", "BinaryPrimitives") => method is { Name: "ReverseEndianness", Parameters.Length: 1 }
                && first.IsInteger() && first.Size() > 1 && first is not (ElementType.NativeInt or ElementType.NativeUInt) && Uniform(method, first)
                    ? IntrinsicFunction.ReverseEndianness
                    : null,
            ("AutoPar", "ParallelRandom") => FindRandom(method),
            ("AutoPar.Runtime", "VectorMath") => first.IsFloat() && Uniform(method, first) ? FindVectorMath(method) : null,
            ("System", _) when own.IsFloat() && Uniform(method, own, "Sign") =>
                Get(s_common, method.Name) ?? FindFloat(method) ?? Get(s_genericMath, method.Name),
            ("System", _) when own.IsInteger() && own != ElementType.Char && Uniform(method, own, "Sign") =>
                Get(s_common, method.Name) is { } common && (common != IntrinsicFunction.Abs || own.IsSigned()) ? common : null,
            _ => null,
        };
    }

    private static IntrinsicFunction? FindMath(IMethodSymbol method, ElementType first)
    {
        if (first == ElementType.Other || !Uniform(method, first, "Sign"))
        {
            return null;
        }

        return Get(s_common, method.Name) ?? (first.IsFloat() ? FindFloat(method) : null);
    }

    // Round and Log have longer overloads.
    private static IntrinsicFunction? FindFloat(IMethodSymbol method) =>
        method.Name is "Round" or "Log" && method.Parameters.Length != 1 ? null : Get(s_float, method.Name);

    private static IntrinsicFunction? FindBits(IMethodSymbol method, ElementType first) => Get(s_bits, method.Name) switch
    {
        IntrinsicFunction.TrailingZeroCount when first is ElementType.Int32 or ElementType.Int64 => IntrinsicFunction.TrailingZeroCount,
        { } function when first is ElementType.UInt32 or ElementType.UInt64 => function,
        _ => null,
    };

    /// <summary><c>Math.BigMul(x, y)</c> of 32 bits: a product of wider numbers.</summary>
    public static bool IsWideProduct(IMethodSymbol method) =>
        method is { Name: "BigMul", Parameters: [{ Type: var left }, { Type: var right }], ContainingType: { Name: "Math" } type }
        && TypeMap.NamespaceOf(type) == "System" && (TypeMap.Element(left), TypeMap.Element(right), TypeMap.Element(method.ReturnType))
            is (ElementType.Int32, ElementType.Int32, ElementType.Int64) or (ElementType.UInt32, ElementType.UInt32, ElementType.UInt64);

    /// <summary>It's a function of Runtime's vector math, which the user called.</summary>
    public static bool IsVectorMath(IMethodSymbol method) =>
        method.ContainingType is { Name: "VectorMath" } type && TypeMap.NamespaceOf(type) == "AutoPar.Runtime";

    private static IntrinsicFunction? FindVectorMath(IMethodSymbol method) =>
        Enum.TryParse(method.Name, out IntrinsicFunction function) && function.IsTranscendental() ? function : null;

    private static IntrinsicFunction? FindRandom(IMethodSymbol method) =>
        Enum.TryParse("Random" + method.Name, out IntrinsicFunction function) && function.IsRandom() ? function : null;

    /// <summary>All parameters and the result have one type, which tells the overloads apart.</summary>
    private static bool Uniform(IMethodSymbol method, ElementType type, params string[] otherResult) =>
        method.Parameters.All(parameter => TypeMap.Element(parameter.Type) == type)
        && (TypeMap.Element(method.ReturnType) == type || TypeMap.Element(method.ReturnType) == ElementType.Boolean || otherResult.Contains(method.Name));

    private static IntrinsicFunction? Get(Dictionary<string, IntrinsicFunction> table, string name) =>
        table.TryGetValue(name, out IntrinsicFunction function) ? function : null;
}
