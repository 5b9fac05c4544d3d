using System;
using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;

namespace RaceSuite.HeldOut3;

/// <summary>Timers, barriers and events.</summary>
internal sealed class Events
{
    private int _ticksSeen;
    private int _beats;
    private readonly List<string> _log = new();
    private readonly object _sync = new();
    private Timer? _timer;
    private int _timed;

    [Safe]
    public static double[] PhasesWithBarrier(double[] a, int workers)
    {
        double[] b = new double[a.Length];
        using var barrier = new Barrier(workers);
        var threads = new Thread[workers];
        for (int w = 0; w < workers; w++)
        {
            int me = w;
            threads[w] = new Thread(() =>
            {
                for (int i = me; i < a.Length; i += workers)
                {
                    b[i] = a[i] * 2;
                }
                barrier.SignalAndWait();
                for (int i = me; i < a.Length; i += workers)
                {
                    a[i] = b[a.Length - 1 - i];
                }
            });
            threads[w].Start();
        }
        foreach (Thread t in threads)
        {
            t.Join();
        }
        return a;
    }

    [Racy("b")]
    public static double[] PhasesWithoutBarrier(double[] a, int workers)
    {
        double[] b = new double[a.Length];
        var threads = new Thread[workers];
        for (int w = 0; w < workers; w++)
        {
            int me = w;
            threads[w] = new Thread(() =>
            {
                for (int i = me; i < a.Length; i += workers)
                {
                    b[i] = a[i] * 2;
                }
                for (int i = me; i < a.Length; i += workers)
                {
                    a[i] = b[a.Length - 1 - i];
                }
            });
            threads[w].Start();
        }
        foreach (Thread t in threads)
        {
            t.Join();
        }
        return a;
    }

    [Racy("a")]
    public static double[] BarrierOnlyAtTheEnd(double[] a, int workers)
    {
        double[] b = new double[a.Length];
        using var barrier = new Barrier(workers);
        var threads = new Thread[workers];
        for (int w = 0; w < workers; w++)
        {
            int me = w;
            threads[w] = new Thread(() =>
            {
                for (int i = me; i < a.Length; i += workers)
                {
                    b[i] = a[a.Length - 1 - i] * 2;
                    a[i] = b[i];
                }
                barrier.SignalAndWait();
            });
            threads[w].Start();
        }
        foreach (Thread t in threads)
        {
            t.Join();
        }
        return a;
    }

    [Racy("_beats")]
    public async Task TimerAndLoopShareCounter()
    {
        using var timer = new Timer(_ => _beats++, null, 0, 10);
        for (int i = 0; i < 100; i++)
        {
            _beats--;
            await Task.Delay(5);
        }
    }

    [Safe]
    public async Task TimerAndLoopShareCounterAtomically()
    {
        using var timer = new Timer(_ => Interlocked.Increment(ref _ticksSeen), null, 0, 10);
        for (int i = 0; i < 100; i++)
        {
            Interlocked.Decrement(ref _ticksSeen);
            await Task.Delay(5);
        }
    }

    [Racy("_log")]
    public void TimerWritesLogOutsideLock(string[] lines)
    {
        _timer = new Timer(_ => _log.Clear(), null, 1000, 1000);
        foreach (string line in lines)
        {
            lock (_sync)
            {
                _log.Add(line);
            }
        }
    }

    [CannotKnow]
    public void TimerStartedLast(int start)
    {
        _timed = start;
        _timer = new Timer(_ => { lock (_sync) { _timed++; } }, null, 1000, Timeout.Infinite);
    }

    [Safe]
    public static int EventBeforeRead()
    {
        int answer = 0;
        using var ready = new ManualResetEventSlim();
        var thread = new Thread(() =>
        {
            answer = 42;
            ready.Set();
        });
        thread.Start();
        ready.Wait();
        return answer;
    }

    [Racy("answer")]
    public static int EventAfterRead()
    {
        int answer = 0;
        using var ready = new ManualResetEventSlim();
        var thread = new Thread(() =>
        {
            answer = 42;
            ready.Set();
        });
        thread.Start();
        int seen = answer;
        ready.Wait();
        return seen;
    }

    [Racy("answer")]
    public static int EventSetTooSoon()
    {
        int answer = 0;
        using var ready = new ManualResetEventSlim();
        var thread = new Thread(() =>
        {
            ready.Set();
            answer = 42;
        });
        thread.Start();
        ready.Wait();
        return answer;
    }

    [Safe]
    public static string ParameterizedThread(string[] names)
    {
        string[] upper = new string[names.Length];
        var threads = new List<Thread>();
        for (int i = 0; i < names.Length; i++)
        {
            var thread = new Thread(state =>
            {
                int k = (int)state!;
                upper[k] = names[k].ToUpperInvariant();
            });
            thread.Start(i);
            threads.Add(thread);
        }
        threads.ForEach(thread => thread.Join());
        return string.Join(' ', upper);
    }

    [Racy("upper")]
    public static string ParameterizedThreadsJoinedTooLate(string[] names)
    {
        string[] upper = new string[names.Length];
        var threads = new List<Thread>();
        for (int i = 0; i < names.Length; i++)
        {
            var thread = new Thread(state =>
            {
                int k = (int)state!;
                upper[k] = names[k].ToUpperInvariant();
            });
            thread.Start(i);
            threads.Add(thread);
        }
        string text = string.Join(' ', upper);
        threads.ForEach(thread => thread.Join());
        return text;
    }

    [Safe]
    public static int PingPong(int rounds)
    {
        int ball = 0;
        using var ping = new SemaphoreSlim(1);
        using var pong = new SemaphoreSlim(0);
        Task other = Task.Run(() =>
        {
            for (int i = 0; i < rounds; i++)
            {
                pong.Wait();
                ball++;
                ping.Release();
            }
        });
        for (int i = 0; i < rounds; i++)
        {
            ping.Wait();
            ball++;
            pong.Release();
        }
        other.Wait();
        return ball;
    }

    [Racy("ball")]
    public static int PingPongBothHoldOne(int rounds)
    {
        int ball = 0;
        using var ping = new SemaphoreSlim(1);
        using var pong = new SemaphoreSlim(1);
        Task other = Task.Run(() =>
        {
            for (int i = 0; i < rounds; i++)
            {
                pong.Wait();
                ball++;
                ping.Release();
            }
        });
        for (int i = 0; i < rounds; i++)
        {
            ping.Wait();
            ball++;
            pong.Release();
        }
        other.Wait();
        return ball;
    }
}
