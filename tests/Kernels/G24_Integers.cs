using System.Buffers.Binary;
using System.Numerics;
using AutoPar;

namespace Kernels;

/// <summary>G24: integer division by what doesn't change, bits, bytes and widened products in lanes.</summary>
public static partial class G24
{
    [Parallelize, Vectorize]
    public static long G24_FizzBuzz(int n)
    {
        long sum = 0;
        for (int i = 0; i < n; i++)
        {
            if (i % 3 == 0 || i % 5 == 0)
                sum += i;
        }

        return sum;
    }

    [Parallelize, Vectorize]
    public static void G24_Constants(int[] p, int[] q, uint[] u, uint[] v, int n)
    {
        for (int i = 0; i < n; i++)
        {
            q[i] = p[i] / 10 * 3 + p[i] % 10 - p[i] / -7;
            v[i] = u[i] / 10 + u[i] % 641 * (u[i] / 8) + u[i] % 16;
        }
    }

    [Parallelize, Vectorize]
    public static void G24_Powers(int[] p, int[] q, long[] x, long[] y, int n)
    {
        for (int i = 0; i < n; i++)
        {
            q[i] = p[i] / 8 + p[i] % 1024;
            y[i] = x[i] / 4096 - x[i] % 2;
        }
    }

    [Parallelize, Vectorize]
    public static void G24_Wide(long[] x, long[] y, ulong[] u, ulong[] v, int n)
    {
        for (int i = 0; i < n; i++)
        {
            y[i] = x[i] / 1_000_000_007 + x[i] % 60 - x[i] / -3;
            v[i] = u[i] / 1000 + u[i] % 0xffff_ffff_ffff_fff1;
        }
    }

    /// <summary>0 throws as written, and so does the least number by -1.</summary>
    [Parallelize, Vectorize]
    [Values("d", 0, -1, 1, 7, -13, int.MinValue)]
    public static void G24_Invariant(int[] p, int[] q, int d, int n)
    {
        for (int i = 0; i < n; i++)
            q[i] = p[i] / d + p[i] % d;
    }

    [Parallelize, Vectorize]
    [Values("d", 0, -1, 1, 7, -13, long.MinValue)]
    public static void G24_InvariantWide(long[] x, long[] y, long d, int n)
    {
        for (int i = 0; i < n; i++)
            y[i] = x[i] / d + x[i] % d;
    }

    /// <summary>Another type's -1: 4294967295 as int, 255 as sbyte.</summary>
    [Parallelize, Vectorize]
    [Values("d", 0, 1, 9, 4294967295), Values("e", 0, -1, 5, 255)]
    public static void G24_ConvertedDivisor(int[] p, long[] x, int[] q, uint d, int e, int n)
    {
        for (int i = 0; i < n; i++)
        {
            q[i] = p[i] / (int)d;
            x[i] = x[i] / e + x[i] % (sbyte)e;
        }
    }

    /// <summary>Each row has a divisor of its own.</summary>
    [Parallelize, Vectorize]
    [Between("d", -3, 9), Rows("p")]
    public static void G24_DivisorOfRow(int[] p, int[] d, int m, int n)
    {
        for (int i = 0; i < n; i++)
        {
            int by = d[i];
            for (int j = 0; j < m; j++)
                p[i * m + j] /= by;
        }
    }

    [Parallelize, Vectorize]
    [Values("d", 0, 1, 10, 4294967295), Values("e", 0, 1, 10, -1)]
    public static void G24_InvariantUnsigned(uint[] u, ulong[] v, uint d, ulong e, int n)
    {
        for (int i = 0; i < n; i++)
            v[i] = u[i] / d + v[i] % e;
    }

    /// <summary>Where no element asks for it, a divisor of 0 is none.</summary>
    [Parallelize, Vectorize]
    public static void G24_Masked(int[] p, int[] q, int d, int n)
    {
        for (int i = 0; i < n; i++)
            q[i] = p[i] > 0 && d != 0 ? p[i] / d : -1;
    }

    [Parallelize, Vectorize]
    public static int G24_Bits(uint[] u, ulong[] v, int n)
    {
        int count = 0;
        for (int i = 0; i < n; i++)
            count += BitOperations.PopCount(u[i]) + BitOperations.PopCount(v[i]);
        return count;
    }

    [Parallelize, Vectorize]
    public static void G24_Zeros(uint[] u, ulong[] v, int[] r, long[] x, int n)
    {
        for (int i = 0; i < n; i++)
        {
            r[i] = BitOperations.LeadingZeroCount(u[i]) * 100 + BitOperations.TrailingZeroCount(u[i]);
            x[i] = BitOperations.LeadingZeroCount(v[i]) - BitOperations.TrailingZeroCount(x[i]);
        }
    }

    [Parallelize, Vectorize]
    public static void G24_Rotations(uint[] u, ulong[] v, int k, int n)
    {
        for (int i = 0; i < n; i++)
        {
            u[i] = BitOperations.RotateLeft(u[i], 13) ^ BitOperations.RotateRight(u[i], k) + BitOperations.RotateLeft(u[i], i);
            v[i] = BitOperations.RotateRight(v[i], 17) * BitOperations.RotateLeft(v[i], -i);
        }
    }

    [Parallelize, Vectorize]
    public static void G24_Bytes(int[] p, ushort[] s, long[] x, int n)
    {
        for (int i = 0; i < n; i++)
        {
            p[i] = BinaryPrimitives.ReverseEndianness(p[i]);
            s[i] = BinaryPrimitives.ReverseEndianness(s[i]);
            x[i] = BinaryPrimitives.ReverseEndianness(x[i]) + 1;
        }
    }

    [Parallelize, Vectorize]
    public static long G24_WideProducts(int[] p, int[] q, int n)
    {
        long sum = 0;
        for (int i = 0; i < n; i++)
            sum += Math.BigMul(p[i], q[i]) - (long)p[i] * q[i] / 2;
        return sum;
    }

    [Parallelize, Vectorize]
    public static long G24_DotOfInts(int[] p, int[] q, int n)
    {
        long sum = 0;
        for (int i = 0; i < n; i++)
            sum += (long)p[i] * q[i];
        return sum;
    }

    [Parallelize, Vectorize]
    public static int G24_DotOfShorts(short[] p, short[] q, int n)
    {
        int sum = 0;
        for (int i = 0; i < n; i++)
            sum += p[i] * q[i];
        return sum;
    }

    [Parallelize, Vectorize]
    public static int G24_DotOfBytes(byte[] p, sbyte[] q, int n)
    {
        int sum = 0;
        for (int i = 0; i < n; i++)
            sum += p[i] * q[i];
        return sum;
    }

    [Parallelize, Vectorize]
    public static long G24_SumOfBytes(byte[] p, int n)
    {
        long sum = 0;
        for (int i = 0; i < n; i++)
            sum += p[i];
        return sum;
    }

    [Parallelize, Vectorize]
    public static int G24_SumOfDifferences(byte[] p, byte[] q, int n)
    {
        int sum = 0;
        for (int i = 0; i < n; i++)
            sum += Math.Abs(p[i] - q[i]);
        return sum;
    }

    [Parallelize, Vectorize]
    public static void G24_Saturating(byte[] p, byte[] q, short[] s, short[] t, int n)
    {
        for (int i = 0; i < n; i++)
        {
            q[i] = (byte)Math.Min(p[i] + q[i], 255);
            t[i] = (short)Math.Clamp(s[i] - t[i], short.MinValue, short.MaxValue);
        }
    }

    [Parallelize, Vectorize]
    public static void G24_Averages(byte[] p, byte[] q, byte[] r, int n)
    {
        for (int i = 0; i < n; i++)
            r[i] = (byte)((p[i] + q[i] + 1) >> 1);
    }

    // At most four lanes.
    [Vectorize]
    public static void G24_FourLanes(ulong[] z, uint[] q, ulong h, uint m, int n)
    {
        for (int i = 4; i < n; i++)
        {
            z[i] = (z[i - 4] / 4) + (z[i - 4] % 6) + (z[i - 4] / 10) + BitOperations.RotateLeft(z[i - 4], 7)
                + (ulong)BitOperations.PopCount(z[i - 4]) + (ulong)BitOperations.LeadingZeroCount(z[i - 4]);
        }
    }

    [Vectorize]
    public static void G24_FourNarrowLanes(uint[] q, int[] p, int n)
    {
        for (int i = 4; i < n; i++)
        {
            q[i] = (q[i - 4] / 4) + (q[i - 4] % 6) + (q[i - 4] / 10) + BitOperations.RotateLeft(q[i - 4], 7) + (uint)BitOperations.TrailingZeroCount(q[i - 4]);
            p[i] = (p[i - 4] / 8) + (p[i - 4] % 7) + (int)BitOperations.RotateRight((uint)p[i - 4], i & 31);
        }
    }

    [Vectorize]
    public static void G24_FourSigned(long[] w, int n)
    {
        for (int i = 4; i < n; i++)
            w[i] = (w[i - 4] / 4) + (w[i - 4] % 6) + (w[i - 4] / -10) + (w[i - 4] % 16) + BinaryPrimitives.ReverseEndianness(w[i - 4]);
    }

    /// <summary>The dividend is an operation that binds less tightly than what the division becomes.</summary>
    [Vectorize]
    public static void G24_PowersOfSums(uint[] z, uint[] y, uint[] x, int n)
    {
        for (int i = 0; i < n; i++)
            x[i] = (z[i] ^ y[i]) % 4 + (z[i] & y[i]) / 8 + (z[i] | y[i]) % 16 + (z[i] + y[i]) / 2;
    }
}
