#pragma warning disable CS0169, CS0219, CS0414, CS0649 // Shared state is written for others to read.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.Cases;

/// <summary>The shapes of DataRaceBench, with their mended partners.</summary>
internal static class DataRaceShapes3
{
    static int s_q;

    [ThreadStatic]
    static int t_sum0;

    static int sum0, sum1;

    static readonly object s_gate = new();

    [Racy("pi")]
    public static double PiRacy()
    {
        double pi = 0;
        int n = 2000000000;
        double w = 1.0 / n;
        Parallel.ForEach(System.Collections.Concurrent.Partitioner.Create(0, n), r =>
        {
            double p = 0;
            for (int i = r.Item1; i < r.Item2; i++)
            {
                double x = (i + 0.5) * w;
                p += 4.0 / (1.0 + x * x);
            }

            pi += p;
        });
        return pi * w;
    }

    [Racy("x", "i")]
    public static void TaskDepMissing()
    {
        int i = 0;
        Task a = Task.Run(() =>
        {
            Thread.Sleep(3);
            i = 3;
        });
        Task b = Task.Run(() =>
        {
            i = 2;
        });
        Task.WaitAll(a, b);
    }

    [Safe]
    public static void TaskDep1()
    {
        int i = 0;
        Task a = Task.Run(() =>
        {
            i = 1;
        });
        Task b = a.ContinueWith(_ =>
        {
            i = 2;
        });
        b.Wait();
        Console.WriteLine(i);
    }

    [Racy("j", "i")]
    public static void TaskDep3()
    {
        int i = 0, j = 0, k = 0;
        Task a = Task.Run(() => i = 1);
        Task b = Task.Run(() => j = i);
        Task c = Task.Run(() => k = i);
        Task.WaitAll(a, b, c);
    }

    [Safe]
    public static void TaskDep3Ok()
    {
        int i = 0, j = 0, k = 0;
        Task a = Task.Run(() => i = 1);
        Task b = a.ContinueWith(_ => j = i);
        Task c = a.ContinueWith(t => k = i);
        Task.WaitAll(b, c);
        Console.WriteLine(j + k);
    }

    [Racy("i")]
    public static void FuncArg()
    {
        int i = 0;
        Parallel.Invoke(() => F1(ref i), () => F1(ref i));
    }

    [Safe]
    public static void FuncArgVal()
    {
        int i = 0;
        Parallel.Invoke(() => F1v(i), () => F1v(i));
    }

    [Racy("s_q")]
    public static void DeclaredInFunc()
    {
        Parallel.Invoke(() => FooStatic(), FooStatic);
    }

    [Racy("sum0")]
    public static void ThreadPrivateMissing()
    {
        int sum = 0;
        Parallel.For(1, 1001, i => FooSum(i));
        sum += sum0;
        Console.WriteLine(sum);
    }

    [Safe]
    public static void ThreadPrivate()
    {
        int sum = 0;
        Parallel.For(1, 1001, () => 0, (i, s, x) =>
        {
            FooTls(i);
            return x + i;
        }, x =>
        {
            lock (s_gate)
            {
                sum += x;
            }
        });
        Console.WriteLine(sum);
    }

    [Racy("counter")]
    public static void StaticMember()
    {
        Parallel.For(0, 8, _ => A.counter++);
    }

    [Racy("c")]
    public static void LinearMissing(int len)
    {
        var a = new double[len];
        var b = new double[len];
        var c = new double[len];
        int j = 0;
        Parallel.For(0, len, i =>
        {
            c[j] += a[i] * b[i];
            j++;
        });
    }

    [Safe]
    public static int TaskWait()
    {
        return Fib(20);
    }

    [Racy("i")]
    public static int FibMissing(int n)
    {
        if (n < 2)
            return n;
        int i = 0, j = 0;
        var t = Task.Run(() => i = FibMissing(n - 1));
        j = FibMissing(n - 2);
        return i + j;
    }

    [Racy("result")]
    public static void TaskGroupMissing()
    {
        int result = 0;
        var t = Task.Run(() =>
        {
            Thread.Sleep(3);
            result = 1;
        });
        result = 2;
        t.Wait();
    }

    [Safe]
    public static void Atomic()
    {
        int a = 0;
        Parallel.For(0, 100, i => Interlocked.Add(ref a, 1));
        Console.WriteLine(a);
    }

    [Racy("x")]
    public static void OrderedMissing()
    {
        int x = 0;
        Parallel.For(0, 100, i =>
        {
            x++;
        });
        Console.WriteLine(x);
    }

    [Racy("psum")]
    public static void WaitOnlyChild()
    {
        var a = new int[4];
        var psum = new int[2];
        int sum = 0;
        Task inner = Task.CompletedTask;
        var t = Task.Run(() =>
        {
            inner = Task.Run(() => psum[1] = a[2] + a[3]);
            psum[0] = a[0] + a[1];
        });
        t.Wait();
        sum = psum[1] + psum[0];
        Console.WriteLine(sum);
    }

    static void F1(ref int q)
    {
        q += 1;
    }

    static void F1v(int q)
    {
        q += 1;
    }

    static void FooStatic()
    {
        s_q += 1;
    }

    static void FooSum(int i)
    {
        sum0 = sum0 + i;
    }

    static void FooTls(int i)
    {
        t_sum0 += i;
    }

    class A
    {
        public static int counter;
        public static int pcounter;
    }

    static int Fib(int n)
    {
        if (n < 2)
            return n;
        int i = 0, j = 0;
        var t = Task.Run(() => i = Fib(n - 1));
        var u = Task.Run(() => j = Fib(n - 2));
        Task.WaitAll(t, u);
        return i + j;
    }
}
