using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoPar.CodeFixes.Races;

/// <summary>What a race warning is about, as the source names it, and where else the source names it.</summary>
/// <param name="Symbol">The variable or field; for an element, that of its array; for a call, that of its receiver.</param>
/// <param name="Syntax">The access that was reported.</param>
internal sealed record SharedPlace(ISymbol Symbol, ExpressionSyntax Syntax, SyntaxNode Code, SemanticModel Model, CancellationToken Cancellation)
{
    public static SharedPlace? Of(SyntaxNode root, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellation) =>
        Of(root, model, diagnostic.Location, cancellation);

    public static SharedPlace? Of(SyntaxNode root, SemanticModel model, Location location, CancellationToken cancellation)
    {
        if (!location.IsInSource || location.SourceTree != model.SyntaxTree
            || root.FindNode(location.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax syntax
            || Owner(syntax) is not { } owner
            || model.GetSymbolInfo(owner, cancellation).Symbol is not { } symbol
            || symbol is not (ILocalSymbol or IParameterSymbol or IFieldSymbol))
        {
            return null;
        }

        return new SharedPlace(symbol, syntax, CodeAround(syntax), model, cancellation);
    }

    /// <summary>What a name stands for; null when that is no variable.</summary>
    public static SharedPlace? At(IdentifierNameSyntax name, SemanticModel model, CancellationToken cancellation) =>
        model.GetSymbolInfo(name, cancellation).Symbol is (ILocalSymbol or IParameterSymbol or IFieldSymbol) and { } symbol
            ? new SharedPlace(symbol, Whole(name), CodeAround(name), model, cancellation)
            : null;

    /// <summary>All uses of the variable in the method.</summary>
    public IReadOnlyList<IdentifierNameSyntax> References => field ??= [.. ReferencesIn(Code)];

    /// <summary>The uses in lambdas and local functions that the variable is declared outside of: those that may run at the same time.</summary>
    public IEnumerable<IdentifierNameSyntax> Captures => References.Where(reference => Function(reference) is not null);

    public IEnumerable<IdentifierNameSyntax> ReferencesIn(SyntaxNode scope) => scope.DescendantNodesAndSelf()
        .OfType<IdentifierNameSyntax>()
        .Where(name => name.Identifier.ValueText == Symbol.Name
            && SymbolEqualityComparer.Default.Equals(Model.GetSymbolInfo(name, Cancellation).Symbol, Symbol));

    /// <summary>The outermost lambda or local function around a use that does not contain the variable's declaration.</summary>
    public SyntaxNode? Function(SyntaxNode reference)
    {
        SyntaxNode? declaration = Symbol is IFieldSymbol ? null : Symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(Cancellation);
        return reference.Ancestors()
            .TakeWhile(node => node != Code && (declaration is null || !node.Span.Contains(declaration.Span)))
            .LastOrDefault(FunctionSyntax.IsFunction);
    }

    /// <summary>The whole expression of a use: <c>x</c>, <c>this.x</c>, <c>Type.x</c>, <c>other.x</c>.</summary>
    public static ExpressionSyntax Whole(IdentifierNameSyntax reference) =>
        reference.Parent is MemberAccessExpressionSyntax access && access.Name == reference ? access : reference;

    private static ExpressionSyntax? Owner(ExpressionSyntax syntax) => syntax switch
    {
        IdentifierNameSyntax => syntax,
        ElementAccessExpressionSyntax element => Owner(element.Expression),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } => Owner(member.Expression),
        MemberAccessExpressionSyntax member => member,
        _ => null,
    };

    private static SyntaxNode CodeAround(SyntaxNode node) =>
        node.Ancestors().FirstOrDefault(ancestor => ancestor is MemberDeclarationSyntax and not GlobalStatementSyntax) ?? node.SyntaxTree.GetRoot();
}
