#pragma warning disable CS0169, CS0219, CS0414, CS0649 // Shared state is written for others to read.
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.Cases.Found1Types;

/// <summary>What once was missed or falsely accused, with partners.</summary>
internal class Found1
{
    private Shade _shade;

    private int _value;

    private readonly System.Timers.Timer _ticker = new(10);

    private readonly Stack<object> _pool = new();

    [Safe]
    public static void ShadesByThread(int[] rgb, int w, int h)
    {
        int id = 0;
        Parallel.For(0, h, () => (double)Interlocked.Increment(ref id), (y, st, hue) =>
        {
            for (int x = 0; x < w; x++)
            {
                Shade c = Trace(x);
                c.Turn(hue);
                rgb[x + y * w] = c.ToInt();
            }

            return hue;
        }, hue => Interlocked.Decrement(ref id));
    }

    [Safe]
    public static void ShadesInArray(Shade[] cs)
    {
        Parallel.For(0, cs.Length, i =>
        {
            cs[i].Turn(i);
            cs[i].Light = 4;
        });
    }

    [Racy("cs")]
    public static void ShadesOfNeighbours(Shade[] cs)
    {
        Parallel.For(1, cs.Length, i =>
        {
            cs[i].Turn(cs[i - 1].R);
        });
    }

    [Racy("cs")]
    public static void LightOfNeighbours(Shade[] cs)
    {
        Parallel.For(1, cs.Length, i =>
        {
            cs[i].Light = cs[i - 1].Light;
        });
    }

    [Racy("c")]
    public static void OneShade(int n)
    {
        Shade c = default;
        Parallel.For(1, n, i =>
        {
            c.Turn(i);
        });
    }

    [Racy("_shade")]
    public void ShadeInField(int n)
    {
        Parallel.For(1, n, i =>
        {
            _shade.Turn(i);
        });
    }

    [Safe]
    public void CopiesOfField(int n)
    {
        Parallel.For(1, n, i =>
        {
            var d = _shade;
            d.Light = i;
            d.Turn(2);
        });
    }

    [Safe]
    public static void ShadesInList(List<Shade> l)
    {
        Parallel.For(1, l.Count, i =>
        {
            var d = l[i];
            d.Light = i;
            l[i] = d;
        });
    }

    [Racy("_value")]
    public void HandedToStatic(int n)
    {
        Parallel.For(0, n, i => Call(() => _value += i));
    }

    [Safe]
    public void HandedToLocked(int n)
    {
        Parallel.For(0, n, i => CallLocked(() => _value += i));
    }

    [Racy("dp")]
    public static void KnapsackInPlace(long[] dp, int[] w, int cap)
    {
        foreach (int weight in w)
        {
            Parallel.For(weight, cap + 1, c => dp[c] = dp[c - weight]);
        }
    }

    [Safe]
    public static void KnapsackRows(long[] dp, int[] w, int cap)
    {
        foreach (int weight in w)
        {
            var next = new long[cap + 1];
            Parallel.For(weight, cap + 1, c => next[c] = dp[c - weight]);
            dp = next;
        }
    }

    [Racy("a")]
    public static void PartsThatShareTheirEnd(int[] a, int lo, int hi)
    {
        if (lo >= hi)
        {
            return;
        }

        int p = Split(a, lo, hi);
        Parallel.Invoke(() => PartsThatShareTheirEnd(a, lo, p), () => PartsThatShareTheirEnd(a, p, hi));
    }

    [Safe]
    public static void PartsApart(int[] a, int lo, int hi)
    {
        if (lo >= hi)
        {
            return;
        }

        int p = Split(a, lo, hi);
        Parallel.Invoke(() => PartsApart(a, lo, p - 1), () => PartsApart(a, p + 1, hi));
    }

    [Racy("_pool")]
    public void TickerThatRuns()
    {
        _ticker.Elapsed += (_, _) => _pool.Push(new object ());
        _ticker.Start();
        Console.WriteLine(_pool.Count);
    }

    static Shade Trace(int x) => x % 2 == 0 ? Shade.Background : new Shade
    {
        R = x
    };

    private static void Call(Action action)
    {
        action();
    }

    private void CallLocked(Action action)
    {
        lock (_pool)
        {
            action();
        }
    }

    private static int Split(int[] a, int lo, int hi)
    {
        int pivot = a[hi], store = lo;
        for (int i = lo; i < hi; i++)
        {
            if (a[i] < pivot)
            {
                (a[i], a[store]) = (a[store], a[i]);
                store++;
            }
        }

        (a[store], a[hi]) = (a[hi], a[store]);
        return store;
    }
}

internal struct Shade
{
    public double R, G;
    public static readonly Shade Background = new Shade
    {
        R = 1
    };
    public void Turn(double h)
    {
        R = h;
        G = R / 2;
    }

    public double Light
    {
        get => R + G;
        set
        {
            R = value;
        }
    }

    public readonly int ToInt() => (int)R;
}
