using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace AutoPar.CodeFixes.Races;

/// <summary>A call of <c>Parallel.For</c> or <c>Parallel.ForEach</c> whose body is a lambda.</summary>
/// <param name="Statement">The statement that the call stands in; null where it is all that a method consists of.</param>
internal sealed record ParallelLoop(InvocationExpressionSyntax Call, IMethodSymbol Method, LambdaExpressionSyntax Body, StatementSyntax? Statement)
{
    /// <summary>The method that is <c>=&gt; Parallel.For(…)</c>.</summary>
    public MethodDeclarationSyntax? Arrow => Call.Parent?.Parent as MethodDeclarationSyntax;

    /// <summary>Nothing uses the result of the call.</summary>
    public bool IsWhole => Statement is null || (Statement is ExpressionStatementSyntax statement && statement.Expression == Call);

    /// <summary>How far its statement is from the margin, or would be.</summary>
    public string Indentation => Statement is null ? LineSyntax.Indentation(Arrow!) + "    " : LineSyntax.Indentation(Statement);

    public IReadOnlyList<ParameterSyntax> Parameters => Body switch
    {
        SimpleLambdaExpressionSyntax simple => [simple.Parameter],
        ParenthesizedLambdaExpressionSyntax lambda => [.. lambda.ParameterList.Parameters],
        _ => [],
    };

    /// <summary>The loop whose body the function is; null for forms with a local value and for arguments by name.</summary>
    public static ParallelLoop? Of(SyntaxNode? function, SemanticModel model, CancellationToken cancellation)
    {
        if (function is not LambdaExpressionSyntax
            { Parent: ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } arguments } } body
            || body.Modifiers.Any(SyntaxKind.AsyncKeyword)
            || arguments.Arguments.Last().Expression != body
            || arguments.Arguments.Any(argument => argument.NameColon is not null)
            || arguments.Arguments.Count(argument => argument.Expression is AnonymousFunctionExpressionSyntax) != 1
            || call.Expression is not MemberAccessExpressionSyntax { Name: IdentifierNameSyntax }
            || model.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol { Name: "For" or "ForEach" } method
            || method.ContainingType.ToDisplayString() != "System.Threading.Tasks.Parallel"
            || method.TypeParameters.Any(parameter => parameter.Name == "TLocal")
            || !(IsAll(call, model) || FunctionSyntax.StatementOf(call) is not null))
        {
            return null;
        }

        return new ParallelLoop(call, method, body, IsAll(call, model) ? null : FunctionSyntax.StatementOf(call));
    }

    /// <summary>Puts statements in the place of the loop.</summary>
    public void Replace(SyntaxEditor editor, StatementSyntax statement)
    {
        if (Statement is null)
        {
            ArrowBody.Replace(editor, Arrow!, _ => [statement]);
        }
        else
        {
            editor.ReplaceNode(Statement, (current, _) => statement.WithTriviaFrom(current));
        }
    }

    private static bool IsAll(InvocationExpressionSyntax call, SemanticModel model) =>
        call.Parent is ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax method }
            && model.GetDeclaredSymbol(method) is { ReturnsVoid: true };
}
