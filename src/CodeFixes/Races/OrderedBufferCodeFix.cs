using System.Collections.Immutable;
using System.Composition;
using AutoPar.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace AutoPar.CodeFixes.Races;

/// <summary>
/// AP1005: a list that each iteration of <c>Parallel.For</c> adds one item to. The items go to an array, each to the place of its
/// iteration, and from there to the list, in the order that the sequential loop would give.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class OrderedBufferCodeFix : RaceCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.UnsafeSharedObject];

    private protected override Fix? Find(SyntaxNode root, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (SharedPlace.Of(root, model, diagnostic, cancellation) is not { } shared
            || shared.Captures.ToList() is not [var use]
            || ParallelLoop.Of(shared.Function(use), model, cancellation) is not { Method.Name: "For", Parameters: [var index] } loop
            || AddOf(use, loop, model) is not { } add
            || ItemType(SharedPlace.Whole(use), model) is not { } type
            || loop.Statement is not ExpressionStatementSyntax { Parent: BlockSyntax } statement || statement.Expression != loop.Call
            || Length(loop, model) is not { } length
            || loop.Body.DescendantNodes().OfType<IdentifierNameSyntax>()
                .Any(name => name.Identifier.ValueText == index.Identifier.ValueText && FunctionSyntax.IsWritten(name)))
        {
            return null;
        }

        string list = SharedPlace.Whole(use).WithoutTrivia().ToString();
        return new Fix($"Collect the items in an array, in the order of the iterations, and add that to '{shared.Symbol.Name}'", statement, editor =>
        {
            string buffer = FreshNames.Next(editor, shared.Code, "buffer");
            editor.ReplaceNode(add, (current, _) => SyntaxFactory.AssignmentExpression(
                SyntaxKind.SimpleAssignmentExpression,
                SyntaxFactory.ParseExpression($"{buffer}[{index.Identifier.ValueText}]").WithTrailingTrivia(SyntaxFactory.Space),
                SyntaxFactory.Token(SyntaxKind.EqualsToken).WithTrailingTrivia(SyntaxFactory.Space),
                ((InvocationExpressionSyntax)current).ArgumentList.Arguments[0].Expression).WithTriviaFrom(current));
            editor.InsertAfter(statement, SyntaxFactory.ParseStatement($"{list}.AddRange({buffer});")
                .WithLeadingTrivia(SyntaxFactory.Whitespace(LineSyntax.Indentation(statement)))
                .WithTrailingTrivia(SyntaxFactory.EndOfLine(LineSyntax.NewLine(statement))));
            StatementSyntax declaration =
                SyntaxFactory.ParseStatement($"var {buffer} = new {type.ToMinimalDisplayString(model, use.SpanStart)}[{length}];");
            FunctionSyntax.InsertBefore(editor, statement, declaration.ReplaceNodes(
                declaration.DescendantNodes().OfType<MemberAccessExpressionSyntax>(),
                (_, name) => name.WithAdditionalAnnotations(Simplifier.Annotation)));
        });
    }

    /// <summary>The call of Add, if every iteration comes to it exactly once.</summary>
    private static InvocationExpressionSyntax? AddOf(IdentifierNameSyntax use, ParallelLoop loop, SemanticModel model)
    {
        ExpressionSyntax list = SharedPlace.Whole(use);
        return list.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add",
            Parent: InvocationExpressionSyntax { ArgumentList.Arguments: [{ NameColon: null }] } add } access
            && access.Expression == list
            && (add.Parent == loop.Body || (add.Parent is ExpressionStatementSyntax { Parent: var block } && block == loop.Body.Block))
            && !FunctionSyntax.OwnNodes(loop.Body).Any(node => node is ReturnStatementSyntax or LabeledStatementSyntax)
            && model.GetSymbolInfo(add).Symbol is IMethodSymbol
                ? add
                : null;
    }

    private static ITypeSymbol? ItemType(ExpressionSyntax list, SemanticModel model) =>
        model.GetTypeInfo(list).Type is INamedTypeSymbol { TypeArguments: [var item] } type
        && type.ConstructedFrom.ToDisplayString() == "System.Collections.Generic.List<T>" && item is not IArrayTypeSymbol
            ? item
            : null;

    // From 0; an end below 0 is no iteration.
    private static string? Length(ParallelLoop loop, SemanticModel model)
    {
        ExpressionSyntax end = loop.Call.ArgumentList.Arguments[1].Expression;
        if (model.GetConstantValue(loop.Call.ArgumentList.Arguments[0].Expression).Value is not 0
            || model.GetTypeInfo(end).Type?.SpecialType != SpecialType.System_Int32 || !FunctionSyntax.IsPure(end))
        {
            return null;
        }

        string text = end.WithoutTrivia().ToString();
        return end is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Length" or "Count" } || model.GetConstantValue(end).Value is >= 0
            ? text
            : $"global::System.Math.Max(0, {text})";
    }
}
