using AutoPar.Generator.Analysis.Affine;
using AutoPar.Generator.Analysis.Guards;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Analysis.Dependences;

/// <summary>
/// Cuts the iterations of a loop where a comparison of its index with something invariant comes out otherwise: in each piece the
/// condition is the same for all iterations, so that lanes need no mask. (The first or last iteration is such a piece: peeling.)
/// </summary>
internal sealed class ConditionSplitting(LoopDomain domain)
{
    // Each piece ends with a vector that isn't full, and each condition is a test in each vector.
    private const int MostConditions = 6;

    private readonly List<IndexCut> _cuts = [];
    private readonly List<CutCondition> _conditions = [];

    public EquatableArray<IndexCut> Cuts => _cuts.Distinct().ToEquatableArray();

    public EquatableArray<CutCondition> Conditions => _conditions.ToEquatableArray();

    /// <summary>Looks for the conditions by which statements and operands are chosen.</summary>
    public static ConditionSplitting Of(Region region)
    {
        var splitting = new ConditionSplitting(region.Domain(region.Root));
        HashSet<int> assigned = Walk.Assigned(region.Root.Body);
        IEnumerable<Comparison> comparisons = ExpressionTree.Of(region.Root.Body).SelectMany(Walk.Parts).OfType<Comparison>().Distinct();
        foreach (Comparison comparison in comparisons.Where(comparison => splitting._conditions.Count < MostConditions))
        {
            splitting.TryAdd(comparison, assigned);
        }

        return splitting;
    }

    private void TryAdd(Comparison comparison, HashSet<int> assigned)
    {
        if (!comparison.Left.Type.IsInteger() || Walk.Parts(comparison).Any(part => part is Load or Binary { IsChecked: true } or Unary { IsChecked: true } or Conversion { IsChecked: true }))
        {
            return;
        }

        try
        {
            if (Read(comparison.Left, assigned) is { } left && Read(comparison.Right, assigned) is { } right
                && MeetingPoint.Of(domain.Index, left, right) is { } point && Visible.IsPlain(point.Place)
                && Borders(comparison.Operator, point, left, right) is var borders && TryCut(borders) is { } cuts)
            {
                _cuts.AddRange(cuts);
                _conditions.Add(new CutCondition(comparison, new Comparison(comparison.Operator, left.Subtract(right).ToExpression(), Constant.Int64(0))));
            }
        }
        catch (OverflowException)
        {
            // Numbers that no index has.
        }
    }

    /// <summary>Where the sign of the difference, which grows or falls all the time, changes in a way that the comparison sees.</summary>
    private IEnumerable<Border> Borders(ComparisonOperator relation, MeetingPoint point, AffineForm left, AffineForm right)
    {
        bool grows = left.Subtract(right).CoefficientOf(domain.Index)!.Constant > 0 == domain.Sign > 0;
        int[] offsets = relation switch
        {
            ComparisonOperator.Less or ComparisonOperator.GreaterOrEqual => [grows ? 0 : 1],
            ComparisonOperator.LessOrEqual or ComparisonOperator.Greater => [grows ? 1 : 0],
            _ => [0, 1],
        };
        return offsets.Select(offset => new Border(point, offset));
    }

    private List<IndexCut>? TryCut(IEnumerable<Border> borders)
    {
        List<IndexCut> cuts = [];
        foreach (Border border in borders)
        {
            List<Guard> needed = [];
            if (border.Cut(domain, needed) is not { } cut || needed.Any(guard => guard is not NotNull))
            {
                return null;
            }

            cuts.Add(cut);
        }

        return cuts;
    }

    private AffineForm? Read(Expression expression, HashSet<int> assigned) => AffineReader.ReadTrue(
        expression,
        variable => variable.Id == domain.Loop.Index.Id ? AffineForm.Of(domain.Index) : assigned.Contains(variable.Id) ? null : AffineForm.Of(Symbol.Variable(variable)),
        (form, type) => Facts.Fits(form, type, [domain]));
}
