using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace RaceSuite.Cases;

/// <summary>Arrays under two names, which a caller may or may not have made one.</summary>
internal sealed class MayAlias
{
    private double[] _now = new double[100];
    private readonly double[] _next = new double[100];

    // Two arrays, for all that is said here; if they are one, neighbours race.
    [CannotKnow]
    public static void NeighbourOfAnother(double[] a, double[] b) =>
        Parallel.For(0, a.Length - 1, i => a[i] = b[i + 1]);

    [Racy("a", "b")]
    public static void NeighbourOfTheSame(double[] a)
    {
        double[] b = a;
        Parallel.For(0, a.Length - 1, i => a[i] = b[i + 1]);
    }

    // One array or two: each iteration has its own element.
    [Safe]
    public static void SamePlace(double[] a, double[] b) => Parallel.For(0, a.Length, i => a[i] = b[i] + 1);

    [Safe]
    public static double[] NewArray(double[] a)
    {
        var b = new double[a.Length];
        Parallel.For(0, a.Length - 1, i => b[i] = a[i + 1]);
        return b;
    }

    [CannotKnow]
    public void FieldAndParameter(double[] b) => Parallel.For(1, b.Length, i => _now[i] = b[i - 1]);

    [Racy("_now")]
    public void FieldAndItself(double[] b) => Parallel.For(1, b.Length, i => _now[i] = b[i] + _now[i - 1]);

    public void Use(double[] other) => _now = other;

    public double[] Next => _next;
}

/// <summary>What is known of a thing whose name is not.</summary>
internal sealed class UnknownOwners(Func<int, object> find)
{
    private sealed class Board
    {
        public object Gate { get; } = new();

        public Dictionary<string, List<int>> Notes { get; } = [];
    }

    // Which board it is isn't known, but its lock is taken.
    [CannotKnow]
    public void NotesUnderTheLock(int n) => Parallel.For(0, n, i =>
    {
        dynamic board = find(i);
        lock (board.Gate)
        {
            board.Notes["a"].Add(i);
        }
    });

    [Safe]
    public void NotesOfOneBoard(int n)
    {
        var board = new Board();
        Parallel.For(0, n, i =>
        {
            lock (board.Gate)
            {
                if (!board.Notes.TryGetValue("a", out List<int>? notes))
                {
                    board.Notes.Add("a", notes = []);
                }

                notes.Add(i);
            }
        });
    }

    [Racy("Notes")]
    public void NotesWithLocksOfTheirOwn(int n)
    {
        var board = new Board();
        Parallel.For(0, n, i =>
        {
            lock (new object())
            {
                board.Notes.Add("a", [i]);
            }
        });
    }

    private readonly struct Pair(int first, int second)
    {
        public int First { get; } = first;

        public int Second { get; } = second;
    }

    // Each iteration looks for a pair of its own.
    [CannotKnow]
    public static int TrainersByPair(int n)
    {
        var trainers = new ConcurrentDictionary<Pair, object>();
        Parallel.For(0, n, i =>
        {
            var pair = new Pair(i, -1);
            if (!trainers.TryGetValue(pair, out object? _))
            {
                trainers[pair] = new object();
            }
        });
        return trainers.Count;
    }

    // All of them look for one pair.
    [Racy("trainers")]
    public static int TrainersOfOnePair(int n)
    {
        var trainers = new ConcurrentDictionary<Pair, object>();
        var pair = new Pair(n, -1);
        Parallel.For(0, n, i =>
        {
            if (!trainers.TryGetValue(pair, out object? _))
            {
                trainers[pair] = new object();
            }
        });
        return trainers.Count;
    }
}
