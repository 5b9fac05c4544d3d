using AutoPar.Generator.Analysis.Affine;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Analysis.Dependences;

/// <summary>
/// The index, <paramref name="Place"/> / <paramref name="Divisor"/>, at which two accesses that it moves differently meet:
/// where the moving one reaches the one that stands still (weak-zero SIV), where they cross (weak-crossing SIV), or where the
/// faster one overtakes the other.
/// </summary>
/// <param name="Fast">How far an iteration moves the faster one.</param>
/// <param name="Slow">And the other: 0 when it stands still.</param>
/// <param name="IsOvertaking">Both move the same way: the distance grows from here in both directions.</param>
internal sealed record MeetingPoint(Symbol Index, AffineForm Place, long Divisor, long Fast, long Slow, bool IsOvertaking)
{
    /// <summary>For one dimension; null when the index moves both alike, or where they meet depends on another index.</summary>
    /// <exception cref="OverflowException">Numbers beyond 64 bits.</exception>
    public static MeetingPoint? Of(Symbol index, AffineForm one, AffineForm other)
    {
        if (one.CoefficientOf(index) is not { IsConstant: true, Constant: var first }
            || other.CoefficientOf(index) is not { IsConstant: true, Constant: var second }
            || first == second)
        {
            return null;
        }

        AffineForm gap = other.Without(index).Subtract(one.Without(index));
        if (gap.Mentions(symbol => symbol.Kind == SymbolKind.Index))
        {
            return null;
        }

        long factor = checked(first - second);
        long[] speeds = [Math.Abs(first), Math.Abs(second)];
        return new MeetingPoint(
            index, factor < 0 ? gap.Scale(-1) : gap, Math.Abs(factor), speeds.Max(), speeds.Min(),
            IsOvertaking: Math.Sign(first) * Math.Sign(second) > 0);
    }

    /// <summary><c>at i = (n - 1) / 2</c></summary>
    public string Text
    {
        get
        {
            if (IsOvertaking)
            {
                return "into phases, since the distance grows";
            }

            string place = PlainText.Of(Place.ToExpression());
            bool isSum = Place.Terms.Count() + (Place.Constant == 0 ? 0 : 1) > 1;
            string value = Divisor == 1 ? place : isSum ? $"({place}) / {Divisor}" : $"{place} / {Divisor}";
            return $"at {PlainText.Of(AffineForm.Of(Index).ToExpression())} = {value}";
        }
    }
}
