using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.HeldOut2;

/// <summary>Random numbers, accounts and transfers.</summary>
internal sealed class AccountsAndDraws
{
    [Racy("random")]
    public double[] DrawShared(int n, int seed)
    {
        var random = new Random(seed);
        double[] draws = new double[n];
        Parallel.For(0, n, i => draws[i] = random.NextDouble());
        return draws;
    }

    [Safe]
    public double[] DrawPerIteration(int n, int seed)
    {
        double[] draws = new double[n];
        Parallel.For(0, n, i =>
        {
            var random = new Random(seed + i);
            draws[i] = random.NextDouble();
        });
        return draws;
    }

    [Safe]
    public double[] DrawThreadLocal(int n)
    {
        using var random = new ThreadLocal<Random>(() => new Random(Environment.CurrentManagedThreadId));
        double[] draws = new double[n];
        Parallel.For(0, n, i => draws[i] = random.Value!.NextDouble());
        return draws;
    }

    [Racy("random", "one")]
    public double[] DrawThreadLocalOfOne(int n)
    {
        var one = new Random(1);
        using var random = new ThreadLocal<Random>(() => one);
        double[] draws = new double[n];
        Parallel.For(0, n, i => draws[i] = random.Value!.NextDouble());
        return draws;
    }

    private sealed class Account(int id)
    {
        public int Id { get; } = id;

        public long Cents { get; set; }

        public object Gate { get; } = new();

        public void Add(long cents)
        {
            lock (Gate)
            {
                Cents += cents;
            }
        }
    }

    [Racy("Cents", "all")]
    public static long TransferBetween(int accounts, (int From, int To, long Cents)[] orders)
    {
        Account[] all = Enumerable.Range(0, accounts).Select(i => new Account(i)).ToArray();
        Parallel.ForEach(orders, order =>
        {
            all[order.From].Cents -= order.Cents;
            all[order.To].Cents += order.Cents;
        });
        return all.Sum(a => a.Cents);
    }

    [Safe]
    public static long TransferBetweenLocked(int accounts, (int From, int To, long Cents)[] orders)
    {
        Account[] all = Enumerable.Range(0, accounts).Select(i => new Account(i)).ToArray();
        Parallel.ForEach(orders, order =>
        {
            all[order.From].Add(-order.Cents);
            all[order.To].Add(order.Cents);
        });
        return all.Sum(a => a.Cents);
    }

    [Racy("Cents")]
    public static long TransferLockingTheOther((int From, int To, long Cents)[] orders)
    {
        Account a = new(0), b = new(1);
        Parallel.ForEach(orders, order =>
        {
            lock (order.From == 0 ? a.Gate : b.Gate)
            {
                a.Cents -= order.Cents;
                b.Cents += order.Cents;
            }
        });
        return a.Cents + b.Cents;
    }

    [Safe]
    public static void InterestForEach(int n)
    {
        var accounts = new List<Account>();
        for (int i = 0; i < n; i++)
        {
            accounts.Add(new Account(i) { Cents = 100 });
        }

        Parallel.ForEach(accounts, account => account.Cents += account.Cents / 20);
    }

    [Racy("account", "Cents")]
    public static long InterestForOne(int n)
    {
        var account = new Account(7) { Cents = 100 };
        var accounts = Enumerable.Repeat(account, n).ToList();
        Parallel.ForEach(accounts, each => account.Cents += each.Cents / 20);
        return account.Cents;
    }
}
