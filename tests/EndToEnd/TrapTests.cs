using System.Globalization;
using System.Runtime.CompilerServices;

namespace AutoPar.EndToEnd;

/// <summary>What a naive implementation gets wrong, where random arguments might miss it.</summary>
public class TrapTests
{
    /// <summary>The identity of float addition is −0.0: a sum of nothing but −0.0 keeps its sign.</summary>
    [Fact]
    public void A_sum_of_negative_zeros_is_negative_zero()
    {
        double sum = (double)Same("G06.G6_1_Subtract", () => [Filled(1000, 0.0), -0.0, 1000])!;
        Assert.True(double.IsNegative(sum));
        sum = (double)Same("G06.G6_1", () => [Filled(1000, -0.0), Filled(1000, 1.0), -0.0, 1000])!;
        Assert.True(double.IsNegative(sum));
    }

    [Fact]
    public void A_conditional_sum_does_not_multiply_by_the_mask()
    {
        double[] values = Filled(500, double.NegativeInfinity);
        values[77] = 3;
        Assert.Equal(3.0, Same("G06.G6_5", () => [values.Clone(), 0.0, 1.0, 500]));
    }

    [Fact]
    public void A_minimum_that_starts_as_NaN_stays_NaN_and_elements_that_are_NaN_are_skipped()
    {
        double[] values = Filled(300, 5);
        values[0] = double.NaN;
        Assert.Equal(double.NaN, Same("G06.G6_6", () => [values.Clone(), 300]));
        values = Filled(300, double.NaN);
        values[0] = 1;
        values[299] = -7;
        Assert.Equal(-7.0, Same("G06.G6_6", () => [values.Clone(), 300]));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Of_two_zeros_the_owner_of_the_tie_wins(bool negativeFirst)
    {
        double[] values = Filled(200, 9);
        (values[3], values[150]) = negativeFirst ? (-0.0, 0.0) : (0.0, -0.0);
        foreach (string kernel in new[] { "G06.G6_6", "G06.G6_7", "G06.G6_8" })
        {
            Same(kernel, () => kernel == "G06.G6_6" ? [values.Clone(), 200] : [values.Clone(), 20.0, 200]);
        }

        float[] floats = [.. values.Select(value => (float)-value)];
        Same("G06.G6_6_Greater", () => [floats.Clone(), -20f, 200]);
        Same("G06.G6_7_Max", () => [floats.Clone(), -20f, 200]);
    }

    [Fact]
    public void The_lowest_index_wins_ties()
    {
        double[] values = Filled(1000, 4);
        (values[123], values[124], values[900]) = (1, 1, 1);
        Assert.Equal(123, Same("G06.G6_9", () => [values.Clone(), 2.0, -1, 1000]));
        Assert.Equal(-1, Same("G06.G6_9", () => [Filled(1000, double.NaN), 2.0, -1, 1000]));
    }

    [Fact]
    public void A_prefix_that_overflows_and_comes_back_still_throws()
    {
        int[] values = new int[400];
        (values[10], values[11]) = (int.MaxValue, -100);
        Outcome outcome = Outcomes("G06.G6_13", () => [values.Clone(), 1, 400]);
        Assert.IsType<OverflowException>(outcome.Exception);
    }

    [Fact]
    public void The_least_integer_divided_by_minus_one_throws_only_where_it_is_divided()
    {
        int[] p = [.. Enumerable.Repeat(int.MinValue, 100)], q = [.. Enumerable.Repeat(1, 100)], r = new int[100];
        q[50] = -1;
        Assert.IsType<OverflowException>(Outcomes("G05.G5_4", () => [p.Clone(), q.Clone(), r.Clone(), 100]).Exception);
        q[50] = 0;
        Assert.Null(Outcomes("G05.G5_4", () => [p.Clone(), q.Clone(), r.Clone(), 100]).Exception);
    }

    [Fact]
    public void An_array_whose_lower_bound_is_not_zero_is_left_to_the_method_as_written()
    {
        Same("G10.G10_4", () => [Array.CreateInstance(typeof(double), [40, 40], [1, 1]), 2.0, 30, 30]);
        Same("G10.G10_4", () => [Array.CreateInstance(typeof(double), [40, 40], [-1, 0]), 2.0, 39, 40]);
        Same("G01.G1_1_TwoDimensions", () =>
        [
            Array.CreateInstance(typeof(double), [40, 40], [0, 1]), new double[40, 40], new double[40, 40], 40, 40,
        ]);
    }

    [Fact]
    public void A_Boolean_of_any_bits_but_zero_is_true()
    {
        bool[] on = new bool[200];
        foreach (ref bool cell in on.AsSpan())
        {
            cell = Unsafe.BitCast<byte, bool>(2);
        }

        foreach (string kernel in new[] { "G02.G2_4" })
        {
            Same(kernel, () => [Filled(200, 3), Filled(200, 4), on.Clone(), 200]);
        }

        Same("G05.G5_9", () => [Filled(300, 1), Filled(300, 2), Filled(300, 3), on.Clone(), 200]);
    }

    [Fact]
    public void No_arm_that_is_not_taken_is_touched()
    {
        Same("G05.G5_5", () => [Filled(100, 1), Filled(100, 2), null, 100, 1]);
        Same("G05.G5_5", () => [null, Filled(100, 2), Filled(100, 3), 100, 0]);
        Same("G05.G5_5", () => [Filled(100, 1), Filled(100, 2), Filled(3, 3), 100, 1]);
    }

    [Fact]
    public void Saturating_and_truncating_conversions_are_those_of_the_language()
    {
        double[] values = [double.NaN, 300, -1, 1e30, -1e30, 2147483648.0, -2147483649.0, 255.9, -0.9, double.PositiveInfinity, 9.3e18, 4294967296.0];
        double[] many = [.. Enumerable.Range(0, 96).Select(i => values[i % values.Length])];
        float[] floats = [.. many.Select(value => (float)value)];
        Same("G07.G7_7", () => [many.Clone(), new int[96], 96]);
        Same("G07.G7_7_Byte", () => [many.Clone(), new byte[96], 96]);
        Same("G07.G7_7_Long", () => [many.Clone(), new long[96], 96]);
        Same("G07.G7_7_UInt", () => [floats.Clone(), new uint[96], 96]);
        Same("G07.G7_7_ULong", () => [floats.Clone(), new ulong[96], 96]);
        Same("G07.G7_7_Short", () => [floats.Clone(), new short[96], 96]);
        long[] wide = [.. Enumerable.Range(0, 96).Select(i => (1L << (i % 63)) + (1L << (i % 31)) + 1)];
        Same("G07.G7_7_LongToFloat", () => [wide.Clone(), new float[96], 96]);
    }

    [Fact]
    public void A_caller_that_holds_the_lock_does_not_deadlock()
    {
        object gate = new();
        lock (gate)
        {
            Same("G15.G15_5", () => [Filled(20_000, 1), gate, 0.0, 20_000]);
        }
    }

    [Fact]
    public void The_callers_culture_reaches_the_body()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        CultureInfo.CurrentCulture.NumberFormat.NumberDecimalSeparator = ";";
        try
        {
            Same("G15.G15_2_Culture", () => [Filled(5000, 1.5), new string[5000], 5000]);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_disabled_process_runs_every_method_as_written()
    {
        Kernel kernel = Kernel("G06.G6_1");
        double[] a = [.. Enumerable.Range(0, 10_000).Select(i => 1.0 / (i + 1))];
        object? written = kernel.Forms[0].Run([a, a, 0.0, a.Length]);
        AutoParOptions.Enabled = false;
        try
        {
            foreach (Form form in kernel.Forms)
            {
                Assert.Equal(written, form.Run([a, a, 0.0, a.Length]));
            }
        }
        finally
        {
            AutoParOptions.Enabled = true;
        }
    }

    /// <summary>A reassociated sum has other bits than the one in order: so the direct call was redirected.</summary>
    [Fact]
    public void Direct_calls_are_intercepted()
    {
        Kernel kernel = Kernel("G06.G6_1");
        double[] a = [.. Enumerable.Range(0, 10_000).Select(i => 1.0 / (i + 1))];
        object? Run(string form) => kernel.Forms.Single(candidate => candidate.Name == form).Run([a, a, 0.0, a.Length]);
        Assert.NotEqual(Run("Sequential"), Run("Intercepted"));
        Assert.Equal(Run("Parallel"), Run("Intercepted"));
        Assert.Equal(Run("Vectorized"), Run("Intercepted"));
    }

    private static double[] Filled(int length, double value)
    {
        var array = new double[length];
        Array.Fill(array, value);
        return array;
    }

    private static Kernel Kernel(string name) => Corpus.Compiled.Kernels.Single(kernel => kernel.Name == name);

    /// <summary>Runs every form; all must do the same. Returns what they return.</summary>
    private static object? Same(string name, Func<object?[]> arguments) => Outcomes(name, arguments).Result;

    private static Outcome Outcomes(string name, Func<object?[]> arguments)
    {
        Kernel kernel = Kernel(name);
        var recipe = new Recipe(0, 0);
        Outcome expected = Outcome.Of(kernel, new World(kernel, arguments()), recipe, kernel.Forms[0], 1);
        foreach (Form form in kernel.Forms.Skip(1))
        {
            foreach (int workers in new[] { 1, 2, 8 })
            {
                Outcome actual = Outcome.Of(kernel, new World(kernel, arguments()), recipe, form, workers);
                Assert.Null(OutcomeComparer.Difference(kernel, expected, actual, kernel.IsReassociated ? new Tolerance(ToleranceKind.Reassociated, 100) : Tolerance.Bits));
            }
        }

        return expected;
    }
}
