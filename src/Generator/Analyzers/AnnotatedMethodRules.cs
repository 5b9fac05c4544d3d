using System.Collections.Concurrent;
using AutoPar.Generator.Diagnostics;
using AutoPar.Generator.Frontend;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Planning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace AutoPar.Generator.Analyzers;

/// <summary>Runs the generator's own stages over each annotated method and reports what they found.</summary>
internal sealed class AnnotatedMethodRules(MethodCompiler compiler)
{
    /// <summary>Methods of one type each find that it isn't partial: once is enough.</summary>
    private readonly ConcurrentDictionary<Refusal, bool> _reported = new();

    public void Analyze(SyntaxNodeAnalysisContext context)
    {
        var syntax = (MethodDeclarationSyntax)context.Node;
        if (syntax.AttributeLists.Count == 0
            || context.SemanticModel.GetDeclaredSymbol(syntax, context.CancellationToken) is not { } method
            || (AttributeReader.Find(method, AttributeReader.Parallelize) is null && AttributeReader.Find(method, AttributeReader.Vectorize) is null))
        {
            return;
        }

        MethodPlan plan = compiler.Compile(method, syntax, context.SemanticModel, context.CancellationToken).Plan;
        List<Refusal> findings = [.. plan.Method.Refusals.Concat(plan.Findings).Select(finding => Located(finding, plan.Method, syntax))];
        foreach (Refusal finding in findings.Concat(RequirementRule.Unmet(plan.Method, findings)))
        {
            if (_reported.TryAdd(finding, true))
            {
                context.ReportDiagnostic(DiagnosticFactory.Create(finding, context.Node.SyntaxTree, context.Compilation));
            }
        }
    }

    /// <summary>
    /// What has no place in the method itself is told at its name: an effect of a method without source, or the reason
    /// for a refusal that lies in a called method. A race is shown where it happens.
    /// </summary>
    private static Refusal Located(Refusal finding, MethodModel method, MethodDeclarationSyntax syntax)
    {
        SourceLocation place = finding.Location;
        bool isInside = place.FilePath == method.Location.FilePath && syntax.FullSpan.Contains(new TextSpan(place.Start, place.Length));
        bool isRace = finding.RuleId.StartsWith("AP1", StringComparison.Ordinal);
        return place == SourceLocation.None ? finding with { Location = method.Location }
            : isInside || isRace || finding.RuleId == RuleIds.NotPartial ? finding
            : finding with { Location = method.Location, Second = place };
    }
}
