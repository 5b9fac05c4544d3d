using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace AutoPar.Runtime;

/// <summary>Goes through the elements of arrays of any shape.</summary>
internal static class ElementComparison
{
    /// <summary>The first element, counted in memory, that differs; −1 when none does.</summary>
    public static long FirstDifference(Array asWritten, Array generated, Closeness closeness) => (asWritten, generated) switch
    {
        (Array[] one, Array[] other) => Rows(one, other, closeness),
        _ when asWritten.GetType().GetElementType() == typeof(double) => First(Elements<double>(asWritten), Elements<double>(generated), closeness),
        _ when asWritten.GetType().GetElementType() == typeof(float) => First(Elements<float>(asWritten), Elements<float>(generated), closeness),
        _ => Bytes(asWritten, generated),
    };

    /// <summary>The subscripts of an element.</summary>
    public static int[] Place(Array array, long at)
    {
        int[] place = new int[array.Rank];
        for (int dimension = array.Rank - 1; dimension >= 0; dimension--)
        {
            place[dimension] = (int)(at % array.GetLength(dimension)) + array.GetLowerBound(dimension);
            at /= array.GetLength(dimension);
        }

        return place;
    }

    /// <summary>The largest floating-point element without its sign; a NaN or an infinity counts as the largest number.</summary>
    public static double Largest(Array array)
    {
        double largest = 0;
        if (array.GetType().GetElementType() == typeof(double))
        {
            foreach (double element in Elements<double>(array))
            {
                largest = double.IsFinite(element) ? Math.Max(largest, Math.Abs(element)) : double.MaxValue;
            }
        }
        else if (array.GetType().GetElementType() == typeof(float))
        {
            foreach (float element in Elements<float>(array))
            {
                largest = float.IsFinite(element) ? Math.Max(largest, Math.Abs(element)) : double.MaxValue;
            }
        }

        return largest;
    }

    private static long Rows(Array[] asWritten, Array[] generated, Closeness closeness)
    {
        for (int row = 0; row < asWritten.Length; row++)
        {
            if (asWritten[row] is { } one && generated[row] is { } other
                ? one.Length != other.Length || FirstDifference(one, other, closeness) >= 0
                : asWritten[row] is not null || generated[row] is not null)
            {
                return row;
            }
        }

        return -1;
    }

    private static long First<T>(ReadOnlySpan<T> asWritten, ReadOnlySpan<T> generated, Closeness closeness)
    {
        for (int i = 0; i < asWritten.Length; i++)
        {
            if (!closeness.AreEqual(asWritten[i], generated[i]))
            {
                return i;
            }
        }

        return -1;
    }

    private static long Bytes(Array asWritten, Array generated)
    {
        if (generated.Length == 0)
        {
            return -1;
        }

        int size = Buffer.ByteLength(generated) / generated.Length;
        ReadOnlySpan<byte> one = MemoryMarshal.CreateReadOnlySpan(ref MemoryMarshal.GetArrayDataReference(asWritten), asWritten.Length * size);
        ReadOnlySpan<byte> other = MemoryMarshal.CreateReadOnlySpan(ref MemoryMarshal.GetArrayDataReference(generated), generated.Length * size);
        int same = one.CommonPrefixLength(other);
        return same == one.Length ? -1 : same / size;
    }

    private static ReadOnlySpan<T> Elements<T>(Array array) => array.Length == 0
        ? []
        : MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(array)), array.Length);
}
