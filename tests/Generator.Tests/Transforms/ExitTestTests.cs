using AutoPar.Generator.Ir;
using AutoPar.Generator.Planning;
using AutoPar.Generator.Tests.Support;
using AutoPar.Generator.Transforms;

namespace AutoPar.Generator.Tests.Transforms;

/// <summary>Loops that running values end: what shows of a block that it doesn't leave the loop.</summary>
public class ExitTestTests
{
    [Theory]
    [InlineData("s += p[i]; if (s > m) return i;", "((sLeast <= m) && (sMost <= m))")]
    [InlineData("s += p[i]; if (m >= s) return i;", "((sLeast > m) && (sMost > m))")]
    [InlineData("s += p[i]; if (s == m) break;", "((sMost < m) || (sLeast > m))")]
    [InlineData("s += p[i]; if (s != 7) break;", "((sLeast == 7) && (sMost == 7))")]
    [InlineData("s += p[i]; if (!(s > m)) break;", "((sLeast > m) && (sMost > m))")]
    [InlineData("if (p[i] > 3) s++; if (s == m) return i;", "((sMost < m) || (sLeast > m))")]
    [InlineData("if (p[i] > 3) { s++; if (s == m) return i; }", "((sMost < m) || (sLeast > m))")]
    [InlineData("s = Math.Max(s, p[i]); if (s > m) return i;", "((sLeast <= m) && (sMost <= m))")]
    [InlineData("s += p[i]; if (s > m && q[i] > 0) return i;", "((sLeast <= m) && (sMost <= m))")]
    [InlineData("s += p[i]; if (s > q.Length) return i;", "((sLeast <= q.Length) && (sMost <= q.Length))")]
    public void It_is_told_by_between_which_values_they_stay(string body, string expected) =>
        Assert.Equal(expected, IrPrinter.Print(Assert.Single(Planned(body)).BlockTotals!.Exit!.Never));

    [Theory]
    [InlineData("s += p[i]; if (s > m || q[i] > 0) return i;")] // data decide, too
    [InlineData("if (p[i] < 0) break; s += p[i]; if (s > m) return i;")]
    [InlineData("s ^= p[i]; if (s == m) return i;")] // moves anywhere
    [InlineData("s *= p[i]; if (s == m) return i;")]
    [InlineData("s += p[i]; if ((s & 7) == m) return i;")]
    [InlineData("s += p[i]; if (s > i) return i;")] // the limit moves
    [InlineData("s += p[i]; if (s > m) break; k += q[i];")] // more is collected
    public void Elsewhere_each_block_runs(string body) => Assert.Null(Assert.Single(Planned(body)).BlockTotals!.Exit);

    [Theory]
    [InlineData("s += p[i]; if (s > m) return i;", true, true)] // both ways, and far
    [InlineData("if (p[i] > 3) s++; if (s == m) return i;", false, false)]
    [InlineData("s -= p[i] & 1; if (s < m) return i;", false, false)]
    [InlineData("s += p[i] & 1023; if (s > m) return i;", true, false)] // a block of them might be more than an int holds
    [InlineData("s += p[i] > 3 ? 1 : -1; if (s == m) return i;", false, true)]
    public void A_sum_is_told_as_exactly_as_it_takes(string body, bool isWide, bool hasExtremes)
    {
        RunningBounds bounds = Assert.Single(Assert.Single(Planned(body)).BlockTotals!.Exit!.Bounds);
        Assert.Equal(isWide, bounds.Wide is not null);
        Assert.Equal(hasExtremes, bounds.High is not null);
    }

    [Theory]
    [InlineData("s += p[i]; if (s > m) return i; q[i] = s;")] // effects
    [InlineData("s = checked(s + p[i]); if (s > m) return i;")]
    [InlineData("s += q[p[i]]; if (s > m) return i;")] // a block behind the exit might look up what isn't there
    [InlineData("s += p[i]; if (s > m) break; a += w[i];")] // the order of a float sum
    [InlineData("a += w[i]; if (a > m) return i;")]
    public void Not_on_threads(string body) => Assert.Empty(Planned(body));

    private static IEnumerable<RegionPlan> Planned(string body) => MethodPlanner.Plan(TestCompilation.LowerMethod(
        $$"""
        public static long M(int[] p, int[] q, double[] w, int m, int n)
        {
            int s = 0, k = 0;
            double a = 0;
            for (int i = 0; i < n; i++)
            {
                {{body}}
            }

            return s + k + (long)a;
        }
        """)).ParallelRegions;
}
