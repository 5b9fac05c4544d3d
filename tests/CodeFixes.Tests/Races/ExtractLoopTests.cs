using AutoPar.CodeFixes.Races;

namespace AutoPar.CodeFixes.Tests.Races;

public class ExtractLoopTests
{
    [Fact]
    public Task A_sum_becomes_a_method_of_its_own() => VerifyAsync(
        """
        // Sums.
        public static class Kernels
        {
            public static double Sum(double[] a, double scale)
            {
                double sum = 1;
                // All of it.
                Parallel.For(0, a.Length, i => sum += a[i] * scale);
                return sum;
            }

            public static int Other() => 1;
        }
        """,
        """
        // Sums.
        public static partial class Kernels
        {
            public static double Sum(double[] a, double scale)
            {
                double sum = 1;
                // All of it.
                sum = SumLoop(a, scale, sum);
                return sum;
            }

            [Parallelize, Vectorize]
            private static double SumLoop(double[] a, double scale, double sum)
            {
                for (int i = 0; i < a.Length; i++)
                {
                    sum += a[i] * scale;
                }

                return sum;
            }

            public static int Other() => 1;
        }
        """);

    [Fact]
    public Task Two_fields_with_a_jump_in_an_instance_method() => VerifyAsync(
        """
        public class Statistics
        {
            private double[] _values = [];
            private double _sum;
            private static int s_count;

            public void Update()
            {
                var scale = new double[4];
                Parallel.For(0, _values.Length - 1, i =>
                {
                    // Skips.
                    if (_values[i] < 0)
                        return;
                    _sum += _values[i] * scale[0];
                    s_count++;
                });
            }
        }
        """,
        """
        public partial class Statistics
        {
            private double[] _values = [];
            private double _sum;
            private static int s_count;

            public void Update()
            {
                var scale = new double[4];
                (_sum, s_count) = UpdateLoop(scale, _sum, s_count);
            }

            [Parallelize, Vectorize]
            private (double sum, int count) UpdateLoop(double[] scale, double sum, int count)
            {
                for (int i = 0; i < _values.Length - 1; i++)
                {
                    // Skips.
                    if (_values[i] < 0)
                        continue;
                    sum += _values[i] * scale[0];
                    count++;
                }

                return (sum, count);
            }
        }
        """);

    [Fact]
    public Task A_foreach_with_a_guard_and_a_name_that_is_taken() => VerifyAsync(
        """
        public static class Kernels
        {
            public static int Largest(int[] a)
            {
                int most = int.MinValue;
                Parallel.ForEach(a, x =>
                {
                    if (x > most)
                    {
                        most = x;
                    }
                });
                return most;
            }

            private static int LargestLoop() => 1;
        }
        """,
        """
        public static partial class Kernels
        {
            public static int Largest(int[] a)
            {
                int most = int.MinValue;
                most = LargestLoop2(a, most);
                return most;
            }

            [Parallelize, Vectorize]
            private static int LargestLoop2(int[] a, int most)
            {
                foreach (var x in a)
                {
                    if (x > most)
                    {
                        most = x;
                    }
                }

                return most;
            }

            private static int LargestLoop() => 1;
        }
        """);

    [Fact]
    public Task A_method_that_is_the_loop() => VerifyAsync(
        """
        public class Statistics
        {
            private long _sum;

            public void Add(int[] a) => Parallel.For(0, a.Length, i => _sum += a[i]);
        }
        """,
        """
        public partial class Statistics
        {
            private long _sum;

            public void Add(int[] a)
            {
                _sum = AddLoop(a, _sum);
            }

            [Parallelize, Vectorize]
            private static long AddLoop(int[] a, long sum)
            {
                for (int i = 0; i < a.Length; i++)
                {
                    sum += a[i];
                }

                return sum;
            }
        }
        """);

    [Theory]
    [InlineData("Parallel.For(0, a.Length, i => { Console.WriteLine(i); sum += a[i]; });")]
    [InlineData("Parallel.For(0, a.Length, new ParallelOptions(), i => sum += a[i]);")]
    [InlineData("Parallel.For(0, a.Length, i => { for (int k = 0; k < 3; k++) { if (a[i] > k) return; } sum += a[i]; });")]
    [InlineData("Parallel.For(0, a.Length, i => { sum += a[i] * s_state; s_state = 1 / (s_state + a[i]); });")]
    [InlineData("Parallel.For(0, a.Length, i => { last = a[i]; sum += a[i]; });")]
    [InlineData("Parallel.For(0, a.Length, i => { sum += Local(a[i]); });")]
    [InlineData("if (Parallel.For(0, a.Length, i => { sum += a[i]; }).IsCompleted) sum++;")]
    public Task No_method_where_the_compiler_or_the_language_would_refuse_it(string loop) => CodeFixVerifier.VerifyNothingAsync(
        new ExtractLoopCodeFix(), "AP1002", $$"""
        using System;
        using System.Threading.Tasks;
        public static class Kernels
        {
            private static double s_state;
            public static double Sum(double[] a)
            {
                double sum = 1, last = 0;
                {{loop}}
                return sum + last;
                double Local(double x) => x * a.Length;
            }
        }
        """);

    private static Task VerifyAsync(string source, string expected) => CodeFixVerifier.VerifyAsync(
        new ExtractLoopCodeFix(), source.Contains("_sum", StringComparison.Ordinal) ? "AP1003" : "AP1002",
        "using System.Threading.Tasks;\n\n" + source, "using System.Threading.Tasks;\nusing AutoPar;\n\n" + expected);
}
