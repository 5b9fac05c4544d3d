using AutoPar.Generator.Ir;
using Microsoft.CodeAnalysis;

namespace AutoPar.Generator.Frontend;

/// <summary>From Roslyn's types to the IR's.</summary>
internal static class TypeMap
{
    private static readonly SymbolDisplayFormat s_qualified = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>The type as C# that means the same everywhere.</summary>
    public static string Text(ITypeSymbol type) => type.ToDisplayString(s_qualified);

    /// <summary>The element type of a primitive or an enum; otherwise <see cref="ElementType.Other"/>.</summary>
    public static ElementType Element(ITypeSymbol? type) => type switch
    {
        null => ElementType.Other,
        INamedTypeSymbol { TypeKind: TypeKind.Enum, EnumUnderlyingType: { } underlying } => Element(underlying),
        _ => type.SpecialType switch
        {
            SpecialType.System_Boolean => ElementType.Boolean,
            SpecialType.System_Char => ElementType.Char,
            SpecialType.System_SByte => ElementType.SByte,
            SpecialType.System_Byte => ElementType.Byte,
            SpecialType.System_Int16 => ElementType.Int16,
            SpecialType.System_UInt16 => ElementType.UInt16,
            SpecialType.System_Int32 => ElementType.Int32,
            SpecialType.System_UInt32 => ElementType.UInt32,
            SpecialType.System_Int64 => ElementType.Int64,
            SpecialType.System_UInt64 => ElementType.UInt64,
            SpecialType.System_IntPtr => ElementType.NativeInt,
            SpecialType.System_UIntPtr => ElementType.NativeUInt,
            SpecialType.System_Single => ElementType.Single,
            SpecialType.System_Double => ElementType.Double,
            _ => ElementType.Other,
        },
    };

    /// <summary>The kind, element type and rank of a type whose elements loops access; null for any other type.</summary>
    public static (MemoryKind Kind, ITypeSymbol Element, int Rank)? Memory(ITypeSymbol? type)
    {
        switch (type)
        {
            case IArrayTypeSymbol { Rank: 1, ElementType: IArrayTypeSymbol { Rank: 1 } row }:
                return (MemoryKind.Jagged, row.ElementType, 2);
            case IArrayTypeSymbol { Rank: 1 } array:
                return (MemoryKind.Array, array.ElementType, 1);
            case IArrayTypeSymbol { Rank: 2 or 3 } array:
                return (MemoryKind.MultiArray, array.ElementType, array.Rank);
            case IPointerTypeSymbol { PointedAtType.SpecialType: not SpecialType.System_Void } pointer:
                return (MemoryKind.Pointer, pointer.PointedAtType, 1);
            case INamedTypeSymbol { Arity: 1 } named when NamespaceOf(named) == "System" && named.Name == "Span":
                return (MemoryKind.Span, named.TypeArguments[0], 1);
            case INamedTypeSymbol { Arity: 1 } named when NamespaceOf(named) == "System" && named.Name == "ReadOnlySpan":
                return (MemoryKind.ReadOnlySpan, named.TypeArguments[0], 1);
            case INamedTypeSymbol { Arity: 1 } named when NamespaceOf(named) == "System.Collections.Generic" && named.Name == "List":
                return (MemoryKind.List, named.TypeArguments[0], 1);
            default:
                return null;
        }
    }

    /// <summary>The namespace of a top-level type, as text; empty for a nested type.</summary>
    public static string NamespaceOf(INamedTypeSymbol type) =>
        type.ContainingType is null ? type.ContainingNamespace?.ToDisplayString() ?? "" : "";

    /// <summary>A constant of exactly the given type from what Roslyn holds for it.</summary>
    public static Constant? Constant(ElementType type, object? value)
    {
        object? boxed = (type, value) switch
        {
            (_, null) => null,
            (ElementType.Boolean, bool) or (ElementType.Char, char) => value,
            (ElementType.Boolean or ElementType.Char or ElementType.Other, _) or (_, bool or char or string or decimal) => null,
            (ElementType.SByte, _) => Convert.ToSByte(value),
            (ElementType.Byte, _) => Convert.ToByte(value),
            (ElementType.Int16, _) => Convert.ToInt16(value),
            (ElementType.UInt16, _) => Convert.ToUInt16(value),
            (ElementType.Int32, _) => Convert.ToInt32(value),
            (ElementType.UInt32, _) => Convert.ToUInt32(value),
            (ElementType.Int64 or ElementType.NativeInt, _) => Convert.ToInt64(value),
            (ElementType.UInt64 or ElementType.NativeUInt, _) => Convert.ToUInt64(value),
            (ElementType.Single, _) => Convert.ToSingle(value),
            (ElementType.Double, _) => Convert.ToDouble(value),
            _ => null,
        };
        return boxed is null ? null : new Constant(type, boxed);
    }

    /// <summary>The type that C# computes in when an operand has this type: int for anything narrower.</summary>
    public static ElementType Promoted(ElementType type) => type switch
    {
        ElementType.Char or ElementType.SByte or ElementType.Byte or ElementType.Int16 or ElementType.UInt16 => ElementType.Int32,
        _ => type,
    };

    /// <summary>Whether every value of one integer type is a value of the other.</summary>
    public static bool IsWidening(ElementType from, ElementType to)
    {
        if (!from.IsInteger() || !to.IsInteger())
        {
            return false;
        }

        // A native integer may be as narrow as 4 bytes and as wide as 8.
        int fromSize = from.Size();
        int toSize = to is ElementType.NativeInt or ElementType.NativeUInt && from != to ? 4 : to.Size();
        return from.IsSigned() == to.IsSigned() ? fromSize <= toSize : !from.IsSigned() && fromSize < toSize;
    }
}
