using System.Globalization;

namespace AutoPar.Generator.Ir;

/// <summary>Constants as C#, of exactly their type and with exactly their bits (of a NaN: any NaN).</summary>
internal static class Constants
{
    /// <summary>A whole number as a constant of any type; of bool, 0 is false.</summary>
    public static Constant Number(ElementType type, long value) => new(type, type switch
    {
        ElementType.Boolean => (object)(value != 0),
        ElementType.Char => (char)value,
        ElementType.SByte => (sbyte)value,
        ElementType.Byte => (byte)value,
        ElementType.Int16 => (short)value,
        ElementType.UInt16 => (ushort)value,
        ElementType.Int32 => (int)value,
        ElementType.UInt32 => (uint)value,
        ElementType.UInt64 or ElementType.NativeUInt => (ulong)value,
        ElementType.Single => (float)value,
        ElementType.Double => (double)value,
        _ => value,
    });

    public static Constant Negated(Constant constant) => constant.Value switch
    {
        float value => constant with { Value = -value },
        double value => constant with { Value = -value },
        _ => throw new ArgumentOutOfRangeException(nameof(constant), constant.Type, "isn't a float"),
    };

    public static string Text(Constant constant)
    {
        IFormatProvider invariant = CultureInfo.InvariantCulture;
        return constant.Type switch
        {
            ElementType.Boolean => (bool)constant.Value ? "true" : "false",
            ElementType.Char => Character(Convert.ToChar(constant.Value, invariant)),
            ElementType.Int32 => Convert.ToInt32(constant.Value, invariant).ToString(invariant),
            ElementType.UInt32 => Convert.ToUInt32(constant.Value, invariant).ToString(invariant) + "u",
            ElementType.Int64 => Convert.ToInt64(constant.Value, invariant).ToString(invariant) + "L",
            ElementType.UInt64 => Convert.ToUInt64(constant.Value, invariant).ToString(invariant) + "UL",
            ElementType.NativeInt => $"unchecked((nint)({Convert.ToInt64(constant.Value, invariant).ToString(invariant)}L))",
            ElementType.NativeUInt => $"unchecked((nuint)({Convert.ToUInt64(constant.Value, invariant).ToString(invariant)}UL))",
            ElementType.Single => Single((float)constant.Value),
            ElementType.Double => Double((double)constant.Value),
            _ => $"({constant.Type.Keyword()})({Convert.ToInt64(constant.Value, invariant).ToString(invariant)})",
        };
    }

    private static string Character(char value) => value is > ' ' and <= '~' and not ('\'' or '\\')
        ? $"'{value}'"
        : $"(char){((int)value).ToString(CultureInfo.InvariantCulture)}";

    private static string Double(double value)
    {
        if (double.IsNaN(value))
        {
            return "double.NaN";
        }

        if (double.IsInfinity(value))
        {
            return value > 0 ? "double.PositiveInfinity" : "double.NegativeInfinity";
        }

        if (value == 0)
        {
            return BitConverter.DoubleToInt64Bits(value) < 0 ? "-0.0" : "0.0";
        }

        // The shortest of the formats that gives the value back; 17 digits always do.
        string text = value.ToString("G15", CultureInfo.InvariantCulture);
        if (double.Parse(text, CultureInfo.InvariantCulture) != value)
        {
            text = value.ToString("G17", CultureInfo.InvariantCulture);
        }

        return text.Contains('.') || text.Contains('E') ? text : text + ".0";
    }

    private static string Single(float value)
    {
        if (float.IsNaN(value))
        {
            return "float.NaN";
        }

        if (float.IsInfinity(value))
        {
            return value > 0 ? "float.PositiveInfinity" : "float.NegativeInfinity";
        }

        if (value == 0)
        {
            return 1 / value < 0 ? "-0.0f" : "0.0f";
        }

        string text = value.ToString("G6", CultureInfo.InvariantCulture);
        return (float.Parse(text, CultureInfo.InvariantCulture) == value ? text : value.ToString("G9", CultureInfo.InvariantCulture)) + "f";
    }
}
