using System.Reflection;

namespace AutoPar.Generator.Tests.Kernels;

/// <summary>Arguments for a method: <c>n</c> is the size, arrays are long enough for 3·n + 8, values include the special ones.</summary>
internal static class Inputs
{
    private static readonly double[] s_special =
    [
        0.0, -0.0, 1, -1, double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.Epsilon, double.MaxValue, double.MinValue,
        0.5, -0.5, 1.5, 2.5, -2.5, 2147483647.5, -2147483648.5, 4294967295.5, 1e10, -1e10, 1e19, 9.3e18, 300, 1e30, -1e30,
    ];

    public static object?[] For(MethodInfo method, int size, int seed)
    {
        var random = new Random((size * 31) + seed);
        return [.. method.GetParameters().Select(parameter => parameter.Name == "n" ? size : Value(parameter.ParameterType, random, size, seed))];
    }

    private static object Value(Type type, Random random, int size, int seed)
    {
        int length = (3 * size) + 8;
        if (!type.IsArray)
        {
            return Scalar(type, random, seed);
        }

        Type element = type.GetElementType()!;
        if (element.IsArray)
        {
            Array rows = Array.CreateInstance(element, size + 8);
            for (int row = 0; row < rows.Length; row++)
            {
                rows.SetValue(Value(element, random, size, seed), row);
            }

            return rows;
        }

        if (type.GetArrayRank() == 2)
        {
            Array square = Array.CreateInstance(element, size + 3, size + 5);
            for (int row = 0; row < square.GetLength(0); row++)
            {
                for (int column = 0; column < square.GetLength(1); column++)
                {
                    square.SetValue(Scalar(element, random, seed), row, column);
                }
            }

            return square;
        }

        Array array = Array.CreateInstance(element, length);
        for (int index = 0; index < length; index++)
        {
            array.SetValue(Scalar(element, random, seed), index);
        }

        return array;
    }

    // Seed 0: moderate values; 1: special ones among them; 2: few different values, zeros of both signs.
    private static object Scalar(Type type, Random random, int seed)
    {
        double number = seed switch
        {
            0 => Math.Round((random.NextDouble() * 200) - 100, 3),
            1 => random.Next(4) == 0 ? s_special[random.Next(s_special.Length)] : (random.NextDouble() - 0.5) * 1e6,
            _ => random.Next(-1, 3) * (random.Next(2) == 0 ? 1.0 : -0.0),
        };
        long bits = seed == 2 ? random.Next(-2, 3) : random.NextInt64(long.MinValue, long.MaxValue) >> random.Next(60);
        return Type.GetTypeCode(type) switch
        {
            TypeCode.Double => number,
            TypeCode.Single => (float)number,
            TypeCode.Boolean => random.Next(2) == 0,
            TypeCode.Char => (char)bits,
            TypeCode.SByte => (sbyte)bits,
            TypeCode.Byte => (byte)bits,
            TypeCode.Int16 => (short)bits,
            TypeCode.UInt16 => (ushort)bits,
            TypeCode.Int32 => (int)bits,
            TypeCode.UInt32 => (uint)bits,
            TypeCode.Int64 => bits,
            TypeCode.UInt64 => (ulong)bits,
            _ => (nint)bits,
        };
    }
}
