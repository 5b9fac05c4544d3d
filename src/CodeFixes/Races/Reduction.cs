using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoPar.CodeFixes.Races;

/// <summary>A shared number that the iterations of one loop combine with theirs, all in the same way.</summary>
internal sealed record Reduction(SharedPlace Shared, ParallelLoop Loop, IReadOnlyList<Update> Updates, ITypeSymbol Type)
{
    public UpdateKind Kind => Updates[0].Kind;

    /// <summary>The reduction that a warning is about.</summary>
    public static Reduction? Of(SharedPlace shared)
    {
        SemanticModel model = shared.Model;
        if (shared.Function(shared.Syntax) is not { } function || ParallelLoop.Of(function, model, shared.Cancellation) is not { } loop
            || shared.References.Any(reference => IsNested(reference, loop.Body) || IsOtherObject(SharedPlace.Whole(reference), model))
            || shared.Captures.Any(reference => !loop.Body.Span.Contains(reference.Span))
            || loop.Body.DescendantNodes().Any(node => node is CheckedStatementSyntax or CheckedExpressionSyntax)
            || CallsUserOf(shared, loop)
            || Update.All(shared, shared.ReferencesIn(loop.Body)) is not { Count: > 0 } updates
            || updates.Any(update => update.IsValueUsed)
            || model.GetTypeInfo(updates[0].Target, shared.Cancellation).Type is not { } type)
        {
            return null;
        }

        var reduction = new Reduction(shared, loop, updates, type);
        return updates.All(update => update.Kind == reduction.Kind
            && (reduction.IsArray ? IsBin(update.Target, shared) : update.Target is IdentifierNameSyntax or MemberAccessExpressionSyntax))
            && reduction.Identity() is not null
                ? reduction
                : null;
    }

    /// <summary>The bins of a histogram: each thread has an array of its own.</summary>
    public bool IsArray => Updates[0].Target is ElementAccessExpressionSyntax;

    /// <summary>The type of the local value.</summary>
    public string TypeText => IsArray ? Keyword() + "[]" : Keyword();

    /// <summary>The loop's other reductions, found as if each had its own warning.</summary>
    public static IReadOnlyList<Reduction> AllOf(Reduction first)
    {
        SharedPlace shared = first.Shared;
        var found = new Dictionary<ISymbol, Reduction>(SymbolEqualityComparer.Default) { [shared.Symbol] = first };
        foreach (IdentifierNameSyntax name in first.Loop.Body.DescendantNodes().OfType<IdentifierNameSyntax>())
        {
            if (shared.Model.GetSymbolInfo(name, shared.Cancellation).Symbol is (ILocalSymbol or IParameterSymbol or IFieldSymbol) and { } symbol
                && !found.ContainsKey(symbol)
                && Of(shared with { Symbol = symbol, Syntax = SharedPlace.Whole(name) }) is { } other
                && other.Loop.Call == first.Loop.Call)
            {
                found.Add(symbol, other);
            }
        }

        return [.. found.Values.OrderBy(one => one.Updates[0].Node.SpanStart)];
    }

    /// <summary>A name for a local copy: that of the variable, without the prefix of a field.</summary>
    public string Name => Shared.Symbol.Name is var name && name.StartsWith("s_", StringComparison.Ordinal) && name.Length > 2
        ? name.Substring(2) : name.TrimStart('_');

    /// <summary>What leaves every value as it is, as an expression of exactly the variable's type.</summary>
    public string? Identity() => (Kind, Type.SpecialType) switch
    {
        (UpdateKind.Sum, >= SpecialType.System_Int32 and <= SpecialType.System_Double) when IsArray => $"new {Keyword()}[{Array}.Length]",
        _ when IsArray => null,
        (UpdateKind.Sum, SpecialType.System_Int32) => "0",
        (UpdateKind.Sum, SpecialType.System_Int64) => "0L",
        (UpdateKind.Sum, SpecialType.System_UInt32) => "0u",
        (UpdateKind.Sum, SpecialType.System_UInt64) => "0UL",
        (UpdateKind.Sum, SpecialType.System_Single) => "0f",
        (UpdateKind.Sum, SpecialType.System_Double) => "0.0",
        (UpdateKind.Sum, SpecialType.System_Decimal) => "0m",
        (UpdateKind.Product, SpecialType.System_Int32) => "1",
        (UpdateKind.Product, SpecialType.System_Int64) => "1L",
        (UpdateKind.Product, SpecialType.System_UInt32) => "1u",
        (UpdateKind.Product, SpecialType.System_UInt64) => "1UL",
        (UpdateKind.Product, SpecialType.System_Single) => "1f",
        (UpdateKind.Product, SpecialType.System_Double) => "1.0",
        (UpdateKind.Product, SpecialType.System_Decimal) => "1m",
        (UpdateKind.Or, SpecialType.System_Boolean) => "false",
        (UpdateKind.And, SpecialType.System_Boolean) => "true",
        (UpdateKind.Maximum, SpecialType.System_Single or SpecialType.System_Double) => Keyword() + ".NegativeInfinity",
        (UpdateKind.Minimum, SpecialType.System_Single or SpecialType.System_Double) => Keyword() + ".PositiveInfinity",
        (UpdateKind.Maximum, >= SpecialType.System_Int32 and <= SpecialType.System_Decimal) => Keyword() + ".MinValue",
        (UpdateKind.Minimum, >= SpecialType.System_Int32 and <= SpecialType.System_Decimal) => Keyword() + ".MaxValue",
        _ => null,
    };

    /// <summary>The statement that combines the variable with what one thread found.</summary>
    /// <param name="newLine">The end of a line and the indentation of the next one.</param>
    public string Merge(string local, string newLine)
    {
        if (IsArray)
        {
            string index = FreshNames.In(Shared.Code, "k");
            string head = $"for (int {index} = 0; {index} < {local}.Length; {index}++)";
            return $"{head}{newLine}{{{newLine}    {Array}[{index}] += {local}[{index}];{newLine}}}";
        }

        string place = Updates[0].Target.WithoutTrivia().ToString();
        return Kind switch
        {
            UpdateKind.Sum => $"{place} += {local};",
            UpdateKind.Product => $"{place} *= {local};",
            UpdateKind.Or => $"{place} |= {local};",
            UpdateKind.And => $"{place} &= {local};",
            _ when Updates[0].Method is { } method => $"{place} = {method}({place}, {local});",
            UpdateKind.Maximum => $"if ({local} > {place}) {{ {place} = {local}; }}",
            _ => $"if ({local} < {place}) {{ {place} = {local}; }}",
        };
    }

    private string Array => ((ElementAccessExpressionSyntax)Updates[0].Target).Expression.WithoutTrivia().ToString();

    private static bool IsBin(ExpressionSyntax target, SharedPlace shared) =>
        target is ElementAccessExpressionSyntax { Expression: IdentifierNameSyntax or MemberAccessExpressionSyntax,
            ArgumentList: { Arguments.Count: 1 } place } element
        && shared.Model.GetTypeInfo(element.Expression, shared.Cancellation).Type is IArrayTypeSymbol { Rank: 1 }
        && shared.ReferencesIn(place)
            .All(use => SharedPlace.Whole(use).Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Length" });

    private string Keyword() => Type.ToDisplayString();

    // A lambda in the body may run in parallel in turn.
    private static bool IsNested(SyntaxNode reference, LambdaExpressionSyntax body) =>
        body.Span.Contains(reference.Span) && reference.Ancestors().First(FunctionSyntax.IsFunction) != body;

    // Fields of this object and of types are one variable each; those of other objects may be many.
    private static bool IsOtherObject(ExpressionSyntax place, SemanticModel model) =>
        place is MemberAccessExpressionSyntax { Expression: not ThisExpressionSyntax } access
            && model.GetSymbolInfo(access.Expression).Symbol is not INamedTypeSymbol;

    /// <summary>A method that the body calls names the field as well.</summary>
    private static bool CallsUserOf(SharedPlace shared, ParallelLoop loop) => shared.Symbol is IFieldSymbol field
        && loop.Body.DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Select(call => shared.Model.GetSymbolInfo(call, shared.Cancellation).Symbol)
            .Any(method => method is IMethodSymbol { DeclaringSyntaxReferences.IsEmpty: false }
                && SymbolEqualityComparer.Default.Equals(method.ContainingType, field.ContainingType));
}
