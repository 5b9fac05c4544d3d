using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using AutoPar.Runtime;

namespace AutoPar.Overhead;

/// <summary>Nothing.</summary>
internal readonly struct EmptyBody : ILoopBody
{
    public void Run(long from, long to)
    {
    }
}

/// <summary>Each iteration is a chain of multiplications, of a length that no processor shortens and no cache decides.</summary>
internal readonly struct ChainBody(long steps, ulong[] results) : ILoopBody
{
    public void Run(long from, long to)
    {
        for (long i = from; i < to; i++)
        {
            results[8 * i] = Chain(steps, (ulong)i);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static ulong Chain(long steps, ulong x)
    {
        for (long i = 0; i < steps; i++)
        {
            x = (x * 6364136223846793005) + 1442695040888963407;
        }

        return x;
    }
}

/// <summary>y += k * x in lanes, as generated code has it.</summary>
internal readonly struct AxpyBody(double k, double[] x, double[] y) : ILoopBody
{
    /// <summary>What the compiler estimates for it, in nanoseconds an iteration.</summary>
    public const double Nanoseconds = 0.08;

    public void Run(long from, long to)
    {
        ref double px = ref MemoryMarshal.GetArrayDataReference(x);
        ref double py = ref MemoryMarshal.GetArrayDataReference(y);
        Vector512<double> factor = Vector512.Create(k);
        nint i = (nint)from, end = (nint)to;
        for (; i <= end - 16; i += 16)
        {
            (Vector512.LoadUnsafe(ref py, (nuint)i) + (factor * Vector512.LoadUnsafe(ref px, (nuint)i))).StoreUnsafe(ref py, (nuint)i);
            (Vector512.LoadUnsafe(ref py, (nuint)i + 8) + (factor * Vector512.LoadUnsafe(ref px, (nuint)i + 8))).StoreUnsafe(ref py, (nuint)i + 8);
        }

        for (; i < end; i++)
        {
            Unsafe.Add(ref py, i) += k * Unsafe.Add(ref px, i);
        }
    }
}
