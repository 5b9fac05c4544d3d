using System.Collections.Immutable;
using System.Composition;
using AutoPar.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Simplification;

namespace AutoPar.CodeFixes.Races;

/// <summary>
/// A shared integer that iterations or tasks only add to, and the bins of a histogram: <c>Interlocked.Add</c> and
/// <c>Increment</c>, in a called method, too. Nothing that runs with them may read the value by itself, since it would be one of
/// a moment.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class InterlockedCodeFix : RaceCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds =>
        [RuleIds.RaceOnElement, RuleIds.RaceOnScalar, RuleIds.RaceOnField, RuleIds.RaceInCallee, RuleIds.SplitUpdate, RuleIds.MayRace];

    private protected override Fix? Find(SyntaxNode root, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellation)
    {
        bool isInCallee = diagnostic.Id == RuleIds.RaceInCallee;
        Location place = isInCallee ? diagnostic.AdditionalLocations.FirstOrDefault() ?? Location.None : diagnostic.Location;
        if (SharedPlace.Of(root, model, place, cancellation) is not { } shared
            || (isInCallee ? shared.Symbol is not IFieldSymbol : !IsBetweenLambdas(diagnostic, root, shared))
            || Updates(shared, isInCallee ? shared.References : shared.Captures) is not { Count: > 0 } updates
            || model.Compilation.GetTypeByMetadataName("System.Threading.Interlocked") is not { } interlocked)
        {
            return null;
        }

        string order = updates.Any(update => update.IsValueUsed) ? " (the numbers go to the iterations in any order)" : "";
        return new Fix($"Make the updates of '{shared.Symbol.Name}' atomic with Interlocked{order}", updates[0].Node, editor =>
        {
            foreach (Update update in updates)
            {
                editor.ReplaceNode(update.Node, (current, generator) => Atomic(update, (ExpressionSyntax)current, generator, interlocked)
                    .WithTriviaFrom(current).WithAdditionalAnnotations(Formatter.Annotation));
            }
        });
    }

    // What the code after the start does, or runs beside a timer or an async void lambda, is no update of a lambda.
    private static bool IsBetweenLambdas(Diagnostic diagnostic, SyntaxNode root, SharedPlace shared) =>
        diagnostic.AdditionalLocations.Prepend(diagnostic.Location)
            .All(location => location.SourceTree == root.SyntaxTree && shared.Function(root.FindNode(location.SourceSpan)) is { } function
                && !NeverJoins(function, shared.Model));

    private static bool NeverJoins(SyntaxNode function, SemanticModel model) =>
        function.Parent?.Parent?.Parent is BaseObjectCreationExpressionSyntax created
        ? model.GetTypeInfo(created).Type?.Name == "Timer"
        : model.GetSymbolInfo(function).Symbol is IMethodSymbol { IsAsync: true, ReturnsVoid: true };

    /// <summary>All uses that may run at the same time, if each is an update that is possible as one operation.</summary>
    private static List<Update>? Updates(SharedPlace shared, IEnumerable<IdentifierNameSyntax> uses) =>
        Update.All(shared, uses) is { } updates && updates.All(update => IsAtomic(update, shared)) ? updates : null;

    private static bool IsAtomic(Update update, SharedPlace shared)
    {
        SemanticModel model = shared.Model;
        ITypeSymbol? type = model.GetTypeInfo(update.Target, shared.Cancellation).Type;
        return update.Kind == UpdateKind.Sum
            && type is { SpecialType: SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_UInt32 or SpecialType.System_UInt64 }
            && IsVariable(update.Target, model)
            && !IsChecked(update.Node, model)
            && (update.Operand is not { } operand
                || (!operand.DescendantNodesAndSelf().OfType<AwaitExpressionSyntax>().Any()
                    && model.ClassifyConversion(operand, type).IsImplicit
                    && (!update.IsNegative || IsNegatable(type, model.GetTypeInfo(operand, shared.Cancellation).Type))));
    }

    // The negative of the least int is no int: it must not be negated before it becomes a long.
    private static bool IsNegatable(ITypeSymbol type, ITypeSymbol? operand) =>
        type.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 && SymbolEqualityComparer.Default.Equals(type, operand);

    private static bool IsVariable(ExpressionSyntax place, SemanticModel model) => place switch
    {
        ElementAccessExpressionSyntax element => model.GetTypeInfo(element.Expression).Type is IArrayTypeSymbol && FunctionSyntax.IsPure(element),
        _ => model.GetSymbolInfo(place).Symbol is ILocalSymbol or IParameterSymbol or IFieldSymbol { IsReadOnly: false },
    };

    // Interlocked never throws on overflow.
    private static bool IsChecked(SyntaxNode node, SemanticModel model) => model.GetOperation(node) switch
    {
        ICompoundAssignmentOperation compound => compound.IsChecked,
        IIncrementOrDecrementOperation step => step.IsChecked,
        ISimpleAssignmentOperation { Value: IBinaryOperation sum } => sum.IsChecked,
        _ => true,
    };

    private static ExpressionSyntax Atomic(Update update, ExpressionSyntax current, SyntaxGenerator generator, ITypeSymbol interlocked)
    {
        SyntaxNode Call(string method, params ExpressionSyntax[] arguments) => generator.InvocationExpression(
            generator.MemberAccessExpression(generator.TypeExpression(interlocked, addImport: true), method),
            [generator.Argument(RefKind.Ref, update.Target.WithoutTrivia()), .. arguments]);

        if (update.Operand is not { } operand)
        {
            var step = (ExpressionSyntax)Call(update.IsNegative ? "Decrement" : "Increment");
            return current is PostfixUnaryExpressionSyntax && update.IsValueUsed
                ? Parenthesized(SyntaxFactory.BinaryExpression(update.IsNegative ? SyntaxKind.AddExpression : SyntaxKind.SubtractExpression, step,
                    SyntaxFactory.LiteralExpression(SyntaxKind.NumericLiteralExpression, SyntaxFactory.Literal(1))))
                : step;
        }

        ExpressionSyntax added = operand.WithoutTrivia();
        return (ExpressionSyntax)Call("Add", update.IsNegative
            ? SyntaxFactory.PrefixUnaryExpression(SyntaxKind.UnaryMinusExpression, Parenthesized(added))
            : added);
    }

    private static ParenthesizedExpressionSyntax Parenthesized(ExpressionSyntax expression) =>
        SyntaxFactory.ParenthesizedExpression(expression).WithAdditionalAnnotations(Simplifier.Annotation);
}
