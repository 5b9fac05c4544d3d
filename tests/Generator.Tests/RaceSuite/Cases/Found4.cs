using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.Cases;

/// <summary>Idioms that were misunderstood in public code: gates that only one passes, parameters that switch code off, exits of try.</summary>
internal sealed class Found4
{
    private readonly Action<int>? _report = null;

    /// <summary>Computed by the first one who asks; all others wait until it is there.</summary>
    private sealed class OnceOnly(Func<int> make)
    {
        private Func<int>? _make = make;
        private int _state;
        private int _value;

        public int Value
        {
            get
            {
                if (Volatile.Read(ref _state) == 2)
                {
                    return _value;
                }

                if (Interlocked.CompareExchange(ref _state, 1, 0) == 0)
                {
                    _value = _make!();
                    Volatile.Write(ref _state, 2);
                    _make = null;
                }
                else
                {
                    SpinWait.SpinUntil(() => Volatile.Read(ref _state) == 2);
                }

                return _value;
            }
        }
    }

    /// <summary>The same, but the gate is open again before the work is done.</summary>
    private sealed class OpenAgain(Func<int> make)
    {
        private Func<int>? _make = make;
        private int _state;
        private int _value;

        public int Value
        {
            get
            {
                if (Volatile.Read(ref _state) == 2)
                {
                    return _value;
                }

                if (Interlocked.CompareExchange(ref _state, 1, 0) == 0)
                {
                    _value = _make!();
                    Volatile.Write(ref _state, 0);
                    _make = null;
                }
                else
                {
                    SpinWait.SpinUntil(() => Volatile.Read(ref _state) == 2);
                }

                return _value;
            }
        }
    }

    [Safe]
    public static int[] FirstOneComputes()
    {
        var once = new OnceOnly(() => Environment.TickCount);
        int[] seen = new int[100];
        Parallel.For(0, 100, i => seen[i] = once.Value);
        return seen;
    }

    [Racy("_value", "_make")]
    public static int[] GateIsOpenAgain()
    {
        var once = new OpenAgain(() => Environment.TickCount);
        int[] seen = new int[100];
        Parallel.For(0, 100, i => seen[i] = once.Value);
        return seen;
    }

    private int _started;
    private int _ticks;

    private void StartOnce()
    {
        if (Interlocked.CompareExchange(ref _started, 1, 0) == 0)
        {
            new Thread(() =>
            {
                while (Volatile.Read(ref _started) == 1)
                {
                    _ticks++;
                    Thread.Sleep(1);
                }
            }).Start();
        }
    }

    private int _running;
    private int _beats;

    private void StartAgain()
    {
        if (Interlocked.CompareExchange(ref _running, 1, 0) == 0)
        {
            new Thread(() =>
            {
                _beats++;
                Thread.Sleep(1);
            }).Start();
            Volatile.Write(ref _running, 0);
        }
    }

    // Whoever comes first starts the one thread.
    [Safe]
    public void AllStartTheOneThread()
    {
        Parallel.For(0, 100, _ => StartOnce());
    }

    // The gate is open again while the thread still runs.
    [Racy("_beats")]
    public void EachMayStartAThread()
    {
        Parallel.For(0, 100, _ => StartAgain());
    }

    private static T[] Take<T>(T[] source, int[] places, bool inPlace = false)
    {
        var taken = new T[places.Length];
        for (int i = 0; i < places.Length; i++)
        {
            taken[i] = source[places[i]];
        }

        if (inPlace)
        {
            for (int i = 0; i < taken.Length; i++)
            {
                source[i] = taken[i];
            }
        }

        return taken;
    }

    // What would write the array is switched off.
    [Safe]
    public static double[][] TakenCopies(double[] data, int[][] places)
    {
        var parts = new double[places.Length][];
        Parallel.For(0, places.Length, i => parts[i] = Take(data, places[i]));
        return parts;
    }

    [Racy("data")]
    public static double[][] TakenInPlace(double[] data, int[][] places)
    {
        var parts = new double[places.Length][];
        Parallel.For(0, places.Length, i => parts[i] = Take(data, places[i], inPlace: true));
        return parts;
    }

    // Another method changes the switch before it is looked at.
    private static void Fill(double[] data, int from, bool all = false)
    {
        if (from == 0)
        {
            all = true;
        }

        if (all)
        {
            data[0] += 1;
        }
    }

    [Racy("data")]
    public static void SwitchIsChanged(double[] data) => Parallel.For(0, 8, i => Fill(data, 0));

    private int _last;

    private async Task Note(int value)
    {
        await Task.Yield();
        _last = value;
        _report?.Invoke(_last);
    }

    // All ways out of the first try return.
    [Safe]
    public Task OneOrTheOther(bool first, int value)
    {
        if (first)
        {
            try
            {
                return Task.Run(() => Note(value));
            }
            catch (InvalidOperationException)
            {
                return Task.CompletedTask;
            }
        }

        return Note(-value);
    }

    // One of them goes on.
    [Racy("_last")]
    public Task OneAndTheOther(bool first, int value)
    {
        if (first)
        {
            try
            {
                _ = Task.Run(() => Note(value));
            }
            catch (InvalidOperationException)
            {
                return Task.CompletedTask;
            }
        }

        return Note(-value);
    }

    private Timer? _timer;
    private int _restarts;

    // A timer without a period fires once.
    [Safe]
    public void FiresOnce(TimeSpan delay) =>
        _timer = new Timer(_ => _restarts++, null, delay, TimeSpan.FromMilliseconds(-1));

    [Racy("_restarts")]
    public void FiresAgain(TimeSpan delay) =>
        _timer = new Timer(_ => _restarts++, null, delay, TimeSpan.FromMilliseconds(1));

    /// <summary>Those who wait, by name; each hub has its own lock and its own table.</summary>
    private sealed class Hub
    {
        private readonly object _gate = new();
        private readonly Dictionary<string, List<int>> _waiting = [];

        public void Join(string name, int who)
        {
            lock (_gate)
            {
                if (!_waiting.TryGetValue(name, out List<int>? list))
                {
                    list = [];
                    _waiting.Add(name, list);
                }

                list.Add(who);
            }
        }

        public void JoinCarelessly(string name, int who)
        {
            List<int>? list;
            lock (_gate)
            {
                if (!_waiting.TryGetValue(name, out list))
                {
                    list = [];
                    _waiting.Add(name, list);
                }
            }

            list.Add(who);
        }
    }

    // Two hubs have two locks, but no list in common.
    [Safe]
    public static void JoinHubs(int n)
    {
        Hub[] hubs = [.. Enumerable.Range(0, n).Select(_ => new Hub())];
        Parallel.ForEach(hubs, hub =>
        {
            for (int i = 0; i < 10; i++)
            {
                hub.Join("a", i);
            }
        });
    }

    [Racy("list")]
    public static void JoinOneHub(int n)
    {
        var hub = new Hub();
        Parallel.For(0, n, i => hub.JoinCarelessly("a", i));
    }

    private static IProvider? s_provider;
    private static SpinLock s_spin = new(false);

    private interface IProvider
    {
        long Ticks { get; }
    }

    private sealed class ClockProvider : IProvider
    {
        public long Ticks => Environment.TickCount64;
    }

    private static IProvider Provider => s_provider ??= new ClockProvider();

    private static long TicksUnderLock()
    {
        bool taken = false;
        try
        {
            s_spin.Enter(ref taken);
            return Provider.Ticks;
        }
        finally
        {
            if (taken)
            {
                s_spin.Exit();
            }
        }
    }

    private static IProvider? s_careless;

    private static long TicksWithoutLock() => (s_careless ??= new ClockProvider()).Ticks;

    // The lock covers the look and the assignment, each time.
    [Safe]
    public static long[] ProviderUnderLock()
    {
        long[] seen = new long[50];
        Parallel.For(0, 50, i => seen[i] = TicksUnderLock() + TicksUnderLock());
        return seen;
    }

    [Racy("s_careless")]
    public static long[] ProviderWithoutLock()
    {
        long[] seen = new long[50];
        Parallel.For(0, 50, i => seen[i] = TicksWithoutLock() + TicksWithoutLock());
        return seen;
    }

    private interface ISend
    {
        Task Send<T>(T message);
    }

    private sealed class Sender : ISend
    {
        private readonly ConcurrentQueue<object?> _sent = new();

        public Task Send<T>(T message)
        {
            _sent.Enqueue(message);
            return Task.CompletedTask;
        }
    }

    private sealed class CountingSender : ISend
    {
        private int _sent;

        public Task Send<T>(T message)
        {
            _sent++;
            return Task.CompletedTask;
        }
    }

    [Safe]
    public static void SendGenerically()
    {
        ISend sender = new Sender();
        Parallel.For(0, 100, i => sender.Send(i));
    }

    [Racy("_sent")]
    public static void CountGenerically()
    {
        ISend sender = new CountingSender();
        Parallel.For(0, 100, i => sender.Send(i));
    }

    /// <summary>Calls are taken until it is closed; late ones run at once, on a thread of their own.</summary>
    private sealed class Stage
    {
        private readonly List<Action> _calls = [];
        private bool _isClosed;

        public void Register(Action call)
        {
            if (!_isClosed)
            {
                _calls.Add(call);
                return;
            }

            _ = Task.Run(call);
        }

        public void Close() => _isClosed = true;

        public void RunAll()
        {
            foreach (Action call in _calls)
            {
                call();
            }
        }
    }

    // The stage was just made: it is open.
    [Safe]
    public static int RegisteredInTime()
    {
        int calls = 0;
        var stage = new Stage();
        stage.Register(() => calls++);
        stage.RunAll();
        return calls;
    }

    [Racy("calls")]
    public static int RegisteredTooLate()
    {
        int calls = 0;
        var stage = new Stage();
        stage.Close();
        stage.Register(() => calls++);
        return calls;
    }

    /// <summary>Told once that it is over.</summary>
    private sealed class Latch
    {
        private int _value;

        public bool IsSet => _value != 0;

        public bool TrySet() => Interlocked.CompareExchange(ref _value, 1, 0) == 0;

        public int Read() => _value;
    }

    // What a look at the latch tells may be old, and only says where to go on.
    [CannotKnow]
    public static void LooksAtTheLatch()
    {
        var latch = new Latch();
        Parallel.For(0, 100, i =>
        {
            if (latch.IsSet)
            {
                return;
            }

            latch.TrySet();
        });
    }

    [Racy("_value")]
    public static int[] ReportsTheLatch()
    {
        var latch = new Latch();
        int[] seen = new int[100];
        Parallel.For(0, 100, i =>
        {
            seen[i] = latch.Read();
            latch.TrySet();
        });
        return seen;
    }

    // The k-th one to end finds at least k made before.
    [CannotKnow]
    public static Task<int>[] InOrderOfCompletion(Task<int>[] tasks)
    {
        var results = new TaskCompletionSource<int>[tasks.Length];
        int last = -1;
        for (int i = 0; i < tasks.Length; i++)
        {
            results[i] = new TaskCompletionSource<int>();
            tasks[i].ContinueWith(ended => results[Interlocked.Increment(ref last)].SetResult(ended.Result));
        }

        return [.. results.Select(one => one.Task)];
    }

    // The number is that of the next one, which is being made.
    [Racy("results")]
    public static void NextResult(Task<int>[] tasks)
    {
        int[] results = new int[tasks.Length + 1];
        for (int i = 0; i < tasks.Length; i++)
        {
            int own = i + 1;
            results[i] = 1;
            tasks[i].ContinueWith(ended => results[own] += ended.Result);
        }
    }

    private readonly object _snapshotGate = new();
    private string[]? _snapshot = [];

    // The reference is put there whole, and read as a volatile one.
    [CannotKnow]
    public int ReadsThePublished(int n)
    {
        int total = 0;
        Parallel.For(0, n, i =>
        {
            Interlocked.Add(ref total, Volatile.Read(ref _snapshot)?.Length ?? 0);
            lock (_snapshotGate)
            {
                _snapshot = null;
            }
        });
        return total;
    }

    [Racy("_snapshot")]
    public int ReadsItPlainly(int n)
    {
        int total = 0;
        Parallel.For(0, n, i =>
        {
            Interlocked.Add(ref total, _snapshot?.Length ?? 0);
            lock (_snapshotGate)
            {
                _snapshot = null;
            }
        });
        return total;
    }
}
