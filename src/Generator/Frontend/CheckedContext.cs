using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoPar.Generator.Frontend;

/// <summary>
/// Whether a place in the source is checked, for conversions whose operation doesn't tell: those that a compound
/// assignment makes after a shift, and foreach for its variable.
/// </summary>
internal static class CheckedContext
{
    public static bool At(SyntaxNode node, Compilation compilation)
    {
        foreach (SyntaxNode ancestor in node.AncestorsAndSelf())
        {
            switch (ancestor)
            {
                case CheckedStatementSyntax statement:
                    return statement.IsKind(SyntaxKind.CheckedStatement);
                case CheckedExpressionSyntax expression:
                    return expression.IsKind(SyntaxKind.CheckedExpression);
            }
        }

        return compilation.Options is CSharpCompilationOptions { CheckOverflow: true };
    }
}
