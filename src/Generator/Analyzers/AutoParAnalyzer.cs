using System.Collections.Immutable;
using AutoPar.Generator.Diagnostics;
using AutoPar.Generator.Interception;
using AutoPar.Generator.Races;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AutoPar.Generator.Analyzers;

/// <summary>
/// Reports what the compiler extension found out about annotated methods. The generator itself stays silent: only an
/// analyzer's diagnostics obey <c>#pragma</c>, .editorconfig and suppression files.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AutoParAnalyzer : DiagnosticAnalyzer
{
    private readonly MethodCompiler _compiler;

    /// <summary>The analyzer with the generator's own stages.</summary>
    public AutoParAnalyzer()
        : this(MethodCompiler.Default)
    {
    }

    internal AutoParAnalyzer(MethodCompiler compiler) => _compiler = compiler;

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Descriptors.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            var methods = new AnnotatedMethodRules(_compiler);
            start.RegisterSyntaxNodeAction(methods.Analyze, SyntaxKind.MethodDeclaration);
            start.RegisterSyntaxNodeAction(MisplacedAttributeRule.Analyze, MisplacedAttributeRule.Kinds);
            start.RegisterSymbolAction(ReductionRule.Analyze, SymbolKind.Method);
            start.RegisterCodeBlockAction(new RaceWarnings(start.Compilation).Analyze);
            if (InterceptionSettings.IsOn(start.Options.AnalyzerConfigOptionsProvider))
            {
                start.RegisterOperationAction(InterceptionRule.Analyze, OperationKind.MethodReference, OperationKind.Invocation);
            }
        });
    }
}
