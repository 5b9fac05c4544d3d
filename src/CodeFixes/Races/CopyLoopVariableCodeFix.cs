using System.Collections.Immutable;
using System.Composition;
using AutoPar.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoPar.CodeFixes.Races;

/// <summary>AP1006: gives each task its own copy of the for statement's variable.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class CopyLoopVariableCodeFix : RaceCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.CapturedLoopVariable];

    private protected override Fix? Find(SyntaxNode root, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (SharedPlace.Of(root, model, diagnostic, cancellation) is not { Symbol: ILocalSymbol variable } shared
            || shared.Symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation).Parent is not
                VariableDeclarationSyntax { Parent: ForStatementSyntax loop } declaration)
        {
            return null;
        }

        // The copy holds what the variable had at the top of the body: the body must leave it at that.
        IReadOnlyList<IdentifierNameSyntax> uses = [.. shared.ReferencesIn(loop.Statement)];
        IReadOnlyList<IdentifierNameSyntax> captures = [.. uses.Where(use => shared.Function(use) is not null)];
        if (captures.Count == 0 || uses.Any(FunctionSyntax.IsWritten) || captures.Any(use => shared.Function(use) is LocalFunctionStatementSyntax))
        {
            return null;
        }

        string copy = FreshNames.In(shared.Code, variable.Name + "Copy");
        StatementSyntax statement = First(loop.Statement, captures[0]);
        return new Fix($"Copy '{variable.Name}' for each task", declaration, editor =>
        {
            foreach (IdentifierNameSyntax use in captures)
            {
                editor.ReplaceNode(use, SyntaxFactory.IdentifierName(copy).WithTriviaFrom(use));
            }

            FunctionSyntax.InsertBefore(editor, statement,
                SyntaxFactory.ParseStatement($"{declaration.Type.WithoutTrivia()} {copy} = {variable.Name};"));
        });
    }

    /// <summary>The statement of the loop's body that contains the first use.</summary>
    private static StatementSyntax First(StatementSyntax body, SyntaxNode use) =>
        body is BlockSyntax block ? block.Statements.First(statement => statement.Span.Contains(use.Span)) : body;
}
