namespace AutoPar.CodeFixes.Tests;

public class MakePartialTests
{
    private const string Method = """
            [Parallelize]
            public static void Scale(double[] a, double t)
            {
                for (int i = 0; i < a.Length; i++)
                    a[i] *= t;
            }
        """;

    [Fact]
    public Task A_class_without_modifiers_keeps_its_comment() => VerifyAsync(
        "using AutoPar;\n\n// Kernels.\nclass Kernels\n{\n" + Method + "\n}\n",
        "using AutoPar;\n\n// Kernels.\npartial class Kernels\n{\n" + Method + "\n}\n");

    [Fact]
    public Task Partial_is_the_last_modifier() => VerifyAsync(
        "using AutoPar;\npublic static class Kernels\n{\n" + Method + "\n}\n",
        "using AutoPar;\npublic static partial class Kernels\n{\n" + Method + "\n}\n");

    [Theory]
    [InlineData("struct")]
    [InlineData("record")]
    [InlineData("record struct")]
    [InlineData("readonly struct")]
    public Task Every_kind_of_type(string kind)
    {
        string fixedKind = kind == "readonly struct" ? "readonly partial struct" : "partial " + kind;
        return VerifyAsync(
            $"using AutoPar;\npublic {kind} Kernels\n{{\n{Method}\n}}\n",
            $"using AutoPar;\npublic {fixedKind} Kernels\n{{\n{Method}\n}}\n");
    }

    [Fact]
    public Task Nested_types_are_fixed_together() => CodeFixVerifier.VerifyAsync(
        new MakePartialCodeFix(),
        "AP0001",
        "using AutoPar;\npublic class Outer\n{\n    internal class Inner\n    {\n" + Method + "\n    }\n}\n",
        "using AutoPar;\npublic partial class Outer\n{\n    internal class Inner\n    {\n" + Method + "\n    }\n}\n",
        "using AutoPar;\npublic partial class Outer\n{\n    internal partial class Inner\n    {\n" + Method + "\n    }\n}\n");

    private static Task VerifyAsync(string source, string expected) =>
        CodeFixVerifier.VerifyAsync(new MakePartialCodeFix(), "AP0001", source, expected);
}
