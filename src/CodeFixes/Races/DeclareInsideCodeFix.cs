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
/// A temporary that is declared outside the lambda, but that each iteration assigns before it reads it: its declaration moves
/// to that assignment, or into the for statement that counts with it.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class DeclareInsideCodeFix : RaceCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.RaceOnScalar];

    private protected override Fix? Find(SyntaxNode root, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (SharedPlace.Of(root, model, diagnostic, cancellation) is not { Symbol: ILocalSymbol variable } shared
            || shared.Symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is not VariableDeclaratorSyntax declarator
            || declarator.Parent is not VariableDeclarationSyntax { Parent: LocalDeclarationStatementSyntax { UsingKeyword.RawKind: 0 } } declaration
            || !(declarator.Initializer is null || FunctionSyntax.IsPure(declarator.Initializer.Value))
            || FirstUses(shared) is not { Count: > 0 } first)
        {
            return null;
        }

        return new Fix($"Declare '{variable.Name}' inside", declarator, editor =>
        {
            string type = declaration.Type.IsVar
                ? variable.Type.ToMinimalDisplayString(model, declarator.SpanStart)
                : declaration.Type.WithoutTrivia().ToString();
            foreach (SyntaxNode use in first)
            {
                editor.ReplaceNode(use, (current, _) => Declare(current, type, variable.Name));
            }

            Remove(editor, declarator, declaration);
        });
    }

    /// <summary>In each lambda, the statements that assign the variable before any other use; null when that isn't certain.</summary>
    private static List<SyntaxNode>? FirstUses(SharedPlace shared)
    {
        var first = new List<SyntaxNode>();
        foreach (IGrouping<SyntaxNode?, IdentifierNameSyntax> uses in shared.References.GroupBy(shared.Function))
        {
            // A use outside the lambdas would see what the last iteration left.
            if (uses.Key is null || Block([.. uses]) is not { } block)
            {
                return null;
            }

            StatementSyntax[] statements = [.. block.Statements.Where(statement => uses.Any(use => statement.Span.Contains(use.Span)))];
            if (IsAssignment(statements[0], shared))
            {
                first.Add(statements[0]);
            }
            else if (statements.All(statement => Counts(statement, shared)))
            {
                first.AddRange(statements);
            }
            else
            {
                return null;
            }
        }

        return first;
    }

    /// <summary>The innermost block around all the uses, in their innermost lambda.</summary>
    private static BlockSyntax? Block(IReadOnlyList<IdentifierNameSyntax> uses) => uses[0].Ancestors()
        .TakeWhile(node => node is not SwitchSectionSyntax)
        .OfType<BlockSyntax>()
        .FirstOrDefault(block => uses.All(use => block.Span.Contains(use.Span)));

    private static bool IsAssignment(StatementSyntax statement, SharedPlace shared) =>
        statement is ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression,
            Left: IdentifierNameSyntax left } assignment }
        && IsIt(left, shared) && !shared.ReferencesIn(assignment.Right).Any();

    private static bool Counts(StatementSyntax statement, SharedPlace shared) =>
        statement is ForStatementSyntax { Declaration: null,
            Initializers: [AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression,
                Left: IdentifierNameSyntax left } start] }
        && IsIt(left, shared) && !shared.ReferencesIn(start.Right).Any();

    private static bool IsIt(IdentifierNameSyntax name, SharedPlace shared) =>
        SymbolEqualityComparer.Default.Equals(shared.Model.GetSymbolInfo(name, shared.Cancellation).Symbol, shared.Symbol);

    private static SyntaxNode Declare(SyntaxNode use, string type, string name)
    {
        var assignment =
            (AssignmentExpressionSyntax)(use is ForStatementSyntax counting ? counting.Initializers[0] : ((ExpressionStatementSyntax)use).Expression);
        VariableDeclarationSyntax declaration = SyntaxFactory.VariableDeclaration(
            SyntaxFactory.ParseTypeName(type).WithTrailingTrivia(SyntaxFactory.Space),
            SyntaxFactory.SingletonSeparatedList(SyntaxFactory.VariableDeclarator(
                SyntaxFactory.Identifier(name).WithTrailingTrivia(SyntaxFactory.Space),
                null,
                SyntaxFactory.EqualsValueClause(assignment.OperatorToken, assignment.Right))));
        return use is ForStatementSyntax loop
            ? loop.WithInitializers(default).WithDeclaration(declaration)
            : SyntaxFactory.LocalDeclarationStatement(declaration)
                .WithSemicolonToken(((ExpressionStatementSyntax)use).SemicolonToken).WithLeadingTrivia(use.GetLeadingTrivia());
    }

    // What is said of the variables alone goes with the last of them.
    private static void Remove(DocumentEditor editor, VariableDeclaratorSyntax declarator, VariableDeclarationSyntax declaration)
    {
        bool hasComment = declaration.Parent!.GetLeadingTrivia()
            .Any(trivia => trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia);
        SyntaxRemoveOptions options = SyntaxRemoveOptions.KeepUnbalancedDirectives;
        editor.RemoveNode(declarator, declaration.Variables.Count == 1 && hasComment ? options | SyntaxRemoveOptions.KeepLeadingTrivia : options);
    }
}
