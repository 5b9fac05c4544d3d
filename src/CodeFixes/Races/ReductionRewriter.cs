using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace AutoPar.CodeFixes.Races;

/// <summary>Rewrites a loop to the overload with a local value: several variables are a tuple.</summary>
internal sealed class ReductionRewriter
{
    private readonly IReadOnlyList<Reduction> _reductions;
    private readonly ParallelLoop _loop;
    private readonly SharedPlace _shared;
    private readonly BodyLock? _held;
    private readonly string _local;
    private readonly string _gate;

    private ReductionRewriter(IReadOnlyList<Reduction> reductions, BodyLock? held, DocumentEditor editor)
    {
        _held = held;
        _reductions = reductions;
        _loop = reductions[0].Loop;
        _shared = reductions[0].Shared;
        _local = FreshNames.Next(editor, _shared.Code, "local");
        _gate = held?.Gate.Name ?? FreshNames.Next(editor, _shared.Code, "gate");
    }

    public static void Apply(IReadOnlyList<Reduction> reductions, BodyLock? held, DocumentEditor editor) =>
        new ReductionRewriter(reductions, held, editor).Apply(editor);

    private void Apply(DocumentEditor editor)
    {
        if (_held is not null)
        {
            editor.ReplaceNode(_loop.Body.Block!, (current, _) => BodyLock.Unlocked((BlockSyntax)current));
        }

        foreach (Reduction reduction in _reductions)
        {
            foreach (IdentifierNameSyntax reference in reduction.Shared.ReferencesIn(_loop.Body))
            {
                ExpressionSyntax whole = SharedPlace.Whole(reference);
                editor.ReplaceNode(whole, SyntaxFactory.ParseExpression(Part(reduction)).WithTriviaFrom(whole));
            }
        }

        foreach (ReturnStatementSyntax exit in FunctionSyntax.OwnNodes(_loop.Body).OfType<ReturnStatementSyntax>())
        {
            editor.ReplaceNode(exit, (current, _) => Return().WithTriviaFrom(current));
        }

        bool isOpen = _loop.Body.Block is not { } block
            || _shared.Model.AnalyzeControlFlow(block.Statements.First(), block.Statements.Last())!.EndPointIsReachable;
        editor.ReplaceNode(_loop.Body, (current, generator) => Body((LambdaExpressionSyntax)current, generator, isOpen));
        editor.ReplaceNode(_loop.Call, (current, _) => WithLocals((InvocationExpressionSyntax)current));
        if (_held is not null)
        {
            return;
        }

        StatementSyntax gate = SyntaxFactory.ParseStatement($"var {_gate} = new object();");
        if (_loop.Statement is null)
        {
            ArrowBody.Replace(editor, _loop.Arrow!, call => [gate, SyntaxFactory.ExpressionStatement(call)]);
        }
        else
        {
            FunctionSyntax.InsertBefore(editor, _loop.Statement, gate);
        }
    }

    private string Part(Reduction reduction) => _reductions.Count == 1 ? _local : $"{_local}.{reduction.Name}";

    private ReturnStatementSyntax Return() => (ReturnStatementSyntax)SyntaxFactory.ParseStatement($"return {_local};");

    private LambdaExpressionSyntax Body(LambdaExpressionSyntax lambda, SyntaxGenerator generator, bool isOpen)
    {
        ParameterListSyntax parameters = Parameters(generator);
        CSharpSyntaxNode body = lambda.Block is not { } block
            ? _reductions is [{ IsArray: false }] && lambda.ExpressionBody is { } expression
                ? Value(expression) : OneStatement(lambda.ExpressionBody!)
            : isOpen ? WithReturn(block) : block;
        return SyntaxFactory.ParenthesizedLambdaExpression(lambda.Modifiers, parameters, lambda.ArrowToken, body as BlockSyntax,
            body as ExpressionSyntax)
            .WithLeadingTrivia(lambda.GetLeadingTrivia());
    }

    private BlockSyntax OneStatement(ExpressionSyntax expression) =>
        SyntaxFactory.Block(SyntaxFactory.ExpressionStatement(expression.WithoutTrivia()), Return()).WithAdditionalAnnotations(Formatter.Annotation);

    // Where the block ends: on a line of its own, unless all of it is on one line.
    private BlockSyntax WithReturn(BlockSyntax block)
    {
        BlockSyntax old = _loop.Body.Block!;
        bool isOneLine = old.Statements.Count == 0 || !old.Statements.Last().GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia);
        StatementSyntax exit = isOneLine
            ? Return().WithTrailingTrivia(SyntaxFactory.Space)
            : Return().WithLeadingTrivia(SyntaxFactory.Whitespace(LineSyntax.Indentation(old.Statements.Last())))
                .WithTrailingTrivia(SyntaxFactory.EndOfLine(LineSyntax.NewLine(old)));
        return block.AddStatements(exit);
    }

    // s += e becomes local + e; s = Math.Max(s, e) becomes what it assigns.
    private static ExpressionSyntax Value(ExpressionSyntax update)
    {
        (SyntaxKind Kind, ExpressionSyntax Left, ExpressionSyntax Right)? parts = update switch
        {
            PostfixUnaryExpressionSyntax postfix =>
                (postfix.IsKind(SyntaxKind.PostIncrementExpression) ? SyntaxKind.AddExpression : SyntaxKind.SubtractExpression,
                    postfix.Operand, One()),
            PrefixUnaryExpressionSyntax prefix =>
                (prefix.IsKind(SyntaxKind.PreIncrementExpression) ? SyntaxKind.AddExpression : SyntaxKind.SubtractExpression, prefix.Operand, One()),
            AssignmentExpressionSyntax assignment when Operator(assignment.Kind()) is { } kind =>
                (kind, assignment.Left, Parenthesized(assignment.Right)),
            _ => null,
        };
        return parts is var (operation, left, right)
            ? SyntaxFactory.BinaryExpression(operation, left.WithoutTrivia(), right)
                .WithTriviaFrom(update).WithAdditionalAnnotations(Formatter.Annotation)
            : ((AssignmentExpressionSyntax)update).Right;
    }

    private static LiteralExpressionSyntax One() => SyntaxFactory.LiteralExpression(SyntaxKind.NumericLiteralExpression, SyntaxFactory.Literal(1));

    private static ParenthesizedExpressionSyntax Parenthesized(ExpressionSyntax expression) =>
        SyntaxFactory.ParenthesizedExpression(expression.WithoutTrivia()).WithAdditionalAnnotations(Simplifier.Annotation);

    private static SyntaxKind? Operator(SyntaxKind assignment) => assignment switch
    {
        SyntaxKind.AddAssignmentExpression => SyntaxKind.AddExpression,
        SyntaxKind.SubtractAssignmentExpression => SyntaxKind.SubtractExpression,
        SyntaxKind.MultiplyAssignmentExpression => SyntaxKind.MultiplyExpression,
        SyntaxKind.OrAssignmentExpression => SyntaxKind.BitwiseOrExpression,
        SyntaxKind.AndAssignmentExpression => SyntaxKind.BitwiseAndExpression,
        _ => null,
    };

    /// <summary>The parameters with the loop's state, where it isn't there yet, and the local value.</summary>
    private ParameterListSyntax Parameters(SyntaxGenerator generator)
    {
        IReadOnlyList<ParameterSyntax> old = _loop.Parameters;
        bool isTyped = old.Any(parameter => parameter.Type is not null);
        var all = old.Select(parameter => parameter.WithoutTrivia()).ToList();
        if (all.Count == 1)
        {
            bool usesUnderscore = _loop.Body.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == "_");
            ITypeSymbol state = _shared.Model.Compilation.GetTypeByMetadataName("System.Threading.Tasks.ParallelLoopState")!;
            all.Add(Parameter(usesUnderscore ? FreshNames.In(_shared.Code, "state") : "_",
                isTyped ? (TypeSyntax)generator.TypeExpression(state, addImport: true) : null));
        }

        string type = _reductions.Count == 1
            ? _reductions[0].TypeText
            : $"({string.Join(", ", _reductions.Select(one => one.TypeText + " " + one.Name))})";
        all.Add(Parameter(_local, isTyped ? SyntaxFactory.ParseTypeName(type) : null));
        return SyntaxFactory.ParameterList(SyntaxFactory.SeparatedList(all)).NormalizeWhitespace().WithTrailingTrivia(SyntaxFactory.Space);
    }

    private static ParameterSyntax Parameter(string name, TypeSyntax? type) => SyntaxFactory.Parameter(SyntaxFactory.Identifier(name)).WithType(type);

    private InvocationExpressionSyntax WithLocals(InvocationExpressionSyntax call)
    {
        SeparatedSyntaxList<ArgumentSyntax> old = call.ArgumentList.Arguments;
        string identity = _reductions.Count == 1
            ? _reductions[0].Identity()!
            : $"({string.Join(", ", _reductions.Select(one => $"{one.Name}: {one.Identity()}"))})";
        string newLine = LineSyntax.NewLine(_loop.Body) + (_loop.Statement is null ? _loop.Indentation : LineSyntax.Indentation(_loop.Body));
        string merge = string.Concat(_reductions.Select(one => $"{newLine}        {one.Merge(Part(one), newLine + "        ")}"));
        ArgumentSyntax body = old.Last();
        var arguments = old.Take(old.Count - 1)
            .Append(SyntaxFactory.Argument(SyntaxFactory.ParseExpression($"() => {identity}")).WithLeadingTrivia(body.GetLeadingTrivia()))
            .Append(body.WithLeadingTrivia(BeginsLine(old) ? body.GetLeadingTrivia() : default))
            .Append(SyntaxFactory.Argument(SyntaxFactory.ParseExpression(
                $"{_local} =>{newLine}{{{newLine}    lock ({_gate}){newLine}    {{{merge}{newLine}    }}{newLine}}}")));
        return call.WithArgumentList(call.ArgumentList.WithArguments(SyntaxFactory.SeparatedList(arguments, Separators(old))));
    }

    private static bool BeginsLine(SeparatedSyntaxList<ArgumentSyntax> arguments) =>
        arguments.Count > 1 && arguments.GetSeparator(arguments.Count - 2).TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia);

    private static IEnumerable<SyntaxToken> Separators(SeparatedSyntaxList<ArgumentSyntax> old)
    {
        SyntaxToken comma = old.GetSeparator(old.SeparatorCount - 1);
        return [.. old.GetSeparators(), comma, comma];
    }
}
