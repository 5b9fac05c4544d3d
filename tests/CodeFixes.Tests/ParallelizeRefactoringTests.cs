using AutoPar.Generator.Tests.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.Text;

namespace AutoPar.CodeFixes.Tests;

/// <summary>The refactoring at the place marked <c>$$</c>. What it makes compiles with the generated code, and nothing is warned of.</summary>
public class ParallelizeRefactoringTests
{
    [Fact]
    public Task The_method_gets_both_attributes_and_its_types_are_partial() => VerifyAsync(
        """
        using System;

        namespace Demo;

        public static class Outer
        {
            internal sealed class Kernels
            {
                /// <summary>A product.</summary>
                public static double Dot(double[] x, double[] y)
                {
                    double sum = 0;
                    $$for (int i = 0; i < x.Length; i++)
                    {
                        sum += x[i] * y[i];
                    }

                    return Math.Sqrt(sum);
                }
            }
        }
        """,
        "Convert to [Parallelize] and [Vectorize]",
        """
        using System;
        using AutoPar;

        namespace Demo;

        public static partial class Outer
        {
            internal sealed partial class Kernels
            {
                /// <summary>A product.</summary>
                [Parallelize, Vectorize]
                public static double Dot(double[] x, double[] y)
                {
                    double sum = 0;
                    for (int i = 0; i < x.Length; i++)
                    {
                        sum += x[i] * y[i];
                    }

                    return Math.Sqrt(sum);
                }
            }
        }
        """);

    [Fact]
    public Task Threads_alone_where_lanes_cannot() => VerifyAsync(
        Method("for (int i = 0; i $$< texts.Length; i++) { lengths[i] = texts[i].Length; }"),
        "Convert to [Parallelize]",
        Method("for (int i = 0; i < texts.Length; i++) { lengths[i] = texts[i].Length; }", "[Parallelize]\n    ", isPartial: true));

    [Fact]
    public Task An_attribute_that_is_there_stays() => VerifyAsync(
        Method("for $$(int i = 0; i < lengths.Length; i++) { lengths[i] = 2 * i; }", "[Vectorize]\n    ", isPartial: true),
        "Convert to [Parallelize]",
        Method("for (int i = 0; i < lengths.Length; i++) { lengths[i] = 2 * i; }", "[Parallelize]\n    [Vectorize]\n    ", isPartial: true));

    [Theory]
    [InlineData("// Head.\nusing Microsoft.Win32;\n", "// Head.\nusing AutoPar;\nusing Microsoft.Win32;\n")]
    [InlineData("// Head.\n\n", "// Head.\n\nusing AutoPar;\n\n")]
    [InlineData("global using System;\nusing static System.Math;\n", "global using System;\nusing AutoPar;\nusing static System.Math;\n")]
    [InlineData("using System.Text;\nusing Math = System.Math;\n", "using System.Text;\nusing AutoPar;\nusing Math = System.Math;\n")]
    [InlineData("namespace Demo;\n\nusing System;\n", "namespace Demo;\n\nusing System;\nusing AutoPar;\n")]
    [InlineData("global using AutoPar;\n", "global using AutoPar;\n")]
    [InlineData("namespace AutoPar.Own;\n", "namespace AutoPar.Own;\n")]
    public Task The_using_directive_goes_to_its_place(string head, string expected) => VerifyAsync(
        head + Fill("class", "", "$$"), "Convert to [Parallelize] and [Vectorize]", expected + Fill("partial class", "[Parallelize, Vectorize]\n    ", ""));

    [Theory]
    [InlineData("$$foreach (int length in lengths) { total += length; }")]
    [InlineData("for (int k = 0; k < 3; k++) { $$for (int i = 0; i < lengths.Length; i++) { lengths[i] += k; } }")]
    public async Task Loops_of_other_kinds(string loop) => Assert.NotNull(await ActionAsync(Document(Method(loop)).Document, Document(Method(loop)).Span));

    [Theory]
    [InlineData("$$for (int i = 1; i < lengths.Length; i++) { lengths[i] = lengths[i - 1] % 7 + 1; }")]
    [InlineData("$$for (int i = 0; i < lengths.Length; i++) { Console.WriteLine(lengths[i]); }")]
    [InlineData("$$for (int i = 0; i < lengths.Length; i++) { s_last = lengths[i] / (s_last + 1); }")]
    [InlineData("for (int i = 0; i < lengths.Length; i++) { $$lengths[i] = i; }")]
    [InlineData("for (int i = 0; i < lengths.Length; i++) { lengths[i] = i; } $$total = 1;")]
    [InlineData("Action run = () => { $$for (int i = 0; i < lengths.Length; i++) { lengths[i] = i; } }; run();")]
    [InlineData("$$for (int i = 0; i < lengths.Length; i++) { lengths[i] = i; } for (int i = 1; i < lengths.Length; i++) { lengths[i] = lengths[i - 1] % 7 + 1; }")]
    [InlineData("$$for (int i = 0; i < lengths.Length; i++) { lengths[i] = missing; }")]
    public async Task Nothing_where_a_loop_of_the_method_is_not_safe_or_the_place_is_no_loop(string loop)
    {
        (Document document, TextSpan span) = Document(Method(loop));
        Assert.Null(await ActionAsync(document, span));
    }

    [Fact]
    public async Task Nothing_where_the_method_has_the_attribute()
    {
        (Document document, TextSpan span) = Document(Method("$$for (int i = 0; i < lengths.Length; i++) { lengths[i] = i; }", "[Parallelize] ", isPartial: true));
        Assert.Null(await ActionAsync(document, span));
    }

    [Fact]
    public async Task Code_that_is_being_typed_does_no_harm()
    {
        string whole = Method("for (int i = 0; i < lengths.Length; i++) { if (lengths[i] > total) { total = lengths[i]; } }").Replace("$$", "", StringComparison.Ordinal);
        int loop = whole.IndexOf("for (", StringComparison.Ordinal);
        for (int length = loop + 3; length < whole.Length; length += 3)
        {
            await ActionAsync(CodeFixVerifier.CreateDocument(whole.Substring(0, length)), new TextSpan(loop, 0));
        }
    }

    [Fact]
    public async Task A_cancelled_request_ends()
    {
        (Document document, TextSpan span) = Document(Method("$$for (int i = 0; i < lengths.Length; i++) { lengths[i] = i; }"));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ActionAsync(document, span, new CancellationToken(canceled: true)));
    }

    private static async Task VerifyAsync(string source, string title, string expected)
    {
        (Document document, TextSpan span) = Document(source);
        CodeAction action = Assert.IsType<CodeAction>(await ActionAsync(document, span), exactMatch: false);
        Assert.Equal(title, action.Title);
        string result = await CodeFixVerifier.TextAsync(document, action);
        Assert.True(expected == result, result);

        (Compilation compilation, var found) = AnalyzerRun.Generate(AnalyzerRun.Compile(result));
        Assert.DoesNotContain(found, one => one.Severity == DiagnosticSeverity.Error);
        Assert.DoesNotContain(await AnalyzerRun.AnalyzeAsync(compilation), one => one.Severity >= DiagnosticSeverity.Warning);
    }

    private static (Document Document, TextSpan Span) Document(string marked)
    {
        int place = marked.IndexOf("$$", StringComparison.Ordinal);
        return (CodeFixVerifier.CreateDocument(marked.Remove(place, 2)), new TextSpan(place, 0));
    }

    private static async Task<CodeAction?> ActionAsync(Document document, TextSpan span, CancellationToken cancellation = default)
    {
        var actions = new List<CodeAction>();
        await new ParallelizeRefactoring().ComputeRefactoringsAsync(new CodeRefactoringContext(document, span, actions.Add, cancellation));
        return actions.SingleOrDefault();
    }

    private static string Fill(string type, string attributes, string mark) => $$"""
        {{type}} Kernels
        {
            {{attributes}}static void Fill(int[] a)
            {
                {{mark}}for (int i = 0; i < a.Length; i++)
                    a[i] = 2 * i;
            }
        }
        """;

    private static string Method(string loop, string attributes = "", bool isPartial = false) => $$"""
        using System;
        using AutoPar;

        internal static {{(isPartial ? "partial " : "")}}class Kernels
        {
            private static int s_last;

            {{attributes}}public static int Run(string[] texts, int[] lengths)
            {
                int total = 0;
                {{loop}}
                return total + s_last;
            }
        }
        """;
}
