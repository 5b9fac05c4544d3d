using AutoPar.Generator;
using AutoPar.Generator.Diagnostics;
using AutoPar.Generator.Frontend;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Planning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace AutoPar.CodeFixes;

/// <summary>The attributes that a method could be given, and what the compiler would make of it.</summary>
internal sealed record Annotation(bool Parallelize, bool Vectorize)
{
    public string Title => string.Join(" and ", Names.Select(name => $"[{name}]"));

    private IEnumerable<string> Names => [.. Parallelize ? ["Parallelize"] : (string[])[], .. Vectorize ? ["Vectorize"] : (string[])[]];

    public static bool IsKnown(Compilation compilation) => compilation.GetTypeByMetadataName(AttributeReader.Parallelize) is not null;

    /// <summary>The attribute list. With <see cref="UsingDirective"/>, the names in it become simple ones.</summary>
    public AttributeListSyntax List(SyntaxGenerator generator, Compilation compilation) => SyntaxFactory.AttributeList(SyntaxFactory.SeparatedList(
        Names.Select(name =>
            SyntaxFactory.Attribute((NameSyntax)generator.TypeExpression(compilation.GetTypeByMetadataName($"AutoPar.{name}Attribute")!,
                addImport: false))),
        Names.Skip(1).Select(_ => SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space))));

    /// <summary>
    /// The stages of the compiler, run on a method with these attributes: every outermost loop is taken over, and there is
    /// nothing to warn of.
    /// </summary>
    public bool IsServed(MethodDeclarationSyntax method, SemanticModel model, CancellationToken cancellation)
    {
        if (model.GetDeclaredSymbol(method, cancellation) is not { } symbol)
        {
            return false;
        }

        MethodPlan plan = MethodCompiler.Default.Compile(symbol, method, model, cancellation).Plan;
        cancellation.ThrowIfCancellationRequested();
        return plan.Method.Refusals.IsEmpty && plan.Findings.All(IsGain)
            && (!Parallelize || plan.Findings.Any(finding => finding.RuleId == RuleIds.Parallelized))
            && (!Vectorize || plan.Findings.Any(finding => finding.RuleId == RuleIds.Vectorized));
    }

    // What another attribute of the method gets is its own affair.
    private bool IsGain(Refusal finding) => finding.RuleId is RuleIds.Parallelized or RuleIds.Vectorized
        || (!Vectorize && finding.RuleId.StartsWith("AP25", StringComparison.Ordinal))
        || (!Parallelize && finding.RuleId.StartsWith("AP20", StringComparison.Ordinal));
}
