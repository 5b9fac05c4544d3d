using System;
using System.Threading;
using System.Threading.Tasks;

namespace RaceSuite.Cases;

/// <summary>Interlocked and Volatile: what they make safe, and what stays a race around them.</summary>
internal sealed class Atomics
{
    private static int s_count;
    private static volatile int s_volatileCount;
    private static volatile bool s_stop;
    private long _total;

    [Safe]
    public static void Increment() => Parallel.For(0, 100, i => Interlocked.Increment(ref s_count));

    // The result is stored by an ordinary write.
    [Racy("s_count")]
    public static void IncrementAssigned() => Parallel.For(0, 100, i => s_count = Interlocked.Increment(ref s_count));

    // A copy is counted up, and written back.
    [Racy("s_count")]
    public static void IncrementOfACopy()
    {
        Parallel.For(0, 100, i =>
        {
            int copy = s_count;
            Interlocked.Increment(ref copy);
            s_count = copy;
        });
    }

    // The sum is read before the exchange.
    [Racy("sum")]
    public static int ExchangeOfASum(int[] a)
    {
        int sum = 0;
        Parallel.For(0, a.Length, i => Interlocked.Exchange(ref sum, sum + a[i]));
        return sum;
    }

    [Safe]
    public static int AddOfASum(int[] a)
    {
        int sum = 0;
        Parallel.For(0, a.Length, i => Interlocked.Add(ref sum, a[i]));
        return sum;
    }

    // Half of the writers do without.
    [Racy("sum")]
    public static int AddAndPlain(int[] a)
    {
        int sum = 0;
        Parallel.For(0, a.Length, i =>
        {
            if (a[i] > 0)
            {
                Interlocked.Add(ref sum, a[i]);
            }
            else
            {
                sum += a[i];
            }
        });
        return sum;
    }

    // Both reads and writes are volatile; between them another iteration's is lost.
    [Racy("n")]
    public static int VolatileReadThenWrite()
    {
        int n = 0;
        Parallel.For(0, 100, i => Volatile.Write(ref n, Volatile.Read(ref n) + 1));
        return n;
    }

    // Volatile makes no increment atomic.
    [Racy("s_volatileCount")]
    public static void VolatileIncrement() => Parallel.For(0, 100, i => s_volatileCount++);

    [Safe]
    public static void VolatileFlag(int[] a)
    {
        Parallel.For(0, a.Length, i =>
        {
            if (!s_stop && a[i] < 0)
            {
                s_stop = true;
            }
        });
    }

    // Compare, compute, exchange, again until nobody came between.
    [Safe]
    public static int MaximumByCompareExchange(int[] a)
    {
        int max = int.MinValue;
        Parallel.For(0, a.Length, i =>
        {
            int old = Volatile.Read(ref max);
            while (a[i] > old)
            {
                int seen = Interlocked.CompareExchange(ref max, a[i], old);
                if (seen == old)
                {
                    break;
                }

                old = seen;
            }
        });
        return max;
    }

    // Tried once: whoever came between wins, though smaller.
    [Racy("max")]
    public static int MaximumTriedOnce(int[] a)
    {
        int max = int.MinValue;
        Parallel.For(0, a.Length, i =>
        {
            if (a[i] > max)
            {
                Interlocked.Exchange(ref max, a[i]);
            }
        });
        return max;
    }

    [Safe]
    public static double DoubleByCompareExchange(double[] a)
    {
        double sum = 0;
        Parallel.For(0, a.Length, i =>
        {
            double old, added;
            do
            {
                old = sum;
                added = old + a[i];
            }
            while (Interlocked.CompareExchange(ref sum, added, old) != old);
        });
        return sum;
    }

    // No loop: the failed exchange is ignored.
    [Racy("sum")]
    public static double DoubleWithoutLoop(double[] a)
    {
        double sum = 0;
        Parallel.For(0, a.Length, i =>
        {
            double old = sum;
            Interlocked.CompareExchange(ref sum, old + a[i], old);
        });
        return sum;
    }

    [Safe]
    public static int[] Tickets()
    {
        int next = 0;
        int[] tickets = new int[100];
        Parallel.For(0, 100, i => tickets[i] = Interlocked.Increment(ref next));
        return tickets;
    }

    // Increased by all before it is read.
    [Racy("next")]
    public static int[] TicketsReadLater()
    {
        int next = 0;
        int[] tickets = new int[100];
        Parallel.For(0, 100, i =>
        {
            Interlocked.Increment(ref next);
            tickets[i] = next;
        });
        return tickets;
    }

    // At most ten pass.
    [Safe]
    public static void FirstTen(int[] a)
    {
        int passed = 0;
        Parallel.For(0, a.Length, i =>
        {
            if (Interlocked.Increment(ref passed) <= 10)
            {
                a[i]++;
            }
        });
    }

    // Checked, then increased: more than ten may pass.
    [Racy("passed")]
    public static void FirstTenCheckedFirst(int[] a)
    {
        int passed = 0;
        Parallel.For(0, a.Length, i =>
        {
            if (passed < 10)
            {
                Interlocked.Increment(ref passed);
                a[i]++;
            }
        });
    }

    // One winner.
    [Safe]
    public static int Winner(int[] a)
    {
        int done = 0, winner = -1;
        Parallel.For(0, a.Length, i =>
        {
            if (a[i] > 0 && Interlocked.Exchange(ref done, 1) == 0)
            {
                winner = i;
            }
        });
        return winner;
    }

    // Two may see done = 0.
    [Racy("done", "winner")]
    public static int Winners(int[] a)
    {
        int done = 0, winner = -1;
        Parallel.For(0, a.Length, i =>
        {
            if (a[i] > 0 && done == 0)
            {
                done = 1;
                winner = i;
            }
        });
        return winner;
    }

    [Safe]
    public void TotalOfAField(int[] a) => Parallel.For(0, a.Length, i => Interlocked.Add(ref _total, a[i]));

    // Printed while others add: an atomic read beside atomic writes.
    [Safe]
    public void TotalReadAtomically(int[] a, long[] seen)
    {
        Parallel.For(0, a.Length, i =>
        {
            Interlocked.Add(ref _total, a[i]);
            seen[i] = Interlocked.Read(ref _total);
        });
    }

    [Racy("_total")]
    public void TotalReadPlainly(int[] a, long[] seen)
    {
        Parallel.For(0, a.Length, i =>
        {
            Interlocked.Add(ref _total, a[i]);
            seen[i] = _total;
        });
    }

    // Bins of a histogram, whatever the values.
    [Safe]
    public static void AtomicBins(byte[] a, int[] bins) => Parallel.For(0, a.Length, i => Interlocked.Increment(ref bins[a[i]]));

    // The bin of the next value is only looked at, and written by its iterations.
    [Racy("bins")]
    public static void AtomicBinsAndReset(byte[] a, int[] bins)
    {
        Parallel.For(0, a.Length, i =>
        {
            if (Interlocked.Increment(ref bins[a[i]]) > 1000)
            {
                bins[0] = 0;
            }
        });
    }

    // A spin lock of two Interlocked calls.
    [Safe]
    public static int SpinByCompareExchange(int[] a)
    {
        int taken = 0, sum = 0;
        Parallel.For(0, a.Length, i =>
        {
            while (Interlocked.CompareExchange(ref taken, 1, 0) != 0)
            {
                Thread.SpinWait(1);
            }

            sum += a[i];
            Volatile.Write(ref taken, 0);
        });
        return sum;
    }

    // The same with an ordinary flag: two see it free.
    [Racy("taken", "sum")]
    public static int SpinByFlag(int[] a)
    {
        bool taken = false;
        int sum = 0;
        Parallel.For(0, a.Length, i =>
        {
            while (taken)
            {
                Thread.SpinWait(1);
            }

            taken = true;
            sum += a[i];
            taken = false;
        });
        return sum;
    }

    // Atomic, on a variable that each iteration has for itself, and then a shared plain sum.
    [Racy("sum")]
    public static int AtomicOnTheWrongVariable(int[] a)
    {
        int sum = 0;
        Parallel.For(0, a.Length, i =>
        {
            int mine = 0;
            Interlocked.Add(ref mine, a[i]);
            sum += mine;
        });
        return sum;
    }
}
