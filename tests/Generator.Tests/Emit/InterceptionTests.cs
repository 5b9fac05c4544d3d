using AutoPar.Generator.Tests.Support;

namespace AutoPar.Generator.Tests.Emit;

public class InterceptionTests
{
    private const string Loop = "{ for (int i = 0; i < a.Length; i++) a[i] = a[i] * 2; }";

    [Fact]
    public void Every_kind_of_call_is_redirected_and_compiles()
    {
        GeneratorRun run = GeneratorRun.Of($$"""
            #nullable enable
            using AutoPar;
            public static partial class S
            {
                [Parallelize] public static void Named(int[] a, int k = 2, bool on = true) {{Loop}}
                [Parallelize] public static void Params(int[] a, params int[] rest) {{Loop}}
                [Parallelize] public static void Spans(int[] a, params System.ReadOnlySpan<int> rest) {{Loop}}
                [Parallelize] public static void Scoped(this scoped System.Span<int> a, scoped ref int r) {{Loop}}
                [Parallelize] public static void Ext(this int[] a, in int k) {{Loop}}
                [Parallelize] internal static void Refs(int[] a, ref int r, out int o) { o = 1; {{Loop}} }
                [Parallelize] private static void Private(int[] a) {{Loop}}
                [Vectorize] public static void Lanes(int[] a) {{Loop}}
                public static void Inside(int[] a) => Private(a);
            }
            public partial class C
            {
                [Parallelize] public void Instance(int[] a) {{Loop}}
                [Parallelize] protected void Protected(int[] a) {{Loop}}
                public void Inside(int[] a) => this.Protected(a);
            }
            public partial class D : C
            {
                public void Based(int[] a) { base.Instance(a); base.Protected(a); Protected(a); }
            }
            public partial struct V
            {
                public int Field;
                [Parallelize] public void Mutates(int[] a) { Field++; {{Loop}} }
                [Parallelize] public readonly void Reads(int[] a) {{Loop}}
            }
            public partial class G<T> where T : class, new()
            {
                [Parallelize] public void M<TItem>(int[] a, T t, TItem item) where TItem : struct {{Loop}}
                [Parallelize] public static void St(int[] a, T t) {{Loop}}
            }
            public static class Calls
            {
                private static readonly V s_readonly = new() { Field = 1 };
                public static void All(int[] a, C? c, V v, G<string> g, G<System.Text.StringBuilder> h)
                {
                    S.Named(a); S.Named(on: false, a: a); S.Params(a, 1, 2); S.Params(a, a); S.Spans(a, 1, 2);
                    a.Ext(3); S.Ext(a, 4); int r = 0; S.Refs(a, ref r, out int o); System.MemoryExtensions.AsSpan(a).Scoped(ref r); S.Inside(a); S.Lanes(a);
                    c?.Instance(a); c!.Instance(a);
                    v.Mutates(a); v.Reads(a); s_readonly.Reads(a); new V().Reads(a);
                    h.M(a, new(), 1.5); G<System.Text.StringBuilder>.St(a, new());
                    System.Action later = () => S.Lanes(a);
                }
            }
            """.Replace(", G<string> g", ""));

        run.AssertClean();
        string files = string.Join("\n", run.Files.Where(file => file.Key.Contains("Interceptors")).Select(file => file.Value));
        foreach (string sibling in new[]
        {
            "S.NamedParallel(", "S.ParamsParallel(", "S.SpansParallel(", "S.ScopedParallel(", "S.ExtParallel(", "S.RefsParallel(", "S.PrivateParallelBridge(", "S.LanesVectorized(", ".InstanceParallel(",
            ".ProtectedParallelBridge(", ".MutatesParallel(", ".ReadsParallel(", ".MParallel<TItem>(", "G<T>.StParallel(",
        })
        {
            Assert.Contains(sibling, files);
        }

        Assert.Equal(24, files.Split("InterceptsLocationAttribute(1,").Length - 1);
    }

    [Theory]
    [InlineData("[Parallelize] public static void F(int[] a) { if (a.Length > 9) F(a); LOOP }", "")]
    [InlineData("[Parallelize(Intercept = false)] public static void F(int[] a) { LOOP }", "C.F(a);")]
    [InlineData("[Parallelize, Vectorize(Intercept = false)] public static void F(int[] a) { LOOP }", "C.F(a);")]
    [InlineData("[Parallelize] public static void F(int[] a) { LOOP }", "System.Action<int[]> f = C.F; f(a);")]
    [InlineData("[Parallelize] public static void F(int[] a) { LOOP }", "System.Linq.Expressions.Expression<System.Action> f = () => C.F(a);")]
    [InlineData("[Parallelize] public static void F(int[] a) { LOOP }", "C.FSequential(a);")]
    [InlineData("[Parallelize] public static void F(int[] a) { LOOP }", "_ = nameof(C.F);")]
    [InlineData("private class P; [Parallelize] private static void F(int[] a, P? p) { LOOP } public static void G(int[] a) => F(a, null);", "C.G(a);")]
    public void What_must_not_be_redirected_is_not(string method, string call)
    {
        GeneratorRun run = GeneratorRun.Of($$"""
            #nullable enable
            using AutoPar;
            public partial class C { {{method.Replace("LOOP", Loop)}} }
            public static class Calls { public static void Run(int[] a) { {{call}} } }
            """);

        run.AssertClean();
        Assert.DoesNotContain(run.Files, file => file.Key.Contains("Interceptors"));
        Assert.Contains(run.Files, file => file.Value.Contains("FParallel"));
    }

    [Fact]
    public void A_project_can_switch_interception_off()
    {
        string source = $$"""
            using AutoPar;
            public partial class C { [Parallelize] public static void F(int[] a) {{Loop}} public static void Run(int[] a) => F(a); }
            """;

        Assert.Equal(2, GeneratorRun.Of(source).AssertClean().Files.Count);
        Assert.Single(GeneratorRun.Of(GeneratorRun.ParseOptions(), new() { ["build_property.AutoParIntercept"] = "False" }, source).AssertClean().Files);
        Assert.Single(GeneratorRun.Of(GeneratorRun.ParseOptions(null), [], source).AssertClean().Files);
        Assert.Single(GeneratorRun.Of(GeneratorRun.ParseOptions("Some.Other;AutoPar.Gen"), [], source).AssertClean().Files);
        Assert.Equal(2, GeneratorRun.Of(GeneratorRun.ParseOptions("Some.Other;AutoPar"), [], source).AssertClean().Files.Count);
    }

    [Fact]
    public void A_method_without_a_region_is_left_alone()
    {
        GeneratorRun run = GeneratorRun.Of("""
            using AutoPar;
            public partial class C
            {
                [Parallelize] public static void F(int[] a) { for (int i = 1; i < a.Length; i++) a[i] = 1 / (a[i - 1] + 2); }
                public static void Run(int[] a) { F(a); FParallel(a); }
            }
            """);

        run.AssertClean();
        Assert.Contains("=> F(a);", Assert.Single(run.Files).Value);
    }
}
