using AutoPar;

namespace Kernels;

/// <summary>G37: array reductions (histograms and their kind): private copies on threads.</summary>
public static partial class G37
{
    [Flags]
    public enum Marks
    {
        None = 0,
        One = 1,
        Two = 2,
    }

    [Parallelize, Vectorize]
    public static void G37_Weights(int[] r, int[] p, int[] q, int n)
    {
        for (int i = 0; i < n; i++)
        {
            r[p[i]] += q[i];
        }
    }

    [Parallelize]
    public static void G37_Difference(long[] r, int[] p, int[] q, int n)
    {
        for (int i = 0; i < n; i++)
        {
            r[p[i]] -= q[i] * 3L;
        }
    }

    // q[i] - r[..] isn't a sum of anything.
    [Parallelize]
    public static void G37_Subtrahend(int[] r, int[] p, int[] q, int n)
    {
        for (int i = 0; i < n; i++)
        {
            r[p[i]] = q[i] - r[p[i]];
        }
    }

    [Parallelize, Vectorize]
    public static void G37_Bytes(byte[] v, byte[] u, int n)
    {
        for (int i = 0; i < n; i++)
        {
            v[u[i]]++;
        }
    }

    [Parallelize]
    public static void G37_Shorts(short[] r, ushort[] u, int n)
    {
        for (int i = 0; i < n; i++)
        {
            r[u[i] & 15] += (short)(u[i] >> 4);
        }
    }

    [Parallelize]
    public static void G37_Chars(char[] r, byte[] u, int n)
    {
        for (int i = 0; i < n; i++)
        {
            r[u[i] & 7]++;
        }
    }

    [Parallelize]
    public static void G37_Natives(nint[] r, nuint[] s, int[] p, int n)
    {
        for (int i = 0; i < n; i++)
        {
            r[p[i] & 7] += p[i];
            s[p[i] & 3] ^= (nuint)i;
        }
    }

    [Parallelize]
    public static void G37_Bits(uint[] r, ulong[] s, int[] q, int[] p, int n)
    {
        for (int i = 0; i < n; i++)
        {
            r[p[i] & 15] |= 1u << i;
            s[p[i] & 7] ^= (ulong)p[i];
            q[p[i] & 3] &= ~(1 << p[i]);
        }
    }

    [Parallelize]
    public static void G37_Products(int[] r, int[] p, int[] q, int n)
    {
        for (int i = 0; i < n; i++)
        {
            r[p[i] & 15] *= q[i] | 1;
        }
    }

    [Parallelize, Vectorize]
    public static void G37_Least(int[] r, int[] p, int[] q, int n)
    {
        for (int i = 0; i < n; i++)
        {
            r[p[i]] = Math.Min(r[p[i]], q[i]);
        }
    }

    [Parallelize]
    public static void G37_LeastIf(long[] r, int[] p, long[] q, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (q[i] < r[p[i] & 15])
            {
                r[p[i] & 15] = q[i];
            }
        }
    }

    [Parallelize]
    public static void G37_GreatestChoice(int[] r, int[] p, int[] q, int n)
    {
        for (int i = 0; i < n; i++)
        {
            r[p[i] & 15] = r[p[i] & 15] > q[i] ? r[p[i] & 15] : q[i];
        }
    }

    // The condition looks at another element than the store.
    [Parallelize]
    public static void G37_LeastElsewhere(long[] r, int[] p, long[] q, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (q[i] < r[p[i] & 15])
            {
                r[p[i] & 7] = q[i];
            }
        }
    }

    // Two operators don't commute.
    [Parallelize]
    public static void G37_TwoOperators(int[] r, int[] p, int[] q, int n)
    {
        for (int i = 0; i < n; i++)
        {
            r[p[i] & 15] += q[i];
            r[q[i] & 15] ^= p[i];
        }
    }

    [Parallelize, Vectorize]
    public static void G37_TwoUpdates(int[] r, int[] p, int[] q, int n)
    {
        for (int i = 0; i < n; i++)
        {
            r[p[i]]++;
            r[q[i]]--;
        }
    }

    // The count so far is read: not a reduction.
    [Parallelize]
    public static void G37_Rank(int[] r, int[] p, int[] q, int n)
    {
        for (int i = 0; i < n; i++)
        {
            q[i] = r[p[i]]++;
        }
    }

    [Parallelize]
    public static void G37_ReadElsewhere(int[] r, int[] p, int[] q, int n)
    {
        for (int i = 0; i < n; i++)
        {
            r[p[i] & 15] += r[q[i] & 15];
        }
    }

    [Parallelize]
    public static void G37_OfItself(int[] r, int n)
    {
        for (int i = 0; i < n; i++)
        {
            r[r[i] & 15]++;
        }
    }

    [Parallelize]
    public static void G37_Twice(int[] r, int[] p, int n)
    {
        for (int i = 0; i < n; i++)
        {
            r[p[i] & 15] += r[p[i] & 15];
        }
    }

    [Parallelize]
    public static void G37_Overwritten(int[] r, int[] p, int[] q, int n)
    {
        for (int i = 0; i < n; i++)
        {
            r[p[i] & 15] += q[i];
            r[0] = i;
        }
    }

    // Which prefix overflows depends on the order.
    [Parallelize]
    public static void G37_Checked(int[] r, int[] p, int[] q, int n)
    {
        for (int i = 0; i < n; i++)
        {
            checked
            {
                r[p[i] & 15] += q[i];
            }
        }
    }

    [Parallelize]
    public static void G37_CheckedValue(int[] r, int[] p, int[] q, int n)
    {
        for (int i = 0; i < n; i++)
        {
            r[p[i] & 15] += checked(q[i] * 3);
        }
    }

    [Parallelize, Vectorize]
    public static void G37_Condition(int[] r, double[] a, int[] p, double t, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (a[i] > t)
            {
                r[p[i]]++;
            }
            else if (a[i] < -t)
            {
                r[p[i]] -= 2;
            }
        }
    }

    [Parallelize, Vectorize]
    public static void G37_Bins(int[] r, double[] a, int n)
    {
        for (int i = 0; i < n; i++)
        {
            int bin = Math.Clamp((int)(a[i] * r.Length), 0, r.Length - 1);
            r[bin]++;
        }
    }

    [Parallelize, Vectorize]
    public static void G37_Beside(int[] r, double[] a, double[] b, byte[] u, int n)
    {
        for (int i = 0; i < n; i++)
        {
            r[u[i]]++;
            b[i] = Math.Sqrt(a[i]) + a[i];
        }
    }

    [Parallelize]
    [Reassociated]
    public static double G37_Sum(int[] r, double[] a, byte[] u, int n)
    {
        double sum = 0;
        int last = -1;
        for (int i = 0; i < n; i++)
        {
            r[u[i]]++;
            sum += a[i];
            last = u[i];
        }

        return sum + last;
    }

    [Parallelize, Vectorize]
    public static void G37_Channels(int[] red, int[] green, int[] blue, byte[] pixels, int n)
    {
        for (int i = 0; i < n; i++)
        {
            red[pixels[3 * i]]++;
            green[pixels[3 * i + 1]]++;
            blue[pixels[3 * i + 2]]++;
        }
    }

    [Parallelize, Vectorize]
    public static void G37_Image(int[] r, byte[,] image)
    {
        for (int y = 0; y < image.GetLength(0); y++)
        {
            for (int x = 0; x < image.GetLength(1); x++)
            {
                r[image[y, x]]++;
            }
        }
    }

    // An object of the inner loop's bound may be the table.
    [Parallelize]
    public static void G37_Rows(int[] r, int[] p, int[] q, int n, int m)
    {
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < Math.Min(q[i], 3); j++)
            {
                r[p[i] & 15] += j;
            }
        }
    }

    [Parallelize, Vectorize]
    public static void G37_Spans(Span<int> r, ReadOnlySpan<byte> u)
    {
        for (int i = 0; i < u.Length; i++)
        {
            r[u[i] & 7]++;
        }
    }

    [Parallelize]
    public static void G37_SpanAndArray(Span<int> r, int[] p, int n)
    {
        for (int i = 0; i < n; i++)
        {
            r[p[i]] += i;
        }
    }

    // In disguise, r and z may be one array.
    [Parallelize]
    public static void G37_Signs(int[] r, uint[] z, int[] p, int n)
    {
        for (int i = 0; i < n; i++)
        {
            r[p[i] & 7] += (int)z[i];
        }
    }

    // A row may be the table.
    [Parallelize]
    public static void G37_Jagged(int[] r, int[][] rows, int n)
    {
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < rows[i].Length; j++)
            {
                r[rows[i][j] & 7]++;
            }
        }
    }

    [Parallelize]
    public static void G37_Reference(int[] r, int[] p, ref int t, int n)
    {
        for (int i = 0; i < n; i++)
        {
            r[p[i] & 7] += t;
        }
    }

    [Parallelize]
    public static void G37_Enums(Marks[] r, int[] p, int n)
    {
        for (int i = 0; i < n; i++)
        {
            r[p[i] & 7] |= Marks.Two;
        }
    }

    [Parallelize]
    public static void G37_Residues(int[] r, int[] q, int n)
    {
        for (int i = 0; i < n; i++)
        {
            r[i % 5] += q[i];
        }
    }

    // An inner loop needs no copies.
    [Parallelize]
    public static void G37_Columns(int[] r, int[,] A, int n, int m)
    {
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < m; j++)
            {
                r[j] += A[i, j];
            }
        }
    }

    [Parallelize]
    public static void G37_Downwards(int[] r, int[] p, int n)
    {
        int last = 0;
        for (int i = n - 1; i >= 0; i--)
        {
            r[p[i]] += i;
            last = i;
        }

        r[0] += last;
    }

    // A name that the generated code could use as well.
    [Parallelize]
    public static void G37_Names(int[] copies, int[] Copies_copies, int[] copy_copies, int result, int n)
    {
        for (int i = 0; i < n; i++)
        {
            copies[copy_copies[i] & 7] += Copies_copies[i] + result;
        }
    }

    [Parallelize]
    public static int[] G37_Fresh(byte[] u)
    {
        int[] counts = new int[256];
        foreach (byte item in u)
        {
            counts[item]++;
        }

        return counts;
    }

    // The types bound the subscripts, but the table may be shorter.
    [Parallelize, Vectorize]
    public static void G37_Bounded(int[] r, int[] s, byte[] u, int[] p, int n)
    {
        for (int i = 0; i < n; i++)
        {
            r[u[i] >> 4]++;
            s[(int)((uint)p[i] % 10)] += u[i];
        }
    }

    // A byte less one may be -1.
    [Parallelize]
    public static void G37_NotBounded(int[] r, byte[] u, int n)
    {
        for (int i = 0; i < n; i++)
        {
            r[u[i] - 1]++;
        }
    }

    // The remainder of a negative number is negative.
    [Parallelize]
    public static void G37_SignedRemainder(int[] r, int[] p, int n)
    {
        for (int i = 0; i < n; i++)
        {
            r[p[i] % 4]++;
        }
    }

    // In lanes: what may collide in order, the rest in vectors.
    [Parallelize, Vectorize]
    public static void G37_Scattered(double[] d, int[] p, double[] a, double[] b, int n)
    {
        for (int i = 0; i < n; i++)
        {
            d[p[i]] += a[i] * b[i] + Math.Sqrt(a[i]) / (1 + b[i] * b[i]);
        }
    }

    [Vectorize]
    public static void G37_Hash(int[] r, int[] p, int n)
    {
        for (int i = 0; i < n; i++)
        {
            uint hash = (uint)p[i] * 2654435769u;
            hash ^= hash >> 15;
            hash *= 2246822519u;
            hash ^= hash >> 13;
            r[(int)(hash & 31)]++;
        }
    }

    [Vectorize]
    public static void G37_Luma(int[] r, byte[] u, byte[] v, byte[] w, int n)
    {
        for (int i = 0; i < n; i++)
        {
            r[(u[i] * 77 + v[i] * 150 + w[i] * 29) >> 8]++;
        }
    }

    // Sums of floats in their order, though there are two updates.
    [Vectorize]
    public static void G37_TwoSums(float[] d, int[] p, int[] q, float[] a, int n)
    {
        for (int i = 0; i < n; i++)
        {
            d[p[i] & 7] += MathF.Sqrt(a[i]) / (1 + a[i] * a[i]);
            d[q[i] & 7] *= MathF.Sqrt(a[i] + 2) / (3 + a[i]);
        }
    }

    // b may be d: what is computed before must not be stored by then.
    [Vectorize]
    public static void G37_Between(double[] d, double[] b, double[] c, int[] p, int n)
    {
        for (int i = 0; i < n; i++)
        {
            d[p[i] & 7] += Math.Sqrt(c[i]) / (1 + c[i]);
            b[i] = Math.Sqrt(c[i] + 1) * 2;
            d[p[i] & 3] -= Math.Sqrt(b[i]) / (2 + c[i]);
        }
    }

    // The second store reads what the first has stored.
    [Vectorize]
    public static void G37_ReadBetween(double[] d, double[] b, double[] c, int[] p, int n)
    {
        for (int i = 0; i < n; i++)
        {
            d[p[i] & 7] += Math.Sqrt(c[i]) / (1 + c[i]);
            b[i] = d[3] * Math.Sqrt(c[i] + 1);
            d[p[i] & 3] -= Math.Sqrt(c[i] + 3) / (2 + c[i]);
        }
    }

    [Vectorize]
    public static void G37_Elsewhere(double[] d, double[] c, int[] p, int[] q, int n)
    {
        for (int i = 0; i < n; i++)
        {
            d[p[i]] = d[q[i]] + Math.Sqrt(c[i]) / (1 + c[i] * c[i]);
        }
    }

    [Vectorize]
    public static void G37_RankAndRoot(int[] r, int[] p, int[] q, double[] c, double[] b, int n)
    {
        for (int i = 0; i < n; i++)
        {
            q[i] = r[p[i] & 7]++;
            b[i] = Math.Sqrt(c[i]) / (1 + c[i] * c[i]);
        }
    }

    [Vectorize]
    public static void G37_WhereRoot(double[] d, double[] c, int[] p, double t, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (Math.Sqrt(c[i]) / (1 + c[i] * c[i]) > t)
            {
                d[p[i]] += c[i];
            }
            else
            {
                d[0] -= 1;
            }
        }
    }

    // Only where the condition holds is there an element.
    [Vectorize]
    public static void G37_WhereInRange(double[] d, double[] c, int[] p, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (Math.Sqrt(c[i]) / (1 + c[i] * c[i]) > 0.3 && p[i] >= 0 && p[i] < d.Length)
            {
                d[p[i]] += Math.Sqrt(c[i]) / 3;
            }
        }
    }

    [Vectorize]
    public static double G37_DownInSteps(double[] d, double[] c, int[] p, int n)
    {
        double root = 0;
        for (int i = n - 1; i >= 0; i -= 3)
        {
            root = Math.Sqrt(c[i]) / (1 + c[i] * c[i]);
            d[p[i] & 7] += root;
        }

        return root;
    }

    [Vectorize]
    public static void G37_Counter(double[] d, double[] c, int[] p, int n)
    {
        int k = 3;
        for (int i = 0; i < n; i++)
        {
            d[p[i] & 7] += Math.Sqrt(c[i]) / (k + c[i] * c[i]);
            k += 2;
        }
    }

    [Vectorize]
    [Reassociated]
    public static double G37_SumBeside(double[] d, double[] c, int[] p, int n)
    {
        double sum = 0;
        for (int i = 0; i < n; i++)
        {
            double root = Math.Sqrt(c[i]) / (1 + c[i] * c[i]);
            d[p[i] & 7] -= root;
            sum += root;
        }

        return sum;
    }

    [Parallelize]
    public static void G37_Leaves(int[] r, int[] p, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (p[i] < 0)
            {
                break;
            }

            r[p[i]]++;
        }
    }

    /// <summary>The condition reads the element that is stored: the first iteration that comes to it wins.</summary>
    [Parallelize, Vectorize]
    [MostlyUnique("p")]
    [Between("r", 0, 1)]
    public static void G37_FirstWins(int[] r, int[] p, int n)
    {
        for (int i = 0; i < n; i++)
            if (r[p[i]] == 0)
                r[p[i]] = i + 1;
    }

    [Parallelize, Vectorize]
    [MostlyUnique("p")]
    public static void G37_GreatestOf(double[] a, double[] b, int[] p, int n)
    {
        for (int i = 0; i < n; i++)
            if (b[i] > a[p[i]])
                a[p[i]] = b[i];
    }

    [Parallelize, Vectorize]
    [MostlyUnique("p")]
    public static void G37_Capacity(int[] r, int[] p, int n)
    {
        for (int i = 0; i < n; i++)
        {
            int k = p[i];
            if (r[k] > 0)
                r[k] = r[k] - 1;
        }
    }

    /// <summary>Index-set splitting would do for the first two updates, copies for all three.</summary>
    [Parallelize, Vectorize]
    [Between("p", 0, 40)]
    public static void G37_CutAndCopied(int[] r, int[] p, int n)
    {
        for (int i = 0; i < n; i++)
        {
            r[i]++;
            r[n - 1 - i]++;
            r[p[i]]++;
        }
    }

    /// <summary>The inner subscript is any number, though the outer one is a byte.</summary>
    [Parallelize, Vectorize]
    public static void G37_TableOfTable(byte[] v, byte[] table, byte[] u, int[] p, int n)
    {
        for (int i = 0; i < n; i++)
            v[i] = table[u[p[i]]];
    }

    [Parallelize, Vectorize]
    public static void G37_StoredByTable(int[] r, byte[] u, int[] p, int n)
    {
        for (int i = 0; i < n; i++)
            r[u[p[i]]] = 7;
    }

    /// <summary>A truth value passes from the lanes to the updates.</summary>
    [Vectorize]
    [Between("p", 0, 40)]
    public static void G37_Near(float[] f, float[] g, float[] h, float[] w, int[] p, float t, int n)
    {
        for (int i = 0; i < n; i++)
        {
            bool near = MathF.Sqrt(g[i] * g[i] + h[i] * h[i]) / (1 + MathF.Abs(g[i])) < t;
            w[i] = MathF.Sqrt(g[i]) / h[i];
            if (near)
                f[p[i]] += g[i];
            if (!near)
                w[i] += 1;
        }
    }
}
