namespace AutoPar.Generator.Analysis.Affine;

/// <summary>
/// One unknown of a system of inequalities, between its lower and its upper bounds. The real shadow has every integer
/// solution of the others, and more; the dark shadow has only such; where all lower or all upper bounds have
/// coefficient 1, the two are one.
/// </summary>
internal sealed class Elimination
{
    private readonly int _unknown;
    private readonly List<LinearRow> _lower;
    private readonly List<LinearRow> _upper;
    private readonly List<LinearRow> _rest;

    private Elimination(List<LinearRow> rows, Candidate choice)
    {
        _unknown = choice.Unknown;
        _lower = rows.FindAll(row => row[_unknown] > 0);
        _upper = rows.FindAll(row => row[_unknown] < 0);
        _rest = rows.FindAll(row => row[_unknown] == 0);
        IsExact = choice.IsExact;
    }

    public bool IsExact { get; }

    /// <summary>How many inequalities a shadow adds.</summary>
    public int Cost => _lower.Count * _upper.Count;

    private readonly record struct Candidate(int Unknown, bool IsExact, long Products, long Size);

    /// <summary>The elimination that makes the fewest constraints, an exact one where there is one.</summary>
    public static Elimination Exact(List<LinearRow> rows, int unknowns) => new(rows, Best(rows, unknowns, true));

    /// <summary>The elimination that makes the fewest constraints.</summary>
    public static Elimination Cheapest(List<LinearRow> rows, int unknowns) => new(rows, Best(rows, unknowns, false));

    public List<LinearRow> RealShadow() => Shadow((_, _) => 0);

    public List<LinearRow> DarkShadow() => Shadow((low, high) => checked((low - 1) * (high - 1)));

    /// <summary>Systems that together have all integer solutions that the dark shadow lacks.</summary>
    public IEnumerable<List<LinearRow>> Splinters()
    {
        (List<LinearRow> near, List<LinearRow> far) = Count(_lower, _upper) <= Count(_upper, _lower) ? (_lower, _upper) : (_upper, _lower);
        long most = Largest(far);
        foreach (LinearRow bound in near)
        {
            for (long gap = 0; gap <= Gap(Math.Abs(bound[_unknown]), most); gap++)
            {
                yield return [bound.PlusConstant(-gap, true), .. _lower, .. _upper, .. _rest];
            }
        }
    }

    private long Count(List<LinearRow> near, List<LinearRow> far)
    {
        long most = Largest(far);
        return near.Sum(row => Gap(Math.Abs(row[_unknown]), most) + 1);
    }

    /// <summary>How far above a bound a solution outside the dark shadow lies at most; −1 where there is none.</summary>
    private static long Gap(long coefficient, long most) => LinearRow.FloorDivide(checked((most * coefficient) - most - coefficient), most);

    private long Largest(List<LinearRow> rows) => rows.Max(row => Math.Abs(row[_unknown]));

    private List<LinearRow> Shadow(Func<long, long, long> slack)
    {
        List<LinearRow> shadow = [.. _rest];
        foreach (LinearRow low in _lower)
        {
            foreach (LinearRow high in _upper)
            {
                long up = checked(-high[_unknown]);
                shadow.Add(LinearRow.Combine(low, up, high, low[_unknown], false).PlusConstant(-slack(low[_unknown], up), false));
            }
        }

        return shadow;
    }

    private static Candidate Best(List<LinearRow> rows, int unknowns, bool prefersExact)
    {
        Candidate? best = null;
        for (int unknown = 0; unknown < unknowns; unknown++)
        {
            long lower = 0;
            long upper = 0;
            long low = 0;
            long high = 0;
            foreach (LinearRow row in rows)
            {
                long value = row[unknown];
                if (value > 0)
                {
                    lower++;
                    low = Math.Max(low, value);
                }
                else if (value < 0)
                {
                    upper++;
                    high = Math.Max(high, -value);
                }
            }

            Candidate candidate = new(unknown, lower * upper == 0 || low == 1 || high == 1, lower * upper, Math.Min(low, high));
            if (lower + upper > 0 && (best is not { } other || IsBetter(candidate, other, prefersExact)))
            {
                best = candidate;
            }
        }

        return best!.Value;
    }

    private static bool IsBetter(Candidate candidate, Candidate other, bool prefersExact) =>
        prefersExact && candidate.IsExact != other.IsExact ? candidate.IsExact
        : candidate.Products != other.Products ? candidate.Products < other.Products
        : candidate.Size < other.Size;
}
