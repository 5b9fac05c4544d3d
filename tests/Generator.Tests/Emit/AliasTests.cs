using AutoPar.Generator.Tests.Support;

namespace AutoPar.Generator.Tests.Emit;

/// <summary>Short names in generated files never meet the user's.</summary>
public class AliasTests
{
    private const string Kernel = """
        public static partial class Kernels
        {
            [Parallelize, Vectorize]
            public static double Dot(double[] x, double[] y) { double sum = 0; for (int i = 0; i < x.Length; i++) sum += x[i] * y[i]; return sum; }
        }
        """;

    [Fact]
    public void Vectors_are_written_short()
    {
        string file = GeneratorRun.Of("using AutoPar;\n" + Kernel).AssertClean().Files.Values.Single();
        Assert.Contains("using simd = global::System.Runtime.Intrinsics;", file, StringComparison.Ordinal);
        Assert.Contains("simd::Vector512<double> sum0 = simd::Vector512.Create(-0.0);", file, StringComparison.Ordinal);
        Assert.DoesNotContain("global::System.Runtime.Intrinsics.", file, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("using simd = System.Text; using AutoPar; static class T { static simd::StringBuilder? s = null; static T() { _ = s; } }", "simd")]
    [InlineData("global using simd = System.Text; using AutoPar;", "simd")]
    [InlineData("using AutoPar; namespace simd { public class Vector512 { } }", "simd")]
    [InlineData("using AutoPar; public class runtime { }", "runtime")]
    public void A_name_of_the_users_stays_theirs(string before, string taken)
    {
        string file = GeneratorRun.Of(before + "\n" + Kernel).AssertClean().Files.Values.Single();
        Assert.DoesNotContain($"using {taken} = global::{(taken == "simd" ? "System.Runtime.Intrinsics" : "AutoPar.Runtime")}", file, StringComparison.Ordinal);
        Assert.Contains(taken == "simd" ? "global::System.Runtime.Intrinsics.Vector512" : "global::AutoPar.Runtime.", file, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("using AutoPar; public class Vector512 { } public class VectorMemory { }")]
    [InlineData("using AutoPar; namespace System.Runtime.Intrinsics.Mine { }")]
    public void A_type_of_the_users_called_like_one_of_ours_does_no_harm(string before) =>
        GeneratorRun.Of(before + "\n" + Kernel.Replace("double[] y)", "double[] y, int simd = 1, int runtime = 2)", StringComparison.Ordinal)).AssertClean();

    [Fact]
    public void Strings_of_the_users_keep_their_value()
    {
        const string Text = "global::System.Runtime.Intrinsics.Vector512 global::AutoPar.Runtime.X";
        GeneratorRun run = GeneratorRun.Of($$""""
            using AutoPar;
            public static partial class Kernels
            {
                [Parallelize, Vectorize]
                public static string F(double[] x, string[] s, string t = "{{Text}}")
                {
                    for (int i = 0; i < x.Length; i++) x[i] += 1;
                    for (int i = 0; i < s.Length; i++) { s[i] = s[i].Trim() + "{{Text}}"; }
                    return """
                        {{Text}}
                        """;
                }
            }
            """").AssertClean();
        string file = run.Files.Values.Single();
        Assert.Contains("simd::Vector512", file, StringComparison.Ordinal);
        Assert.DoesNotContain("simd::Vector512 runtime::X", file, StringComparison.Ordinal);
        Assert.Contains($"string t = \"{Text}\"", file, StringComparison.Ordinal);
    }
}
