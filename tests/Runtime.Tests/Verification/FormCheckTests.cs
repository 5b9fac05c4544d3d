namespace AutoPar.Runtime.Tests.Verification;

/// <summary>Self-check mode, by calls as generated code makes them.</summary>
public sealed class FormCheckTests
{
    [Fact]
    public void What_does_the_same_passes_and_leaves_what_the_form_left()
    {
        int[] a = [1, 2, 3];
        Assert.Equal(6, Check(a, x => Sum(x), x => Sum(x)));
        Assert.Equal([2, 3, 4], a);
    }

    [Fact]
    public void The_first_element_that_differs_is_named_with_its_iteration()
    {
        var found = Assert.Throws<AutoParVerificationException>(() => Check([1, 2, 3], x => Sum(x), x =>
        {
            int sum = Sum(x);
            x[2] = 7;
            return sum;
        }));
        Assert.Equal("K.FParallel differs from the method as written: a[2] is 7 and should be 4 (iteration i = 1)", found.Message);
        Assert.Equal("K.FParallel", found.Method);
        Assert.False(FormCheck.IsWanted);
    }

    [Fact]
    public void So_are_results_and_exceptions()
    {
        Assert.Contains("the result is 7 and should be 6", Message(x => Sum(x), x => Sum(x) + 1), StringComparison.Ordinal);
        Assert.Contains("throws nothing and should throw FormatException", Message(x => throw new FormatException(), x => 1), StringComparison.Ordinal);
        Assert.Contains("throws FormatException (b) and should throw FormatException (a)", Message(x => throw new FormatException("a"), x => throw new FormatException("b")), StringComparison.Ordinal);
        Assert.Equal("a", Assert.Throws<FormatException>(() => Check([1], x => throw new FormatException("a"), x => throw new FormatException("a"))).Message);
    }

    [Fact]
    public void Who_is_cancelled_on_the_way_isnt_compared() => Assert.Throws<OperationCanceledException>(() =>
        Check([1], x => 1, x => throw new OperationCanceledException(new CancellationToken(true))));

    [Fact]
    public void Both_ways_see_one_array_where_there_is_one()
    {
        var check = new FormCheck("F", ComparedAs.Bits);
        int[] row = [1];
        int[][] rows = [row, row];
        int[][] copies = check.CopyArray(rows);
        Assert.NotSame(row, copies[0]);
        Assert.Same(copies[0], copies[1]);
        Assert.Same(copies[0], check.CopyArray(row));
        Assert.Null(check.CopyArray<int[]>(null));
        copies[1][0] = 2;
        Assert.Contains("rows[0][0] is 1 and should be 2", Assert.Throws<AutoParVerificationException>(() => check.CompareArray("rows", copies, rows)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Floats_are_compared_by_their_bits_but_for_what_is_reassociated_or_approximated()
    {
        Assert.True(Equal(double.NaN, -double.NaN, ComparedAs.Bits));
        Assert.False(Equal(0.0, -0.0, ComparedAs.Bits));
        Assert.False(Equal(1.0, Math.BitIncrement(1.0), ComparedAs.Bits));
        Assert.True(Equal(1.0, Math.BitIncrement(1.0), ComparedAs.Approximated));
        Assert.True(Equal(1.0, 1.0 + 1e-14, ComparedAs.Reassociated));
        Assert.False(Equal(1.0, 1.0 + 1e-6, ComparedAs.Reassociated));
        Assert.False(Equal(1.0, double.NaN, ComparedAs.Reassociated | ComparedAs.Approximated));
        Assert.False(Equal(1.0f, 1.1f, ComparedAs.Reassociated | ComparedAs.Approximated));
    }

    [Fact]
    public void Spans_that_share_memory_are_found()
    {
        int[] a = new int[10];
        Assert.True(FormCheck.AreApart<int, int>(a.AsSpan(0, 5), a.AsSpan(5)));
        Assert.True(FormCheck.AreApart<int, int>(a.AsSpan(5), a.AsSpan(0, 5)));
        Assert.False(FormCheck.AreApart<int, int>(a.AsSpan(0, 6), a.AsSpan(5)));
        Assert.False(FormCheck.AreApart<int, int>(a, a));
        Assert.True(FormCheck.AreApart<int, double>(a, new double[3]));
        Assert.True(FormCheck.AreApart<int, int>(a.AsSpan(0, 0), a));
    }

    private static bool Equal<T>(T asWritten, T generated, ComparedAs kind)
    {
        try
        {
            new FormCheck("F", kind).CompareResult(asWritten, generated);
            return true;
        }
        catch (AutoParVerificationException)
        {
            return false;
        }
    }

    private static string Message(Func<int[], int> asWritten, Func<int[], int> form) =>
        Assert.Throws<AutoParVerificationException>(() => Check([1, 2, 3], asWritten, form)).Message;

    private static int Sum(int[] a)
    {
        int sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += a[i]++;
        }

        return sum;
    }

    private static int Check(int[] a, Func<int[], int> asWrittenForm, Func<int[], int> form)
    {
        var check = new FormCheck("K.FParallel", ComparedAs.Bits);
        int[] copy = check.CopyArray(a);
        int asWritten = default, generated = default;
        check.Begin();
        try
        {
            asWritten = asWrittenForm(copy);
        }
        catch (Exception exception)
        {
            check.AsWritten(exception);
        }

        try
        {
            generated = form(a);
        }
        catch (Exception exception)
        {
            check.Generated(exception);
        }

        check.End();
        check.CompareArray("a", copy, a, "i", 1);
        check.CompareResult(asWritten, generated);
        return generated;
    }
}
