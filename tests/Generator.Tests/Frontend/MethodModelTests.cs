using AutoPar.Generator.Ir;
using AutoPar.Generator.Tests.Support;

namespace AutoPar.Generator.Tests.Frontend;

/// <summary>What the model says of the method itself: its text, signature, options, and what it refuses.</summary>
public class MethodModelTests
{
    [Fact]
    public void Ranges_find_the_loops_in_the_text()
    {
        MethodModel model = TestCompilation.LowerMethod("""
            static int F(int[] a)
            {
                int sum = 0;
                for (int i = 0; i < a.Length; i++) // up
                {
                    sum += a[i];
                }

            #if NEVER
                sum = broken
            #endif
            #pragma warning disable CS0219
                foreach (int v in a) sum ^= v;
                return sum;
            }
            """);
        Assert.Equal(2, model.Nests.Count);
        string first = Slice(model, model.Nests[0].Range);
        Assert.StartsWith("for (int i = 0;", first);
        Assert.EndsWith("}", first);
        Assert.Equal("sum ^= v;", Slice(model, model.Nests[1].Root!.BodyRange));
        Assert.DoesNotContain("#", model.BodyText);
        Assert.DoesNotContain("broken", model.BodyText);
        Assert.Equal(Slice(model, model.Nests[0].Range), Slice(model, model.Nests[0].Root!.Range));
    }

    [Fact]
    public void Expression_body_becomes_a_statement()
    {
        MethodModel model = TestCompilation.Lower(TestCompilation.InClass("[Vectorize] static double F(double x) => x * x;"));
        Assert.Equal("return x * x;", model.BodyText);
        Assert.Equal("scalar(double x) -> double result\n  result = (x * x)\n", IrPrinter.Print(model.Scalar!));
    }

    [Fact]
    public void Usings_mean_the_same_in_another_file()
    {
        MethodModel model = TestCompilation.Lower("""
            using System;
            using Text = System.Text;
            using Pair = (int Left, int Right);
            using static System.Math;
            using AutoPar;
            namespace Outer
            {
                using Inner;
                using Numbers = System.Collections.Generic.List<int>;
                namespace Inner { class Q { } }
                partial class K { [Parallelize] static void F(int[] a) { for (int i = 0; i < a.Length; i++) a[i] = 1; } }
            }
            """);
        Assert.Equal(
            """
            using global::System;
            using Text = global::System.Text;
            using Pair = (int Left, int Right);
            using static global::System.Math;
            using global::AutoPar;

            """,
            model.Usings);
        Assert.Equal(
            """
            using global::Outer.Inner;
            using Numbers = global::System.Collections.Generic.List<int>;

            """,
            model.NamespaceUsings);
        Assert.Equal("Outer", model.Namespace);
    }

    [Fact]
    public void Signature_and_types_are_repeated()
    {
        MethodModel model = TestCompilation.Lower("""
            using System;
            using AutoPar;
            partial class Outer<T> where T : class
            {
                internal readonly partial struct In
                {
                    [Parallelize(Schedule = Schedule.Guided, ChunkSize = 7, Intercept = false), Vectorize(FloatMode = FloatMode.Fast, Require = true)]
                    protected internal readonly unsafe string? F<U>([NoAlias] double[] @class, ref int k, in U u, scoped Span<T> s, double d = double.NaN, DayOfWeek day = DayOfWeek.Friday, params int[] rest)
                        where U : struct, IComparable<U> { for (int i = 0; i < rest.Length; i++) rest[i] = 1; return null; }
                }
            }
            """.Replace("protected internal", "internal"));
        Assert.Equal(["partial class Outer<T>", "partial struct In"], model.Types.Select(type => type.Declaration));
        MethodSignature signature = model.Signature;
        Assert.Equal(("F", "internal", "string?", "<U>", "where U : struct, global::System.IComparable<U>"), (signature.Name, signature.Accessibility, signature.ReturnTypeText, signature.TypeParameters, signature.Constraints));
        Assert.Equal(
            ["double[] @class", "ref int k", "in U u", "scoped global::System.Span<T> s", "double d = global::System.Double.NaN", "global::System.DayOfWeek day = (global::System.DayOfWeek)(5)", "params int[] rest"],
            signature.Parameters.Select(parameter => $"{parameter.Modifier} {parameter.TypeText} {parameter.Name}{(parameter.DefaultValueText is { } value ? " = " + value : "")}".Trim()));
        Assert.True(signature.Parameters[0].NoAlias);
        Assert.Equal(new ParallelizeOptions(false, false, Ir.FloatMode.Reproducible, ScheduleKind.Guided, 7, 0), model.Parallelize);
        Assert.Equal(new VectorizeOptions(true, true, Ir.FloatMode.Fast), model.Vectorize);
        Assert.True(model.CanEmitSiblings);
    }

    [Theory]
    [InlineData("class K { [Parallelize] static void F(int[] a) { LOOP } }", "AP0001: K", false)]
    [InlineData("class O { partial class K { [Parallelize] static void F(int[] a) { LOOP } } }", "AP0001: O", false)]
    [InlineData("partial class K { [Parallelize] async System.Threading.Tasks.Task F(int[] a) { LOOP await System.Threading.Tasks.Task.Yield(); } }", "AP0002: F | it is async", false)]
    [InlineData("partial class K { [Parallelize] System.Collections.Generic.IEnumerable<int> F(int[] a) { LOOP yield return 1; } }", "AP0002: F | it is an iterator", false)]
    [InlineData("partial class K { [Parallelize] ref int F(int[] a) { LOOP return ref a[0]; } }", "AP0002: F | it returns by reference", false)]
    [InlineData("partial class K { [Parallelize] public virtual void F(int[] a) { LOOP } }", "AP0002: F | it is virtual: a call may run another body", false)]
    [InlineData("abstract partial class K { [Parallelize] public abstract void F(int[] a); }", "AP0002: F | it has no body", false)]
    [InlineData("file partial class K { [Parallelize] static void F(int[] a) { LOOP } }", "AP0002: F | K is a file-local type, which the generated file can't see", false)]
    [InlineData("file class Q { } partial class K { [Parallelize] static void F(int[] a) { new Q(); LOOP } }", "AP0002: F | Q is a file-local type, which the generated file can't see", false)]
    [InlineData("partial class K { [Parallelize] static int F(int[] a) => a[0]; }", "AP0003: F | Parallelize", true)]
    [InlineData("partial class K { [Vectorize] static int F(int[] a) => a[0]; }", "AP0003: F | Vectorize", true)]
    [InlineData("partial class K { [Parallelize] static void F(int[] a) { LOOP } static void FParallel(int[] a) { } }", "AP0004: FParallel", false)]
    [InlineData("partial class K { [Parallelize] static void F(int[] a) { LOOP } int FSequential; }", "AP0004: FSequential", false)]
    [InlineData("partial class K { [Parallelize] static void F(int[] a) { LOOP } static void FParallel(int[] a, int b) { } }", "", true)]
    [InlineData("partial class K { [Parallelize(ChunkSize = -1)] static void F(int[] a) { LOOP } }", "AP0005: ChunkSize | -1 | 0 or more", true)]
    [InlineData("partial class K { [Vectorize(FloatMode = (FloatMode)9)] static void F(int[] a) { LOOP } }", "AP0005: FloatMode | 9 | a FloatMode", true)]
    [InlineData("partial class K { [Parallelize(Async = true)] static void F(System.Span<int> a) { LOOP } }", "AP0009: F | its parameter 'a' is a ref struct", true)]
    [InlineData("partial class K { [Parallelize(Async = true)] static void F(int[] a, out int k) { k = 0; LOOP } }", "AP0009: F | its parameter 'k' is passed by reference", true)]
    [InlineData("partial class K { [Parallelize(Async = true)] static unsafe int* F(int[] a) { LOOP return null; } }", "AP0009: F | its result is a pointer", true)]
    [InlineData("partial struct K { [Parallelize(Async = true)] void F(int[] a) { LOOP } }", "AP0009: F | it is a method of a struct that may change it: only a copy of the struct outlives the call", true)]
    [InlineData("partial struct K { [Parallelize(Async = true)] readonly void F(int[] a) { LOOP } }", "", true)]
    [InlineData("ref partial struct K { [Parallelize(Async = true)] readonly void F(int[] a) { LOOP } }", "AP0009: F | it is a method of a ref struct", true)]
    [InlineData("partial class K { [Parallelize(Async = true)] static void F(int[] a) { LOOP } int FAsync; }", "AP0004: FAsync", true)]
    public void Refusals(string source, string expected, bool canEmit)
    {
        MethodModel model = TestCompilation.Lower("using AutoPar;\n" + source.Replace("LOOP", "for (int i = 0; i < a.Length; i++) a[i] = 1;"));
        Assert.Equal(expected, string.Join("; ", model.Refusals.Select(refusal => $"{refusal.RuleId}: {string.Join(" | ", refusal.Arguments)}")));
        Assert.Equal(canEmit, model.CanEmitSiblings);
    }

    [Fact]
    public void Names_of_overloads_differ()
    {
        IReadOnlyList<MethodModel> models = TestCompilation.LowerAll(TestCompilation.InClass(
            "[Vectorize] static int F(int x) => x; [Vectorize] static double F(double x) => x; [Vectorize] static int f(int x) => x;"));
        Assert.Equal(3, models.Select(model => model.HintName).Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void Models_of_one_source_are_equal()
    {
        string source = TestCompilation.InClass("[Parallelize] int F(int[] a) { int s = 0; for (int i = 0; i < a.Length; i++) { if (a[i] > 0) continue; s += Math.Abs(a[i]); Console.WriteLine(s); } return s; }");
        MethodModel one = TestCompilation.Lower(source);
        MethodModel other = TestCompilation.Lower(source);
        Assert.NotSame(one, other);
        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
    }

    [Fact]
    public void Live_and_fresh_are_told()
    {
        MethodModel model = TestCompilation.LowerMethod("""
            static double[] F(double[] a, ref double total)
            {
                double last = 0, dead = 0;
                var fresh = new double[a.Length];
                double[] leaked = new double[9];
                Keep(leaked);
                for (int i = 0; i < a.Length; i++)
                {
                    double inner = a[i];
                    dead = inner * 2;
                    last = dead + leaked[0];
                    fresh[i] = last;
                    total += last;
                }

                fresh[0] = last;
                return fresh;
            }

            static void Keep(double[] x) { }
            """);
        LoopNest nest = Assert.Single(model.Nests);
        Dictionary<string, Variable> variables = nest.Variables.ToDictionary(variable => variable.Name);
        Assert.Equal((true, false, false, true), (variables["last"].ReadAfter, variables["dead"].ReadAfter, variables["inner"].ReadAfter, variables["total"].ReadAfter));
        Assert.Equal(nest.Root!.Id, variables["inner"].DeclaringLoop);
        Assert.Null(variables["last"].DeclaringLoop);
        Assert.Equal(VariableKind.Reference, variables["total"].Kind);
        Dictionary<string, MemoryOrigin> origins = nest.Objects.ToDictionary(memory => memory.Name, memory => memory.Origin);
        Assert.Equal((MemoryOrigin.FreshLocal, MemoryOrigin.Local, MemoryOrigin.Parameter), (origins["fresh"], origins["leaked"], origins["a"]));
    }

    private static string Slice(MethodModel model, TextRange range) => model.BodyText.Substring(range.Start, range.Length);
}
