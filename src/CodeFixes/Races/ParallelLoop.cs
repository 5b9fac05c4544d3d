using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoPar.CodeFixes.Races;

/// <summary>A call of <c>Parallel.For</c> or <c>Parallel.ForEach</c> whose body is a lambda, in a statement.</summary>
/// <param name="Statement">The statement that the call stands in.</param>
internal sealed record ParallelLoop(InvocationExpressionSyntax Call, IMethodSymbol Method, LambdaExpressionSyntax Body, StatementSyntax Statement)
{
    public IReadOnlyList<ParameterSyntax> Parameters => Body switch
    {
        SimpleLambdaExpressionSyntax simple => [simple.Parameter],
        ParenthesizedLambdaExpressionSyntax lambda => [.. lambda.ParameterList.Parameters],
        _ => [],
    };

    /// <summary>The loop whose body the function is; null for forms with a local value and for arguments by name.</summary>
    public static ParallelLoop? Of(SyntaxNode? function, SemanticModel model, CancellationToken cancellation)
    {
        if (function is not LambdaExpressionSyntax { Parent: ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } arguments } } body
            || body.Modifiers.Any(SyntaxKind.AsyncKeyword)
            || arguments.Arguments.Last().Expression != body
            || arguments.Arguments.Any(argument => argument.NameColon is not null)
            || arguments.Arguments.Count(argument => argument.Expression is AnonymousFunctionExpressionSyntax) != 1
            || call.Expression is not MemberAccessExpressionSyntax { Name: IdentifierNameSyntax }
            || model.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol { Name: "For" or "ForEach" } method
            || method.ContainingType.ToDisplayString() != "System.Threading.Tasks.Parallel"
            || method.TypeParameters.Any(parameter => parameter.Name == "TLocal")
            || FunctionSyntax.StatementOf(call) is not { } statement)
        {
            return null;
        }

        return new ParallelLoop(call, method, body, statement);
    }
}
