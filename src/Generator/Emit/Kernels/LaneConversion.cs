using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Emit.Kernels;

/// <summary>Conversions lane by lane, with C#'s unchecked semantics, as chains of Runtime's steps.</summary>
internal static class LaneConversion
{
    private const string Convert = "global::AutoPar.Runtime.VectorConvert.";

    public static string Numeric(string text, ElementType from, ElementType to, int lanes)
    {
        from = Plain(from);
        to = Plain(to);
        if (from == to)
        {
            return text;
        }

        return (from.IsFloat(), to.IsFloat()) switch
        {
            (false, false) => Integer(text, from, to, lanes),
            (false, true) => FromInteger(text, from, to, lanes),
            (true, false) => ToInteger(text, from, to, lanes),
            _ => Resize(text, from, to, lanes),
        };
    }

    /// <summary>A mask in integers of <paramref name="size"/> bytes.</summary>
    public static string Mask(LaneMask mask, int size, int lanes) =>
        Resize(mask.Text, LaneMask.Element(mask.Size), LaneMask.Element(size), lanes);

    private static string Integer(string text, ElementType from, ElementType to, int lanes)
    {
        // Widening keeps the sign of the type that is converted from; narrowing drops bits whatever the sign.
        ElementType resized = Sized(to.Size(), from.IsSigned());
        text = Resize(text, from, resized, lanes);
        return resized == to ? text : Reinterpret(text, to, lanes);
    }

    private static string FromInteger(string text, ElementType from, ElementType to, int lanes)
    {
        // What is narrower than int fits in one; then the conversions that round once.
        ElementType source = from.Size() < 4 ? ElementType.Int32 : from;
        text = Integer(text, from, source, lanes);
        return $"{Convert}To{(to == ElementType.Double ? "Double" : "Single")}{HalfSuffix(source, to, lanes)}({text})";
    }

    private static string ToInteger(string text, ElementType from, ElementType to, int lanes)
    {
        // C# converts to what is narrower than int by way of int.
        ElementType target = to.Size() < 4 ? ElementType.Int32 : to;
        string method = new LaneType(target, lanes).Name;
        text = $"{Convert}To{method}{HalfSuffix(from, target, lanes)}({text})";
        return Integer(text, target, to, lanes);
    }

    private static string HalfSuffix(ElementType from, ElementType to, int lanes) =>
        new LaneType(from, lanes).IsHalf || new LaneType(to, lanes).IsHalf ? "Half" : "";

    /// <summary>To twice or half the size, as often as needed, within one kind: signed, unsigned or float.</summary>
    private static string Resize(string text, ElementType from, ElementType to, int lanes)
    {
        if (from.IsFloat())
        {
            return from.Size() < to.Size() ? Step("Widen", text, from, lanes) : Step("Narrow", text, to, lanes);
        }

        int size = from.Size();
        for (; size < to.Size(); size *= 2)
        {
            text = Step("Widen", text, Sized(size, from.IsSigned()), lanes);
        }

        for (; size > to.Size(); size /= 2)
        {
            text = Step("Narrow", text, Sized(size / 2, from.IsSigned()), lanes);
        }

        return text;
    }

    private static string Step(string method, string text, ElementType narrow, int lanes) =>
        $"{Convert}{method}{(new LaneType(narrow, lanes).IsHalf ? "Half" : "")}({text})";

    private static string Reinterpret(string text, ElementType to, int lanes) =>
        $"{new LaneType(to, lanes).Class}.As{new LaneType(to, lanes).Name}({text})";

    private static ElementType Sized(int size, bool signed) => (size, signed) switch
    {
        (1, true) => ElementType.SByte,
        (1, false) => ElementType.Byte,
        (2, true) => ElementType.Int16,
        (2, false) => ElementType.UInt16,
        (4, true) => ElementType.Int32,
        (4, false) => ElementType.UInt32,
        (_, true) => ElementType.Int64,
        _ => ElementType.UInt64,
    };

    private static ElementType Plain(ElementType type) => type switch
    {
        ElementType.Char => ElementType.UInt16,
        ElementType.NativeInt => ElementType.Int64,
        ElementType.NativeUInt => ElementType.UInt64,
        _ => type,
    };
}
