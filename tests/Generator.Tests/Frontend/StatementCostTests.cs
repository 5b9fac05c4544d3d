using AutoPar.Generator.Ir;
using AutoPar.Generator.Tests.Support;

namespace AutoPar.Generator.Tests.Frontend;

/// <summary>What statements take that aren't lowered.</summary>
public class StatementCostTests
{
    private const string Members = """
        class Point
        {
            private double _x;
            public double X { get => Math.Sqrt(Math.Sin(_x)); set => _x = Math.Cos(value); }
        }
        """;

    /// <summary>Two functions, one, and all three.</summary>
    [Theory]
    [InlineData("d[i] = all[i].X;", 10, 15)]
    [InlineData("all[i].X = d[i];", 5, 10)]
    [InlineData("all[i].X += d[i];", 15, 20)]
    [InlineData("all[i].X++;", 15, 20)]
    public void An_accessor_takes_what_its_body_takes(string statement, double least, double most)
    {
        MethodModel method = TestCompilation.LowerMethod($$"""
            static void F(Point[] all, double[] d)
            {
                for (int i = 0; i < d.Length; i++) { {{statement}} }
            }
            {{Members}}
            """);
        double cost = LoopTree.Statements(Assert.Single(method.Nests).Root!.Body).OfType<Opaque>().Sum(opaque => opaque.Effects.Nanoseconds);
        Assert.InRange(cost, least, most);
    }
}
