using AutoPar.CodeFixes.Races;

namespace AutoPar.CodeFixes.Tests.Races;

public class SequentialLoopTests
{
    [Fact]
    public Task A_carried_dependence() => VerifyAsync("AP1001",
        """
                // In order.
                Parallel.For(1, a.Length, i => a[i] = a[i - 1] + 1);
        """,
        """
                // In order.
                for (int i = 1; i < a.Length; i++)
                {
                    a[i] = a[i - 1] + 1;
                }
        """);

    [Fact]
    public Task A_recurrence_over_items() => VerifyAsync("AP1002",
        """
                double s = 0;
                Parallel.ForEach(a, x =>
                {
                    if (x < 0)
                        return;
                    s = x - s;
                });
                a[0] = s;
        """,
        """
                double s = 0;
                foreach (var x in a)
                {
                    if (x < 0)
                        continue;
                    s = x - s;
                }
                a[0] = s;
        """);

    [Fact]
    public Task The_lock_goes_with_the_threads() => VerifyAsync("AP1008",
        """
                object gate = new();
                Parallel.For(1, a.Length, i =>
                {
                    lock (gate)
                    {
                        // Both.
                        a[i] = a[i - 1] + 1;
                    }
                });
        """,
        """
                for (int i = 1; i < a.Length; i++)
                {
                    // Both.
                    a[i] = a[i - 1] + 1;
                }
        """);

    [Fact]
    public Task A_lock_that_others_may_take_stays() => VerifyAsync("AP1013",
        """
                double s = 0;
                Parallel.For(0, a.Length, i =>
                {
                    lock (s_gate)
                    {
                        s += a[i];
                    }
                });
                a[0] = s;
        """,
        """
                double s = 0;
                for (int i = 0; i < a.Length; i++)
                {
                    lock (s_gate)
                    {
                        s += a[i];
                    }
                }
                a[0] = s;
        """);

    [Fact]
    public Task A_method_that_is_the_loop() => CodeFixVerifier.VerifyAsync(
        new SequentialLoopCodeFix(), "AP1001",
        """
        using System.Threading.Tasks;
        public static class Kernels
        {
            /// <summary>Sums.</summary>
            public static void Run(double[] a) => Parallel.For(1, a.Length, i => a[i] += a[i - 1]); // here

            public static void Add(double[] a) =>
                Parallel.For(1, a.Length, i =>
                {
                    a[i] += a[i - 1];
                });
        }
        """,
        """
        using System.Threading.Tasks;
        public static class Kernels
        {
            /// <summary>Sums.</summary>
            public static void Run(double[] a)
            {
                for (int i = 1; i < a.Length; i++)
                {
                    a[i] += a[i - 1];
                }
            } // here

            public static void Add(double[] a) =>
                Parallel.For(1, a.Length, i =>
                {
                    a[i] += a[i - 1];
                });
        }
        """,
        """
        using System.Threading.Tasks;
        public static class Kernels
        {
            /// <summary>Sums.</summary>
            public static void Run(double[] a)
            {
                for (int i = 1; i < a.Length; i++)
                {
                    a[i] += a[i - 1];
                }
            } // here

            public static void Add(double[] a)
            {
                for (int i = 1; i < a.Length; i++)
                {
                    a[i] += a[i - 1];
                }
            }
        }
        """);

    [Theory]
    [InlineData("AP1002", "double s = 0; Parallel.For(0, a.Length, i => s += a[i]);")]
    [InlineData("AP1001", "Parallel.For(1, a.Length, (i, state) => a[i] = a[i - 1]);")]
    [InlineData("AP1001", "Parallel.Invoke(() => a[0] = 1, () => a[0] = 2);")]
    [InlineData("AP1001", "Parallel.For(1, a.Length, i => { while (a[i] > 0) { if (a[i] > 3) return; a[i] = a[i - 1]; } });")]
    public Task Nothing_for_reductions_and_what_is_no_plain_loop(string id, string loop) =>
        CodeFixVerifier.VerifyNothingAsync(new SequentialLoopCodeFix(), id, Method("        " + loop));

    private static Task VerifyAsync(string id, string loop, string expected) =>
        CodeFixVerifier.VerifyAsync(new SequentialLoopCodeFix(), id, Method(loop), Method(expected));

    private static string Method(string body) => $$"""
        using System.Threading.Tasks;
        public static class Kernels
        {
            private static readonly object s_gate = new();
            public static void Run(double[] a)
            {
        {{body}}
            }
        }
        """;
}
