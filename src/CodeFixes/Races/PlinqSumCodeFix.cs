using System.Collections.Immutable;
using System.Composition;
using AutoPar.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoPar.CodeFixes.Races;

/// <summary>A sum or a count over the items of a query, <c>query.ForAll(x =&gt; sum += f(x))</c>, becomes one of the query itself.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class PlinqSumCodeFix : RaceCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.RaceOnScalar, RuleIds.RaceOnField];

    private protected override Fix? Find(SyntaxNode root, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (SharedPlace.Of(root, model, diagnostic, cancellation) is not { } shared
            || shared.Function(shared.Syntax) is not LambdaExpressionSyntax
            {
                Parent.Parent.Parent: InvocationExpressionSyntax
                {
                    Parent: ExpressionStatementSyntax, Expression: MemberAccessExpressionSyntax query,
                } call,
            } body
            || model.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol { Name: "ForAll", ContainingType.Name: "ParallelEnumerable" }
            || Item(body) is not { } item
            || Update.All(shared, shared.ReferencesIn(body)) is not [{ Kind: UpdateKind.Sum, IsValueUsed: false } update]
            || model.GetTypeInfo(update.Target, cancellation).Type is not { SpecialType: SpecialType.System_Int32 or SpecialType.System_Int64
                or SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Decimal } type
            || Condition(body, update) is not { } condition)
        {
            return null;
        }

        string items = query.Expression.WithoutTrivia().ToFullString();
        string total = update.Operand is not { } operand
            ? $"{(type.SpecialType == SpecialType.System_Int32 ? "Count" : "LongCount")}({(condition.Length > 0 ? $"{item} => {condition}" : "")})"
            : $"{(condition.Length > 0 ? $"Where({item} => {condition})." : "")}Sum({item} => {Selected(operand, type, model)})";
        string text = $"{update.Target.WithoutTrivia()} {(update.IsNegative ? "-=" : "+=")} {items}.{total}";
        return new Fix($"Let the query compute '{shared.Symbol.Name}'", call, editor => editor.ReplaceNode(
            call, (current, _) => SyntaxFactory.ParseExpression(text).WithTriviaFrom(current)));
    }

    private static string? Item(LambdaExpressionSyntax body) => body switch
    {
        SimpleLambdaExpressionSyntax simple => simple.Parameter.Identifier.Text,
        ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters: [var parameter] } => parameter.Identifier.Text,
        _ => null,
    };

    /// <summary>When the lambda does nothing but the update: what it is under, or nothing.</summary>
    private static string? Condition(LambdaExpressionSyntax body, Update update)
    {
        if (update.Node == body.Body)
        {
            return "";
        }

        StatementSyntax? statement = Only(body.Block);
        string condition = "";
        if (statement is IfStatementSyntax { Else: null } choice)
        {
            condition = choice.Condition.WithoutTrivia().ToString();
            statement = Only(choice.Statement);
        }

        return statement is ExpressionStatementSyntax { Expression: var expression } && expression == update.Node ? condition : null;
    }

    private static StatementSyntax? Only(StatementSyntax? statement) =>
        statement is BlockSyntax block ? (block.Statements.Count == 1 ? Only(block.Statements[0]) : null) : statement;

    // The sum is of the variable's type, not of a narrower one that could overflow.
    private static string Selected(ExpressionSyntax operand, ITypeSymbol type, SemanticModel model) =>
        SymbolEqualityComparer.Default.Equals(model.GetTypeInfo(operand).Type, type)
            ? operand.WithoutTrivia().ToString()
            : $"({type.ToDisplayString()}){Operand(operand)}";

    private static string Operand(ExpressionSyntax value) =>
        value is LiteralExpressionSyntax or IdentifierNameSyntax or MemberAccessExpressionSyntax
            or ElementAccessExpressionSyntax or InvocationExpressionSyntax or ParenthesizedExpressionSyntax
            ? value.WithoutTrivia().ToString()
            : $"({value.WithoutTrivia()})";
}
