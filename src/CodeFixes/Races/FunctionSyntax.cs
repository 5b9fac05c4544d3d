using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace AutoPar.CodeFixes.Races;

/// <summary>Lambdas, and the statements around them.</summary>
internal static class FunctionSyntax
{
    public static bool IsFunction(SyntaxNode node) => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax;

    /// <summary>The nodes of a body without those of the functions in it.</summary>
    public static IEnumerable<SyntaxNode> OwnNodes(SyntaxNode body) => body.DescendantNodesAndSelf(node => node == body || !IsFunction(node));

    /// <summary>Puts a statement before another one, in a block of their own where there is none.</summary>
    public static void InsertBefore(SyntaxEditor editor, StatementSyntax statement, StatementSyntax inserted)
    {
        if (statement.Parent is BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax)
        {
            // What is said above the statement is said of both.
            SyntaxTriviaList leading = statement.GetLeadingTrivia();
            StatementSyntax first = inserted.WithLeadingTrivia(leading).WithTrailingTrivia(SyntaxFactory.EndOfLine(LineSyntax.NewLine(statement)));
            SyntaxNode anchor = statement.Parent is GlobalStatementSyntax global ? global : statement;
            editor.InsertBefore(anchor, anchor is GlobalStatementSyntax ? SyntaxFactory.GlobalStatement(first) : first);
            editor.ReplaceNode(statement, (current, _) => current.WithLeadingTrivia(
                leading.Where((trivia, index) => index == leading.Count - 1 && trivia.IsKind(SyntaxKind.WhitespaceTrivia))));
        }
        else
        {
            SyntaxTrivia newLine = SyntaxFactory.EndOfLine(LineSyntax.NewLine(statement));
            string outer = LineSyntax.Indentation(statement.Parent!);
            string inner = LineSyntax.Indentation(statement) is var own && own != outer ? own : outer + "    ";
            editor.ReplaceNode(statement, (current, _) => SyntaxFactory.Block(
                Brace(SyntaxKind.OpenBraceToken, outer, newLine),
                SyntaxFactory.List<StatementSyntax>(
                [
                    inserted.WithLeadingTrivia(SyntaxFactory.Whitespace(inner)).WithTrailingTrivia(newLine),
                    ((StatementSyntax)current).WithLeadingTrivia(SyntaxFactory.Whitespace(inner)),
                ]),
                Brace(SyntaxKind.CloseBraceToken, outer, newLine)));
        }
    }

    private static SyntaxToken Brace(SyntaxKind kind, string indentation, SyntaxTrivia newLine) =>
        SyntaxFactory.Token([SyntaxFactory.Whitespace(indentation)], kind, [newLine]);

    /// <summary>The statement that a node stands in, in the same lambda or method; none in an expression-bodied one.</summary>
    public static StatementSyntax? StatementOf(SyntaxNode node) => node.Ancestors()
        .TakeWhile(ancestor => !IsFunction(ancestor) || ancestor is LocalFunctionStatementSyntax)
        .Select(ancestor => ancestor is LocalFunctionStatementSyntax ? null : ancestor as StatementSyntax)
        .FirstOrDefault(ancestor => ancestor is not null);

    /// <summary>Evaluating it twice is evaluating it once: it calls and assigns nothing.</summary>
    public static bool IsPure(ExpressionSyntax expression) => !expression.DescendantNodesAndSelf().Any(node => node
        is InvocationExpressionSyntax or AssignmentExpressionSyntax or AwaitExpressionSyntax or BaseObjectCreationExpressionSyntax
        or AnonymousFunctionExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: not (int)SyntaxKind.SuppressNullableWarningExpression }
        or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression });

    /// <summary>The use assigns the variable, or gives others the means to.</summary>
    public static bool IsWritten(ExpressionSyntax use) => use.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left == use,
        PostfixUnaryExpressionSyntax => true,
        PrefixUnaryExpressionSyntax prefix =>
            prefix.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression or SyntaxKind.AddressOfExpression,
        ArgumentSyntax argument =>
            !argument.RefKindKeyword.IsKind(SyntaxKind.None) || argument.Parent is TupleExpressionSyntax { Parent: AssignmentExpressionSyntax },
        RefExpressionSyntax => true,
        _ => false,
    };
}
