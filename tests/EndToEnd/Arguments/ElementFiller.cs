using System.Globalization;
using System.Numerics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace AutoPar.EndToEnd;

/// <summary>Fills arrays of any primitive element type.</summary>
internal static class ElementFiller
{
    /// <param name="size">Ordinary integers are indexes below it.</param>
    /// <param name="range">The corpus's own range, which overrules <paramref name="kind"/>.</param>
    public static void Fill(Array array, ValueKind kind, int size, bool unique, double[]? range, ref Rng rng)
    {
        Type element = array.GetType().GetElementType()!;
        if (element.IsEnum)
        {
            element = Enum.GetUnderlyingType(element);
        }

        int style = unique ? 2 : rng.Below(10);
        switch (Type.GetTypeCode(element))
        {
            case TypeCode.Double: Floats(Cells<double>(array), kind, range, ref rng); break;
            case TypeCode.Single: Floats(Cells<float>(array), kind, range, ref rng); break;
            case TypeCode.SByte: Integers(Cells<sbyte>(array), kind, style, size, range, ref rng); break;
            case TypeCode.Byte: Integers(Cells<byte>(array), kind, style, size, range, ref rng); break;
            case TypeCode.Int16: Integers(Cells<short>(array), kind, style, size, range, ref rng); break;
            case TypeCode.UInt16: Integers(Cells<ushort>(array), kind, style, size, range, ref rng); break;
            case TypeCode.Char: Integers(Cells<char>(array), kind, style, size, range, ref rng); break;
            case TypeCode.Int32: Integers(Cells<int>(array), kind, style, size, range, ref rng); break;
            case TypeCode.UInt32: Integers(Cells<uint>(array), kind, style, size, range, ref rng); break;
            case TypeCode.Int64: Integers(Cells<long>(array), kind, style, size, range, ref rng); break;
            case TypeCode.UInt64: Integers(Cells<ulong>(array), kind, style, size, range, ref rng); break;
            case TypeCode.Boolean: Booleans(Cells<byte>(array), ref rng); break;
            case TypeCode.Decimal: Decimals(Cells<decimal>(array), ref rng); break;
            default: Others(array, element, kind, size, ref rng); break;
        }
    }

    public static Span<T> Cells<T>(Array array) =>
        MemoryMarshal.CreateSpan(ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(array)), array.Length);

    private static void Floats<T>(Span<T> cells, ValueKind kind, double[]? range, ref Rng rng)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (range is not null)
        {
            foreach (ref T cell in cells)
            {
                cell = T.CreateTruncating(range[0] + rng.Unit() * (range[1] - range[0]));
            }

            return;
        }

        ReadOnlySpan<double> special =
        [
            double.NaN, double.NegativeInfinity, double.PositiveInfinity, double.NegativeZero, 0, 1, -1, 0.5, -1.5, 2.5, 300, 1e30, -1e30,
            2147483647.5, -2147483649.0, 4294967296.0, 9.3e18, 1.9e19, 1e-40, 1e-300, -4e-310, 1e300,
        ];
        foreach (ref T cell in cells)
        {
            cell = kind switch
            {
                ValueKind.Positive => T.CreateTruncating(0.5 + rng.Unit()),
                ValueKind.Whole => T.CreateTruncating(rng.Below(9) - 4),
                ValueKind.Special when rng.Chance(40) => T.CreateTruncating(special[rng.Below(special.Length)]),
                ValueKind.Any => Bits<T>(rng.Next()),
                _ => T.CreateTruncating(rng.Below(8) == 0 ? rng.Below(5) - 2 : rng.Unit() * 4 - 2),
            };
        }
    }

    private static T Bits<T>(ulong bits)
        where T : unmanaged => Unsafe.As<ulong, T>(ref bits);

    private static void Integers<T>(Span<T> cells, ValueKind kind, int style, int size, double[]? range, ref Rng rng)
        where T : IBinaryInteger<T>, IMinMaxValue<T>
    {
        ReadOnlySpan<T> special = [T.MinValue, T.MaxValue, T.Zero, T.One, T.Zero - T.One, T.CreateTruncating(7), T.CreateTruncating(size)];
        bool permutation = range is null && (style == 2 || (style == 3 && kind <= ValueKind.Whole));
        int next = 0;
        for (int i = 0; i < cells.Length; i++)
        {
            cells[i] = permutation ? T.CreateTruncating(i)
                : range is not null ? T.CreateTruncating((long)range[0] + rng.Below((int)(range[1] - range[0]) + 1))
                : kind == ValueKind.Special ? (rng.Chance(50) ? special[rng.Below(special.Length)] : T.CreateTruncating(rng.Below(20) - 10))
                : kind == ValueKind.Any ? T.CreateTruncating(rng.Next())
                : style switch
                {
                    4 or 5 => T.CreateTruncating(next = Math.Min(size, next + (rng.Chance(60) ? 0 : rng.Below(4)))),
                    6 => T.CreateTruncating(rng.Below(21) - 10),
                    _ => T.CreateTruncating(rng.Below(Math.Max(size, 1))),
                };
        }

        for (int i = permutation ? Math.Min(cells.Length, size) - 1 : 0; i > 0; i--)
        {
            int other = rng.Below(i + 1);
            (cells[i], cells[other]) = (cells[other], cells[i]);
        }
    }

    private static void Booleans(Span<byte> cells, ref Rng rng)
    {
        int percent = rng.Pick(0, 10, 50, 50, 90, 100);
        foreach (ref byte cell in cells)
        {
            cell = rng.Chance(percent) ? (byte)1 : (byte)0;
        }
    }

    private static void Decimals(Span<decimal> cells, ref Rng rng)
    {
        foreach (ref decimal cell in cells)
        {
            int value = rng.Below(10_000) - 5_000;
            cell = new decimal(Math.Abs(value), 0, 0, value < 0, 2);
        }
    }

    private static void Others(Array array, Type element, ValueKind kind, int size, ref Rng rng)
    {
        if (element == typeof(nint))
        {
            Integers(Cells<long>(array), kind, 9, size, null, ref rng);
        }
        else if (element == typeof(nuint))
        {
            Integers(Cells<ulong>(array), kind, 9, size, null, ref rng);
        }
        else if (element == typeof(string))
        {
            foreach (ref string cell in Cells<string>(array))
            {
                cell = rng.Below(20) switch
                {
                    0 => "x",
                    1 when kind == ValueKind.Special => "99999999999",
                    _ => rng.Below(1000).ToString(CultureInfo.InvariantCulture),
                };
            }
        }
        else if (StructElements.Number(element) is { } number)
        {
            Array numbers = StructElements.Copy(array, number);
            Fill(numbers, kind, size, unique: false, null, ref rng);
            StructElements.Set(array, numbers);
        }
        else
        {
            Objects(array, element, ref rng);
        }
    }

    /// <summary>Structs and objects with public fields that are numbers; an object may stand twice, and there may be none.</summary>
    private static void Objects(Array array, Type element, ref Rng rng)
    {
        bool mayRepeat = element.IsClass && rng.Chance(30);
        for (int i = 0; i < array.Length; i++)
        {
            if (mayRepeat && i > 0 && rng.Below(Math.Max(4, array.Length)) < 2)
            {
                array.SetValue(rng.Chance(20) ? null : array.GetValue(rng.Below(i)), i);
                continue;
            }

            object item = Activator.CreateInstance(element)!;
            foreach (FieldInfo field in element.GetFields().Where(field => field.FieldType.IsPrimitive))
            {
                field.SetValue(item, Convert.ChangeType(rng.Unit() * 4 - 2, field.FieldType, CultureInfo.InvariantCulture));
            }

            array.SetValue(item, i);
        }
    }
}
