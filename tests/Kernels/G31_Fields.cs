using System.Numerics;
using System.Runtime.InteropServices;
using AutoPar;

namespace Kernels;

/// <summary>G31: fields of structs in arrays, which lie among the others at a stride.</summary>
public static partial class G31
{
    public struct Pair
    {
        public double X;
        public double V;
    }

    public struct Colour
    {
        public byte R, G, B, A;
    }

    public record struct Cell(float Height, float Flow, float Rock);

    public struct Whole
    {
        public int Id { get; set; }
        public int Count { get; set; }
    }

    public struct Mixed
    {
        public double X;
        public int Id;
    }

    [StructLayout(LayoutKind.Explicit)]
    public struct Overlaid
    {
        [FieldOffset(0)] public double X;
        [FieldOffset(0)] public double V;
    }

    [StructLayout(LayoutKind.Sequential, Size = 32)]
    public struct Padded
    {
        public double X;
        public double V;
    }

    public struct Of<T>
    {
        public T X;
        public T V;
    }

    [Parallelize, Vectorize]
    public static void G31_Length(Pair[] pts, double t)
    {
        for (int i = 0; i < pts.Length; i++)
            pts[i].X += pts[i].V * t;
    }

    [Parallelize, Vectorize]
    public static void G31_Both(Pair[] pts, double t, int n)
    {
        for (int i = 0; i < n; i++)
        {
            pts[i].X += pts[i].V * t;
            pts[i].V *= 0.5;
        }
    }

    [Parallelize, Vectorize]
    public static void G31_TwoArrays(Pair[] pts, Pair[] old, double t, int n)
    {
        for (int i = 0; i < n; i++)
            pts[i].X = old[i].X + old[i].V * t;
    }

    [Parallelize, Vectorize]
    public static void G31_Shifted(Pair[] pts, Pair[] old, double t, int n)
    {
        for (int i = 0; i < n; i++)
            pts[i].X = old[i + 1].V * t;
    }

    [Parallelize, Vectorize]
    public static void G31_OtherField(Pair[] pts, double t, int n)
    {
        for (int i = 1; i < n; i++)
            pts[i].X = pts[i - 1].V * t;
    }

    [Vectorize]
    public static void G31_Carried(Pair[] pts, double t, int n)
    {
        for (int i = 1; i < n; i++)
            pts[i].X = pts[i - 1].X * t - pts[i].V;
    }

    [Vectorize]
    public static void G31_RunningSum(Whole[] items, int n)
    {
        for (int i = 1; i < n; i++)
            items[i].Count += items[i - 1].Count;
    }

    [Parallelize, Vectorize]
    public static void G31_Spans(Span<Pair> x, ReadOnlySpan<Pair> y, double t)
    {
        for (int i = 0; i < x.Length; i++)
            x[i].X = y[i].V - y[i].X * t;
    }

    [Parallelize, Vectorize]
    public static void G31_SpanAndNumbers(Span<Pair> x, Span<double> y, int n)
    {
        for (int i = 0; i < n; i++)
            x[i].V = y[i] * 2;
    }

    [Parallelize, Vectorize]
    public static void G31_NumbersFrom(double[] a, Pair[] pts, int n)
    {
        for (int i = 0; i < n; i++)
            a[i] = pts[i].X * pts[i].X + pts[i].V * pts[i].V;
    }

    [Parallelize, Vectorize]
    [Reassociated]
    public static double G31_Sum(List<Pair> items, double s)
    {
        for (int i = 0; i < items.Count; i++)
            s += items[i].X * items[i].V;
        return s;
    }

    [Parallelize, Vectorize]
    public static void G31_Tuples((float, float)[] pairs, int n)
    {
        for (int i = 0; i < n; i++)
            pairs[i].Item1 = pairs[i].Item2 * 2 + 1;
    }

    [Parallelize, Vectorize]
    public static void G31_NamedTuples((int Low, int High, int Sum)[] rows, int n)
    {
        for (int i = 0; i < n; i++)
            rows[i].Sum = rows[i].High - rows[i].Low;
    }

    [Parallelize, Vectorize]
    public static void G31_Swap((double A, double B)[] pairs, int n)
    {
        for (int i = 0; i < n; i++)
            (pairs[i].A, pairs[i].B) = (pairs[i].B, pairs[i].A);
    }

    [Parallelize, Vectorize]
    public static void G31_RecordStruct(Cell[] cells, float t, int n)
    {
        for (int i = 0; i < n; i++)
            cells[i].Height -= cells[i].Rock * t + cells[i].Flow;
    }

    [Parallelize, Vectorize]
    public static void G31_Properties(Whole[] items, int m, int n)
    {
        for (int i = 0; i < n; i++)
            items[i].Count += items[i].Id * m;
    }

    [Parallelize, Vectorize]
    public static void G31_Bytes(Colour[] pixels, byte[] u, int n)
    {
        for (int i = 0; i < n; i++)
            u[i] = (byte)((pixels[i].R + pixels[i].G + pixels[i].B) / 3);
    }

    [Parallelize, Vectorize]
    public static void G31_Magnitude(Complex[] z, double[] a, int n)
    {
        for (int i = 0; i < n; i++)
            a[i] = z[i].Real * z[i].Real + z[i].Imaginary * z[i].Imaginary;
    }

    [Parallelize, Vectorize]
    public static void G31_Normalize(Vector3[] v, int n)
    {
        for (int i = 0; i < n; i++)
        {
            float length = MathF.Sqrt(v[i].X * v[i].X + v[i].Y * v[i].Y + v[i].Z * v[i].Z);
            v[i].X /= length;
            v[i].Y /= length;
            v[i].Z /= length;
        }
    }

    [Parallelize, Vectorize]
    public static void G31_Conditional(Vector4[] v, float[] f, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (f[i] > 0)
                v[i].W = v[i].X + f[i];
        }
    }

    [Parallelize, Vectorize]
    public static void G31_Reversed(Pair[] pts, double[] a, int n)
    {
        for (int i = 0; i < n; i++)
            pts[n - 1 - i].V = a[i] - pts[n - 1 - i].X;
    }

    [Parallelize, Vectorize]
    public static void G31_Offset(Pair[] pts, double[] a, int m, int n)
    {
        for (int i = 0; i < n; i++)
            a[i] = pts[i + m].V;
    }

    [Parallelize, Vectorize]
    public static void G31_EverySecond(Pair[] pts, double t, int n)
    {
        for (int i = 0; i < n; i += 2)
            pts[i].X += pts[i + 1].X * t;
    }

    [Parallelize, Vectorize]
    [Values("m", 1, 2, 3, 1073741823, 1073741824, 2147483647, -1073741824)]
    public static void G31_Wraps(Pair[] pts, double[] a, int m, int n)
    {
        for (int i = 0; i < n; i++)
            a[i] = pts[i * m].X;
    }

    [Parallelize, Vectorize]
    public static void G31_RefEach(Span<Pair> x, double t)
    {
        foreach (ref Pair pair in x)
            pair.X += pair.V * t;
    }

    [Parallelize, Vectorize]
    [LaterWritesVisible]
    public static void G31_Gathered(Pair[] pts, int[] p, double[] a, int n)
    {
        for (int i = 0; i < n; i++)
            a[i] = pts[p[i]].X;
    }

    [Parallelize, Vectorize]
    [MaxTrips(60)]
    public static void G31_OpaqueToo(Pair[] pts, string[] names, double t, int n)
    {
        for (int i = 0; i < n; i++)
        {
            pts[i].X += pts[i].V * t;
            names[i] = pts[i].X > 0 ? "positive" : "negative";
        }
    }

    [Parallelize, Vectorize]
    [MaxTrips(60)]
    public static void G31_Mixed(Mixed[] items, double t, int n)
    {
        for (int i = 0; i < n; i++)
            items[i].X += t;
    }

    [Parallelize, Vectorize]
    [MaxTrips(60)]
    public static void G31_Overlaid(Overlaid[] items, double t, int n)
    {
        for (int i = 0; i < n; i++)
            items[i].X += items[i].V * t;
    }

    [Parallelize, Vectorize]
    [MaxTrips(60)]
    public static void G31_Padded(Padded[] items, double t, int n)
    {
        for (int i = 0; i < n; i++)
            items[i].X += items[i].V * t;
    }

    [Parallelize, Vectorize]
    [MaxTrips(60)]
    public static void G31_Generic(Of<double>[] items, double t, int n)
    {
        for (int i = 0; i < n; i++)
            items[i].X += items[i].V * t;
    }

    [Parallelize, Vectorize]
    public static void G31_Nested(Pair[] pts, double[] a, int m, int n)
    {
        for (int i = 0; i < n; i++)
        {
            double sum = 0;
            for (int j = 0; j < m; j++)
                sum += pts[j].X * a[i] - pts[j].V;
            a[i] = sum;
        }
    }

    // Stores that leave no gap.

    [Parallelize, Vectorize]
    public static void G31_Product(double[] a, double[] b, double[] c, int n)
    {
        for (int i = 0; i < n; i++)
        {
            c[2 * i] = a[2 * i] * b[2 * i] - a[2 * i + 1] * b[2 * i + 1];
            c[2 * i + 1] = a[2 * i] * b[2 * i + 1] + a[2 * i + 1] * b[2 * i];
        }
    }

    [Parallelize, Vectorize]
    public static void G31_Turned((float Re, float Im)[] z, int n)
    {
        for (int i = 0; i < n; i++)
        {
            float old = z[i].Re;
            z[i].Im = old + 1;
            z[i].Re = -z[i].Im;
        }
    }

    [Parallelize, Vectorize]
    public static void G31_OddFirst(float[] f, float[] g, int n)
    {
        for (int i = 0; i < n; i++)
        {
            f[2 * i + 1] = g[i] * 2;
            f[2 * i] = g[i] + 1;
        }
    }

    [Parallelize, Vectorize]
    public static void G31_Three(float[] f, float[] g, int m, int n)
    {
        for (int i = 0; i < n; i++)
        {
            f[3 * i + m] = g[i];
            f[3 * i + m + 1] = g[i] * g[i];
            f[3 * i + m + 2] = i;
        }
    }

    [Parallelize, Vectorize]
    public static void G31_ThreeLong(long[] r, int[] p, int n)
    {
        for (int i = 0; i < n; i++)
        {
            r[3 * i] = p[i];
            r[3 * i + 1] = 7;
            r[3 * i + 2] = p[i] * 3L;
        }
    }

    [Parallelize, Vectorize]
    public static void G31_Four((int A, int B, int C, int D)[] rows, int[] p, int n)
    {
        for (int i = 0; i < n; i++)
        {
            rows[i].C = p[i] + 2;
            rows[i].A = p[i];
            rows[i].D = p[i] + 3;
            rows[i].B = p[i] + 1;
        }
    }

    [Parallelize, Vectorize]
    public static void G31_FourWide((double, double, double, double)[] rows, double[] a, int n)
    {
        for (int i = 0; i < n; i++)
        {
            rows[i].Item1 = a[i];
            rows[i].Item2 *= 2;
            rows[i].Item3 = a[i] * a[i];
            rows[i].Item4 = rows[i].Item2;
        }
    }

    [Parallelize, Vectorize]
    public static void G31_TwoOfThree(Vector3[] v, float[] f, int n)
    {
        for (int i = 0; i < n; i++)
        {
            v[i].X = f[i];
            v[i].Z = -f[i];
        }
    }

    [Parallelize, Vectorize]
    public static void G31_OneConditional(float[] f, float[] g, int n)
    {
        for (int i = 0; i < n; i++)
        {
            f[2 * i] = g[i];
            if (g[i] > 0)
                f[2 * i + 1] = g[i];
        }
    }

    [Parallelize, Vectorize]
    public static void G31_Twice(double[] a, double[] c, int n)
    {
        for (int i = 0; i < n; i++)
        {
            c[2 * i] = a[i];
            c[2 * i + 1] = c[2 * i] * 2;
            c[2 * i] = c[2 * i + 1] + 1;
        }
    }

    [Parallelize, Vectorize]
    public static void G31_ReadBack(double[] a, double[] b, double[] c, int n)
    {
        for (int i = 0; i < n; i++)
        {
            c[2 * i] = a[i];
            b[i] = c[2 * i];
            c[2 * i + 1] = b[i];
        }
    }

    [Parallelize, Vectorize]
    public static void G31_SpansTogether(Span<float> x, Span<float> y, int n)
    {
        for (int i = 0; i < n; i++)
        {
            x[2 * i] = y[2 * i + 1];
            x[2 * i + 1] = y[2 * i];
        }
    }

    [Parallelize, Vectorize]
    public static void G31_StepTwo(double[] c, double t, int n)
    {
        for (int i = 0; i + 1 < n; i += 2)
        {
            c[i] = i * t;
            c[i + 1] = i - t;
        }
    }

    [Parallelize, Vectorize]
    [LaterWritesVisible]
    public static void G31_OpaqueHeader((int, int)[] rows, int[] p, int[] r, int n)
    {
        for (int i = 0; i < n; i++)
        {
            int sum = 0;
            for (int j = rows[p[i]].Item2 & 7; j > 0; j--)
                sum += rows[p[i]].Item1;
            r[i] = sum;
        }
    }
}
