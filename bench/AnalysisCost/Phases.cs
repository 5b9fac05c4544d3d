using System.Collections.Immutable;
using AutoPar.Generator;
using AutoPar.Generator.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace AutoPar.AnalysisCost;

/// <summary>What a build and an editor do with a project.</summary>
internal static class Phases
{
    /// <summary>Binding of all methods, which the compiler does anyway: what the rest is to be compared with.</summary>
    public static void Bind(CSharpCompilation compilation) => Fresh(compilation).GetDiagnostics();

    public static GeneratorDriver Generate(CSharpCompilation compilation) =>
        CSharpGeneratorDriver.Create([new AutoParGenerator().AsSourceGenerator()], parseOptions: SourceSet.ParseOptions).RunGenerators(Fresh(compilation));

    public static ImmutableArray<Diagnostic> Analyze(Compilation compilation, DiagnosticAnalyzer analyzer, bool concurrent, CancellationToken cancellation = default) => new CompilationWithAnalyzers(
        Fresh(compilation), [analyzer],
        new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), null, concurrentAnalysis: concurrent, logAnalyzerExecutionTime: true))
        .GetAnalyzerDiagnosticsAsync(cancellation).GetAwaiter().GetResult();

    /// <summary>What an editor asks for after a key stroke: the findings in the file on the screen.</summary>
    public static void AnalyzeFile(Compilation compilation, SyntaxTree tree)
    {
        var analyzers = new CompilationWithAnalyzers(Fresh(compilation), [new AutoParAnalyzer()], new AnalyzerOptions([]));
        analyzers.GetAnalyzerSemanticDiagnosticsAsync(compilation.GetSemanticModel(tree), null, CancellationToken.None).GetAwaiter().GetResult();
    }

    /// <summary>The project with one character more, an empty statement, in a method; and the file it is in.</summary>
    public static (CSharpCompilation Compilation, SyntaxTree Tree) Edited(CSharpCompilation compilation, bool annotated)
    {
        BlockSyntax block = compilation.SyntaxTrees.SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>())
            .Where(method => method.Body is not null && IsAnnotated(method) == annotated)
            .Select(method => method.Body!)
            .FirstOrDefault() ?? compilation.SyntaxTrees.SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<BlockSyntax>()).First();
        SyntaxTree old = block.SyntaxTree;
        SyntaxTree edited = old.WithChangedText(old.GetText().WithChanges(new TextChange(new TextSpan(block.OpenBraceToken.Span.End, 0), ";")));
        return (compilation.ReplaceSyntaxTree(old, edited), edited);
    }

    // With nothing bound yet: a compilation keeps what it has bound.
    private static Compilation Fresh(Compilation compilation) => compilation.Clone();

    public static bool IsAnnotated(MethodDeclarationSyntax method) =>
        method.AttributeLists.SelectMany(list => list.Attributes).Any(attribute => attribute.Name.ToString() is "Parallelize" or "Vectorize");
}
