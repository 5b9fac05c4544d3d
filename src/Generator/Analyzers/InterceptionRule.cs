using System.Collections.Immutable;
using AutoPar.Generator.Diagnostics;
using AutoPar.Generator.Frontend;
using AutoPar.Generator.Interception;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Analyzers;

/// <summary>AP0007: uses of an annotated method that no interceptor redirects, so they run the method as written.</summary>
internal static class InterceptionRule
{
    public static void Analyze(OperationAnalysisContext context)
    {
        IMethodSymbol? used = context.Operation switch
        {
            IMethodReferenceOperation reference => reference.Method,
            IInvocationOperation call => call.TargetMethod,
            _ => null,
        };
        if (used is null)
        {
            return;
        }

        IMethodSymbol method = (used.ReducedFrom ?? used).OriginalDefinition;
        if (Form(method) is { } form
            && !CallSiteFinder.IsInside(context.ContainingSymbol, method)
            && WhyNot(context.Operation, method, context.Compilation) is { } why)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                UsageRules.NeverIntercepted,
                context.Operation.Syntax.GetLocation(),
                ImmutableDictionary<string, string?>.Empty.Add(DiagnosticArguments.Sibling, method.Name + form),
                method.Name,
                $"{why}; use '{method.Name}{form}' instead"));
        }
    }

    private static string? WhyNot(IOperation use, IMethodSymbol method, Compilation compilation)
    {
        if (use is IMethodReferenceOperation)
        {
            return "only calls are intercepted, not delegates and function pointers";
        }

        if (!SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, compilation.Assembly))
        {
            return "calls into another assembly are not intercepted";
        }

        if (CallSiteFinder.IsInExpressionTree(use))
        {
            return "an expression tree is data and is not intercepted";
        }

        if (use.Syntax.SyntaxTree.Options is CSharpParseOptions options && !InterceptionSettings.AllowsInterceptors(options))
        {
            return $"the project's InterceptorsNamespaces lack {InterceptionSettings.Namespace}";
        }

        return InterceptionTargetReader.Read(method) is not null
            ? null
            : "an interceptor can't name a private type of its signature, or a type parameter that another one hides";
    }

    /// <summary>The best sibling of a method whose calls are meant to be intercepted; null for every other method.</summary>
    private static string? Form(IMethodSymbol method)
    {
        string? form = AttributeReader.Find(method, AttributeReader.Parallelize) is not null ? "Parallel"
            : AttributeReader.Find(method, AttributeReader.Vectorize) is not null ? "Vectorized"
            : null;
        return form is not null && InterceptionTargetReader.WantsInterception(method) && !IsScalar(method)
            && !method.ContainingType.GetMembers(method.Name + form).IsEmpty ? form : null;
    }

    // The forms of a scalar method are overloads over spans, which a use of the scalar method doesn't miss.
    private static bool IsScalar(IMethodSymbol method) => method.DeclaringSyntaxReferences.IsEmpty
        ? !method.ReturnsVoid && method.Parameters.All(parameter => parameter.Type.SpecialType != SpecialType.None)
        : !method.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax().DescendantNodes().Any(
            node => node is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax));
}
