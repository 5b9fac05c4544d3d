using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using AutoPar.Runtime.Tests.Vectors;

namespace AutoPar.Bench;

/// <summary>VectorMath beside the framework's functions: nanoseconds an element over arrays in the first-level cache, and the largest error found.</summary>
internal static class MathComparison
{
    private const int Length = 1024;
    private const int Checked = 20_000;

    public static int Run()
    {
        Console.WriteLine("Nanoseconds an element; the largest error, in ulp, of samples over the range.");
        Console.WriteLine("            double                                                    float");
        Console.WriteLine($"{"function",-10}{"Math",9}{"Vector512",11}{"one lane",10}{"8 lanes",9}{"Math ulp",10}{"our ulp",9}{"MathF",9}{"one lane",10}{"16 lanes",10}{"our ulp",9}");
        Print<ExpCase>();
        Print<Exp2Case>();
        Print<Exp10Case>();
        Print<ExpM1Case>();
        Print<LogCase>();
        Print<Log2Case>();
        Print<Log10Case>();
        Print<PowCase>();
        Print<SinCase>();
        Print<CosCase>();
        Print<TanCase>();
        Print<AtanCase>();
        Print<SinhCase>();
        Print<CoshCase>();
        Print<TanhCase>();
        Print<LogP1Case>();
        Print<AsinCase>();
        Print<AcosCase>();
        Print<Atan2Case>();
        Print<AsinhCase>();
        Print<AcoshCase>();
        Print<AtanhCase>();
        Print<CbrtCase>();
        Print<HypotCase>();
        Print<ErfCase>();
        Print<ErfcCase>();
        return 0;
    }

    private static void Print<T>()
        where T : struct, IMathCase
    {
        var random = new Random(1);
        (double low, double high) = T.Range;
        double Next() => low + ((high - low) * random.NextDouble());
        double[] x = [.. Enumerable.Range(0, Length).Select(_ => Next())], y = new double[Length];
        float[] xs = [.. x.Select(v => (float)v)], ys = new float[Length];
        Action<int>[] candidates =
        [
            calls => { for (int c = 0; c < calls; c++) { Framework<T>(x, y); } },
            calls => { for (int c = 0; c < calls; c++) { FrameworkVector<T>(x, y); } },
            calls => { for (int c = 0; c < calls; c++) { One<T>(x, y); } },
            calls => { for (int c = 0; c < calls; c++) { Many<T>(x, y); } },
            calls => { for (int c = 0; c < calls; c++) { Framework<T>(xs, ys); } },
            calls => { for (int c = 0; c < calls; c++) { One<T>(xs, ys); } },
            calls => { for (int c = 0; c < calls; c++) { Many<T>(xs, ys); } },
        ];
        for (int i = 0; i < 3; i++)
        {
            // A vector function is long: its optimized code comes late on a busy machine.
            Stopwatches.WarmUp(candidates);
        }

        double[] time = [.. Stopwatches.Time(10, TimeSpan.Zero, candidates).Select(t => t / Length)];

        double frameworks = 0, ours = 0, single = 0;
        for (int i = 0; i < Checked; i++)
        {
            double argument = Next();
            Real expected = T.True(argument);
            frameworks = Math.Max(frameworks, expected.Error(T.Framework(argument), 53, -1074));
            ours = Math.Max(ours, expected.Error(T.One(argument), 53, -1074));
            if (!T.HasConstant)
            {
                // A constant argument would have to be rounded too.
                single = Math.Max(single, T.True((float)argument).Error(T.One((float)argument), 24, -149));
            }
        }

        string vector = T.HasFrameworkVector ? time[1].ToString("F2", CultureInfo.InvariantCulture) : "";
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{T.Name,-10}{time[0],9:F2}{vector,11}{time[2],10:F2}{time[3],9:F2}{frameworks,10:F3}{ours,9:F3}{time[4],9:F2}{time[5],10:F2}{time[6],10:F2}{single,9:F4}"));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Framework<T>(double[] x, double[] y)
        where T : struct, IMathCase
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = T.Framework(x[i]);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Framework<T>(float[] x, float[] y)
        where T : struct, IMathCase
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = T.Framework(x[i]);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void FrameworkVector<T>(double[] x, double[] y)
        where T : struct, IMathCase
    {
        ref double from = ref MemoryMarshal.GetArrayDataReference(x), to = ref MemoryMarshal.GetArrayDataReference(y);
        for (nuint i = 0; i < Length; i += 8)
        {
            T.Framework(Vector512.LoadUnsafe(ref from, i)).StoreUnsafe(ref to, i);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void One<T>(double[] x, double[] y)
        where T : struct, IMathCase
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = T.One(x[i]);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void One<T>(float[] x, float[] y)
        where T : struct, IMathCase
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = T.One(x[i]);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Many<T>(double[] x, double[] y)
        where T : struct, IMathCase
    {
        ref double from = ref MemoryMarshal.GetArrayDataReference(x), to = ref MemoryMarshal.GetArrayDataReference(y);
        for (nuint i = 0; i < Length; i += 8)
        {
            T.Many(Vector512.LoadUnsafe(ref from, i)).StoreUnsafe(ref to, i);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Many<T>(float[] x, float[] y)
        where T : struct, IMathCase
    {
        ref float from = ref MemoryMarshal.GetArrayDataReference(x), to = ref MemoryMarshal.GetArrayDataReference(y);
        for (nuint i = 0; i < Length; i += 16)
        {
            T.Many(Vector512.LoadUnsafe(ref from, i)).StoreUnsafe(ref to, i);
        }
    }
}
