using AutoPar.Generator.Analysis.Affine;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Races.Model;

namespace AutoPar.Generator.Races.Interpretation;

/// <summary>
/// How far a variable goes in one iteration of a loop: not always the same, but within limits. What counts up when something
/// is found lies between where it began and the number of iterations.
/// </summary>
internal static class Steps
{
    private const int Deepest = 4;

    /// <summary>The least and the most that one iteration adds; null isn't known.</summary>
    public static (long? Least, long? Most) Between(Unknowns unknowns, AffineForm? before, AffineForm? after) =>
        before is null || after is null ? (null, null) : Between(unknowns, before, after, 0);

    private static (long? Least, long? Most) Between(Unknowns unknowns, AffineForm before, AffineForm after, int depth)
    {
        AffineForm difference;
        try
        {
            difference = after.Subtract(before);
        }
        catch (OverflowException)
        {
            return (null, null);
        }

        if (difference.IsConstant)
        {
            return (difference.Constant, difference.Constant);
        }

        if (depth == Deepest || Single(after) is not { } symbol)
        {
            return (null, null);
        }

        long added = after.Constant;
        Unknown unknown = unknowns[symbol];
        if (unknown.Choices is [var one, var other])
        {
            (long? Least, long? Most) first = Between(unknowns, before, one, depth + 1);
            (long? Least, long? Most) second = Between(unknowns, before, other, depth + 1);
            return (Extreme(first.Least, second.Least, Math.Min) + added, Extreme(first.Most, second.Most, Math.Max) + added);
        }

        return (unknown.Least is { } least ? Between(unknowns, before, least, depth + 1).Least + added : null,
            unknown.Most is { } most ? Between(unknowns, before, most, depth + 1).Most + added : null);
    }

    /// <summary>What one iteration adds to a number whose limits are those of its steps.</summary>
    public static (long? Least, long? Most) Of(Unknown wandering, Symbol trip)
    {
        return (Slope(wandering.Least), Slope(wandering.Most));

        long? Slope(AffineForm? limit) => limit is null ? null : limit.CoefficientOf(trip) is { IsConstant: true, Constant: var slope } ? slope : 0;
    }

    /// <summary>After a number of iterations it is as far from the first value as they allow.</summary>
    public static void Limit(Unknowns unknowns, Symbol symbol, AffineForm first, long? least, long? most, AffineForm? trips)
    {
        try
        {
            unknowns.Limit(symbol, After(least, isLeast: true), After(most, isLeast: false));
        }
        catch (OverflowException)
        {
            // Then nothing is known of it.
        }

        AffineForm? After(long? step, bool isLeast) => step is not { } by ? null
            : trips is not null ? first.Add(trips.Scale(by))
            : isLeast ? (by >= 0 ? first : null) : (by <= 0 ? first : null);
    }

    private static long? Extreme(long? one, long? other, Func<long, long, long> choose) => one is { } first && other is { } second
        ? choose(first, second) : null;

    private static Symbol? Single(AffineForm form) => form.Terms.ToArray() is [{ Coefficient: 1, Symbols: [{ Dividend: null } symbol] }] ? symbol
        : null;
}
