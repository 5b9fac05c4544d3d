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
/// AP1011: what a task is started for and waited for at once is done right here. In an async lambda, a wait becomes an await.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class BlockingCodeFix : RaceCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.BlockingInBody];

    private protected override Fix? Find(SyntaxNode root, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax place)
        {
            return null;
        }

        ExpressionSyntax wait = place.Parent is InvocationExpressionSyntax call && call.Expression == place ? call : place;
        if (Waited(wait, model) is not { } task)
        {
            return null;
        }

        return IsInAsync(wait, model)
            ? Replaced("Await it", wait,
                SyntaxFactory.AwaitExpression(SyntaxFactory.Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(SyntaxFactory.Space), task))
            : Work(task) is { } work ? Replaced("Do it right here, without a task", wait, work) : null;
    }

    private static Fix Replaced(string title, ExpressionSyntax wait, ExpressionSyntax made)
    {
        ExpressionSyntax whole = wait.Parent is ExpressionStatementSyntax ? made
            : SyntaxFactory.ParenthesizedExpression(made).WithAdditionalAnnotations(Simplifier.Annotation);
        return new Fix(title, wait, editor => editor.ReplaceNode(wait, (current, _) => whole.WithTriviaFrom(current)));
    }

    /// <summary>The task of <c>task.Result</c>, <c>task.Wait()</c>, <c>task.GetAwaiter().GetResult()</c> or <c>Task.WaitAll(tasks)</c>.</summary>
    private static ExpressionSyntax? Waited(ExpressionSyntax wait, SemanticModel model) => wait switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Result" } result when IsTask(result.Expression, model) =>
            result.Expression.WithoutTrivia(),
        InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0,
            Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Wait" } method }
            when IsTask(method.Expression, model) => method.Expression.WithoutTrivia(),
        InvocationExpressionSyntax
        {
            ArgumentList.Arguments.Count: 0,
            Expression: MemberAccessExpressionSyntax
            {
                Name.Identifier.ValueText: "GetResult",
                Expression: InvocationExpressionSyntax
                {
                    Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetAwaiter" } awaiter,
                },
            },
        } when IsTask(awaiter.Expression, model) => awaiter.Expression.WithoutTrivia(),
        InvocationExpressionSyntax
        {
            Expression: MemberAccessExpressionSyntax { Name: IdentifierNameSyntax { Identifier.ValueText: "WaitAll" } name },
        } all
            when model.GetSymbolInfo(all).Symbol is IMethodSymbol { ContainingType.Name: "Task", ReturnsVoid: true } =>
            all.ReplaceNode(name, SyntaxFactory.IdentifierName("WhenAll")).WithoutTrivia(),
        _ => null,
    };

    private static bool IsTask(ExpressionSyntax task, SemanticModel model) =>
        model.GetTypeInfo(task).Type is { Name: "Task", ContainingNamespace: { Name: "Tasks", ContainingNamespace.Name: "Threading" } };

    private static bool IsInAsync(ExpressionSyntax wait, SemanticModel model) => wait.Ancestors().FirstOrDefault(FunctionSyntax.IsFunction) switch
    {
        LocalFunctionStatementSyntax local => model.GetDeclaredSymbol(local) is IMethodSymbol { IsAsync: true },
        { } lambda => model.GetSymbolInfo(lambda).Symbol is IMethodSymbol { IsAsync: true },
        null => false,
    };

    /// <summary>e of <c>Task.Run(() =&gt; e)</c>; the call of <c>Task.Run(Method)</c>.</summary>
    private static ExpressionSyntax? Work(ExpressionSyntax task) =>
        task is InvocationExpressionSyntax
        {
            Expression: MemberAccessExpressionSyntax
            {
                Expression: IdentifierNameSyntax { Identifier.ValueText: "Task" }, Name: IdentifierNameSyntax { Identifier.ValueText: "Run" },
            },
            ArgumentList.Arguments: [{ Expression: var work }],
        }
            ? work switch
            {
                ParenthesizedLambdaExpressionSyntax { ExpressionBody: { } body, AsyncKeyword.RawKind: 0 } => body.WithoutTrivia(),
                IdentifierNameSyntax or MemberAccessExpressionSyntax => SyntaxFactory.InvocationExpression(work.WithoutTrivia()),
                _ => null,
            }
            : null;
}
