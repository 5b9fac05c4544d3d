using AutoPar.Generator.Ir;
using AutoPar.Generator.Tests.Support;
using AutoPar.Generator.Transforms;

namespace AutoPar.Generator.Tests.Transforms;

/// <summary>Vector math stands in for Math only where its last bit stays a last bit.</summary>
public class VectorFunctionsTests
{
    [Theory]
    [InlineData("b[i] = Math.Exp(a[i]);")]
    [InlineData("b[i] = Math.Pow(a[i], 2) + Math.Log(a[i]);")]
    [InlineData("double x = Math.Sin(a[i]); b[i] = x < 0 ? -x : x;")]
    [InlineData("b[i] = a[i] > 1 ? Math.Exp(a[i]) : Math.Cos(a[i]);")]
    [InlineData("b[i] = Math.Max(Math.Exp(a[i]), c[i]);")]
    [InlineData("b[i] = Math.Clamp(Math.Exp(a[i]), 0, 1);")]
    [InlineData("b[i] = Math.Asin(a[i]) + Math.Cbrt(c[i]) * Math.Atanh(a[i]);")]
    [InlineData("b[i] = Math.Atan2(a[i], c[i]) + double.Hypot(a[i], Math.Exp(c[i]));")]
    [InlineData("b[i] = Math.Atan2(Math.Sqrt(Math.Exp(a[i])), Math.Abs(Math.Log(c[i])));")]
    [InlineData("b[i] = double.LogP1(a[i]);")]
    public void Values_that_are_only_stored_are_those_of_vector_math(string body) => Assert.Contains("Vector", Printed(body));

    [Theory]
    [InlineData("r[i] = (int)Math.Exp(a[i]);")]
    [InlineData("b[i] = Math.Floor(Math.Log(a[i]));")]
    [InlineData("b[i] = Math.Exp(a[i]) % 1;")]
    [InlineData("b[i] = Math.Exp(a[i]) > c[i] ? 1 : 2;")]
    [InlineData("b[i] = Math.Sin(a[i]) == 0 ? 1 : 2;")]
    [InlineData("double x = Math.Exp(a[i]); double y = x + 1; if (y > 2) b[i] = y;")]
    [InlineData("b[i] = Math.Exp(a[i]); c[i] = b[i] > 2 ? 1 : 2;")]
    [InlineData("b[i] = Math.Exp(a[i]); c[i] = c[i] > 2 ? 1 : 2;")]
    [InlineData("b[(int)Math.Exp(a[i])] = 1;")]
    [InlineData("for (int j = 0; j < (int)Math.Exp(a[i]); j++) b[i] += 1;")]
    [InlineData("b[i] = Math.Clamp(a[i], c[i], Math.Exp(a[i]));")]
    [InlineData("b[i] = double.IsNaN(Math.Log(a[i])) ? 0 : 1;")]
    [InlineData("b[i] = Math.Log(a[i], 3);")]
    [InlineData("b[i] = Math.Sqrt(a[i]);")]
    [InlineData("b[i] = double.ExpM1(a[i]);")]
    [InlineData("b[i] = Math.Atan2(Math.Exp(a[i]) - 1, c[i]);")]
    [InlineData("b[i] = Math.Atan2(Math.Sqrt(a[i]), Math.Log(c[i]));")]
    public void Values_that_decide_are_those_of_Math(string body) => Assert.DoesNotContain("Vector", Printed(body));

    [Fact]
    public void The_logarithm_of_the_next_number_is_that_of_a_sum() =>
        Assert.Contains("VectorLog2(", Printed("b[i] = double.Log2P1(a[i]);"));

    [Theory]
    [InlineData("r[i] = (int)AutoPar.Runtime.VectorMath.Erf(a[i]);")]
    [InlineData("b[i] = AutoPar.Runtime.VectorMath.ExpM1(a[i]) > 1 ? 2 : 3;")]
    public void Vector_math_called_by_name_stays(string body) => Assert.Contains("Vector", Printed(body));

    [Fact]
    public void A_decision_on_vector_math_called_by_name_does_not_keep_others_from_it() =>
        Assert.Contains("VectorSin", Printed("b[i] = AutoPar.Runtime.VectorMath.Exp(a[i]) > 1 ? 2 : 3; c[i] = Math.Sin(a[i]);"));

    private static string Printed(string body)
    {
        LoopNest nest = Assert.Single(TestCompilation.LowerMethod($"static void F(double[] a, double[] b, double[] c, int[] r, int n) {{ for (int i = 0; i < n; i++) {{ {body} }} }}", false).Nests);
        return IrPrinter.Print(VectorFunctions.Apply(nest));
    }
}
