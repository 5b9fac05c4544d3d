using System.Collections.Immutable;
using AutoPar.Generator.Tests.Analyzers;
using AutoPar.Generator.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoPar.Generator.Tests.Emit;

/// <summary>Generated code is compiled with the project's language version, whatever it is.</summary>
public class LanguageVersionTests
{
    private const string CallsOfSiblings = "DotParallel(x, y); DotVectorized(x, y); DotSequential(x, y);";

    // In C# 7.3, which is also all later versions' code.
    private const string Source = """
        using System;
        using AutoPar;

        public struct Pair { public double A; public int N; }

        public static partial class Kernels
        {
            [Parallelize, Vectorize]
            public static double Dot(double[] x, double[] y) { double sum = 0; for (int i = 0; i < x.Length; i++) sum += x[i] * y[i]; return sum; }

            [Parallelize, Vectorize]
            public static void Spans(ReadOnlySpan<float> x, Span<float> y, float t) { for (int i = 0; i < y.Length; i++) y[i] = x[i] > t ? x[i] : Math.Abs(t); }

            [Parallelize, Vectorize]
            public static int Narrow(byte[] x, short[] y, bool[] on) { int n = 0; for (int i = 0; i < x.Length; i++) { if (on[i]) { y[i] = (short)(x[i] * 3 >> 1); n++; } } return n; }

            [Parallelize, Vectorize]
            public static int At(double[] a) { int at = -1; double best = double.MinValue; for (int i = 0; i < a.Length; i++) { if (a[i] > best) { best = a[i]; at = i; } } return at; }

            [Parallelize, Vectorize]
            public static void Matrix(double[,] a, double[][] b, int n) { for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) a[i, j] += b[i][j]; }

            [Parallelize]
            public static void Text(string[] a, double[] b) { for (int i = 0; i < a.Length; i++) a[i] = b[i].ToString(); }

            [Parallelize]
            public static void Structs(Pair[] a, ulong n, uint m) { for (ulong i = 0; i < n; i++) a[i].A = a[i].N + m; }

            [Parallelize, Vectorize]
            public static double Square(double x, double y) { return x > 0 ? x * y : -x; }

            public static void Use(double[] x, double[] y)
            {
                Dot(x, y);
                DotParallel(x, y); DotVectorized(x, y); DotSequential(x, y);
            }
        }

        public partial struct Holder
        {
            public int[] Items;

            [Parallelize, Vectorize]
            public void Double(int[] more) { for (int i = 0; i < Items.Length; i++) Items[i] += more[i]; }

            public void Use() { Double(Items); }
        }
        """;

    public static TheoryData<LanguageVersion, NullableContextOptions> Versions()
    {
        var versions = new TheoryData<LanguageVersion, NullableContextOptions>();
        foreach (LanguageVersion version in Enum.GetValues<LanguageVersion>().Where(version => version is >= LanguageVersion.CSharp7_3 and <= LanguageVersion.Preview and not LanguageVersion.LatestMajor))
        {
            versions.Add(version, NullableContextOptions.Disable);
            if (version >= LanguageVersion.CSharp8)
            {
                versions.Add(version, NullableContextOptions.Enable);
            }
        }

        return versions;
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task No_error_from_generated_code(LanguageVersion version, NullableContextOptions nullable)
    {
        CSharpParseOptions options = GeneratorRun.ParseOptions().WithLanguageVersion(version);
        string source = version >= LanguageVersion.CSharp11 ? Source : Source.Replace(CallsOfSiblings, "", StringComparison.Ordinal);
        GeneratorRun run = GeneratorRun.Of(options, [], nullable, source);
        Assert.Null(run.Result.Exception);
        Assert.Empty(run.Output.GetDiagnostics().Where(problem => problem.Severity >= DiagnosticSeverity.Warning));
        ImmutableArray<Diagnostic> findings = await AnalyzerRun.AnalyzeAsync(run.Output);
        if (version >= LanguageVersion.CSharp11)
        {
            Assert.DoesNotContain(findings, finding => finding.Id == "AP0008");
            Assert.Equal(9, run.Files.Keys.Count(name => !name.EndsWith("Interceptors.g.cs", StringComparison.Ordinal)));
            Assert.Equal(2, run.Files.Keys.Count(name => name.EndsWith("Interceptors.g.cs", StringComparison.Ordinal)));
        }
        else
        {
            Assert.Equal(9, findings.Count(finding => finding.Id == "AP0008"));
            Assert.All(findings, finding => Assert.Equal("AP0008", finding.Id));
            Assert.Empty(run.Files);
        }
    }
}
