namespace AutoPar.Generator.Tests.Analyzers;

/// <summary>AP0001 to AP0006, AP0010.</summary>
public class UsageRuleTests
{
    private const string Loop = "for (int i = 0; i < a.Length; i++) a[i] = t;";

    [Fact]
    public Task AP0001_names_each_type_that_is_not_partial_once() => AnalyzerVerifier.VerifyAsync($$"""
        using AutoPar;
        public class {|AP0001:Outer|}
        {
            public partial class Middle
            {
                public struct {|AP0001:Inner|}
                {
                    [Parallelize] public static void F(double[] a, double t) { {{Loop}} }
                    [Vectorize] public static void G(double[] a, double t) { {{Loop}} }
                }
            }
        }
        """);

    [Theory]
    [InlineData("public static async System.Threading.Tasks.Task {|AP0002:F|}(double[] a, double t) { await System.Threading.Tasks.Task.Yield(); LOOP }")]
    [InlineData("public static IEnumerable<int> {|AP0002:F|}(double[] a, double t) { LOOP yield return 1; }")]
    [InlineData("public static ref double {|AP0002:F|}(double[] a, double t) { LOOP return ref a[0]; }")]
    [InlineData("public static extern void {|AP0002:F|}(double[] a, double t);")]
    public Task AP0002_at_the_name(string method) =>
        AnalyzerVerifier.VerifyMembersAsync("[Parallelize] " + method.Replace("LOOP", Loop, StringComparison.Ordinal));

    [Fact]
    public Task AP0002_when_a_call_may_run_another_body() => AnalyzerVerifier.VerifyAsync(
        $"using AutoPar; public partial class C {{ [Parallelize] public virtual void {{|AP0002:F|}}(double[] a, double t) {{ {Loop} }} }}");

    [Theory]
    [InlineData("void M() { [{|AP0002:Parallelize|}] static void F(double[] a, double t) { LOOP } F([], 1); }")]
    [InlineData("int P { [{|AP0002:Vectorize|}] get { return 1; } }")]
    [InlineData("public static C operator +([NoAlias] C x, C y) => x; [{|AP0002:Parallelize|}] public static C operator -(C x, C y) => x;")]
    [InlineData("object M() => [{|AP0002:Parallelize|}] (double[] a, double t) => { LOOP };")]
    public Task AP0002_at_the_attribute_where_no_method_is_declared(string member) =>
        AnalyzerVerifier.VerifyAsync($"using AutoPar; public partial class C {{ {member.Replace("LOOP", Loop, StringComparison.Ordinal)} }}");

    [Theory]
    [InlineData("[Parallelize] public static double {|AP0003:F|}(double v) => v * v;")]
    [InlineData("[Parallelize] public static void {|AP0003:F|}(double[] a) { a[0] = 1; }")]
    [InlineData("[Vectorize] public static void {|AP0003:F|}(double[] a) { a[0] = 1; }")]
    [InlineData("[Vectorize] public static double F(double v) => v * v;")]
    public Task AP0003(string method) => AnalyzerVerifier.VerifyMembersAsync(method);

    [Fact]
    public Task AP0004_when_the_user_declares_a_sibling() => AnalyzerVerifier.VerifyMembersAsync(
        $"[Vectorize] public static void {{|AP0004:F|}}(double[] a, double t) {{ {Loop} }} public static void FVectorized(double[] a, double t) {{ }}");

    [Theory]
    [InlineData("F(ReadOnlySpan<double> x, Span<double> destination) { }")]
    [InlineData("FVectorized(ReadOnlySpan<double> a, Span<double> b) { }")]
    [InlineData("FSequential(ReadOnlySpan<double> a, Span<double> b) { }")]
    public Task AP0004_when_the_user_declares_an_overload_over_spans(string mine) => AnalyzerVerifier.VerifyMembersAsync(
        $"[Vectorize] public static double {{|AP0004:F|}}(double x) => x + 1; public static void {mine}");

    [Theory]
    [InlineData("F(ReadOnlySpan<double> x, Span<float> destination) { }")]
    [InlineData("F(double[] x, double[] destination) { }")]
    [InlineData("FParallel(ReadOnlySpan<double> x, Span<double> destination) { }")]
    public Task AP0004_not_for_another_overload_over_spans(string mine) => AnalyzerVerifier.VerifyMembersAsync(
        $"[Vectorize] public static double F(double x) => x + 1; public static void {mine}");

    [Fact]
    public Task AP0004_not_for_an_overload_or_a_generated_sibling() => AnalyzerVerifier.VerifyMembersAsync(
        $"[Vectorize] public static void F(double[] a, double t) {{ {Loop} }} public static void FVectorized(double[] a) {{ }}");

    [Theory]
    [InlineData("Parallelize(ChunkSize = -1)")]
    [InlineData("Parallelize(Schedule = (Schedule)9)")]
    [InlineData("Parallelize(FloatMode = (FloatMode)(-1))")]
    [InlineData("Vectorize(FloatMode = (FloatMode)3)")]
    public Task AP0005(string attribute) =>
        AnalyzerVerifier.VerifyMembersAsync($"[{attribute}] public static void {{|AP0005:F|}}(double[] a, double t) {{ {Loop} }}");

    [Theory]
    [InlineData("Parallelize(MaxDegreeOfParallelism = -1)")]
    [InlineData("Parallelize(MaxDegreeOfParallelism = int.MinValue)")]
    public Task AP0005_not_for_degrees_counted_from_all_processors(string attribute) =>
        AnalyzerVerifier.VerifyMembersAsync($"[{attribute}] public static void F(double[] a, double t) {{ {Loop} }}");

    [Theory]
    [InlineData("public static void {|AP0009:F|}(ref double t, double[] a)")]
    [InlineData("public static void {|AP0009:F|}(double[] a, in double t)")]
    [InlineData("public static void {|AP0009:F|}(Span<double> a, double t)")]
    [InlineData("public static void {|AP0009:F|}(ReadOnlySpan<double> b, double[] a, double t)")]
    [InlineData("public static unsafe void {|AP0009:F|}(int* b, double[] a, double t)")]
    [InlineData("public static void {|AP0004:F|}(double[] a, double t) { LOOP } public static void FAsync(double[] a, double t, IProgress<double> p, System.Threading.CancellationToken c)")]
    [InlineData("public static void F(double[] a, double t) { LOOP } public static void FAsync(double[] a, double t)")]
    [InlineData("public static void F(double[] a, double t, System.Threading.CancellationToken token)")]
    public Task AP0009(string signature) => AnalyzerVerifier.VerifyMembersAsync(signature.Contains("LOOP", StringComparison.Ordinal)
        ? $"[Parallelize(Async = true)] {signature.Replace("LOOP", Loop)} {{ }}"
        : $"[Parallelize(Async = true)] {signature} {{ {Loop} }}");

    [Theory]
    [InlineData("Parallelize(Require = true)", "AP0006", "AP1001", "AP2001")]
    [InlineData("Vectorize(Require = true)", "AP0006", "AP2501")]
    [InlineData("Parallelize, Vectorize(Require = true)", "AP0006", "AP1001", "AP2001", "AP2501")]
    public async Task AP0006_quotes_the_refusal(string attribute, params string[] expected)
    {
        var found = await AnalyzerRun.AnalyzeAsync($$"""
            using AutoPar;
            public static partial class Kernels
            {
                [{{attribute}}]
                public static void Relax(double[] a) { for (int i = 1; i < a.Length; i++) a[i] = 1 / (a[i - 1] + 2); }
            }
            """);
        Assert.Equal(expected, found.Select(one => one.Id).Order());
        Assert.Contains("Relax", found.Single(one => one.Id == "AP0006").GetMessage());
        Assert.Contains("a[i - 1]", found.Single(one => one.Id == "AP0006").GetMessage());
    }

    [Fact]
    public Task AP0006_not_when_the_form_exists() => AnalyzerVerifier.VerifyMembersAsync(
        $"[Parallelize(Require = true), Vectorize(Require = true)] public static void F(double[] a, double t) {{ {Loop} }}");

    [Theory]
    [InlineData("[{|AP0010:Reduction|}] public int F(int a, int b) => a;")]
    [InlineData("[{|AP0010:Reduction|}] public static int F(int a, long b) => a;")]
    [InlineData("[{|AP0010:Reduction|}] public static T F<T>(T a, T b) => a;")]
    [InlineData("[{|AP0010:Reduction(Identity = \"One\")|}] public static int F(int a, int b) => a; public static long One => 1;")]
    [InlineData("[{|AP0010:Reduction|}] public static C operator checked +(C a, C b) => a; public static C operator +(C a, C b) => a;")]
    [InlineData("[Reduction(Identity = nameof(One))] private static int F(int a, int b) => a; private const int One = 1;")]
    [InlineData("[Reduction(Identity = nameof(One))] public static int F(int a, int b) => a; internal const int One = 1;")]
    [InlineData("[Reduction] public static C operator -(C a, C b) => a;")]
    public Task AP0010(string method) => AnalyzerVerifier.VerifyAsync($"using AutoPar; public partial class C {{ {method} }}");
}
