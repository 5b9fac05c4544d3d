using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Emit.Kernels;

/// <summary>
/// The vector that holds one value for each lane. 64 bits are the lower half of a <c>Vector128</c>, since x64 has no
/// instructions for <c>Vector64</c>.
/// </summary>
internal readonly record struct LaneType(ElementType Element, int Lanes)
{
    public const string Intrinsics = "global::System.Runtime.Intrinsics.";

    /// <summary>Vectors of 64 bytes are one register each.</summary>
    public const string IsWideMachine = Intrinsics + "Vector512.IsHardwareAccelerated";

    /// <summary>Bits that the lanes fill.</summary>
    public int Bits => 8 * Element.Size() * Lanes;

    /// <summary>Only the lower half of the vector is in use.</summary>
    public bool IsHalf => Bits == 64;

    public bool Exists => Element.Size() > 0 && Bits is 64 or 128 or 256 or 512;

    /// <summary>The static class: <c>Vector512</c>.</summary>
    public string Class => Intrinsics + ClassName;

    public string ClassName => "Vector" + Math.Max(Bits, 128);

    /// <summary>The element's type in vectors, which know neither bool nor char, and no native integers here.</summary>
    public string Keyword => Element switch
    {
        ElementType.Boolean => "byte",
        ElementType.Char => "ushort",
        ElementType.NativeInt => "long",
        ElementType.NativeUInt => "ulong",
        _ => Element.Keyword(),
    };

    /// <summary>As in <c>AsInt32</c>.</summary>
    public string Name => Keyword switch
    {
        "sbyte" => "SByte",
        "byte" => "Byte",
        "short" => "Int16",
        "ushort" => "UInt16",
        "int" => "Int32",
        "uint" => "UInt32",
        "long" => "Int64",
        "ulong" => "UInt64",
        "float" => "Single",
        _ => "Double",
    };

    /// <summary><c>Vector512&lt;double&gt;</c></summary>
    public string Text => $"{Class}<{Keyword}>";

    /// <summary>The suffix of Runtime's methods that depend on the width: <c>512</c>, or <c>Half</c>.</summary>
    public string Suffix => IsHalf ? "Half" : Bits.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A scalar of the element's type, as the vector's element.</summary>
    public string Scalar(string text) => Element is ElementType.Char or ElementType.NativeInt or ElementType.NativeUInt
        ? $"({Keyword})({text})"
        : text;
}

/// <summary>A condition for each lane: all ones or zero, in signed integers of <paramref name="Size"/> bytes.</summary>
internal readonly record struct LaneMask(string Text, int Size)
{
    public static ElementType Element(int size) => size switch
    {
        1 => ElementType.SByte,
        2 => ElementType.Int16,
        4 => ElementType.Int32,
        _ => ElementType.Int64,
    };

    public LaneType Type(int lanes) => new(Element(Size), lanes);
}
