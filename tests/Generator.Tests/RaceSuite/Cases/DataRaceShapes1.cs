#pragma warning disable CS0169, CS0219, CS0414, CS0649 // Shared state is written for others to read.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.Cases;

/// <summary>The shapes of DataRaceBench, with their mended partners.</summary>
internal static class DataRaceShapes1
{
    static readonly int[] indexSet =
    {
        521,
        523,
        525,
        527,
        529,
        531,
        547,
        549,
        551,
        553,
        555,
        557,
        533,
        573,
        575,
        533
    };

    static readonly int[] indexSetOk =
    {
        521,
        523,
        525,
        527,
        529,
        531,
        547,
        549,
        551,
        553,
        555,
        557,
        534,
        573,
        575,
        533
    };

    [Racy("a")]
    public static void AntiDep1(int len)
    {
        var a = new int[len];
        for (int i = 0; i < len; i++)
            a[i] = i;
        Parallel.For(0, len - 1, i =>
        {
            a[i] = a[i + 1] + 1;
        });
        Console.WriteLine(a[500]);
    }

    [Racy("a")]
    public static void AntiDep2(int len)
    {
        var a = new double[len, len];
        for (int i = 0; i < len; i++)
            for (int j = 0; j < len; j++)
                a[i, j] = 0.5;
        Parallel.For(0, len - 1, i =>
        {
            for (int j = 0; j < len; j++)
                a[i, j] += a[i + 1, j];
        });
    }

    [Racy("xa1", "xa2", "b")]
    public static void Indirect1()
    {
        var b = new double[2025];
        Parallel.For(0, 16, i =>
        {
            int idx = indexSet[i];
            b[idx] += 1.0;
            b[idx + 12] += 3.0;
        });
    }

    [Racy("b")]
    public static void Indirect2()
    {
        var b = new double[2025];
        Parallel.For(0, 16, i =>
        {
            int idx = indexSet[i];
            b[idx] += 1.0;
        });
    }

    [Safe]
    public static void Indirect3()
    {
        var b = new double[2025];
        Parallel.For(0, 16, i =>
        {
            int idx = indexSetOk[i];
            b[idx] += 1.0;
        });
    }

    [Racy("b")]
    public static void Indirect4()
    {
        var b = new double[2025];
        Parallel.For(0, 16, i =>
        {
            int idx = indexSetOk[i];
            b[idx] += 1.0;
            b[idx + 12] += 3.0;
        });
    }

    [Racy("x")]
    public static int LastPrivateMissing(int len)
    {
        int x = 0;
        Parallel.For(0, len, i =>
        {
            x = i;
        });
        return x;
    }

    [Racy("x")]
    public static void LastPrivateMissingVar(string[] args)
    {
        int len = 10000;
        if (args.Length > 1)
            len = int.Parse(args[1]);
        int x = 0;
        Parallel.For(0, len, i => x = i);
        Console.WriteLine($"x={x}");
    }

    [Racy("numNodes2")]
    public static void MinusMinus()
    {
        int numNodes = 100;
        int numNodes2 = 0;
        var x = new int[100];
        for (int i = 0; i < 100; i++)
            x[i] = i % 2 == 0 ? 5 : -5;
        Parallel.For(0, numNodes, i =>
        {
            if (x[i] <= 0)
                numNodes2--;
        });
        Console.WriteLine(numNodes2);
    }

    [Racy("error", "a")]
    public static void NoWait(int len)
    {
        var a = new int[len];
        int b = 5;
        int error = 0;
        var t1 = Task.Run(() => Parallel.For(0, len, i => a[i] = b + a[i] * 5));
        var t2 = Task.Run(() =>
        {
            error = a[9] + 1;
        });
        Task.WaitAll(t1, t2);
        Console.WriteLine(error);
    }

    [Racy("b")]
    public static void OutOfBounds(int n, int m)
    {
        var b = new double[n * m];
        Parallel.For(1, n, i =>
        {
            for (int j = 0; j < m; j++)
                b[i * m + j] = b[i * m + j - 1];
        });
    }

    [Racy("b")]
    public static void OutOfBoundsRow()
    {
        int n = 100, m = 100;
        var b = new double[100, 100];
        Parallel.For(1, n, i =>
        {
            for (int j = 0; j < m; j++)
                b[i, j] = b[i - 1, j];
        });
    }

    [Racy("x")]
    public static void OutputDep(int len)
    {
        var a = new int[len];
        int x = 10;
        Parallel.For(0, len, i =>
        {
            a[i] = x;
            x = i;
        });
        Console.WriteLine(x);
    }

    [Racy("outLen", "output")]
    public static void PlusPlus()
    {
        var input = new int[1000];
        var output = new int[1000];
        int outLen = 0;
        Parallel.For(0, 1000, i =>
        {
            output[outLen++] = input[i];
        });
        Console.WriteLine(output[500]);
    }

    [Racy("tmp")]
    public static void PrivateMissing(int len)
    {
        int tmp;
        var a = new int[len];
        Parallel.For(0, len, i =>
        {
            tmp = a[i] + i;
            a[i] = tmp;
        });
    }

    [Safe]
    public static void PrivateOk(int len)
    {
        var a = new int[len];
        Parallel.For(0, len, i =>
        {
            int tmp = a[i] + i;
            a[i] = tmp;
        });
    }

    [Racy("sum")]
    public static float ReductionMissing(int len)
    {
        float sum = 0;
        var u = new float[len, len];
        Parallel.For(0, len, i =>
        {
            for (int j = 0; j < len; j++)
            {
                float temp = u[i, j];
                sum = sum + temp * temp;
            }
        });
        return sum;
    }
}
