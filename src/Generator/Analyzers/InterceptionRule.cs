using System.Collections.Immutable;
using AutoPar.Generator.Diagnostics;
using AutoPar.Generator.Frontend;
using AutoPar.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Analyzers;

/// <summary>AP0007: uses of an annotated method that no interceptor can redirect, so they run the method as written.</summary>
internal static class InterceptionRule
{
    public static void Analyze(OperationAnalysisContext context)
    {
        (IMethodSymbol method, string? why) = context.Operation switch
        {
            IMethodReferenceOperation reference => (reference.Method, "only calls are intercepted, not delegates and function pointers"),
            IInvocationOperation call => (call.TargetMethod, WhyNot(call, context.Compilation)),
            _ => throw new InvalidOperationException($"registered for {context.Operation.Kind}"),
        };
        method = method.OriginalDefinition;
        if (why is not null && Form(method) is { } form && !IsInside(context.ContainingSymbol, method))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                UsageRules.NeverIntercepted,
                context.Operation.Syntax.GetLocation(),
                ImmutableDictionary<string, string?>.Empty.Add(DiagnosticArguments.Sibling, method.Name + form),
                method.Name,
                $"{why}; use '{method.Name}{form}' instead"));
        }
    }

    private static string? WhyNot(IInvocationOperation call, Compilation compilation)
    {
        if (!SymbolEqualityComparer.Default.Equals(call.TargetMethod.ContainingAssembly, compilation.Assembly))
        {
            return "calls into another assembly are not intercepted";
        }

        return IsInExpressionTree(call) ? "an expression tree is data and is not intercepted" : null;
    }

    /// <summary>The best sibling of a method whose calls are meant to be intercepted; null for every other method.</summary>
    private static string? Form(IMethodSymbol method)
    {
        ParallelizeOptions? parallelize = AttributeReader.ReadParallelize(method);
        VectorizeOptions? vectorize = AttributeReader.ReadVectorize(method);
        if (parallelize is { Intercept: false } || vectorize is { Intercept: false })
        {
            return null;
        }

        string? form = parallelize is not null ? "Parallel" : vectorize is not null ? "Vectorized" : null;
        return form is not null && HasForm(method, method.Name + form) ? form : null;
    }

    // A scalar method's universal function is an overload, which a delegate of the scalar method doesn't miss.
    private static bool HasForm(IMethodSymbol method, string form) => method.ContainingType.GetMembers(form)
        .OfType<IMethodSymbol>()
        .Any(sibling => sibling.Parameters.Length == method.Parameters.Length);

    /// <summary>The siblings call the method as written on purpose, and so does the method itself when it recurses.</summary>
    private static bool IsInside(ISymbol containing, IMethodSymbol method) =>
        SymbolEqualityComparer.Default.Equals(containing.OriginalDefinition, method);

    private static bool IsInExpressionTree(IOperation operation)
    {
        for (IOperation? parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IAnonymousFunctionOperation
                && parent.Parent is IConversionOperation { Type: INamedTypeSymbol { Name: "Expression" } type }
                && type.ContainingNamespace.ToDisplayString() == "System.Linq.Expressions")
            {
                return true;
            }
        }

        return false;
    }
}
