#pragma warning disable CS0169, CS0219, CS0414, CS0649 // Shared state is written for others to read.
using System;
using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.Cases;

/// <summary>How shared state is guarded, handed over and collected in practice.</summary>
internal class Idioms2
{
    private readonly object _l = new();

    private static int s_id;

    private bool _started;

    private volatile bool _vstop;

    [Racy("first")]
    public int EarlyBad(int[] d)
    {
        int first = -1;
        Parallel.For(0, d.Length, (i, st) =>
        {
            if (d[i] == 7)
            {
                first = i;
                st.Stop();
            }
        });
        return first;
    }

    [Safe]
    public void StringLocal(string[] d)
    {
        var r = new string[d.Length];
        Parallel.For(0, d.Length, i =>
        {
            string s = d[i];
            s += "x";
            s = s.Trim();
            r[i] = s;
        });
    }

    [Racy("s")]
    public string StringShared(string[] d)
    {
        string s = "";
        Parallel.ForEach(d, x =>
        {
            s += x;
        });
        return s;
    }

    [Safe]
    public async Task Sem(int[] d)
    {
        using var sem = new SemaphoreSlim(1);
        int t = 0;
        await Task.WhenAll(d.Select(async x =>
        {
            await sem.WaitAsync();
            try
            {
                t += x;
            }
            finally
            {
                sem.Release();
            }
        }));
    }

    [Racy("t")]
    public async Task Sem2(int[] d)
    {
        using var sem = new SemaphoreSlim(2);
        int t = 0;
        await Task.WhenAll(d.Select(async x =>
        {
            await sem.WaitAsync();
            try
            {
                t += x;
            }
            finally
            {
                sem.Release();
            }
        }));
    }

    [Racy("t")]
    public async Task SemOutside(int[] d)
    {
        using var sem = new SemaphoreSlim(1);
        int t = 0;
        await Task.WhenAll(d.Select(async x =>
        {
            await sem.WaitAsync();
            sem.Release();
            t += x;
        }));
    }

    [Safe]
    public IEnumerable<int> Lazy(int[] d)
    {
        int c = 0;
        return d.Select(x =>
        {
            c++;
            return x + c;
        });
    }

    [Racy("c")]
    public List<int> Lazy2(int[] d)
    {
        int c = 0;
        var q = d.Select(x =>
        {
            c++;
            return x + c;
        });
        var t = Task.Run(() => q.ToList());
        var u = q.ToList();
        t.Wait();
        return u;
    }

    [Safe]
    public void Window()
    {
        var w = new Thread(() =>
        {
            while (!_vstop)
            {
                Thread.Sleep(1);
            }
        });
        w.Start();
        _vstop = true;
        w.Join();
    }

    [Racy("_started")]
    public void Once(int n) => Parallel.For(0, n, i =>
    {
        if (!_started)
        {
            _started = true;
        }
    });

    [Safe]
    public void Ids(int n)
    {
        var ids = new int[n];
        Parallel.For(0, n, i =>
        {
            ids[i] = Interlocked.Increment(ref s_id);
        });
    }

    [Racy("s_id")]
    public void Ids2(int n)
    {
        var ids = new int[n];
        Parallel.For(0, n, i =>
        {
            ids[i] = s_id++;
        });
    }

    [Safe]
    public void Slots(int n)
    {
        var outp = new int[n];
        int next = -1;
        Parallel.For(0, n, i =>
        {
            if (i % 2 == 0)
            {
                int slot = Interlocked.Increment(ref next);
                outp[slot] = i;
            }
        });
    }

    [Safe]
    public void AddReturn(int n)
    {
        var outp = new int[2 * n];
        int next = 0;
        Parallel.For(0, n, i =>
        {
            int slot = Interlocked.Add(ref next, 2) - 2;
            outp[slot] = i;
            outp[slot + 1] = i;
        });
    }

    [Safe]
    public void LockedSlot(int n)
    {
        var outp = new int[n];
        int next = 0;
        Parallel.For(0, n, i =>
        {
            int slot;
            lock (_l)
            {
                slot = next++;
            }

            outp[slot] = i;
        });
    }
}
