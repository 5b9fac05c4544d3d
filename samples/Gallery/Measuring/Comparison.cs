using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Gallery.Measuring;

/// <summary>How far outputs are from those of the method as written: 0 when all bits are the same.</summary>
internal static class Comparison
{
    /// <summary>Elements smaller than this part of the largest one are compared with it: their relative error is noise.</summary>
    private const double Floor = 1e-6;

    /// <summary>The largest difference, relative to the element; infinite when numbers that must be equal are not.</summary>
    public static double LargestDifference(Array[] expected, Array[] actual)
    {
        double largest = 0;
        for (int i = 0; i < expected.Length; i++)
        {
            if (!Bytes(expected[i]).SequenceEqual(Bytes(actual[i])))
            {
                largest = Math.Max(largest, (expected[i], actual[i]) switch
                {
                    (double[] or double[,], _) => Largest(Elements<double>(expected[i]), Elements<double>(actual[i])),
                    (float[] or float[,], _) => Largest(Elements<float>(expected[i]), Elements<float>(actual[i])),
                    _ => double.PositiveInfinity,
                });
            }
        }

        return largest;
    }

    private static double Largest<T>(ReadOnlySpan<T> expected, ReadOnlySpan<T> actual)
        where T : unmanaged, System.Numerics.INumber<T>
    {
        double scale = 0;
        foreach (T value in expected)
        {
            double size = Math.Abs(double.CreateChecked(value));
            scale = double.IsFinite(size) ? Math.Max(scale, size) : scale;
        }

        double largest = 0;
        for (int i = 0; i < expected.Length; i++)
        {
            double e = double.CreateChecked(expected[i]), a = double.CreateChecked(actual[i]);
            if (BitConverter.DoubleToInt64Bits(e) == BitConverter.DoubleToInt64Bits(a) || (double.IsNaN(e) && double.IsNaN(a)))
            {
                continue;
            }

            double difference = Math.Abs(e - a) / Math.Max(Math.Abs(e), Floor * scale);
            largest = double.IsNaN(difference) ? double.PositiveInfinity : Math.Max(largest, Math.Max(difference, double.Epsilon));
        }

        return largest;
    }

    private static ReadOnlySpan<byte> Bytes(Array array) =>
        MemoryMarshal.CreateReadOnlySpan(ref MemoryMarshal.GetArrayDataReference(array), Buffer.ByteLength(array));

    private static ReadOnlySpan<T> Elements<T>(Array array)
        where T : unmanaged => MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(array)), array.Length);
}
