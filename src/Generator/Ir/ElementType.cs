namespace AutoPar.Generator.Ir;

/// <summary>The types of values that the loop IR computes with. Enums are lowered to their underlying type.</summary>
internal enum ElementType
{
    /// <summary>Not a type that the IR computes with: decimal, strings, objects, structs, type parameters.</summary>
    Other,
    Boolean,
    Char,
    SByte,
    Byte,
    Int16,
    UInt16,
    Int32,
    UInt32,
    Int64,
    UInt64,
    NativeInt,
    NativeUInt,
    Single,
    Double,
}

internal static class ElementTypes
{
    public static bool IsFloat(this ElementType type) => type is ElementType.Single or ElementType.Double;

    /// <summary>Integers in C#'s sense, char and the native integers included, bool not.</summary>
    public static bool IsInteger(this ElementType type) => type is >= ElementType.Char and <= ElementType.NativeUInt;

    public static bool IsSigned(this ElementType type) => type
        is ElementType.SByte or ElementType.Int16 or ElementType.Int32 or ElementType.Int64 or ElementType.NativeInt
        or ElementType.Single or ElementType.Double;

    /// <summary>Size in bytes; native integers count as 8 (a 32-bit process runs as written). 0 for <see cref="ElementType.Other"/>.</summary>
    public static int Size(this ElementType type) => type switch
    {
        ElementType.Boolean or ElementType.SByte or ElementType.Byte => 1,
        ElementType.Char or ElementType.Int16 or ElementType.UInt16 => 2,
        ElementType.Int32 or ElementType.UInt32 or ElementType.Single => 4,
        ElementType.Int64 or ElementType.UInt64 or ElementType.NativeInt or ElementType.NativeUInt or ElementType.Double => 8,
        _ => 0,
    };

    /// <summary>The type's C# keyword.</summary>
    public static string Keyword(this ElementType type) => type switch
    {
        ElementType.Boolean => "bool",
        ElementType.Char => "char",
        ElementType.SByte => "sbyte",
        ElementType.Byte => "byte",
        ElementType.Int16 => "short",
        ElementType.UInt16 => "ushort",
        ElementType.Int32 => "int",
        ElementType.UInt32 => "uint",
        ElementType.Int64 => "long",
        ElementType.UInt64 => "ulong",
        ElementType.NativeInt => "nint",
        ElementType.NativeUInt => "nuint",
        ElementType.Single => "float",
        ElementType.Double => "double",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "has no keyword"),
    };
}
