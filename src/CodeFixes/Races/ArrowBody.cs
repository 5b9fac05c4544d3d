using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;

namespace AutoPar.CodeFixes.Races;

/// <summary>A method that is one expression, where statements are needed.</summary>
internal static class ArrowBody
{
    /// <summary>Gives the method a block. What is edited in the expression before is in it.</summary>
    public static void Replace(SyntaxEditor editor, MethodDeclarationSyntax method, Func<ExpressionSyntax, IEnumerable<StatementSyntax>> statements)
    {
        string newLine = LineSyntax.NewLine(method);
        string outer = LineSyntax.Indentation(method);
        editor.ReplaceNode(method, (current, _) =>
        {
            var now = (MethodDeclarationSyntax)current;
            SyntaxTrivia end = SyntaxFactory.EndOfLine(newLine);
            BlockSyntax block = SyntaxFactory.Block(
                SyntaxFactory.Token([SyntaxFactory.Whitespace(outer)], SyntaxKind.OpenBraceToken, [end]),
                SyntaxFactory.List(statements(now.ExpressionBody!.Expression.WithoutTrivia())
                    .Select(statement => statement.WithLeadingTrivia(SyntaxFactory.Whitespace(outer + "    ")).WithTrailingTrivia(end))),
                SyntaxFactory.Token([SyntaxFactory.Whitespace(outer)], SyntaxKind.CloseBraceToken, now.GetTrailingTrivia()));
            return now.WithExpressionBody(null).WithSemicolonToken(default)
                .WithParameterList(now.ParameterList.WithTrailingTrivia(end))
                .WithBody(block.WithAdditionalAnnotations(Formatter.Annotation));
        });
    }
}
