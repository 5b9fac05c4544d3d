using AutoPar.Generator.Analysis.Affine;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Analysis.Dependences;

/// <summary>
/// Where the iterations of a loop would have to be divided so that no part carries a conflict: at the one iteration that
/// meets all others (weak-zero SIV), where two accesses cross (weak-crossing SIV), into phases, or into groups.
/// </summary>
internal static class IndexSets
{
    /// <summary>For accesses that the root's index moves differently.</summary>
    public static string Splitting(Conflict conflict)
    {
        Symbol index = conflict.Problem.Common[0].Index;
        try
        {
            return conflict.First.Subscripts.Zip(conflict.Second.Subscripts, (one, other) => MeetingPoint.Of(index, one!, other!)?.Text)
                .FirstOrDefault(point => point is not null) is { } place
                ? $"index-set splitting {place}"
                : "index-set splitting";
        }
        catch (OverflowException)
        {
            return "index-set splitting";
        }
    }

    /// <summary>
    /// For a root whose index neither access has: the loops inside would be free of the conflict if they were split where
    /// theirs meets the root's (<c>A[i, j]</c> and <c>A[i, o]</c>). Null when that isn't what stands in the way.
    /// </summary>
    public static string? Inside(IReadOnlyList<Conflict> conflicts, Conflict conflict)
    {
        Symbol root = conflict.Problem.Common[0].Index;
        IEnumerable<Symbol> met = conflicts
            .Where(other => other.First.Object.Id == conflict.First.Object.Id && other.First.IsAffine && other.Second.IsAffine
                && IsCarriedInside(other))
            .SelectMany(other => other.First.Subscripts.Zip(other.Second.Subscripts, (one, second) => (One: Index(one!), Other: Index(second!))))
            .Where(pair => pair is { One: not null, Other: not null } && pair.One.Equals(root) != pair.Other.Equals(root))
            .Select(pair => pair.One!.Equals(root) ? pair.Other! : pair.One);
        return met.OrderBy(symbol => symbol.Id).FirstOrDefault() is { } outermost ? $"index-set splitting at {Name(outermost)} = {Name(root)}" : null;
    }

    /// <summary>Both accesses are to the element that the index divided by a constant gives: only neighbours meet.</summary>
    public static string? Groups(Conflict conflict)
    {
        Symbol index = conflict.Problem.Common[0].Index;
        return conflict.First.Subscripts is [{ } one] && conflict.Second.Subscripts is [{ } other] && one.Equals(other)
            && one.Terms.ToArray() is [{ Symbols: [{ Kind: SymbolKind.Quotient, Dividend: { } dividend, Divisor: > 1 and var divisor }] }]
            && dividend.Equals(AffineForm.Of(index))
            ? $"chunks that start at multiples of {divisor}"
            : null;
    }

    private static bool IsCarriedInside(Conflict conflict) =>
        conflict.Vectors.Any(vector => vector[0] == Directions.Equal && vector.Any(direction => direction != Directions.Equal));

    private static Symbol? Index(AffineForm form) =>
        form is { Constant: 0 } && form.Terms.ToArray() is [{ Coefficient: 1, Symbols: [{ Kind: SymbolKind.Index } symbol] }] ? symbol : null;

    private static string Name(Symbol index) => Text(AffineForm.Of(index));

    private static string Text(AffineForm form) => PlainText.Of(form.ToExpression());
}
