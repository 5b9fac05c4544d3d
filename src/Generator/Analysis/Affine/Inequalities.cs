namespace AutoPar.Generator.Analysis.Affine;

/// <summary>Brings inequalities to a normal form.</summary>
internal static class Inequalities
{
    /// <summary>
    /// Divides by common factors, rounding inwards; of parallel ones keeps the tightest, and of two that leave one value
    /// makes an equality. True when one is never true.
    /// </summary>
    public static bool Normalize(List<LinearRow> rows)
    {
        // Least and most value of each sum without its constant.
        Dictionary<long[], int> places = new(rows.Count, CoefficientComparer.Instance);
        List<(long[] Sum, long? Least, long? Most)> ranges = new(rows.Count);
        foreach (LinearRow row in rows)
        {
            long divisor = row.Gcd();
            if (divisor == 0)
            {
                if (row.Constant < 0)
                {
                    return true;
                }

                continue;
            }

            LinearRow reduced = row.DividedBy(divisor);
            bool isNegative = Array.Find(reduced.Coefficients, value => value != 0) < 0;
            long[] sum = isNegative ? Array.ConvertAll(reduced.Coefficients, value => -value) : reduced.Coefficients;
            if (!places.TryGetValue(sum, out int place))
            {
                places.Add(sum, place = ranges.Count);
                ranges.Add((sum, null, null));
            }

            (_, long? least, long? most) = ranges[place];
            if (isNegative)
            {
                most = most < reduced.Constant ? most : reduced.Constant;
            }
            else
            {
                least = least > checked(-reduced.Constant) ? least : -reduced.Constant;
            }

            if (least > most)
            {
                return true;
            }

            ranges[place] = (sum, least, most);
        }

        rows.Clear();
        foreach ((long[] sum, long? least, long? most) in ranges)
        {
            if (least is { } low)
            {
                rows.Add(new LinearRow(sum, checked(-low), least == most));
            }

            if (most is { } high && least != most)
            {
                rows.Add(new LinearRow(Array.ConvertAll(sum, value => -value), high, false));
            }
        }

        return false;
    }

    /// <summary>Equal coefficients, whatever the lengths: trailing zeros don't count.</summary>
    private sealed class CoefficientComparer : IEqualityComparer<long[]>
    {
        public static CoefficientComparer Instance { get; } = new();

        public bool Equals(long[]? one, long[]? other)
        {
            for (int unknown = 0; unknown < Math.Max(one!.Length, other!.Length); unknown++)
            {
                if ((unknown < one.Length ? one[unknown] : 0) != (unknown < other.Length ? other[unknown] : 0))
                {
                    return false;
                }
            }

            return true;
        }

        public int GetHashCode(long[] values)
        {
            long hash = 0;
            for (int unknown = 0; unknown < values.Length; unknown++)
            {
                hash = unchecked(hash + (values[unknown] * ((unknown * 2654435761L) + 97)));
            }

            return unchecked((int)(hash ^ (hash >> 32)));
        }
    }
}
