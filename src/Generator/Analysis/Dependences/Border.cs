using AutoPar.Generator.Analysis.Affine;
using AutoPar.Generator.Analysis.Guards;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Analysis.Dependences;

/// <summary>
/// A border between two pieces of a loop's iterations: it lies before the first iteration whose index, times the point's
/// divisor, has gone at least <paramref name="Offset"/> beyond the point's place.
/// </summary>
internal sealed record Border(MeetingPoint Point, long Offset)
{
    // As far from 0 as any subscript, near enough for sums to fit in 64 bits.
    private const long Far = int.MaxValue;

    private const decimal MostDistance = long.MaxValue / 4 * 3;

    /// <summary>At least 0 in iterations after the border.</summary>
    public AffineForm After(LoopDomain domain) =>
        AffineForm.Of(Point.Index).Scale(Point.Divisor).Subtract(Point.Place).Scale(domain.Sign).Subtract(AffineForm.Of(Offset));

    /// <summary>At least 0 in iterations before it.</summary>
    public AffineForm Before(LoopDomain domain) => After(domain).Scale(-1).Subtract(AffineForm.Of(1));

    /// <summary>The border in numbers of iterations; null where it can't be computed before the loop.</summary>
    /// <param name="guards">Gets what must hold for its arithmetic not to wrap.</param>
    public IndexCut? Cut(LoopDomain domain, List<Guard> guards)
    {
        if (domain.Sign == 0 || domain.Starts is not [var start] || domain.Loop.ConstantStep is not (> int.MinValue and <= int.MaxValue and { } step)
            || checked(Point.Divisor * Math.Abs(step)) > int.MaxValue)
        {
            return null;
        }

        AffineForm distance = Point.Place.Subtract(start.Scale(Point.Divisor)).Scale(domain.Sign).Add(AffineForm.Of(Offset));
        Expression value = distance.ToExpression();
        return new Visible(domain.Loop).IsInvariant(value) && Fits(distance, guards)
            ? new IndexCut(value, Point.Divisor * Math.Abs(step), Point.Text)
            : null;
    }

    private static bool Fits(AffineForm form, List<Guard> guards)
    {
        decimal most = Math.Abs((decimal)form.Constant);
        foreach (Term term in form.Terms)
        {
            decimal product = Math.Abs((decimal)term.Coefficient);
            foreach (Symbol symbol in term.Symbols)
            {
                Expression value = symbol.Value;
                if (Walk.Parts(value).Any(part => part is Binary { IsChecked: true } or Unary { IsChecked: true } or Conversion { IsChecked: true }))
                {
                    return false;
                }

                if (value is ObjectLength { Object: var item })
                {
                    guards.Add(new NotNull(item));
                }

                if (TypeRange.Of(value.Type) is null)
                {
                    if (value.Type is not (ElementType.Int64 or ElementType.NativeInt))
                    {
                        return false;
                    }

                    Expression wide = value.Type == ElementType.Int64 ? value : new Conversion(ElementType.Int64, value);
                    guards.Add(new Holds(new ShortCircuit(
                        true,
                        new Comparison(ComparisonOperator.GreaterOrEqual, wide, Constant.Int64(-Far)),
                        new Comparison(ComparisonOperator.LessOrEqual, wide, Constant.Int64(Far)))));
                }

                product *= value.Type == ElementType.UInt32 ? 1L << 32 : 1L << 31;
                if (product > MostDistance)
                {
                    return false;
                }
            }

            most += product;
        }

        return most < MostDistance;
    }
}
