using System.Collections.Immutable;
using AutoPar.Generator.Frontend;
using AutoPar.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoPar.Generator.Tests.Support;

/// <summary>Compiles a source text and lowers its annotated methods.</summary>
internal static class TestCompilation
{
    private static readonly Lazy<ImmutableArray<MetadataReference>> s_references = new(() =>
    {
        string trusted = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        IEnumerable<string> paths = trusted.Split(Path.PathSeparator).Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal)
            || Path.GetFileName(path) is "mscorlib.dll" or "netstandard.dll" or "Microsoft.CSharp.dll");
        return
        [
            .. paths.Select(path => MetadataReference.CreateFromFile(path)),
            MetadataReference.CreateFromFile(typeof(ParallelizeAttribute).Assembly.Location),
            MetadataReference.CreateFromFile(typeof(AutoParOptions).Assembly.Location),
        ];
    });

    public static ImmutableArray<MetadataReference> References => s_references.Value;

    public static CSharpCompilation Create(string source, bool isChecked = false) => CSharpCompilation.Create(
        "Test",
        [CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Latest), path: "Test.cs")],
        References,
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, checkOverflow: isChecked, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>The models of all methods with [Parallelize] or [Vectorize], in source order. Fails on compile errors.</summary>
    public static IReadOnlyList<MethodModel> LowerAll(string source, bool isChecked = false, bool allowErrors = false)
    {
        CSharpCompilation compilation = Create(source, isChecked);
        if (!allowErrors)
        {
            Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        }

        SyntaxTree tree = compilation.SyntaxTrees[0];
        SemanticModel model = compilation.GetSemanticModel(tree);
        List<MethodModel> models = [];
        foreach (MethodDeclarationSyntax method in tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>())
        {
            IMethodSymbol symbol = model.GetDeclaredSymbol(method)!;
            if (AttributeReader.Find(symbol, AttributeReader.Parallelize) is not null
                || AttributeReader.Find(symbol, AttributeReader.Vectorize) is not null)
            {
                models.Add(MethodFrontend.Lower(symbol, method, model, CancellationToken.None));
            }
        }

        return models;
    }

    /// <summary>The model of the only annotated method.</summary>
    public static MethodModel Lower(string source, bool isChecked = false) => Assert.Single(LowerAll(source, isChecked));

    /// <summary>
    /// Wraps one annotated method, <c>static double F(double[] a) { … }</c>, and other members, in a partial class.
    /// </summary>
    public static string InClass(string members) => $$"""
        using System;
        using System.Collections.Generic;
        using System.Numerics;
        using AutoPar;

        namespace Tests;

        public partial class Kernels
        {
            {{members}}
        }
        """;

    /// <summary>The model of a method given as text without attributes; members that follow it are helpers.</summary>
    public static MethodModel LowerMethod(string method, bool isChecked = false) =>
        Lower(InClass("[Parallelize, Vectorize]\n" + method), isChecked);
}
