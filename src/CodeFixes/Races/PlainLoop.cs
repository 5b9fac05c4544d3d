using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoPar.CodeFixes.Races;

/// <summary>The for or foreach statement that a parallel loop is in sequence.</summary>
internal static class PlainLoop
{
    /// <param name="rewrite">What takes the place of nodes of the loop.</param>
    /// <returns>The statement without trivia around it; null when the loop is more than bounds and a body.</returns>
    public static StatementSyntax? Of(ParallelLoop loop, SemanticModel model, Func<SyntaxNode, SyntaxNode, SyntaxNode>? rewrite = null)
    {
        if (loop is not { Parameters: [var index], IsWhole: true }
            || Jumps(loop.Body).Any(jump => jump.Expression is not null || IsInLoop(jump, loop.Body))
            || loop.Body.DescendantNodes().OfType<IdentifierNameSyntax>()
                .Any(name => name.Identifier.ValueText == index.Identifier.ValueText && FunctionSyntax.IsWritten(name)))
        {
            return null;
        }

        InvocationExpressionSyntax call = loop.Call.ReplaceNodes(
            loop.Call.DescendantNodes(),
            (old, current) =>
                old is ReturnStatementSyntax jump && Jumps(loop.Body).Contains(jump) ? SyntaxFactory.ContinueStatement().WithTriviaFrom(current)
                : rewrite?.Invoke(old, current) ?? current);
        ExpressionSyntax[] arguments = [.. call.ArgumentList.Arguments.Select(argument => argument.Expression.WithoutTrivia())];
        string newLine = LineSyntax.NewLine(loop.Call);
        string indentation = loop.Indentation;
        string body = arguments.Last() switch
        {
            LambdaExpressionSyntax { Block: { } block } => block.WithoutTrivia().ToFullString(),
            LambdaExpressionSyntax { ExpressionBody: { } expression } =>
                $"{{{newLine}{indentation}    {expression.WithoutTrivia()};{newLine}{indentation}}}",
            _ => "",
        };
        string name = index.Identifier.Text;
        string? head = (loop.Method.Name, arguments) switch
        {
            ("For", [var from, var to, _]) when FunctionSyntax.IsPure(to) =>
                $"for ({loop.Method.Parameters[0].Type.ToDisplayString()} {name} = {from}; {name} < {Operand(to)}; {name}++)",
            ("ForEach", [var items, _]) when model.GetTypeInfo(loop.Call.ArgumentList.Arguments[0].Expression).Type is { } type && IsSequence(type) =>
                $"foreach ({(index.Type is null ? "var" : index.Type.WithoutTrivia().ToString())} {name} in {items})",
            _ => null,
        };
        return head is null ? null : SyntaxFactory.ParseStatement($"{head}{newLine}{indentation}{body}");
    }

    private static IEnumerable<ReturnStatementSyntax> Jumps(LambdaExpressionSyntax body) =>
        FunctionSyntax.OwnNodes(body).OfType<ReturnStatementSyntax>();

    // There, continue would go on with that loop.
    private static bool IsInLoop(SyntaxNode jump, LambdaExpressionSyntax body) => jump.Ancestors().TakeWhile(node => node != body)
        .Any(node => node is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax);

    private static ExpressionSyntax Operand(ExpressionSyntax end) =>
        end is BinaryExpressionSyntax or ConditionalExpressionSyntax or AssignmentExpressionSyntax or LambdaExpressionSyntax
            && !end.IsKind(SyntaxKind.AddExpression) && !end.IsKind(SyntaxKind.SubtractExpression)
            && !end.IsKind(SyntaxKind.MultiplyExpression) && !end.IsKind(SyntaxKind.DivideExpression)
                ? SyntaxFactory.ParenthesizedExpression(end)
                : end;

    // A partitioner isn't one.
    private static bool IsSequence(ITypeSymbol type) => type is IArrayTypeSymbol
        || type.AllInterfaces.Append(type)
            .Any(one => one.SpecialType == SpecialType.System_Collections_IEnumerable
                || one.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T);
}
