using AutoPar.Generator.Planning;

namespace AutoPar.Generator.Tests.Emit;

/// <summary>A generic method's forms, run for types with copies and for others.</summary>
public class SpecializedFormTests
{
    private const string Own = """
        public readonly record struct Own(long Value) : INumber<Own>
        {
            public static int Multiplications;
            public static Own operator +(Own a, Own b) => new(a.Value + b.Value);
            public static Own operator *(Own a, Own b) { Multiplications++; return new(a.Value * b.Value); }
            public static Own operator -(Own a, Own b) => new(a.Value - b.Value);
            public static Own operator /(Own a, Own b) => new(a.Value / b.Value);
            public static Own operator %(Own a, Own b) => new(a.Value % b.Value);
            public static Own operator -(Own a) => new(-a.Value);
            public static Own operator +(Own a) => a;
            public static Own operator ++(Own a) => new(a.Value + 1);
            public static Own operator --(Own a) => new(a.Value - 1);
            public static bool operator <(Own a, Own b) => a.Value < b.Value;
            public static bool operator >(Own a, Own b) => a.Value > b.Value;
            public static bool operator <=(Own a, Own b) => a.Value <= b.Value;
            public static bool operator >=(Own a, Own b) => a.Value >= b.Value;
            public static Own One => new(1);
            public static Own Zero => new(0);
            public static int Radix => 2;
            public static Own AdditiveIdentity => Zero;
            public static Own MultiplicativeIdentity => One;
            public int CompareTo(Own other) => Value.CompareTo(other.Value);
            public int CompareTo(object? other) => CompareTo((Own)other!);
            public static Own Abs(Own a) => new(Math.Abs(a.Value));
            public static bool IsCanonical(Own a) => true;
            public static bool IsComplexNumber(Own a) => false;
            public static bool IsEvenInteger(Own a) => true;
            public static bool IsFinite(Own a) => true;
            public static bool IsImaginaryNumber(Own a) => false;
            public static bool IsInfinity(Own a) => false;
            public static bool IsInteger(Own a) => true;
            public static bool IsNaN(Own a) => false;
            public static bool IsNegative(Own a) => a.Value < 0;
            public static bool IsNegativeInfinity(Own a) => false;
            public static bool IsNormal(Own a) => true;
            public static bool IsOddInteger(Own a) => false;
            public static bool IsPositive(Own a) => a.Value >= 0;
            public static bool IsPositiveInfinity(Own a) => false;
            public static bool IsRealNumber(Own a) => true;
            public static bool IsSubnormal(Own a) => false;
            public static bool IsZero(Own a) => a.Value == 0;
            public static Own MaxMagnitude(Own a, Own b) => a;
            public static Own MaxMagnitudeNumber(Own a, Own b) => a;
            public static Own MinMagnitude(Own a, Own b) => a;
            public static Own MinMagnitudeNumber(Own a, Own b) => a;
            public static Own Parse(ReadOnlySpan<char> s, System.Globalization.NumberStyles style, IFormatProvider? provider) => default;
            public static Own Parse(string s, System.Globalization.NumberStyles style, IFormatProvider? provider) => default;
            public static Own Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => default;
            public static Own Parse(string s, IFormatProvider? provider) => default;
            public static bool TryParse(ReadOnlySpan<char> s, System.Globalization.NumberStyles style, IFormatProvider? provider, out Own result) { result = default; return false; }
            public static bool TryParse(string? s, System.Globalization.NumberStyles style, IFormatProvider? provider, out Own result) { result = default; return false; }
            public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out Own result) { result = default; return false; }
            public static bool TryParse(string? s, IFormatProvider? provider, out Own result) { result = default; return false; }
            public string ToString(string? format, IFormatProvider? provider) => Value.ToString(format, provider);
            public bool TryFormat(Span<char> destination, out int written, ReadOnlySpan<char> format, IFormatProvider? provider) => Value.TryFormat(destination, out written, format, provider);
            static bool INumberBase<Own>.TryConvertFromChecked<TOther>(TOther value, out Own result) { result = new(long.CreateChecked(value)); return true; }
            static bool INumberBase<Own>.TryConvertFromSaturating<TOther>(TOther value, out Own result) { result = default; return false; }
            static bool INumberBase<Own>.TryConvertFromTruncating<TOther>(TOther value, out Own result) { result = default; return false; }
            static bool INumberBase<Own>.TryConvertToChecked<TOther>(Own value, out TOther result) { result = default!; return false; }
            static bool INumberBase<Own>.TryConvertToSaturating<TOther>(Own value, out TOther result) { result = default!; return false; }
            static bool INumberBase<Own>.TryConvertToTruncating<TOther>(Own value, out TOther result) { result = default!; return false; }
        }
        """;

    private static readonly GeneratedCode s_code = GeneratedCode.Of($$"""
        [Parallelize, Vectorize]
        public static T Weigh<T>(T[] x, ref T last, Span<T> y, in T k, List<T> l) where T : INumber<T>
        {
            T sum = T.Zero;
            for (int i = 0; i < x.Length; i++)
            {
                if (x[i] > T.One)
                    y[i] = x[i] * k + T.CreateChecked(2);
                sum += T.Max(x[i], l[i]);
            }
            last = sum - k;
            return sum;
        }

        public static string Run<T>(int form, int n) where T : INumber<T>
        {
            T[] x = new T[n], y = new T[n];
            for (int i = 0; i < n; i++) x[i] = T.CreateChecked(i % 5);
            T last = T.Zero;
            List<T> l = [.. x];
            T sum = form == 0 ? WeighSequential(x, ref last, y, T.CreateChecked(3), l)
                : form == 1 ? WeighVectorized(x, ref last, y, T.CreateChecked(3), l)
                : WeighParallel(x, ref last, y, T.CreateChecked(3), l);
            return $"{sum} {last} {string.Join(" ", y)}";
        }

        public static string RunHalf(int form, int n) => Run<Half>(form, n);
        public static string RunDecimal(int form, int n) => Run<decimal>(form, n);
        public static string RunOwn(int form, int n) { Own.Multiplications = 0; return Run<Own>(form, n) + Own.Multiplications; }
        public static string RunBig(int form, int n) => Run<BigInteger>(form, n);
        public static string RunByte(int form, int n) { try { return Run<byte>(form, n); } catch (OverflowException) { return "overflow"; } }
        public static string RunNint(int form, int n) => Run<nint>(form, n);
        public static string RunDouble(int form, int n) => Run<double>(form, n);
        public static string RunFloat(int form, int n) => Run<float>(form, n);
        public static string RunInt(int form, int n) => Run<int>(form, n);
        public static string RunULong(int form, int n) => Run<ulong>(form, n);

        [Parallelize, Vectorize]
        public static void Add<T>(T[] x, T[] y) where T : INumber<T>
        {
            for (int i = 0; i < x.Length; i++)
                y[i] += x[i];
        }

        public static void AddInts(int form, int[] x, int[] y) { if (form == 0) AddSequential(x, y); else if (form == 1) AddVectorized(x, y); else AddParallel(x, y); }

        [Parallelize, Vectorize]
        public static T Sum<T>(ReadOnlySpan<T> x) where T : INumber<T>
        {
            T s = T.Zero;
            for (int i = 0; i < x.Length; i++)
                s += x[i];
            return s;
        }

        public static double SumOf(int form, double[] x) => form == 1 ? SumVectorized<double>(x) : SumParallel<double>(x);

        private double _factor = 2;

        public double Factor => _factor;

        [Vectorize]
        public void Scale<T>(T[] x, double[] y, T k) where T : INumber<T>
        {
            for (int i = 0; i < x.Length; i++)
            {
                x[i] *= k;
                y[i] *= _factor;
            }
        }

        public static void ScaleNew(int form, float[] x, double[] y) { if (form == 0) new Kernels().ScaleSequential(x, y, 3f); else new Kernels().ScaleVectorized(x, y, 3f); }
        {{Own}}
        """, MethodPlanner.Plan);

    [Theory]
    [InlineData("Half"), InlineData("Decimal"), InlineData("Own"), InlineData("Big"), InlineData("Byte"), InlineData("Nint")]
    [InlineData("Double"), InlineData("Float"), InlineData("Int"), InlineData("ULong")]
    public void Every_type_gets_what_the_method_as_written_gives(string type)
    {
        foreach (int n in new[] { 0, 1, 7, 100, 1000 })
        {
            object? expected = s_code.Call("Run" + type, 0, n);
            Assert.Equal(expected, s_code.Call("Run" + type, 1, n));
            Assert.Equal(expected, s_code.Call("Run" + type, 2, n));
        }
    }

    /// <summary>To the runtime an array of uint is one of int, too.</summary>
    [Fact]
    public void An_array_may_hold_another_type_of_the_same_size()
    {
        for (int form = 0; form < 3; form++)
        {
            uint[] x = [.. Enumerable.Range(0, 100).Select(number => uint.MaxValue - (uint)number)];
            DayOfWeek[] y = [.. Enumerable.Repeat(DayOfWeek.Friday, 100)];
            s_code.Call("AddInts", form, x, y);
            Assert.Equal(Enumerable.Range(0, 100).Select(number => (DayOfWeek)(4 - number)), y);
        }
    }

    [Fact]
    public void Null_and_short_arrays_throw_as_written()
    {
        for (int form = 0; form < 3; form++)
        {
            int[] y = new int[50];
            Assert.Throws<NullReferenceException>(() => s_code.Call("AddInts", form, null, y));
            Assert.Throws<NullReferenceException>(() => s_code.Call("AddInts", form, new int[100], null));
            Assert.Throws<IndexOutOfRangeException>(() => s_code.Call("AddInts", form, Enumerable.Range(0, 100).ToArray(), y));
            Assert.Equal(Enumerable.Range(0, 50), y);
        }
    }

    [Fact]
    public void A_sum_has_the_same_bits_on_threads_and_in_lanes()
    {
        double[] x = [.. Enumerable.Range(0, 100_003).Select(number => Math.Sin(number))];
        Assert.Equal(s_code.Call("SumOf", 1, x), s_code.Call("SumOf", 2, x));
    }

    [Fact]
    public void An_instance_method_has_copies_too()
    {
        float[][] x = [.. Enumerable.Range(0, 2).Select(_ => Enumerable.Range(0, 100).Select(number => (float)number).ToArray())];
        double[][] y = [.. Enumerable.Range(0, 2).Select(_ => Enumerable.Range(0, 100).Select(number => (double)number).ToArray())];
        s_code.Call("ScaleNew", 0, x[0], y[0]);
        s_code.Call("ScaleNew", 1, x[1], y[1]);
        Assert.Equal(x[0], x[1]);
        Assert.Equal(y[0], y[1]);
        Assert.Contains("private void ScaleOfFloatVectorized(float[] x, double[] y, float k)", s_code.Text);
    }
}
