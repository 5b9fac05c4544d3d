#pragma warning disable CS0169, CS0219, CS0414, CS0649 // Shared state is written for others to read.
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

namespace RaceSuite.Cases;

/// <summary>What once was falsely accused in public code, with partners that differ in what matters.</summary>
internal class Found6
{
    internal interface INotes
    {
        void Note(int what);
    }

    internal class NoNotes : INotes
    {
        public void Note(int what)
        {
        }
    }

    private class Measurement
    {
        private sealed class CountedNotes : INotes
        {
            private int _counted;

            public void Note(int what) => _counted++;
        }

        [Racy("_counted")]
        public void Measure(int n)
        {
            INotes own = new CountedNotes();
            Parallel.For(0, n, i => own.Note(i));
        }
    }

    // One of the two classes belongs to somebody who has nothing to do with this.
    [CannotKnow]
    public static void NotedBySomebody(INotes notes, int n) => Parallel.For(0, n, i => notes.Note(i));

    internal interface IMarks
    {
        void Mark(int what);
    }

    internal class NoMarks : IMarks
    {
        public void Mark(int what)
        {
        }
    }

    internal sealed class CountedMarks : IMarks
    {
        private int _marked;

        public void Mark(int what) => _marked++;
    }

    [Racy("_marked")]
    public static void MarkedBySomebody(IMarks marks, int n) => Parallel.For(0, n, i => marks.Mark(i));

    private readonly ConcurrentDictionary<string, List<int>> _found = new();
    private readonly Dictionary<int, string> _all = new();

    // Made of what the lock guards: whoever comes second puts there the same list, or a newer one.
    [CannotKnow]
    public void FoundUnderTheLock(string name) => Parallel.For(0, 9, i =>
    {
        if (!_found.ContainsKey(name))
        {
            lock (_all)
            {
                List<int> list = _all.Where(entry => entry.Value == name).Select(entry => entry.Key).ToList();
                _found[name] = list;
            }
        }
    });

    // Whoever comes second may put there an older one.
    [Racy("_found")]
    public void FoundBeforeTheLock(string name) => Parallel.For(0, 9, i =>
    {
        if (!_found.ContainsKey(name))
        {
            List<int> list;
            lock (_all)
            {
                list = _all.Where(entry => entry.Value == name).Select(entry => entry.Key).ToList();
            }

            _found[name] = list;
        }
    });
}
