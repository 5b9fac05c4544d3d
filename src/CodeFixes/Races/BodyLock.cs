using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace AutoPar.CodeFixes.Races;

/// <summary>A lock around the whole body of a loop, on a variable that is there for that alone.</summary>
/// <param name="Declarator">Of the variable.</param>
internal sealed record BodyLock(ILocalSymbol Gate, VariableDeclaratorSyntax Declarator)
{
    public static BodyLock? Of(ParallelLoop loop, SemanticModel model, CancellationToken cancellation) =>
        loop.Body.Block is { Statements: [LockStatementSyntax { Statement: BlockSyntax } held] }
        && model.GetSymbolInfo(held.Expression, cancellation).Symbol is ILocalSymbol { DeclaringSyntaxReferences: [var reference] } gate
        && reference.GetSyntax(cancellation) is VariableDeclaratorSyntax
            { Initializer.Value: BaseObjectCreationExpressionSyntax { Initializer: null, ArgumentList.Arguments.Count: 0 } } declarator
        && declarator.FirstAncestorOrSelf<BlockSyntax>() is { } block
        && block.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Count(name => SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellation).Symbol, gate)) == 1
            ? new BodyLock(gate, declarator)
            : null;

    /// <summary>The body with what was locked in it.</summary>
    public static BlockSyntax Unlocked(BlockSyntax body) => body
        .WithStatements(((BlockSyntax)((LockStatementSyntax)body.Statements[0]).Statement).Statements)
        .WithAdditionalAnnotations(Formatter.Annotation);
}
