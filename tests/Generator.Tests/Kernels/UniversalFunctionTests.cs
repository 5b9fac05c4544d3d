using AutoPar.Generator.Ir;
using AutoPar.Generator.Tests.Support;
using AutoPar.Generator.Transforms;

namespace AutoPar.Generator.Tests.Kernels;

/// <summary>Scalar methods as loops over spans.</summary>
public class UniversalFunctionTests
{
    [Fact]
    public void Every_choice_of_spans_has_its_overload()
    {
        MethodModel method = TestCompilation.Lower(TestCompilation.InClass(
            "[Vectorize] static double Smooth(double v, double k) { if (v <= 0) return 0; if (v >= k) { v = k; } return v * v * (3 - 2 * v); }"));
        IReadOnlyList<MethodModel> overloads = UniversalFunction.Overloads(method);
        Assert.Equal(3, overloads.Count);
        Assert.Equal(
            [
                "global::System.ReadOnlySpan<double> v, global::System.ReadOnlySpan<double> k, global::System.Span<double> destination",
                "double v, global::System.ReadOnlySpan<double> k, global::System.Span<double> destination",
                "global::System.ReadOnlySpan<double> v, double k, global::System.Span<double> destination",
            ],
            overloads.Select(overload => string.Join(", ", overload.Signature.Parameters.Select(parameter => $"{parameter.TypeText} {parameter.Name}"))));
        LoopNest nest = overloads[2].Nests[0];
        Assert.Equal(
            """
            for int k2 = 0; < destination.Length; += 1:long
              vValue = v[k2]
            """,
            string.Join("\n", IrPrinter.Print(nest).Split('\n').Take(2)).TrimEnd());
        Assert.Equal("for (int k2 = 0; k2 < destination.Length; k2++)\n    destination[k2] = Smooth(v[k2], k);", overloads[2].BodyText);
        Assert.Equal(overloads.Count, overloads.Select(overload => overload.HintName).Distinct().Count());
        Assert.Equal(overloads.Count, overloads.Select(overload => overload.MemberPrefix).Distinct().Count());
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(4, 15)]
    [InlineData(5, 11)]
    [InlineData(9, 19)]
    [InlineData(30, 61)]
    public void With_many_parameters_at_most_one_differs_from_the_others(int parameters, int overloads)
    {
        string list = string.Join(", ", Enumerable.Range(0, parameters).Select(number => $"float p{number}"));
        MethodModel method = TestCompilation.Lower(TestCompilation.InClass($"[Vectorize] static float F({list}) => p0 + 1;"));
        IReadOnlyList<MethodModel> all = UniversalFunction.Overloads(method);
        Assert.Equal(overloads, all.Count);
        Assert.Equal(overloads, all.Select(overload => overload.HintName).Distinct().Count());
        Assert.Equal(overloads, all.Select(overload => overload.MemberPrefix).Distinct().Count());
        int[] spans = [.. all.Select(overload => overload.Signature.Parameters.Count(parameter => parameter.TypeText.Contains("ReadOnlySpan", StringComparison.Ordinal)))];
        Assert.Equal(parameters, spans[0]);
        Assert.All(spans, count => Assert.True(parameters <= 4 || count == 1 || count >= parameters - 1));
    }

    [Fact]
    public void A_method_with_arrays_has_none() =>
        Assert.Empty(UniversalFunction.Overloads(TestCompilation.LowerMethod("static double F(double[] a) { double s = 0; for (int i = 0; i < a.Length; i++) s += a[i]; return s; }")));
}
