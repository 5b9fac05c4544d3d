namespace AutoPar.Generator.Tests.Analyzers;

/// <summary>AP2xxx and AP3xxx: the reason that each loop gets, for threads and for lanes.</summary>
public class RefusalRuleTests
{
    [Theory]
    [InlineData("for (int i = 0; i < a.Length; i++) a[i] = b[i] * t;", "AP3001", "AP3501")]
    [InlineData("double s = 0; for (int i = 0; i < a.Length; i++) s += a[i]; a[0] = s;", "AP3001", "AP3501")]
    [InlineData("for (int i = 1; i < a.Length; i++) a[i] = 1 / (a[i - 1] + b[i]);", "AP2001", "AP2501")]
    [InlineData("double e = 1; for (int i = 0; i < a.Length; i++) { e = Math.Sqrt(e + a[i]); b[i] = e; }", "AP2002", "AP2502")]
    [InlineData("for (int i = 0; i < a.Length; i++) a[i] = f(a[i]);", "AP2003", "AP2503")]
    [InlineData("foreach (double v in seq) b[0] += v;", "AP2004", "AP2504")]
    [InlineData("for (int i = 0; i < a.Length; i++) { a[i] = t; if (b[i] > 0) i++; }", "AP2005", "AP2505")]
    [InlineData("for (int i = 0; i < p.Length; i++) a[i] = a[p[i]];", "AP2010", "AP2514")]
    [InlineData("for (int i = 0; i < 3; i++) a[i] *= t;", "AP3001", "AP2514")]
    [InlineData("for (int i = 0; i < a.Length; i++) b[i] = a[i - 1];", "AP2007", "AP2507")]
    [InlineData("for (int i = 0; i < p[0]; i++) a[i] = t;", "AP3001", "AP3501")]
    public async Task One_reason_for_threads_and_one_for_lanes(string body, string threads, string lanes)
    {
        var found = (await AnalyzerRun.AnalyzeAsync($$"""
            {{AnalyzerRun.Usings}}
            public static partial class Kernels
            {
                [Parallelize, Vectorize]
                public static void F(double[] a, double[] b, double t, int[] p, Func<double, double> f, IEnumerable<double> seq)
                {
                    {{body}}
                }
            }
            """)).Where(one => one.Id[2] is '2' or '3').Select(one => one.Id).Order();
        Assert.Equal(new[] { threads, lanes }.Order(), found);
    }

    [Theory]
    [InlineData("double s = 0; for (int i = 0; i < a.Length; i++) s += a[i]; return s;", "AP3002", "AP3502")]
    [InlineData("double s = 0; for (int i = 0; i < a.Length; i++) s = Math.Max(s, a[i]); return s;", "AP3001", "AP3501")]
    public async Task Strict_keeps_the_order_of_float_sums_alone(string body, string threads, string lanes)
    {
        var found = (await AnalyzerRun.AnalyzeAsync($$"""
            {{AnalyzerRun.Usings}}
            public static partial class Kernels
            {
                [Parallelize(FloatMode = FloatMode.Strict), Vectorize(FloatMode = FloatMode.Strict)]
                public static double F(double[] a) { {{body}} }
            }
            """)).Select(one => one.Id).Order();
        Assert.Equal(new[] { threads, lanes }.Order(), found);
    }
}
