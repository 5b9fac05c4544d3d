using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoPar.CodeFixes.Races;

/// <summary>The variables from outside that a call reads, as parameters of a method that takes its place.</summary>
internal sealed record Captures(IReadOnlyList<(ISymbol Symbol, string Type)> Variables, bool UsesThis)
{
    private static readonly SymbolDisplayFormat s_format =
        SymbolDisplayFormat.MinimallyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>Null when a variable is assigned there. Those left out are the caller's affair.</summary>
    public static Captures? Of(InvocationExpressionSyntax call, IReadOnlyCollection<ISymbol> without, SemanticModel model,
        CancellationToken cancellation)
    {
        var found = new Dictionary<ISymbol, string>(SymbolEqualityComparer.Default);
        var order = new List<ISymbol>();
        foreach (IdentifierNameSyntax name in call.DescendantNodes().OfType<IdentifierNameSyntax>())
        {
            if (model.GetSymbolInfo(name, cancellation).Symbol is not (ILocalSymbol or IParameterSymbol) and not IRangeVariableSymbol
                || model.GetSymbolInfo(name, cancellation).Symbol is not { } symbol || without.Contains(symbol, SymbolEqualityComparer.Default)
                || symbol.DeclaringSyntaxReferences.Any(reference => call.Span.Contains(reference.Span)))
            {
                continue;
            }

            if (FunctionSyntax.IsWritten(name) || symbol is IRangeVariableSymbol)
            {
                return null;
            }

            if (!found.ContainsKey(symbol))
            {
                found.Add(symbol, TypeOf(symbol, name, model));
                order.Add(symbol);
            }
        }

        return new Captures([.. order.Select(symbol => (symbol, found[symbol]))], UsesInstance(call, without, model, cancellation));
    }

    /// <summary>The type as the source would name it. A variable declared with var may hold null by its type alone.</summary>
    public static string TypeOf(ISymbol symbol, ExpressionSyntax use, SemanticModel model)
    {
        ITypeSymbol type = symbol switch
        {
            ILocalSymbol local => local.Type,
            IParameterSymbol parameter => parameter.Type,
            IFieldSymbol field => field.Type,
            _ => model.GetTypeInfo(use).Type!,
        };
        bool isNotNull = type.IsReferenceType && model.GetTypeInfo(use).Nullability.FlowState == NullableFlowState.NotNull;
        return (isNotNull ? type.WithNullableAnnotation(NullableAnnotation.NotAnnotated) : type)
            .ToMinimalDisplayString(model, use.SpanStart, s_format);
    }

    private static bool UsesInstance(InvocationExpressionSyntax call, IReadOnlyCollection<ISymbol> without, SemanticModel model,
        CancellationToken cancellation) => call.DescendantNodes()
        .Any(node => node is ThisExpressionSyntax { Parent: not MemberAccessExpressionSyntax } or BaseExpressionSyntax
            || (node is SimpleNameSyntax name && IsOwn(name)
                && model.GetSymbolInfo(name, cancellation).Symbol is { IsStatic: false, ContainingSymbol: INamedTypeSymbol } symbol
                && symbol is IFieldSymbol or IPropertySymbol or IMethodSymbol { MethodKind: MethodKind.Ordinary } or IEventSymbol
                && !without.Contains(symbol, SymbolEqualityComparer.Default)));

    // x or this.x, but not other.x.
    private static bool IsOwn(SimpleNameSyntax name) =>
        name.Parent is not MemberAccessExpressionSyntax access || access.Name != name || access.Expression is ThisExpressionSyntax;
}
