namespace AutoPar.CodeFixes.Tests;

public class RemoveAttributeTests
{
    [Theory]
    [InlineData("    // Area.\n    [Parallelize]\n", "    // Area.\n")]
    [InlineData("    [Parallelize, System.Obsolete]\n", "    [System.Obsolete]\n")]
    [InlineData("    [System.Obsolete]\n    [Parallelize]\n", "    [System.Obsolete]\n")]
    public Task The_attribute_goes_and_the_rest_stays(string attributes, string expected) => CodeFixVerifier.VerifyAsync(
        new RemoveAttributeCodeFix(), "AP0003", Square(attributes), Square(expected));

    private static string Square(string attributes) =>
        "using AutoPar;\npublic static partial class Kernels\n{\n" + attributes + "    public static double Square(double v) => v * v;\n}\n";
}
