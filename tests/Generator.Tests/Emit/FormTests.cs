namespace AutoPar.Generator.Tests.Emit;

public class FormTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(100_000)]
    public void A_reduction_continues_from_the_value_before_the_loop(int n)
    {
        GeneratedCode code = GeneratedCode.Of("""
            [Parallelize, Vectorize]
            public static long F(int[] p, int n)
            {
                long sum = 7;
                for (int i = 0; i < n; i++)
                    sum += p[i];
                return sum;
            }
            """);
        int[] p = [.. Enumerable.Range(-5, n)];

        object? expected = code.Call("F", p, n);

        Assert.Equal(expected, code.Call("FVectorized", p, n));
        Assert.Equal(expected, code.Call("FParallel", p, n));
        Assert.Equal(expected, code.Call("FSequential", p, n));
        Assert.Equal(n > 0, code.Guard("FLoop1", p, n));
    }

    [Fact]
    public void Code_around_loops_stays_as_written()
    {
        GeneratedCode code = GeneratedCode.Of("""
            [Parallelize, Vectorize]
            public static int F(int[] p, int n)
            {
                int last = -1;
                if (n > 3)
                    for (int i = 0; i < n; i++) p[i] = i;
                else
                    last = 5;
                int k;
                for (k = n - 1; k >= 2; k -= 3)
                {
                    last = p[k];
                }

                string text = "for (;;) { }"; // a comment
                return last * 1000 + k + text.Length;
            }
            """);
        foreach (int n in new[] { 0, 1, 2, 3, 4, 10, 11, 12 })
        {
            int[] one = [.. Enumerable.Range(3, 12)];
            int[] other = [.. Enumerable.Range(3, 12)];
            Assert.Equal(code.Call("F", one, n), code.Call("FParallel", other, n));
            Assert.Equal(one, other);
        }
    }

    [Fact]
    public void Names_of_the_users_are_left_to_them()
    {
        GeneratedCode code = GeneratedCode.Of("""
            [Parallelize, Vectorize]
            public static double F(double[] trips, double result, int from, double to, double[] body)
            {
                double sum = 0;
                for (int schedule = 0; schedule < from; schedule++)
                    sum += trips[schedule] * result + to;
                for (int length = 0; length < from; length++)
                    body[length] = trips[length] + sum;
                return sum;
            }
            """);
        double[] a = [1, 2, 3];
        Assert.Equal(code.Call("F", a, 2.0, 3, 4.0, new double[3]), code.Call("FParallel", a, 2.0, 3, 4.0, new double[3]));
    }

    [Fact]
    public void Spans_are_pinned_across_threads()
    {
        GeneratedCode code = GeneratedCode.Of("""
            [Parallelize, Vectorize]
            public static void Scale(Span<int> to, ReadOnlySpan<int> from, int k)
            {
                for (int i = 0; i < to.Length; i++)
                    to[i] = from[i] * k;
            }

            public static int Run(int n, bool parallel)
            {
                int[] to = new int[n], from = new int[n];
                for (int i = 0; i < n; i++) from[i] = i;
                if (parallel) ScaleParallel(to, from, 3); else Scale(to, from, 3);
                int hash = 0;
                foreach (int value in to) hash = hash * 31 + value;
                return hash;
            }
            """);
        Assert.Equal(code.Call("Run", 200_000, false), code.Call("Run", 200_000, true));
    }

    [Fact]
    public void A_field_is_read_once_and_stored_once()
    {
        GeneratedCode code = GeneratedCode.Of("""
            public static long Total;
            public static int[] Data = { 1, 2, 3, 4 };

            [Parallelize, Vectorize]
            public static long F(int n)
            {
                for (int i = 0; i < n; i++)
                    Total += Data[i];
                return Total;
            }
            """);
        Assert.Equal(10L, code.Call("FParallel", 4));
        Assert.Equal(20L, code.Call("FVectorized", 4));
        Assert.Equal(20L, code.Call("FVectorized", 0));
        Assert.Throws<IndexOutOfRangeException>(() => code.Call("FParallel", 5));
        Assert.Equal(30L, code.Call("F", 0));
    }
}
