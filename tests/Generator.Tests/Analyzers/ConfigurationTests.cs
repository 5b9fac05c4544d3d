using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoPar.Generator.Tests.Analyzers;

/// <summary>The rules obey what configures any analyzer's rules.</summary>
public class ConfigurationTests
{
    private const string Relax = "for (int i = 1; i < a.Length; i++) a[i] = 1 / (a[i - 1] + 2);";

    [Fact]
    public async Task Pragmas()
    {
        ImmutableArray<Diagnostic> found = await AnalyzerRun.AnalyzeAsync($$"""
            using AutoPar;
            public static partial class Kernels
            {
            #pragma warning disable AP1001, AP2001
                [Parallelize] public static void F(double[] a) { {{Relax}} }
            #pragma warning restore AP2001
                [Parallelize] public static void G(double[] a) { {{Relax}} }
            }
            """);
        Diagnostic left = Assert.Single(found);
        Assert.Equal("AP2001", left.Id);
        Assert.Equal(6, left.Location.GetLineSpan().StartLinePosition.Line);
    }

    [Theory]
    [InlineData(ReportDiagnostic.Error, DiagnosticSeverity.Error)]
    [InlineData(ReportDiagnostic.Info, DiagnosticSeverity.Info)]
    [InlineData(ReportDiagnostic.Suppress, null)]
    public async Task Severities_of_editorconfig(ReportDiagnostic configured, DiagnosticSeverity? expected)
    {
        CSharpCompilation compilation = AnalyzerRun.Compile(
            $"using AutoPar; public static partial class Kernels {{ [Parallelize] public static void F(double[] a) {{ {Relax} }} }}");
        compilation = compilation.WithOptions(compilation.Options.WithSyntaxTreeOptionsProvider(new Severities("AP2001", configured)));
        ImmutableArray<Diagnostic> found = await AnalyzerRun.AnalyzeAsync(AnalyzerRun.Generate(compilation).Compilation);
        Assert.Equal(expected, found.SingleOrDefault(one => one.Id == "AP2001")?.Severity);
        Assert.Contains(found, one => one.Id == "AP1001");
    }

    private sealed class Severities(string ruleId, ReportDiagnostic severity) : SyntaxTreeOptionsProvider
    {
        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.Unknown;

        public override bool TryGetDiagnosticValue(SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic found)
        {
            found = severity;
            return diagnosticId == ruleId;
        }

        public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic found)
        {
            found = default;
            return false;
        }
    }
}
