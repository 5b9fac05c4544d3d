namespace AutoPar.CodeFixes.Tests;

public class UseSiblingTests
{
    [Theory]
    [InlineData("Func<double[], double> f = Sum;", "Func<double[], double> f = SumParallel;")]
    [InlineData("Func<double[], double> f = Kernels.Sum;", "Func<double[], double> f = Kernels.SumParallel;")]
    [InlineData("Expression<Func<double[], double>> f = a => Sum(a);", "Expression<Func<double[], double>> f = a => SumParallel(a);")]
    public Task Names_the_sibling(string statement, string expected) =>
        CodeFixVerifier.VerifyAsync(new UseSiblingCodeFix(), "AP0007", Use(statement), Use(expected));

    private static string Use(string statement) => $$"""
        using System;
        using System.Linq.Expressions;
        using AutoPar;
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

            public static void Use()
            {
                {{statement}}
            }
        }
        """;
}
