using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoPar.CodeFixes.Races;

internal enum UpdateKind
{
    Sum,
    Product,
    Or,
    And,
    Minimum,
    Maximum,
}

/// <summary>One statement or lambda body that combines a shared value with another one, in a way that the order doesn't matter to.</summary>
/// <param name="Node">The expression, or the if statement, that is the whole update.</param>
/// <param name="Target">The place that it updates.</param>
/// <param name="Operand">What it is combined with; null for an increment or a decrement.</param>
/// <param name="IsNegative">A subtraction or a decrement.</param>
internal sealed record Update(SyntaxNode Node, ExpressionSyntax Target, UpdateKind Kind, ExpressionSyntax? Operand, bool IsNegative)
{
    /// <summary>Something uses the value that the place has before or after it.</summary>
    public bool IsValueUsed { get; init; }

    /// <summary>The method of an extremum that is written as a call, <c>Math.Max</c>.</summary>
    public ExpressionSyntax? Method { get; init; }

    /// <summary>The update that a use of the place is part of.</summary>
    public static Update? Of(ExpressionSyntax place, SemanticModel model, CancellationToken cancellation)
    {
        Update? update = place.Parent switch
        {
            PostfixUnaryExpressionSyntax postfix when Step(postfix.Kind()) is { } isNegative => new(postfix, place, UpdateKind.Sum, null, isNegative),
            PrefixUnaryExpressionSyntax prefix when Step(prefix.Kind()) is { } isNegative => new(prefix, place, UpdateKind.Sum, null, isNegative),
            AssignmentExpressionSyntax assignment when assignment.Left == place => OfAssignment(assignment, model, cancellation),
            _ => null,
        };
        return update is null || update.Kind is UpdateKind.Minimum or UpdateKind.Maximum
            ? (update is not null && IsWhole(update.Node) ? update : OfExtremum(place))
            : update with { IsValueUsed = !IsWhole(update.Node) || IsResult(update.Node, model) };
    }

    /// <summary>The updates that all these uses are part of, each once; null when one of them is something else.</summary>
    public static List<Update>? All(SharedPlace shared, IEnumerable<IdentifierNameSyntax> references)
    {
        var updates = new List<Update>();
        foreach (IdentifierNameSyntax reference in references)
        {
            ExpressionSyntax place = SharedPlace.Whole(reference);
            while (place.Parent is ElementAccessExpressionSyntax element && element.Expression == place)
            {
                place = element;
            }

            // The length of an array is read only.
            if (place.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Length" } || updates.Any(known => known.Covers(place)))
            {
                continue;
            }

            if (Of(place, shared.Model, shared.Cancellation) is not { } update
                || (update.Operand is { } operand && shared.ReferencesIn(operand).Any()))
            {
                return null;
            }

            updates.Add(update);
        }

        return updates;
    }

    // The place stands twice in s = s + e.
    private bool Covers(SyntaxNode place) => Node.Span.Contains(place.Span) && Operand?.Span.Contains(place.Span) != true;

    private static Update? OfAssignment(AssignmentExpressionSyntax assignment, SemanticModel model, CancellationToken cancellation)
    {
        if (assignment.IsKind(SyntaxKind.SimpleAssignmentExpression))
        {
            return OfRightSide(assignment, model, cancellation);
        }

        (UpdateKind Kind, bool IsNegative)? kind = assignment.Kind() switch
        {
            SyntaxKind.AddAssignmentExpression => (UpdateKind.Sum, false),
            SyntaxKind.SubtractAssignmentExpression => (UpdateKind.Sum, true),
            SyntaxKind.MultiplyAssignmentExpression => (UpdateKind.Product, false),
            SyntaxKind.OrAssignmentExpression => (UpdateKind.Or, false),
            SyntaxKind.AndAssignmentExpression => (UpdateKind.And, false),
            _ => null,
        };
        return kind is null ? null : new(assignment, assignment.Left, kind.Value.Kind, assignment.Right, kind.Value.IsNegative);
    }

    // s = s + e, s = e + s, s = s * e, s = Math.Max(s, e), s = e > s ? e : s.
    private static Update? OfRightSide(AssignmentExpressionSyntax assignment, SemanticModel model, CancellationToken cancellation)
    {
        ExpressionSyntax place = assignment.Left;
        switch (assignment.Right)
        {
            case BinaryExpressionSyntax binary
                when binary.Kind() is SyntaxKind.AddExpression or SyntaxKind.MultiplyExpression or SyntaxKind.SubtractExpression:
                UpdateKind kind = binary.IsKind(SyntaxKind.MultiplyExpression) ? UpdateKind.Product : UpdateKind.Sum;
                bool isNegative = binary.IsKind(SyntaxKind.SubtractExpression);
                return Same(binary.Left, place) ? new(assignment, place, kind, binary.Right, isNegative)
                    : Same(binary.Right, place) && !isNegative ? new(assignment, place, kind, binary.Left, false)
                    : null;
            case InvocationExpressionSyntax { ArgumentList.Arguments: [var first, var second] } call
                when model.GetSymbolInfo(call, cancellation).Symbol is IMethodSymbol { Name: "Max" or "Min", ContainingType: var type } method
                    && type.ToDisplayString() is "System.Math" or "System.MathF":
                ExpressionSyntax? other = Same(first.Expression, place) ? second.Expression
                    : Same(second.Expression, place) ? first.Expression : null;
                UpdateKind bound = method.Name == "Max" ? UpdateKind.Maximum : UpdateKind.Minimum;
                return other is null ? null : new(assignment, place, bound, other, false) { Method = call.Expression };
            case ConditionalExpressionSyntax choice when Comparison(choice.Condition, place) is var (extremum, value):
                ExpressionSyntax ifTrue = Bare(choice.WhenTrue);
                return Same(ifTrue, value) && Same(choice.WhenFalse, place) && FunctionSyntax.IsPure(value)
                    ? new(assignment, place, extremum, value, false)
                    : null;
            default:
                return null;
        }
    }

    /// <summary><c>if (e &gt; s) s = e;</c>, from either use of s in it.</summary>
    private static Update? OfExtremum(ExpressionSyntax place)
    {
        if (place.Ancestors().TakeWhile(node => !FunctionSyntax.IsFunction(node)).OfType<IfStatementSyntax>()
            .FirstOrDefault() is not { Else: null } choice)
        {
            return null;
        }

        StatementSyntax only = choice.Statement is BlockSyntax { Statements: [var inner] } ? inner : choice.Statement;
        return only is ExpressionStatementSyntax
            { Expression: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment }
            && Same(assignment.Left, place)
            && Comparison(choice.Condition, place) is var (kind, value)
            && Same(assignment.Right, value) && FunctionSyntax.IsPure(value)
                ? new(choice, assignment.Left, kind, value, false)
                : null;
    }

    // e > s is what a maximum asks, e < s a minimum; s < e and s > e are the same the other way round.
    private static (UpdateKind Kind, ExpressionSyntax Value)? Comparison(ExpressionSyntax condition, ExpressionSyntax place)
    {
        if (Bare(condition) is not BinaryExpressionSyntax compare
            || compare.Kind() is not (SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression or SyntaxKind.LessThanExpression
                or SyntaxKind.LessThanOrEqualExpression))
        {
            return null;
        }

        bool isGreater = compare.Kind() is SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression;
        return Same(compare.Right, place) ? (isGreater ? UpdateKind.Maximum : UpdateKind.Minimum, Bare(compare.Left))
            : Same(compare.Left, place) ? (isGreater ? UpdateKind.Minimum : UpdateKind.Maximum, Bare(compare.Right))
            : null;
    }

    /// <summary>Nothing uses the value of the update, unless as the result of its lambda.</summary>
    private static bool IsWhole(SyntaxNode node) =>
        node.Parent is ExpressionStatementSyntax or AnonymousFunctionExpressionSyntax or ArrowExpressionClauseSyntax
        || (node.Parent is ForStatementSyntax loop && loop.Incrementors.Any(incrementor => incrementor == node));

    /// <summary>Its lambda or method returns it.</summary>
    private static bool IsResult(SyntaxNode node, SemanticModel model) => node.Parent switch
    {
        LambdaExpressionSyntax lambda => model.GetSymbolInfo(lambda).Symbol is IMethodSymbol { ReturnsVoid: false },
        ArrowExpressionClauseSyntax { Parent: { } member } =>
            model.GetDeclaredSymbol(member) is IMethodSymbol { ReturnsVoid: false } or IPropertySymbol,
        _ => false,
    };

    private static bool? Step(SyntaxKind kind) => kind switch
    {
        SyntaxKind.PostIncrementExpression or SyntaxKind.PreIncrementExpression => false,
        SyntaxKind.PostDecrementExpression or SyntaxKind.PreDecrementExpression => true,
        _ => null,
    };

    private static bool Same(ExpressionSyntax one, ExpressionSyntax other) => SyntaxFactory.AreEquivalent(Bare(one), Bare(other));

    private static ExpressionSyntax Bare(ExpressionSyntax expression) =>
        expression is ParenthesizedExpressionSyntax inner ? Bare(inner.Expression) : expression;
}
