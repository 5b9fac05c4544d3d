using System.Collections.Immutable;
using System.Composition;
using AutoPar.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoPar.CodeFixes.Races;

/// <summary>
/// AP1005: a list that each item of a query or of <c>Parallel.ForEach</c> adds to is filled from a query instead, in the order of
/// the items: <c>list.AddRange(items.AsParallel().AsOrdered().Select(x =&gt; f(x)))</c>.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class QueryItemsCodeFix : RaceCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.UnsafeSharedObject];

    private protected override Fix? Find(SyntaxNode root, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (SharedPlace.Of(root, model, diagnostic, cancellation) is not { } shared
            || shared.Captures.ToList() is not [var use]
            || SharedPlace.Whole(use) is not { Parent: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add",
                Parent: InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var item }] } add } } list
            || model.GetTypeInfo(list, cancellation).Type is not INamedTypeSymbol { Name: "List", TypeArguments: [var type],
                ContainingNamespace: { Name: "Generic", ContainingNamespace.Name: "Collections" } }
            || shared.Function(use) is not LambdaExpressionSyntax
                { Parent.Parent.Parent: InvocationExpressionSyntax { Parent: ExpressionStatementSyntax } call } body
            || Only(body) != add
            || Parameter(body) is not { } parameter
            || Query(call, model) is not { } query)
        {
            return null;
        }

        string name = parameter.Identifier.Text;
        bool isSame = SymbolEqualityComparer.Default.Equals(model.GetTypeInfo(item, cancellation).Type, type);
        string value = isSame ? item.WithoutTrivia().ToString() : $"({type.ToMinimalDisplayString(model, item.SpanStart)})({item.WithoutTrivia()})";
        string select = isSame && item is IdentifierNameSyntax same && same.Identifier.ValueText == parameter.Identifier.ValueText
            ? "" : $".Select({name} => {value})";
        return new Fix($"Let a query collect the items for '{shared.Symbol.Name}', in their order", call, editor => editor.ReplaceNode(
            call, (current, _) => SyntaxFactory.ParseExpression($"{list.WithoutTrivia()}.AddRange({query}{select})").WithTriviaFrom(current)));
    }

    private static ExpressionSyntax? Only(LambdaExpressionSyntax body) =>
        body.ExpressionBody ?? (body.Block is { Statements: [ExpressionStatementSyntax { Expression: var only }] } ? only : null);

    private static ParameterSyntax? Parameter(LambdaExpressionSyntax body) => body switch
    {
        SimpleLambdaExpressionSyntax simple => simple.Parameter,
        ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters: [var only] } => only,
        _ => null,
    };

    /// <summary>The items as a query that keeps their order.</summary>
    private static string? Query(InvocationExpressionSyntax call, SemanticModel model)
    {
        if (call.Expression is not MemberAccessExpressionSyntax method || model.GetSymbolInfo(call).Symbol is not IMethodSymbol symbol)
        {
            return null;
        }

        switch (symbol.ContainingType.Name, symbol.Name)
        {
            case ("ParallelEnumerable", "ForAll"):
                InvocationExpressionSyntax? source = method.Expression.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>()
                    .LastOrDefault(one =>
                        one.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "AsParallel" or "Range" or "Repeat" });
                return source is null || method.Expression.ToString().Contains(".AsOrdered()") ? null
                    : method.Expression.ReplaceNode(source, SyntaxFactory.ParseExpression($"{source.WithoutTrivia()}.AsOrdered()")
                        .WithTriviaFrom(source)).WithoutTrivia().ToFullString();
            case ("Parallel", "ForEach")
                when call.ArgumentList.Arguments is [{ Expression: IdentifierNameSyntax or MemberAccessExpressionSyntax
                    or InvocationExpressionSyntax } items, _]
                && model.GetTypeInfo(items.Expression).Type is { } type && !type.Name.Contains("Partitioner"):
                return $"{items.Expression.WithoutTrivia()}.AsParallel().AsOrdered()";
            default:
                return null;
        }
    }
}
