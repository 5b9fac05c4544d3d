using System.Collections.Immutable;
using System.Composition;
using AutoPar.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoPar.CodeFixes.Races;

/// <summary>AP1014: an element that an inner loop writes in each trip lives in a local variable during that loop.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class LocalElementCodeFix : RaceCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.FalseSharing];

    private protected override Fix? Find(SyntaxNode root, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (SharedPlace.Of(root, model, diagnostic, cancellation) is not
            { Syntax: ElementAccessExpressionSyntax { Expression: IdentifierNameSyntax or MemberAccessExpressionSyntax } element } shared
            || !FunctionSyntax.IsPure(element)
            || Loop(element, model) is not { Parent: BlockSyntax } loop
            || !IsSimple(loop, model)
            || Uses(shared, loop, element) is not { } uses
            || model.GetTypeInfo(element, cancellation).Type is not { } type)
        {
            return null;
        }

        string place = element.WithoutTrivia().ToString();
        return new Fix($"Keep '{place}' in a local variable during the loop", loop, editor =>
        {
            string local = FreshNames.Next(editor, shared.Code, Name(shared.Symbol.Name));
            foreach (ExpressionSyntax use in uses)
            {
                editor.ReplaceNode(use, SyntaxFactory.IdentifierName(local).WithTriviaFrom(use));
            }

            editor.InsertAfter(loop, SyntaxFactory.ParseStatement($"{place} = {local};")
                .WithLeadingTrivia(SyntaxFactory.Whitespace(LineSyntax.Indentation(loop)))
                .WithTrailingTrivia(SyntaxFactory.EndOfLine(LineSyntax.NewLine(loop))));
            FunctionSyntax.InsertBefore(editor, loop,
                SyntaxFactory.ParseStatement($"{type.ToMinimalDisplayString(model, element.SpanStart)} {local} = {place};"));
        });
    }

    /// <summary>The outermost loop of the lambda in which the element is the same one throughout.</summary>
    private static StatementSyntax? Loop(ElementAccessExpressionSyntax element, SemanticModel model)
    {
        ISymbol[] names =
            [.. element.DescendantNodes().OfType<IdentifierNameSyntax>().Select(name => model.GetSymbolInfo(name).Symbol).OfType<ISymbol>()];
        return element.Ancestors().TakeWhile(node => !FunctionSyntax.IsFunction(node)).OfType<StatementSyntax>()
            .Where(node => node is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax)
            .LastOrDefault(loop => names.All(name => IsFixed(name, loop, model)));
    }

    private static bool IsFixed(ISymbol name, StatementSyntax loop, SemanticModel model) =>
        !name.DeclaringSyntaxReferences.Any(reference => reference.SyntaxTree == loop.SyntaxTree && loop.Span.Contains(reference.Span))
        && !loop.DescendantNodes().OfType<IdentifierNameSyntax>().Any(use => use.Identifier.ValueText == name.Name
            && FunctionSyntax.IsWritten(SharedPlace.Whole(use)) && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(use).Symbol, name));

    // It ends at its end, and calls nothing that could look at the array.
    private static bool IsSimple(StatementSyntax loop, SemanticModel model) => !loop.DescendantNodes().Any(node => node switch
    {
        ReturnStatementSyntax or GotoStatementSyntax or YieldStatementSyntax
            or ThrowStatementSyntax or ThrowExpressionSyntax or AwaitExpressionSyntax => true,
        InvocationExpressionSyntax call =>
            model.GetSymbolInfo(call).Symbol is not IMethodSymbol { MethodKind: not MethodKind.DelegateInvoke,
                DeclaringSyntaxReferences.IsEmpty: true },
        _ => FunctionSyntax.IsFunction(node),
    });

    /// <summary>All uses of the array in the loop, if each is that element's value.</summary>
    private static List<ExpressionSyntax>? Uses(SharedPlace shared, StatementSyntax loop, ElementAccessExpressionSyntax element)
    {
        var uses = new List<ExpressionSyntax>();
        foreach (IdentifierNameSyntax reference in shared.ReferencesIn(loop))
        {
            if (SharedPlace.Whole(reference).Parent is not ElementAccessExpressionSyntax
                { Parent: not RefExpressionSyntax and not ArgumentSyntax { RefKindKeyword.RawKind: not 0 } } use
                || !SyntaxFactory.AreEquivalent(use, element))
            {
                return null;
            }

            uses.Add(use);
        }

        return uses;
    }

    // One of the sums is a sum.
    private static string Name(string array)
    {
        string bare = array.StartsWith("s_", StringComparison.Ordinal) && array.Length > 2 ? array.Substring(2) : array.TrimStart('_');
        return bare.Length > 2 && bare.EndsWith("s", StringComparison.Ordinal)
            && SyntaxFacts.GetKeywordKind(bare.Substring(0, bare.Length - 1)) == SyntaxKind.None
            ? bare.Substring(0, bare.Length - 1)
            : bare + "Value";
    }
}
