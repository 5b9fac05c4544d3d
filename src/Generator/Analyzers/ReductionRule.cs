using AutoPar.Generator.Diagnostics;
using AutoPar.Generator.Frontend;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AutoPar.Generator.Analyzers;

/// <summary>AP0010: [Reduction] on what can't be one.</summary>
internal static class ReductionRule
{
    public static void Analyze(SymbolAnalysisContext context)
    {
        if (context.Symbol is IMethodSymbol method && AssociativeUpdates.Fault(method) is { } fault
            && AttributeReader.Find(method, AttributeReader.Reduction)?.ApplicationSyntaxReference is { } attribute)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                UsageRules.InvalidReduction, Location.Create(attribute.SyntaxTree, attribute.Span), method.Name, fault));
        }
    }
}
