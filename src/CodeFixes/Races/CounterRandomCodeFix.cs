using System.Collections.Immutable;
using System.Composition;
using AutoPar.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace AutoPar.CodeFixes.Races;

/// <summary>
/// AP1005: a <c>Random</c> with a seed whose numbers the iterations draw becomes <c>ParallelRandom</c>: number i of the seed in
/// iteration i, so that the result is the same in every run. Each call in the body draws from a stream of its own.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class CounterRandomCodeFix : RaceCodeFix
{
    private const string ParallelRandom = "AutoPar.ParallelRandom";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.UnsafeSharedObject];

    private protected override Fix? Find(SyntaxNode root, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (model.Compilation.GetTypeByMetadataName(ParallelRandom) is null
            || SharedPlace.Of(root, model, diagnostic, cancellation) is not { } shared
            || !SharedRandom.IsRandom(shared.Symbol, model.Compilation)
            || SharedRandom.Declaration(shared) is not { } declarator
            || Seed(declarator, model) is not { } seed
            || ParallelLoop.Of(shared.Function(shared.Syntax), model, cancellation) is not { Method.Name: "For", Parameters: [var index, ..] } loop)
        {
            return null;
        }

        var calls = new List<(InvocationExpressionSyntax Call, string Draw)>();
        foreach (IdentifierNameSyntax reference in shared.References)
        {
            if (!loop.Body.Span.Contains(reference.Span)
                || reference.Parent is not MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access
                || access.Expression != reference
                || !IsOncePerIteration(call, loop.Body)
                || Draw(call, access.Name.Identifier.ValueText, model) is not { } draw)
            {
                return null;
            }

            calls.Add((call, draw));
        }

        return new Fix($"Draw number '{index.Identifier.ValueText}' of the seed with ParallelRandom (the same in every run)", declarator, editor =>
        {
            for (int stream = 0; stream < calls.Count; stream++)
            {
                (InvocationExpressionSyntax call, string draw) = calls[stream];
                string text = string.Format(System.Globalization.CultureInfo.InvariantCulture, draw, $"{seed}, {index.Identifier.ValueText}");
                string own = stream == 0 ? "" : $", stream: {stream}";
                ExpressionSyntax made = SyntaxFactory.ParseExpression($"global::{ParallelRandom}.{text}{own})");
                editor.ReplaceNode(call, ((InvocationExpressionSyntax)made)
                    .WithExpression(((InvocationExpressionSyntax)made).Expression.WithAdditionalAnnotations(Simplifier.Annotation))
                    .WithTriviaFrom(call));
            }

            editor.RemoveNode(declarator, SyntaxRemoveOptions.KeepUnbalancedDirectives);
        });
    }

    /// <summary>The seed that the Random is made with, when it is a constant from 0.</summary>
    private static string? Seed(VariableDeclaratorSyntax declarator, SemanticModel model) =>
        declarator.Initializer!.Value is BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var seed }] }
        && model.GetConstantValue(seed) is { HasValue: true, Value: int and >= 0 }
            ? seed.WithoutTrivia().ToString()
            : null;

    // A call in an inner loop would draw one number again and again.
    private static bool IsOncePerIteration(SyntaxNode call, LambdaExpressionSyntax body) => !call.Ancestors()
        .TakeWhile(node => node != body)
        .Any(node => node is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax or GotoStatementSyntax
            or QueryExpressionSyntax || FunctionSyntax.IsFunction(node))
        && !body.DescendantNodes().Any(node => node is LabeledStatementSyntax);

    /// <summary>The call up to its last argument, {0} for seed and index.</summary>
    private static string? Draw(InvocationExpressionSyntax call, string method, SemanticModel model)
    {
        int?[] limits = [.. call.ArgumentList.Arguments.Select(argument => model.GetConstantValue(argument.Expression).Value as int?)];
        string arguments = string.Join(", ", call.ArgumentList.Arguments.Select(argument => argument.Expression.WithoutTrivia().ToString()));
        return (method, limits) switch
        {
            ("NextDouble", []) => "Double({0}",
            ("NextSingle", []) => "Single({0}",
            ("Next", []) => "Int32({0}, 0, int.MaxValue",
            ("Next", [> 0]) => "Int32({0}, 0, " + arguments,
            ("Next", [{ } least, { } end]) when least < end => "Int32({0}, " + arguments,
            _ => null,
        };
    }
}
