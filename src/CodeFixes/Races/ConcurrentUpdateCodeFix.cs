using System.Collections.Immutable;
using System.Composition;
using AutoPar.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace AutoPar.CodeFixes.Races;

/// <summary>
/// AP1009: an item of a concurrent dictionary that is updated or checked in two steps. A count becomes <c>AddOrUpdate</c>, a store
/// under a check <c>TryAdd</c>.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ConcurrentUpdateCodeFix : RaceCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.SplitUpdate];

    private protected override Fix? Find(SyntaxNode root, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellation)
    {
        SyntaxNode place = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        ElementAccessExpressionSyntax? item = place.AncestorsAndSelf()
            .TakeWhile(node => node is ExpressionSyntax).OfType<ElementAccessExpressionSyntax>().FirstOrDefault()
            ?? (place is AssignmentExpressionSyntax { Left: ElementAccessExpressionSyntax left } ? left : null);
        if (item is not { Parent: ExpressionSyntax update, ArgumentList.Arguments: [{ Expression: var key }] }
            || model.GetTypeInfo(item.Expression, cancellation).Type is not { Name: "ConcurrentDictionary" }
            || !FunctionSyntax.IsPure(key) || !FunctionSyntax.IsPure(item.Expression)
            || update.Parent is not (ExpressionStatementSyntax or AnonymousFunctionExpressionSyntax))
        {
            return null;
        }

        return Added(update, item) is { } sum ? Update(update, item, sum.Start, sum.Added)
            : update is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } store ? TryAdd(store, item)
            : null;
    }

    private static Fix Update(ExpressionSyntax update, ElementAccessExpressionSyntax item, string start, string added)
    {
        string value = FreshNames.In(update.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? update.SyntaxTree.GetRoot(), "n");
        string call = $"{item.Expression.WithoutTrivia()}.AddOrUpdate({item.ArgumentList.Arguments[0]}, {start}, (_, {value}) => {value} + {added})";
        return new Fix("Add or update the item in one step, with AddOrUpdate", update, editor => editor.ReplaceNode(
            update, (current, _) => SyntaxFactory.ParseExpression(call).WithTriviaFrom(current)));
    }

    /// <summary>What is added to an item, and what it is when it is new.</summary>
    private static (string Start, string Added)? Added(ExpressionSyntax update, ElementAccessExpressionSyntax item) => update switch
    {
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression }
            or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression } => ("1", "1"),
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.AddAssignmentExpression, Right: var right } when FunctionSyntax.IsPure(right) =>
            (right.ToString(), Operand(right)),
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression,
            Right: BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression, Left: InvocationExpressionSyntax read, Right: var right } }
            when FunctionSyntax.IsPure(right)
                && read is { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetOrAdd" or "GetValueOrDefault" } method }
                && SyntaxFactory.AreEquivalent(method.Expression, item.Expression)
                && read.ArgumentList.Arguments is { Count: 1 or 2 } arguments
                && SyntaxFactory.AreEquivalent(arguments[0].Expression, item.ArgumentList.Arguments[0].Expression) =>
            First(arguments.Count == 2 ? arguments[1].Expression : null, right) is { } first ? (first, Operand(right)) : null,
        _ => null,
    };

    private static string? First(ExpressionSyntax? start, ExpressionSyntax added) =>
        start is null or LiteralExpressionSyntax { Token.ValueText: "0" } ? added.ToString()
        : FunctionSyntax.IsPure(start) ? $"{Operand(start)} + {Operand(added)}"
        : null;

    /// <summary><c>if (!d.ContainsKey(k)) d[k] = v;</c></summary>
    private static Fix? TryAdd(AssignmentExpressionSyntax store, ElementAccessExpressionSyntax item)
    {
        SyntaxNode statement = store.Parent?.Parent is BlockSyntax { Statements.Count: 1 } block ? block : store.Parent!;
        if (statement.Parent is not IfStatementSyntax { Else: null } choice || choice.Statement != statement || !FunctionSyntax.IsPure(store.Right)
            || choice.Condition is not PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression,
                Operand: InvocationExpressionSyntax check }
            || check is not { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ContainsKey" } method,
                ArgumentList.Arguments: [{ Expression: var key }] }
            || !SyntaxFactory.AreEquivalent(method.Expression, item.Expression)
            || !SyntaxFactory.AreEquivalent(key, item.ArgumentList.Arguments[0].Expression))
        {
            return null;
        }

        string call = $"{item.Expression.WithoutTrivia()}.TryAdd({key}, {store.Right.WithoutTrivia()});";
        return new Fix("Check and store in one step, with TryAdd", choice, editor => editor.ReplaceNode(
            choice, (current, _) => SyntaxFactory.ParseStatement(call).WithTriviaFrom(current)));
    }

    private static string Operand(ExpressionSyntax value) =>
        value is LiteralExpressionSyntax or IdentifierNameSyntax or MemberAccessExpressionSyntax
            or ElementAccessExpressionSyntax or ParenthesizedExpressionSyntax ? value.ToString() : $"({value})";
}
