using System.Collections.Immutable;
using System.Composition;
using AutoPar.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace AutoPar.CodeFixes.Races;

/// <summary>
/// AP1005: a lock on the shared object around each statement that uses it. A check and what depends on it are under one lock.
/// The order of the iterations is lost, as the title says.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class LockObjectCodeFix : RaceCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.UnsafeSharedObject];

    private protected override Fix? Find(SyntaxNode root, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (SharedPlace.Of(root, model, diagnostic, cancellation) is not { } shared
            || SharedRandom.IsRandom(shared.Symbol, model.Compilation)
            || shared.Captures.Select(SharedPlace.Whole).ToList() is not { Count: > 0 } uses
            || uses.Any(use => FunctionSyntax.IsWritten(use) || model.GetTypeInfo(use, cancellation).Type is not { IsReferenceType: true }
                || !SyntaxFactory.AreEquivalent(use, uses[0]))
            || Statements(uses, model) is not { } statements)
        {
            return null;
        }

        string name = uses[0].WithoutTrivia().ToString();
        return new Fix($"Lock '{shared.Symbol.Name}' where it is used (in any order of the iterations)", statements[0], editor =>
        {
            foreach (SyntaxNode statement in statements)
            {
                // An expression can't give way to a block: its lambda does.
                editor.ReplaceNode(statement is ExpressionSyntax ? statement.Parent! : statement,
                    (current, _) => current is LambdaExpressionSyntax lambda
                    ? lambda.WithBody(Locked(lambda.Body, name))
                    : Locked(current, name));
            }
        });
    }

    /// <summary>The statements, or bodies of lambdas, that use the object; null when one is more than a step of its own.</summary>
    private static List<SyntaxNode>? Statements(IReadOnlyList<ExpressionSyntax> uses, SemanticModel model)
    {
        var statements = new List<SyntaxNode>();
        foreach (ExpressionSyntax use in uses.Where(use => !statements.Any(known => known.Span.Contains(use.Span))))
        {
            SyntaxNode? step = use.Ancestors().FirstOrDefault(node => node is StatementSyntax || FunctionSyntax.IsFunction(node)
                || node.Parent is LambdaExpressionSyntax lambda && lambda.ExpressionBody == node);
            bool isStep = step switch
            {
                ExpressionStatementSyntax => true,
                IfStatementSyntax choice => !choice.DescendantNodes()
                    .Any(node => node is ReturnStatementSyntax or BreakStatementSyntax or ContinueStatementSyntax or GotoStatementSyntax),
                InvocationExpressionSyntax { Parent: LambdaExpressionSyntax lambda } =>
                    model.GetSymbolInfo(lambda).Symbol is IMethodSymbol { ReturnsVoid: true },
                _ => false,
            };
            if (!isStep || step!.DescendantNodes().Any(node => node is AwaitExpressionSyntax) || step.Parent is ElseClauseSyntax)
            {
                return null;
            }

            statements.Add(step);
        }

        return statements;
    }

    private static CSharpSyntaxNode Locked(SyntaxNode current, string name)
    {
        StatementSyntax inner = current as StatementSyntax ?? SyntaxFactory.ExpressionStatement(((ExpressionSyntax)current).WithoutTrivia());
        LockStatementSyntax locked =
            SyntaxFactory.LockStatement(SyntaxFactory.ParseExpression(name), SyntaxFactory.Block(inner.WithoutLeadingTrivia()));
        CSharpSyntaxNode result = current is StatementSyntax ? locked : SyntaxFactory.Block(locked);
        bool endsLine = current.GetTrailingTrivia().LastOrDefault() is var last && last.IsKind(SyntaxKind.EndOfLineTrivia);
        SyntaxTriviaList trailing = current is StatementSyntax ? (endsLine ? [last] : [SyntaxFactory.Space]) : current.GetTrailingTrivia();
        return result.WithLeadingTrivia(current.GetLeadingTrivia()).WithTrailingTrivia(trailing).WithAdditionalAnnotations(Formatter.Annotation);
    }
}
