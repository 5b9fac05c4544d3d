using System;
using AutoPar;

namespace Kernels;

/// <summary>G56: loops that are left by what running values come to, on threads.</summary>
public static partial class G56
{
    // Only grows: the exit is in the first, the last, or no block.
    [Parallelize, Vectorize]
    [Between("p", 0, 100)]
    [Values("m", -1, 0, 60, 100_000, 1_000_000, 2_500_000, 4_500_000)]
    [ExtraTrips(16383, 16384, 16385, 32768, 40000, 70000, 110000)]
    public static int G56_Sum(int[] p, int m, int n)
    {
        int cnt = 0;
        for (int i = 0; i < n; i++)
        {
            cnt += p[i];
            if (cnt > m)
                return i;
        }

        return -1;
    }

    // Goes up and down.
    [Parallelize, Vectorize]
    [Between("p", -100, 100)]
    [Values("m", 0, 300, 5_000, 12_000, 20_000, 60_000)]
    [ExtraTrips(16384, 32768, 40000, 70000, 110000)]
    public static int G56_Walk(int[] p, int m, int n)
    {
        int cnt = 0;
        for (int i = 0; i < n; i++)
        {
            cnt += p[i];
            if (cnt > m || cnt < -m)
                return cnt;
        }

        return -1;
    }

    // What it comes to is used after the loop, and so is where.
    [Parallelize, Vectorize]
    [Between("p", -50, 100)]
    [Values("m", -1, 100_000, 1_000_000, 2_000_000)]
    [ExtraTrips(20000, 40000, 70000)]
    public static long G56_After(int[] p, int cnt, int m, int n)
    {
        int i;
        for (i = 0; i < n; i++)
        {
            cnt += p[i];
            if (cnt > m)
                break;
        }

        return (cnt * 1_000_003L) + i;
    }

    // Wraps many times in a block, and may come to a number by way of the other end.
    [Parallelize, Vectorize]
    [ExtraTrips(20000, 40000, 70000)]
    public static int G56_Wraps(int[] p, int m, int n)
    {
        int cnt = 0;
        for (int i = 0; i < n; i++)
        {
            cnt += p[i] * 40503;
            if (cnt == m)
                return i;
        }

        return cnt;
    }

    // Wraps once: where it does, it is small again.
    [Parallelize, Vectorize]
    [Between("p", 40000, 80000)]
    [Values("m", 0, 1000, 40000)]
    [ExtraTrips(20000, 60000, 80000, 110000)]
    public static uint G56_WrapsOnce(int[] p, int m, int n)
    {
        uint h = 100_000;
        for (int i = 0; i < n; i++)
        {
            h += (uint)p[i];
            if (h < m)
                return h;
        }

        return h;
    }

    [Parallelize, Vectorize]
    [Between("p", 0, 100)]
    [Values("m", -1, 0, 1, 3, 900, 3000, 5000)]
    [ExtraTrips(16384, 32768, 40000, 70000)]
    public static int G56_Match(int[] p, int m, int n)
    {
        int cnt = 0;
        for (int i = 0; i < n; i++)
        {
            if (p[i] > 90)
                cnt++;
            if (cnt == m)
                return i;
        }

        return -cnt;
    }

    [Parallelize, Vectorize]
    [Values("m", -1, 0, 1, 3, 900, 3000, 5000)]
    [ExtraTrips(16384, 40000, 70000)]
    public static int G56_MatchInside(double[] a, double t, int m, int n)
    {
        int cnt = 0;
        for (int i = 0; i < n; i++)
        {
            if (a[i] > t)
            {
                cnt++;
                if (cnt == m)
                    return i;
            }
        }

        return -cnt;
    }

    // NaN stays where it comes before the exit, and then nothing is greater.
    [Parallelize, Vectorize]
    [ExtraTrips(20000, 40000, 70000)]
    public static double G56_Most(double[] a, double t, int n)
    {
        double hi = double.NegativeInfinity;
        int i;
        for (i = 0; i < n; i++)
        {
            hi = Math.Max(hi, a[i]);
            if (hi > t)
                break;
        }

        return hi + i;
    }

    // NaN is passed over, and ends the loop only if it is there from the start.
    [Parallelize, Vectorize]
    [ExtraTrips(20000, 40000, 70000)]
    public static double G56_MostIf(double[] a, double hi, double t, int n)
    {
        int i;
        for (i = 0; i < n; i++)
        {
            if (a[i] > hi)
                hi = a[i];
            if (!(hi <= t))
                break;
        }

        return hi + i;
    }

    [Parallelize, Vectorize]
    [Between("p", 0, 50000)]
    [Values("m", -1, 0, 1, 5, 1000)]
    [ExtraTrips(20000, 40000, 70000)]
    public static int G56_Least(int[] p, int m, int n)
    {
        int least = int.MaxValue;
        for (int i = 0; i < n; i++)
        {
            least = Math.Min(least, p[i]);
            if (least <= m)
                return i;
        }

        return least;
    }

    // Nothing tells beforehand whether it comes to one number.
    [Parallelize, Vectorize]
    [Between("p", 0, 16383)]
    [ExtraTrips(20000, 40000, 70000)]
    public static int G56_Xor(int[] p, int m, int n)
    {
        int h = 1 << 20;
        for (int i = 0; i < n; i++)
        {
            h ^= p[i];
            if (h == m + (1 << 20))
                return i;
        }

        return h;
    }

    [Parallelize, Vectorize]
    [Between("p", 0, 4095)]
    [ExtraTrips(20000, 40000)]
    public static int G56_Or(int[] p, int m, int n)
    {
        int bits = 0;
        for (int i = 0; i < n; i++)
        {
            bits |= p[i] & (p[i] >> 5);
            if ((bits & m) == m)
                return i;
        }

        return bits;
    }

    [Parallelize, Vectorize]
    [Between("p", 1, 9999)]
    [ExtraTrips(20000, 40000)]
    public static int G56_Product(int[] p, int n)
    {
        int e = 1;
        for (int i = 0; i < n; i++)
        {
            e *= (p[i] & 4094) | 1;
            if (e == 1)
                return i;
        }

        return e;
    }

    // Two running values, and one decides only beside the other.
    [Parallelize, Vectorize]
    [Between("p", -20, 100)]
    [Values("m", -1, 100_000, 1_000_000)]
    [Values("k", 50, 95, 100)]
    [ExtraTrips(20000, 40000, 70000)]
    public static int G56_Two(int[] p, int m, int k, int n)
    {
        int cnt = 0;
        int hi = int.MinValue;
        for (int i = 0; i < n; i++)
        {
            cnt += p[i];
            hi = Math.Max(hi, p[i]);
            if (cnt > m && hi >= k)
                return i;
        }

        return cnt + hi;
    }

    [Parallelize, Vectorize]
    [Between("p", -100, 100)]
    [Values("m", 300, 5_000, 12_000)]
    [Values("k", -300, -5_000, -12_000)]
    [ExtraTrips(20000, 40000, 70000)]
    public static int G56_TwoExits(int[] p, int m, int k, int n)
    {
        int cnt = 0;
        for (int i = 0; i < n; i++)
        {
            cnt += p[i];
            if (cnt > m)
                return i;
            if (k > cnt)
                return -i;
        }

        return cnt;
    }

    [Parallelize, Vectorize]
    [Between("p", -10, 1_000_000)]
    [ExtraTrips(20000, 40000, 70000)]
    public static long G56_Long(int[] p, int m, int n)
    {
        long s = long.MinValue;
        for (int i = 0; i < n; i++)
        {
            s += p[i];
            if (s >= long.MinValue + (m * 1_000_000_000L))
                return i;
        }

        return s;
    }

    // Terms of 64 bits: a block's own sum may wrap.
    [Parallelize, Vectorize]
    [ExtraTrips(20000, 40000)]
    public static long G56_Wide(long[] w, long m, int n)
    {
        long s = 0;
        for (int i = 0; i < n; i++)
        {
            s += w[i];
            if (s > m)
                return i;
        }

        return s;
    }

    [Parallelize, Vectorize]
    [Values("m", 0, 1000, 1_000_000, 4_000_000)]
    [ExtraTrips(20000, 40000, 70000)]
    public static int G56_Bytes(ReadOnlySpan<byte> u, int m)
    {
        int cnt = 0;
        int seen = 0;
        foreach (byte e in u)
        {
            cnt -= e;
            if (cnt < -m)
                break;
            seen++;
        }

        return cnt + seen;
    }

    [Parallelize, Vectorize]
    [Between("p", 0, 100)]
    [Values("m", -1, 100_000, 700_000)]
    [ExtraTrips(20000, 40000, 70000)]
    public static int G56_Down(int[] p, int m, int n)
    {
        int cnt = 0;
        int l = 5;
        for (int i = n - 1; i >= 0; i -= 2)
        {
            cnt += p[i];
            if (cnt > m)
                return i - l;
            l += 3;
        }

        return l;
    }

    // As far as another array is long.
    [Parallelize, Vectorize]
    [Between("p", 0, 2)]
    [ExtraTrips(20000, 40000)]
    public static int G56_Room(int[] p, int[] q, int n)
    {
        int room = 0;
        int i = 0;
        while (i < n)
        {
            room += p[i] & 1;
            if (room * 1L >= q.Length)
                break;
            i++;
        }

        return room + i;
    }

    // An element decides, too.
    [Parallelize, Vectorize]
    [Between("p", 0, 60000)]
    [Values("m", 1_000_000, 500_000_000, 1_500_000_000)]
    [ExtraTrips(20000, 40000, 70000)]
    public static int G56_Data(int[] p, int m, int n)
    {
        int cnt = 0;
        for (int i = 0; i < n; i++)
        {
            if (p[i] == 7)
                break;
            cnt += p[i];
            if (cnt > m)
                return i;
        }

        return -cnt;
    }

    // More is collected on the way.
    [Parallelize, Vectorize]
    [Between("p", 0, 100)]
    [Values("m", -1, 100_000, 1_000_000)]
    [ExtraTrips(20000, 40000, 70000)]
    public static int G56_Beside(int[] p, int[] q, int m, int n)
    {
        int cnt = 0;
        int h = 0;
        for (int i = 0; i < n; i++)
        {
            cnt += p[i];
            if (cnt > m)
                break;
            h ^= q[i] + i;
        }

        return h;
    }

    [Parallelize, Vectorize]
    [Reassociated]
    [Between("p", 0, 100)]
    [Values("m", -1, 100_000, 1_000_000)]
    [ExtraTrips(20000, 40000)]
    public static double G56_FloatBeside(int[] p, double[] a, int m, int n)
    {
        int cnt = 0;
        double s = 0;
        for (int i = 0; i < n; i++)
        {
            cnt += p[i];
            if (cnt > m)
                break;
            s += a[i];
        }

        return s;
    }

    [Parallelize, Vectorize]
    [Between("p", -10, 100)]
    [Values("m", 100, 1_000, 3_000)]
    [ExtraTrips(20000, 40000)]
    public static int G56_Restarts(int[] p, bool[] on, int m, int n)
    {
        int cnt = 0;
        for (int i = 0; i < n; i++)
        {
            if (on[i] && (i & 63) == 5)
                cnt = 0;
            cnt += p[i];
            if (cnt > m)
                return i;
        }

        return cnt;
    }

    // A running value behind the test.
    [Parallelize, Vectorize]
    [Between("p", 0, 20000)]
    [ExtraTrips(20000, 40000)]
    public static int G56_Behind(int[] p, int n)
    {
        int cnt = 0;
        int most = 0;
        for (int i = 0; i < n; i++)
        {
            if (p[i] == 7)
                break;
            cnt += p[i] - 10000;
            most = Math.Max(most, cnt);
        }

        return most;
    }

    // What is looked up behind the exit may be out of range.
    [Parallelize, Vectorize]
    [Between("p", 0, 4000)]
    [Values("m", 1000, 1_000_000)]
    public static int G56_Lookup(int[] p, int[] q, int m, int n)
    {
        int cnt = 0;
        for (int i = 0; i < n; i++)
        {
            cnt += q[p[i]] & 1023;
            if (cnt > m)
                return i;
        }

        return -1;
    }

    [Parallelize, Vectorize]
    [Between("p", -3, 200)]
    public static int G56_Divides(int[] p, int[] q, int m, int n)
    {
        int cnt = 0;
        for (int i = 0; i < n; i++)
        {
            cnt += 1000 / q[i];
            if (cnt > m)
                return i;
        }

        return -1;
    }

    // Lanes without being asked for.
    [Parallelize]
    [Between("p", 0, 100)]
    [Values("m", -1, 100_000, 1_000_000)]
    [ExtraTrips(20000, 40000, 70000)]
    public static int G56_Alone(int[] p, int m, int n)
    {
        int cnt = 0;
        for (int i = 0; i < n; i++)
        {
            cnt += p[i];
            if (cnt >= m)
                return i;
        }

        return cnt;
    }

    // What an iteration counts, it counts in a loop of its own.
    [Parallelize]
    [Between("p", 1, 30)]
    [Values("m", -1, 100, 3_000, 50_000)]
    [ExtraTrips(1000, 2000, 4000)]
    public static int G56_Steps(int[] p, int m, int n)
    {
        int cnt = 0;
        int i = 0;
        for (; i < n; i++)
        {
            int e = p[i];
            int steps = 0;
            while (e > 1 && steps < 200)
            {
                e = (e & 1) == 0 ? e >> 1 : (3 * e) + 1;
                steps++;
            }

            cnt += steps;
            if (cnt > m)
                break;
        }

        return (cnt * 31) + i;
    }

    // Records of five bytes, which lanes would gather one by one.
    [Parallelize]
    [Values("m", -1, 0, 3_000, 100_000, 400_000)]
    [ExtraTrips(2000, 8000, 20000, 40000)]
    public static int G56_Records(byte[] u, int cnt, int m)
    {
        int i;
        for (i = 0; i < u.Length / 5; i++)
        {
            cnt += (u[5 * i] * 3) - (u[(5 * i) + 1] * 5) + (u[(5 * i) + 2] * 7) - (u[(5 * i) + 3] * 2) + (u[(5 * i) + 4] * 11) - (u[(5 * i) + 2] * u[(5 * i) + 4]);
            if (cnt > m)
                break;
        }

        return (cnt * 31) + i;
    }

    [Parallelize]
    [Values("m", 1, 2, 40, 160)]
    [ExtraTrips(2000, 8000, 20000, 40000)]
    public static int G56_RecordsMatch(byte[] u, int m)
    {
        int cnt = 0;
        for (int i = 0; i < u.Length / 5; i++)
        {
            if ((u[5 * i] * 3) - (u[(5 * i) + 1] * 5) + (u[(5 * i) + 2] * 7) - (u[(5 * i) + 3] * 2) + (u[(5 * i) + 4] * 11) > 2500)
                cnt++;
            if (cnt == m)
                return i;
        }

        return -cnt;
    }

    // More is collected, so that each block has to run; of zeros of both signs lanes couldn't tell the first.
    [Parallelize]
    [Values("m", 10_000, 200_000, 800_000)]
    [ExtraTrips(2000, 8000, 20000, 40000)]
    public static double G56_RecordsBeside(byte[] u, double[] a, int m)
    {
        int cnt = 0;
        double least = 1e300;
        for (int i = 0; i < u.Length / 5; i++)
        {
            cnt += (u[5 * i] * 3) - (u[(5 * i) + 1] * 5) + (u[(5 * i) + 2] * 7) - (u[(5 * i) + 3] * 2) + (u[(5 * i) + 4] * 11);
            if (cnt > m)
                break;
            if (a[i] < least)
                least = a[i];
        }

        return least;
    }

    // No lanes, and cheap.
    [Parallelize]
    [Between("p", 0, 100)]
    public static double G56_Cheap(int[] p, double[] a, int m, int n)
    {
        int cnt = 0;
        double least = 1e300;
        for (int i = 0; i < n; i++)
        {
            cnt += p[i];
            if (cnt > m)
                break;
            if (a[i] < least)
                least = a[i];
        }

        return least;
    }

    // Lanes of three types.
    [Parallelize]
    [Between("p", 0, 100)]
    public static int G56_Mixed(long[] w, byte[] u, int[] p, int m, int n)
    {
        int cnt = 0;
        for (int i = 0; i < n; i++)
        {
            cnt += p[i] + (int)w[i] + u[n - 1 - i];
            if (cnt > m)
                return i;
        }

        return cnt;
    }

    // It is tested before it grows.
    [Parallelize, Vectorize]
    [Between("p", 0, 100)]
    public static int G56_While(int[] p, int cnt, int m, int n)
    {
        int i = 0;
        while (i < n && cnt <= m)
            cnt += p[i++];
        return cnt + i;
    }

    [Parallelize, Vectorize]
    [Between("p", 0, 1000)]
    public static int G56_Checked(int[] p, int cnt, int m, int n)
    {
        for (int i = 0; i < n; i++)
        {
            cnt = checked(cnt + p[i]);
            if (cnt > m)
                return i;
        }

        return cnt;
    }

    // Stores before the exit.
    [Parallelize, Vectorize]
    [Between("p", 0, 100)]
    [Values("m", -1, 100, 100_000)]
    public static int G56_Stores(int[] p, int[] r, int m, int n)
    {
        int cnt = 0;
        for (int i = 0; i < n; i++)
        {
            cnt += p[i];
            if (cnt > m)
                return i;
            r[i] = cnt;
        }

        return -1;
    }

    [Parallelize, Vectorize]
    public static int G56_Float(double[] a, double t, int n)
    {
        double s = 0;
        for (int i = 0; i < n; i++)
        {
            s += a[i] * a[i];
            if (s > t)
                return i;
        }

        return -1;
    }

    // The float sum decides by way of what is made of it.
    [Parallelize, Vectorize]
    public static int G56_FloatTwice(float[] f, float t, int n)
    {
        float s = 0;
        for (int i = 0; i < n; i++)
        {
            s += f[i];
            float e = s * 2;
            if (e > t)
                return i;
        }

        return -1;
    }
}
