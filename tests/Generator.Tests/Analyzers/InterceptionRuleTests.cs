using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoPar.Generator.Tests.Analyzers;

/// <summary>AP0007.</summary>
public class InterceptionRuleTests
{
    private const string Sum = """
        using System; using System.Linq; using System.Linq.Expressions; using AutoPar;
        public static partial class Kernels
        {
            [Parallelize]
            public static double Sum(double[] a)
            {
                double sum = 0;
                for (int i = 0; i < a.Length; i++)
                    sum += a[i];
                return sum;
            }
        }

        """;

    [Theory]
    [InlineData("Func<double[], double> f = {|AP0007:Kernels.Sum|};")]
    [InlineData("_ = new Func<double[], double>({|AP0007:Kernels.Sum|});")]
    [InlineData("_ = Array.Empty<double[]>().Select({|AP0007:Kernels.Sum|});")]
    [InlineData("unsafe { delegate*<double[], double> f = &{|AP0007:Kernels.Sum|}; }")]
    [InlineData("Expression<Func<double>> f = () => {|AP0007:Kernels.Sum(new double[1])|};")]
    public Task Delegates_function_pointers_and_expression_trees(string statement) => VerifyAsync(statement);

    [Theory]
    [InlineData("_ = Kernels.Sum([1]);")]
    [InlineData("Func<double> f = () => Kernels.Sum([1]);")]
    [InlineData("_ = nameof(Kernels.Sum);")]
    [InlineData("Func<double[], double> f = Kernels.SumParallel;")]
    [InlineData("Func<double[], double> f = Kernels.SumSequential;")]
    public Task Calls_and_siblings_are_fine(string statement) => VerifyAsync(statement);

    [Theory]
    [InlineData("[Parallelize(Intercept = false)]")]
    [InlineData("[Parallelize, Vectorize(Intercept = false)]")]
    public Task Not_for_a_method_that_opts_out(string attributes) => AnalyzerVerifier.VerifyAsync(
        Sum.Replace("[Parallelize]", attributes, StringComparison.Ordinal) + Use("Func<double[], double> f = Kernels.Sum;"));

    [Fact]
    public Task Not_when_the_project_turns_interception_off() => AnalyzerVerifier.VerifyAsync(
        Sum + Use("Func<double[], double> f = Kernels.Sum;"),
        options: ImmutableDictionary<string, string>.Empty.Add("build_property.AutoParIntercept", "false"));

    [Fact]
    public Task Not_for_a_scalar_method_which_has_overloads_and_no_other_form() => AnalyzerVerifier.VerifyAsync("""
        using System; using AutoPar;
        public static partial class Kernels
        {
            [Vectorize] public static double Square(double v) => v * v;
            public static Func<double, double> F() => Square;
        }
        """);

    [Fact]
    public Task A_private_type_in_the_signature() => AnalyzerVerifier.VerifyAsync("""
        using AutoPar;
        public partial class C
        {
            private enum E { None }
            [Parallelize] private static void Clear(E[] a) { for (int i = 0; i < a.Length; i++) a[i] = E.None; }
            void F() => {|AP0007:Clear([])|};
        }
        """);

    [Fact]
    public async Task A_call_into_another_assembly_is_not_intercepted()
    {
        (Compilation library, _) = AnalyzerRun.Generate(AnalyzerRun.Compile(Sum, "Library"));
        CSharpCompilation user = AnalyzerRun.Compile("public class User { public double F() => Kernels.Sum([1]); }", "User", [library.ToMetadataReference()]);
        Diagnostic found = Assert.Single(await AnalyzerRun.AnalyzeAsync(user));
        Assert.Equal("AP0007", found.Id);
        Assert.Contains("SumParallel", found.GetMessage());
    }

    private static Task VerifyAsync(string statement) => AnalyzerVerifier.VerifyAsync(Sum + Use(statement));

    private static string Use(string statement) => $"class User {{ void F() {{ {statement} }} }}";
}
