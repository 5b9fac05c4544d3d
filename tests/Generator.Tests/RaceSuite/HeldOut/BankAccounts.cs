using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.HeldOut;

/// <summary>Accounts, transfers, audits.</summary>
internal static class BankAccounts
{
    private sealed class PlainAccount
    {
        private decimal _balance;

        public decimal Balance => _balance;

        public void Deposit(decimal amount) => _balance += amount;

        public bool Withdraw(decimal amount)
        {
            if (_balance < amount)
            {
                return false;
            }

            _balance -= amount;
            return true;
        }
    }

    private sealed class LockedAccount
    {
        private readonly object _sync = new();
        private decimal _balance;

        public decimal Balance
        {
            get
            {
                lock (_sync)
                {
                    return _balance;
                }
            }
        }

        // Read without the lock.
        public decimal Peek() => _balance;

        public void Deposit(decimal amount)
        {
            lock (_sync)
            {
                _balance += amount;
            }
        }
    }

    private sealed class AtomicAccount
    {
        private long _cents;

        public long Cents => Interlocked.Read(ref _cents);

        public void Deposit(long cents) => Interlocked.Add(ref _cents, cents);

        // Checked first, taken afterwards.
        public void WithdrawCarelessly(long cents)
        {
            if (_cents >= cents)
            {
                _cents -= cents;
            }
        }
    }

    [Racy("account", "_balance", "Deposit")]
    public static decimal ManyDeposits(decimal[] amounts)
    {
        var account = new PlainAccount();
        Parallel.ForEach(amounts, amount => account.Deposit(amount));
        return account.Balance;
    }

    [Safe]
    public static decimal ManyDepositsLocked(decimal[] amounts)
    {
        var account = new LockedAccount();
        Parallel.ForEach(amounts, amount => account.Deposit(amount));
        return account.Balance;
    }

    [Racy("account", "_balance", "Peek")]
    public static decimal DepositsAndPeeks(decimal[] amounts)
    {
        var account = new LockedAccount();
        decimal seen = 0;
        Parallel.Invoke(
            () =>
            {
                foreach (decimal amount in amounts)
                {
                    account.Deposit(amount);
                }
            },
            () => seen = account.Peek());
        return seen;
    }

    [Safe]
    public static decimal DepositsAndReads(decimal[] amounts)
    {
        var account = new LockedAccount();
        decimal seen = 0;
        Parallel.Invoke(
            () =>
            {
                foreach (decimal amount in amounts)
                {
                    account.Deposit(amount);
                }
            },
            () => seen = account.Balance);
        return seen;
    }

    [Safe]
    public static long AtomicDeposits(long[] amounts)
    {
        var account = new AtomicAccount();
        Task[] tasks = amounts.Select(amount => Task.Run(() => account.Deposit(amount))).ToArray();
        Task.WaitAll(tasks);
        return account.Cents;
    }

    [Racy("account", "_cents", "WithdrawCarelessly")]
    public static long CarelessWithdrawals(long[] amounts)
    {
        var account = new AtomicAccount();
        account.Deposit(1000);
        Task[] tasks = amounts.Select(amount => Task.Run(() => account.WithdrawCarelessly(amount))).ToArray();
        Task.WaitAll(tasks);
        return account.Cents;
    }

    // Husband and wife at two machines.
    [Racy("account", "_balance", "Withdraw")]
    public static async Task<decimal> TwoMachines()
    {
        var account = new PlainAccount();
        account.Deposit(100);
        Task<bool> his = Task.Run(() => account.Withdraw(80));
        Task<bool> hers = Task.Run(() => account.Withdraw(80));
        await Task.WhenAll(his, hers);
        return account.Balance;
    }

    // One after the other.
    [Safe]
    public static async Task<decimal> TwoVisits()
    {
        var account = new PlainAccount();
        account.Deposit(100);
        bool his = await Task.Run(() => account.Withdraw(80));
        bool hers = await Task.Run(() => account.Withdraw(80));
        return his && hers ? -1 : account.Balance;
    }

    // An account of each task.
    [Safe]
    public static decimal OwnAccounts(decimal[] amounts)
    {
        var accounts = new PlainAccount[amounts.Length];
        var tasks = new List<Task>();
        for (int i = 0; i < amounts.Length; i++)
        {
            int index = i;
            accounts[index] = new PlainAccount();
            tasks.Add(Task.Run(() => accounts[index].Deposit(amounts[index])));
        }

        Task.WaitAll(tasks.ToArray());
        return accounts.Sum(account => account.Balance);
    }

    [Racy("i")]
    public static decimal OwnAccountsByLoopVariable(decimal[] amounts)
    {
        var accounts = new PlainAccount[amounts.Length];
        var tasks = new List<Task>();
        for (int i = 0; i < amounts.Length; i++)
        {
            accounts[i] = new PlainAccount();
            tasks.Add(Task.Run(() => accounts[i].Deposit(amounts[i])));
        }

        Task.WaitAll(tasks.ToArray());
        return accounts.Sum(account => account.Balance);
    }

    // From each account to the one with the next number.
    [Racy("balances")]
    public static void RingTransfer(int[] balances)
    {
        Parallel.For(0, balances.Length, i =>
        {
            balances[i] -= 10;
            balances[(i + 1) % balances.Length] += 10;
        });
    }

    // Between the two accounts of a couple.
    [Safe]
    public static void CoupleTransfer(int[] balances)
    {
        Parallel.For(0, balances.Length / 2, i =>
        {
            balances[2 * i] -= 10;
            balances[2 * i + 1] += 10;
        });
    }

    // Interest is paid for each; the sum of it is everybody's.
    [Racy("paid")]
    public static double Interest(double[] balances)
    {
        double paid = 0;
        Parallel.For(0, balances.Length, i =>
        {
            double interest = balances[i] * 0.02;
            balances[i] += interest;
            paid += interest;
        });
        return paid;
    }

    [Safe]
    public static double InterestSummedByLock(double[] balances)
    {
        double paid = 0;
        var gate = new Lock();
        Parallel.For(0, balances.Length, i =>
        {
            double interest = balances[i] * 0.02;
            balances[i] += interest;
            lock (gate)
            {
                paid += interest;
            }
        });
        return paid;
    }

    // The audit's list is locked by its readers only.
    [Racy("audit")]
    public static int Audit(int[] bookings)
    {
        var audit = new List<int>();
        int large = 0;
        Task writer = Task.Run(() =>
        {
            foreach (int booking in bookings)
            {
                audit.Add(booking);
            }
        });
        Task reader = Task.Run(() =>
        {
            lock (audit)
            {
                large = audit.Count(booking => booking > 1000);
            }
        });
        Task.WaitAll(writer, reader);
        return large;
    }
}
