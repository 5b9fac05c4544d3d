using System.Collections.Immutable;
using System.Composition;
using AutoPar.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoPar.CodeFixes.Races;

/// <summary>
/// AP1007: a lock on an object that the lambda makes itself: one object before the statement that starts the threads takes its
/// place. For variables of the method, which other calls don't share.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class SharedLockCodeFix : RaceCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.LockNotShared];

    private protected override Fix? Find(SyntaxNode root, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (SharedPlace.Of(root, model, diagnostic, cancellation) is not { Symbol: ILocalSymbol or IParameterSymbol } shared
            || Locks(shared) is not { Count: > 0 } locks
            || locks[0].Ancestors().LastOrDefault(node => node is StatementSyntax
                { Parent: BlockSyntax { Parent: MemberDeclarationSyntax or AccessorDeclarationSyntax } }) is not StatementSyntax statement)
        {
            return null;
        }

        ILocalSymbol[] own =
            [.. locks.Select(one => model.GetSymbolInfo(one.Expression, cancellation).Symbol).OfType<ILocalSymbol>()
                .Distinct<ILocalSymbol>(SymbolEqualityComparer.Default)];
        return new Fix("Lock one object in all of them", statement, editor =>
        {
            string gate = FreshNames.Next(editor, shared.Code, "gate");
            foreach (LockStatementSyntax one in locks)
            {
                editor.ReplaceNode(one.Expression, SyntaxFactory.IdentifierName(gate));
            }

            foreach (ILocalSymbol local in own)
            {
                editor.RemoveNode(local.DeclaringSyntaxReferences[0].GetSyntax(cancellation), SyntaxRemoveOptions.KeepUnbalancedDirectives);
            }

            FunctionSyntax.InsertBefore(editor, statement, SyntaxFactory.ParseStatement($"var {gate} = new object();"));
        });
    }

    /// <summary>The locks around all uses in lambdas; null when a use has none, or one on something else.</summary>
    private static List<LockStatementSyntax>? Locks(SharedPlace shared)
    {
        var locks = new List<LockStatementSyntax>();
        foreach (IdentifierNameSyntax use in shared.Captures)
        {
            SyntaxNode? function = shared.Function(use);
            LockStatementSyntax? held = use.Ancestors().TakeWhile(node => node != function)
                .OfType<LockStatementSyntax>().LastOrDefault(one => one.Statement.Span.Contains(use.Span));
            if (held is null || !IsOwn(held, function!, shared))
            {
                return null;
            }

            if (!locks.Contains(held))
            {
                locks.Add(held);
            }
        }

        return locks;
    }

    // A new object, or a variable of the lambda that holds one and does nothing else.
    private static bool IsOwn(LockStatementSyntax held, SyntaxNode function, SharedPlace shared)
    {
        if (held.Expression is ObjectCreationExpressionSyntax { Initializer: null, ArgumentList.Arguments.Count: 0 })
        {
            return true;
        }

        return shared.Model.GetSymbolInfo(held.Expression, shared.Cancellation).Symbol is
            ILocalSymbol { DeclaringSyntaxReferences: [var reference] } local
            && reference.GetSyntax(shared.Cancellation) is VariableDeclaratorSyntax
            { Initializer.Value: BaseObjectCreationExpressionSyntax { Initializer: null, ArgumentList.Arguments.Count: 0 } } declarator
            && function.Span.Contains(declarator.Span)
            && (shared with { Symbol = local }).ReferencesIn(function).All(use => use.Parent is LockStatementSyntax);
    }
}
