using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AutoPar.Bench;

/// <summary>What someone who knows the machine writes by hand: Vector512, four in flight, scalar remainder.</summary>
internal static class HandWrittenDouble
{
    private const int Lanes = 8;

    public static void Axpy(double factor, double[] x, double[] y)
    {
        if (y.Length < x.Length)
        {
            throw new IndexOutOfRangeException();
        }

        ref double px = ref MemoryMarshal.GetArrayDataReference(x);
        ref double py = ref MemoryMarshal.GetArrayDataReference(y);
        Vector512<double> k = Vector512.Create(factor);
        nint i = 0, n = x.Length;
        for (; i <= n - (4 * Lanes); i += 4 * Lanes)
        {
            (At(ref py, i) + (k * At(ref px, i))).StoreUnsafe(ref Unsafe.Add(ref py, i));
            (At(ref py, i + Lanes) + (k * At(ref px, i + Lanes))).StoreUnsafe(ref Unsafe.Add(ref py, i + Lanes));
            (At(ref py, i + (2 * Lanes)) + (k * At(ref px, i + (2 * Lanes)))).StoreUnsafe(ref Unsafe.Add(ref py, i + (2 * Lanes)));
            (At(ref py, i + (3 * Lanes)) + (k * At(ref px, i + (3 * Lanes)))).StoreUnsafe(ref Unsafe.Add(ref py, i + (3 * Lanes)));
        }

        for (; i < n; i++)
        {
            Unsafe.Add(ref py, i) += factor * Unsafe.Add(ref px, i);
        }
    }

    public static void Add(double[] x, double[] y, double[] z)
    {
        if (x.Length < z.Length || y.Length < z.Length)
        {
            throw new IndexOutOfRangeException();
        }

        ref double px = ref MemoryMarshal.GetArrayDataReference(x);
        ref double py = ref MemoryMarshal.GetArrayDataReference(y);
        ref double pz = ref MemoryMarshal.GetArrayDataReference(z);
        nint i = 0, n = z.Length;
        for (; i <= n - (4 * Lanes); i += 4 * Lanes)
        {
            (At(ref px, i) + At(ref py, i)).StoreUnsafe(ref Unsafe.Add(ref pz, i));
            (At(ref px, i + Lanes) + At(ref py, i + Lanes)).StoreUnsafe(ref Unsafe.Add(ref pz, i + Lanes));
            (At(ref px, i + (2 * Lanes)) + At(ref py, i + (2 * Lanes))).StoreUnsafe(ref Unsafe.Add(ref pz, i + (2 * Lanes)));
            (At(ref px, i + (3 * Lanes)) + At(ref py, i + (3 * Lanes))).StoreUnsafe(ref Unsafe.Add(ref pz, i + (3 * Lanes)));
        }

        for (; i < n; i++)
        {
            Unsafe.Add(ref pz, i) = Unsafe.Add(ref px, i) + Unsafe.Add(ref py, i);
        }
    }

    public static double Sum(double[] x)
    {
        ref double px = ref MemoryMarshal.GetArrayDataReference(x);
        Vector512<double> s0 = default, s1 = default, s2 = default, s3 = default;
        nint i = 0, n = x.Length;
        for (; i <= n - (4 * Lanes); i += 4 * Lanes)
        {
            s0 += At(ref px, i);
            s1 += At(ref px, i + Lanes);
            s2 += At(ref px, i + (2 * Lanes));
            s3 += At(ref px, i + (3 * Lanes));
        }

        double sum = Vector512.Sum((s0 + s1) + (s2 + s3));
        for (; i < n; i++)
        {
            sum += Unsafe.Add(ref px, i);
        }

        return sum;
    }

    public static double Dot(double[] x, double[] y)
    {
        if (y.Length < x.Length)
        {
            throw new IndexOutOfRangeException();
        }

        ref double px = ref MemoryMarshal.GetArrayDataReference(x);
        ref double py = ref MemoryMarshal.GetArrayDataReference(y);
        Vector512<double> s0 = default, s1 = default, s2 = default, s3 = default;
        nint i = 0, n = x.Length;
        for (; i <= n - (4 * Lanes); i += 4 * Lanes)
        {
            s0 += At(ref px, i) * At(ref py, i);
            s1 += At(ref px, i + Lanes) * At(ref py, i + Lanes);
            s2 += At(ref px, i + (2 * Lanes)) * At(ref py, i + (2 * Lanes));
            s3 += At(ref px, i + (3 * Lanes)) * At(ref py, i + (3 * Lanes));
        }

        double sum = Vector512.Sum((s0 + s1) + (s2 + s3));
        for (; i < n; i++)
        {
            sum += Unsafe.Add(ref px, i) * Unsafe.Add(ref py, i);
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> At(ref double start, nint index) => Vector512.LoadUnsafe(ref Unsafe.Add(ref start, index));
}
