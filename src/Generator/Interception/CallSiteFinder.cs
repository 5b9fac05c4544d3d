using System.Collections.Immutable;
using AutoPar.Generator.Helpers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Interception;

/// <summary>
/// Finds the calls of annotated methods. Only invocations of a target's name are bound: binding every call of a
/// project would cost as much as compiling it.
/// </summary>
internal static class CallSiteFinder
{
    public static EquatableArray<CallSite> Find(
        Compilation compilation, EquatableArray<InterceptionTarget> targets, CancellationToken cancellation)
    {
        if (targets.IsEmpty || compilation is not CSharpCompilation csharp)
        {
            return EquatableArray<CallSite>.Empty;
        }

        Dictionary<string, InterceptionTarget> byKey = [];
        HashSet<string> names = [];
        foreach (InterceptionTarget target in targets)
        {
            byKey[target.Key] = target;
            names.Add(target.Name.TrimStart('@'));
        }

        var sites = ImmutableArray.CreateBuilder<CallSite>();
        foreach (SyntaxTree tree in csharp.SyntaxTrees)
        {
            cancellation.ThrowIfCancellationRequested();
            if (tree.Options is not CSharpParseOptions options || !InterceptionSettings.AllowsInterceptors(options))
            {
                continue;
            }

            SemanticModel? model = null;
            foreach (SyntaxNode node in tree.GetRoot(cancellation).DescendantNodes())
            {
                if (node is InvocationExpressionSyntax invocation && CalledName(invocation) is { } name && names.Contains(name)
                    && TryResolve(invocation, name, model ??= csharp.GetSemanticModel(tree), byKey, cancellation) is { } site)
                {
                    sites.Add(site);
                }
            }
        }

        return sites.ToImmutable();
    }

    private static string? CalledName(InvocationExpressionSyntax invocation) => invocation.Expression switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        _ => null,
    };

    private static CallSite? TryResolve(
        InvocationExpressionSyntax invocation, string name, SemanticModel model, Dictionary<string, InterceptionTarget> targets, CancellationToken cancellation)
    {
        try
        {
            return Resolve(invocation, model, targets, cancellation);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return new CallSite("", "", "", Fault.In("Interception", name, exception));
        }
    }

    private static CallSite? Resolve(
        InvocationExpressionSyntax invocation, SemanticModel model, Dictionary<string, InterceptionTarget> targets, CancellationToken cancellation)
    {
        if (model.GetOperation(invocation, cancellation) is not IInvocationOperation call
            || !SymbolEqualityComparer.Default.Equals(call.TargetMethod.ContainingAssembly, model.Compilation.Assembly))
        {
            return null;
        }

        IMethodSymbol method = (call.TargetMethod.ReducedFrom ?? call.TargetMethod).OriginalDefinition;
        if (!targets.TryGetValue(InterceptionTargetReader.Key(method), out InterceptionTarget? target)
            || IsInside(model.GetEnclosingSymbol(invocation.SpanStart, cancellation), method)
            || IsInExpressionTree(call))
        {
            return null;
        }

#pragma warning disable RSEXPERIMENTAL002 // Interceptable locations: stable in the language, still marked in Roslyn 4.14.
        return model.GetInterceptableLocation(invocation, cancellation) is { } location
            ? new CallSite(target.Key, location.GetInterceptsLocationAttributeSyntax(), FileName(location.GetDisplayLocation()))
            : null;
#pragma warning restore RSEXPERIMENTAL002
    }

    // Paths differ from machine to machine; generated text must not.
    private static string FileName(string place) => place.Substring(place.LastIndexOfAny(['/', '\\']) + 1);

    /// <summary>Recursion runs the method as written, so that <c>XSequential</c> is sequential all the way down.</summary>
    internal static bool IsInside(ISymbol? containing, IMethodSymbol method)
    {
        for (ISymbol? symbol = containing; symbol is not null; symbol = symbol.ContainingSymbol)
        {
            if (SymbolEqualityComparer.Default.Equals(symbol.OriginalDefinition, method))
            {
                return true;
            }
        }

        return false;
    }

    internal static bool IsInExpressionTree(IOperation operation)
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
