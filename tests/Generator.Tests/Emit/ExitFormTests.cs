using AutoPar.Generator.Planning;

namespace AutoPar.Generator.Tests.Emit;

/// <summary>Loops that running values end, one by one.</summary>
public class ExitFormTests
{
    /// <summary>The iteration that leaves runs as written, on the values from before it.</summary>
    [Fact]
    public void Where_no_lanes_are_the_value_from_before_the_exit_goes_on()
    {
        GeneratedCode code = GeneratedCode.Of("""
            [Parallelize]
            public static double F(int[] p, double[] a, int m, int n)
            {
                int sum = 3;
                double least = 1e300;
                int i;
                for (i = 0; i < n; i++)
                {
                    sum += (p[i] & 7) * 3 - (p[i] & 3) * (p[i] & 5) + (p[i] & 6) * (p[i] & 1) - (p[i] & 9) * (p[i] & 12) + (p[i] & 5) * (p[i] & 10) + (p[i] & 14);
                    if (sum > m)
                        break;
                    if (a[i] < least)
                        least = a[i];
                }

                return least * 1000 + sum + i;
            }
            """, MethodPlanner.Plan);
        Assert.Contains("sum = sumBefore;", code.Text, StringComparison.Ordinal);
        int[] p = [.. Enumerable.Range(0, 5000).Select(i => i * 7919 % 1013)];
        double[] a = [.. Enumerable.Range(0, 5000).Select(i => (double)(i * 31 % 997))];
        foreach (int m in new[] { -1, 3, 100, 5000, 20_000, int.MaxValue })
        {
            Assert.Equal(code.Call("F", p, a, m, p.Length), code.Call("FParallel", p, a, m, p.Length));
        }
    }
}
