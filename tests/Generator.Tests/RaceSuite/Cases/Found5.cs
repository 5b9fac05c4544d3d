#pragma warning disable CS0169, CS0219, CS0414, CS0649, CS4014 // Shared state is written for others to read.
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.Cases;

/// <summary>What once was falsely accused in public code, with partners that differ in what matters.</summary>
internal class Found5
{
    internal class Harness
    {
        private CancellationTokenSource? _source;
        private CancellationToken _token;
        private List<int>? _log;

        public CancellationToken Token
        {
            get
            {
                if (_token == CancellationToken.None)
                {
                    _source = new CancellationTokenSource(100);
                    _token = _source.Token;
                }

                return _token;
            }
        }

        public List<int> Log => _log ??= new List<int>();

        public int Left = 3;

        public void TakeOne()
        {
            if (Left != 0)
            {
                Left = Left - 1;
            }
        }

        public void Reset() => _token = CancellationToken.None;
    }

    // The first one who asks fills the fields, and that is before the task exists.
    [Safe]
    public static bool FilledBefore(Harness harness)
    {
        _ = harness.Token;
        Task.Run(() => harness.Token.ThrowIfCancellationRequested());
        return harness.Token.CanBeCanceled;
    }

    [Racy("_token", "_source")]
    public static bool FilledByBoth(Harness harness)
    {
        Task.Run(() => harness.Token.ThrowIfCancellationRequested());
        return harness.Token.CanBeCanceled;
    }

    [Racy("_token", "_source")]
    public static bool FilledAndEmptied(Harness harness)
    {
        _ = harness.Token;
        harness.Reset();
        Task.Run(() => harness.Token.ThrowIfCancellationRequested());
        return harness.Token.CanBeCanceled;
    }

    [Racy("_token", "_source")]
    public static bool FilledForOneOnly(Harness harness, bool asksFirst)
    {
        if (asksFirst)
        {
            _ = harness.Token;
        }

        Task.Run(() => harness.Token.ThrowIfCancellationRequested());
        return harness.Token.CanBeCanceled;
    }

    [Racy("_token", "_source")]
    public static bool AnothersAreFilled(Harness harness, Harness other)
    {
        _ = other.Token;
        Task.Run(() => harness.Token.ThrowIfCancellationRequested());
        return harness.Token.CanBeCanceled;
    }

    // What is tested is not that it is still empty.
    [Racy("Left")]
    public static void TakenByBoth(Harness harness)
    {
        harness.TakeOne();
        Task.Run(harness.TakeOne);
        harness.TakeOne();
    }

    [Safe]
    public static int LogMadeBefore(Harness harness)
    {
        _ = harness.Log;
        Task.Run(() => Console.WriteLine(harness.Log.Count));
        return harness.Log.Count;
    }

    [Racy("_log")]
    public static int LogMadeByBoth(Harness harness)
    {
        Task.Run(() => Console.WriteLine(harness.Log.Count));
        return harness.Log.Count;
    }

    private static class Gates
    {
        public static void Enter(object gate)
        {
            try
            {
                Monitor.Enter(gate);
            }
            catch (Exception interrupted) when (interrupted is ThreadInterruptedException)
            {
                do
                {
                    try
                    {
                        Monitor.Enter(gate);
                        break;
                    }
                    catch (Exception again) when (again is ThreadInterruptedException)
                    {
                    }
                }
                while (true);

                Thread.CurrentThread.Interrupt();
            }
        }

        public static void Exit(object gate) => Monitor.Exit(gate);
    }

    private class Count
    {
        internal int Held;

        public int Drop() => --Held;
    }

    private class Files
    {
        private readonly Dictionary<string, Count> _counts = new();

        public void Drop(string name)
        {
            Count count = _counts[name];
            if (count.Drop() == 0)
            {
                Console.WriteLine(name);
            }
        }
    }

    internal class Writer
    {
        private readonly Files _files = new();

        public virtual void Clean(string name)
        {
            Gates.Enter(this);
            try
            {
                _files.Drop(name);
            }
            finally
            {
                Gates.Exit(this);
            }
        }

        public virtual void CleanAtOnce(string name) => _files.Drop(name);
    }

    internal class Revision(Writer writer)
    {
        public virtual void Release() => writer.Clean("segments");

        public virtual void ReleaseAtOnce() => writer.CleanAtOnce("segments");
    }

    // The writer locks itself, by a method that tries again when it is interrupted.
    [Safe]
    public static void ReleasedUnderTheWriter(ConcurrentDictionary<int, Revision> sessions, int n)
    {
        for (int i = 0; i < n; i++)
        {
            int own = i;
            Task.Run(() =>
            {
                if (sessions.TryGetValue(own, out Revision? revision))
                {
                    revision.Release();
                }
            });
        }
    }

    [Safe]
    public static void OneReleasedUnderItsWriter(Revision revision, int n) => Parallel.For(0, n, _ => revision.Release());

    [Racy("Held")]
    public static void OneReleasedAtOnce(Revision revision, int n) => Parallel.For(0, n, _ => revision.ReleaseAtOnce());

    // The rest goes on when somebody else completes the source, which may be later than the test.
    [CannotKnow]
    public static int CompletedBySomebody(TaskCompletionSource ready)
    {
        int checks = 0;
        Task waiting = CheckAgain();
        int seen = checks;
        waiting.Wait();
        return seen + checks;

        async Task CheckAgain()
        {
            checks++;
            await ready.Task;
            checks++;
        }
    }

    [Racy("checks")]
    public static int CompletedByTime(TaskCompletionSource ready)
    {
        int checks = 0;
        Task waiting = CheckAgain();
        int seen = checks;
        waiting.Wait();
        return seen + checks;

        async Task CheckAgain()
        {
            checks++;
            await Task.Delay(1);
            checks++;
        }
    }

    [Racy("checks")]
    public static int CompletedBeforeTheTest(TaskCompletionSource ready)
    {
        int checks = 0;
        Task waiting = CheckAgain();
        ready.SetResult();
        int seen = checks;
        waiting.Wait();
        return seen + checks;

        async Task CheckAgain()
        {
            checks++;
            await ready.Task;
            checks++;
        }
    }
}
