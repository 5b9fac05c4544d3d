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
/// AP1009: a number that is read and written back in two atomic steps, <c>Volatile.Write(ref n, Volatile.Read(ref n) + 1)</c>, in
/// one statement or two: <c>Interlocked.Add</c>.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class AtomicUpdateCodeFix : RaceCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.SplitUpdate];

    private protected override Fix? Find(SyntaxNode root, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellation)
    {
        InvocationExpressionSyntax? write = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).AncestorsAndSelf()
            .TakeWhile(node => !FunctionSyntax.IsFunction(node)).OfType<InvocationExpressionSyntax>().FirstOrDefault();
        if (write is not { ArgumentList.Arguments: [{ Expression: var place }, { Expression: var value }],
                Parent: ExpressionStatementSyntax or AnonymousFunctionExpressionSyntax }
            || Called(write, model) is not ("Volatile.Write" or "Interlocked.Exchange")
            || !FunctionSyntax.IsPure(place)
            || model.Compilation.GetTypeByMetadataName("System.Threading.Interlocked") is not { } interlocked
            || model.GetTypeInfo(place, cancellation).Type is not { SpecialType: SpecialType.System_Int32 or SpecialType.System_Int64
                or SpecialType.System_UInt32 or SpecialType.System_UInt64 } type)
        {
            return null;
        }

        LocalDeclarationStatementSyntax? before = Before(write, value, model);
        if (Added(before?.Declaration.Variables[0].Initializer!.Value ?? value, place, model) is not { } added
            || !model.ClassifyConversion(added, type).IsImplicit)
        {
            return null;
        }

        return new Fix($"Make the update of '{place}' atomic with Interlocked", write, editor =>
        {
            editor.ReplaceNode(write, (current, generator) => Call(generator, interlocked, place, added, model).WithTriviaFrom(current));
            if (before is not null)
            {
                editor.RemoveNode(before, SyntaxRemoveOptions.KeepUnbalancedDirectives);
            }
        });
    }

    /// <summary>The statement just before that computes the value, for this one use.</summary>
    private static LocalDeclarationStatementSyntax? Before(InvocationExpressionSyntax write, ExpressionSyntax value, SemanticModel model) =>
        value is IdentifierNameSyntax && write.Parent is ExpressionStatementSyntax { Parent: BlockSyntax block } statement
        && block.Statements.IndexOf(statement) is > 0 and var index
        && block.Statements[index - 1] is LocalDeclarationStatementSyntax
            { Declaration.Variables: [{ Initializer: not null } declarator] } declaration
        && model.GetDeclaredSymbol(declarator) is { } local
        && block.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Count(name => SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name).Symbol, local)) == 1
            ? SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(value).Symbol, local) ? declaration : null
            : null;

    /// <summary>e of <c>read + e</c>.</summary>
    private static ExpressionSyntax? Added(ExpressionSyntax value, ExpressionSyntax place, SemanticModel model) => value switch
    {
        ParenthesizedExpressionSyntax inner => Added(inner.Expression, place, model),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum =>
            IsRead(sum.Left, place, model) ? sum.Right : IsRead(sum.Right, place, model) ? sum.Left : null,
        _ => null,
    };

    private static bool IsRead(ExpressionSyntax value, ExpressionSyntax place, SemanticModel model) => SyntaxFactory.AreEquivalent(value, place)
        || (value is InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var read }] } call
            && SyntaxFactory.AreEquivalent(read, place) && Called(call, model) is "Volatile.Read" or "Interlocked.Read");

    private static string Called(InvocationExpressionSyntax call, SemanticModel model) =>
        model.GetSymbolInfo(call).Symbol is IMethodSymbol { ContainingNamespace: { Name: "Threading", ContainingNamespace.Name: "System" } } method
            ? $"{method.ContainingType.Name}.{method.Name}"
            : "";

    private static ExpressionSyntax Call(SyntaxGenerator generator, ITypeSymbol interlocked, ExpressionSyntax place, ExpressionSyntax added,
        SemanticModel model)
    {
        SyntaxNode type = generator.TypeExpression(interlocked, addImport: true);
        SyntaxNode target = generator.Argument(RefKind.Ref, place.WithoutTrivia());
        return (ExpressionSyntax)(model.GetConstantValue(added).Value is 1
            ? generator.InvocationExpression(generator.MemberAccessExpression(type, "Increment"), target)
            : generator.InvocationExpression(generator.MemberAccessExpression(type, "Add"), target, added.WithoutTrivia()));
    }
}
