using AutoPar.Generator.Analysis.Affine;

namespace AutoPar.Generator.Analysis.Dependences;

/// <summary>
/// Takes a flattened subscript apart: where w·A + B is equal in two iterations and their Bs are always less than w apart,
/// their As are equal and so are their Bs. Rows of a symbolic length are then told apart like those of a matrix.
/// </summary>
internal sealed class Delinearization(LinearSystem system, IterationSpace space, string firstTag, string secondTag)
{
    /// <summary>Adds what follows from two forms being equal.</summary>
    public void State(AffineForm one, AffineForm other)
    {
        foreach (AffineForm width in Widths(one).Concat(Widths(other)).Distinct().ToArray())
        {
            if (Split(one, width) is { } first && Split(other, width) is { } second && IsLessThan(width, Difference(first.Place, second.Place)))
            {
                system.AddEquality(Difference(first.Row, second.Row));
                system.AddEquality(Difference(first.Place, second.Place));
                State(first.Row, second.Row);
                return;
            }
        }
    }

    /// <summary>What an index is multiplied by: a sum of symbols from before the loops.</summary>
    private static IEnumerable<AffineForm> Widths(AffineForm form) => form.Terms.Where(term => !term.IsLinear)
        .SelectMany(term => term.Symbols.Where(IsIndex)).Distinct()
        .Select(form.CoefficientOf)
        .OfType<AffineForm>()
        .Where(width => width.IsLinear && !width.IsConstant && !width.Mentions(IsIndex));

    /// <summary>The form as width · row + place in it.</summary>
    private static (AffineForm Row, AffineForm Place)? Split(AffineForm form, AffineForm width)
    {
        Term leading = width.Terms.First();
        if (form.CoefficientOf(leading.Symbols[0]) is not { } multiple
            || multiple.Constant % leading.Coefficient != 0 || multiple.Terms.Any(term => term.Coefficient % leading.Coefficient != 0))
        {
            return null;
        }

        AffineForm row = multiple.DividedBy(leading.Coefficient);
        return (row, form.Subtract(row.Multiply(width)));
    }

    private bool IsLessThan(AffineForm width, LinearSum distance)
    {
        LinearSum size = space.Sum(width, firstTag);
        LinearSystem above = system.Clone();
        above.AddAtLeastZero(new LinearSum().Plus(distance).Plus(size, -1));
        LinearSystem below = system.Clone();
        below.AddAtLeastZero(new LinearSum().Plus(distance, -1).Plus(size, -1));
        return above.IsInfeasible() && below.IsInfeasible();
    }

    private LinearSum Difference(AffineForm one, AffineForm other) => space.Sum(one, firstTag).Plus(space.Sum(other, secondTag), -1);

    private static bool IsIndex(Symbol symbol) => symbol.Mentions(part => part.Kind == SymbolKind.Index);
}
