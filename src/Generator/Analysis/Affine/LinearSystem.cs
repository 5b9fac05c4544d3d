namespace AutoPar.Generator.Analysis.Affine;

/// <summary>
/// Integer equalities and inequalities, and the question whether they contradict each other. Equalities are solved by
/// substitution and the GCD test, inequalities by Fourier-Motzkin elimination with rounding to integers. This subsumes
/// the ZIV, SIV, GCD and Banerjee tests. "Infeasible" is a proof; "feasible" may only mean that none was found.
/// </summary>
internal sealed class LinearSystem
{
    // Elimination can square the number of constraints at every step; beyond this it gives up.
    private const int MostConstraints = 400;

    private readonly Dictionary<string, int> _unknowns;
    private readonly List<Row> _rows;
    private int _fresh;

    public LinearSystem()
    {
        _unknowns = [];
        _rows = [];
    }

    private LinearSystem(LinearSystem other)
    {
        _unknowns = new(other._unknowns);
        _rows = [.. other._rows];
        _fresh = other._fresh;
    }

    /// <summary>Σ Coefficients[u]·u + Constant, which is 0 or at least 0. Unknowns beyond the array have coefficient 0.</summary>
    private readonly struct Row(long[] coefficients, long constant, bool isEquality)
    {
        public long[] Coefficients { get; } = coefficients;

        public long Constant { get; } = constant;

        public bool IsEquality { get; } = isEquality;

        public long this[int unknown] => unknown < Coefficients.Length ? Coefficients[unknown] : 0;
    }

    public LinearSystem Clone() => new(this);

    /// <summary>A new unknown that nothing else mentions.</summary>
    public string Fresh() => $"#{_fresh++}";

    public void AddEquality(LinearSum sum) => Add(sum, true);

    /// <summary>The sum is at least 0.</summary>
    public void AddAtLeastZero(LinearSum sum) => Add(sum, false);

    public bool IsInfeasible()
    {
        try
        {
            return IsContradiction(_rows, _unknowns.Count);
        }
        catch (OverflowException)
        {
            return false;
        }
    }

    private void Add(LinearSum sum, bool isEquality)
    {
        foreach (string name in sum.Parts.Keys)
        {
            if (!_unknowns.ContainsKey(name))
            {
                _unknowns.Add(name, _unknowns.Count);
            }
        }

        long[] coefficients = new long[_unknowns.Count];
        foreach (KeyValuePair<string, long> part in sum.Parts)
        {
            coefficients[_unknowns[part.Key]] = part.Value;
        }

        _rows.Add(new Row(coefficients, sum.Constant, isEquality));
    }

    private static bool IsContradiction(List<Row> rows, int unknowns)
    {
        List<Row> left = [.. rows];
        if (EliminateEqualities(left))
        {
            return true;
        }

        while (true)
        {
            if (Normalize(left))
            {
                return true;
            }

            if (left.Count > MostConstraints || Cheapest(left, unknowns) is not { } unknown)
            {
                return false;
            }

            List<Row> lower = left.FindAll(row => row[unknown] > 0);
            List<Row> upper = left.FindAll(row => row[unknown] < 0);
            left.RemoveAll(row => row[unknown] != 0);
            foreach (Row low in lower)
            {
                foreach (Row high in upper)
                {
                    left.Add(Combine(low, checked(-high[unknown]), high, low[unknown], false));
                }
            }
        }
    }

    /// <summary>Solves equalities for unknowns with coefficient ±1; the others pass the GCD test or become two inequalities.</summary>
    private static bool EliminateEqualities(List<Row> rows)
    {
        while (rows.FindIndex(row => row.IsEquality) is >= 0 and var place)
        {
            Row equality = rows[place];
            rows.RemoveAt(place);
            long divisor = Gcd(equality.Coefficients);
            if (divisor == 0 ? equality.Constant != 0 : equality.Constant % divisor != 0)
            {
                return true;
            }

            if (divisor == 0)
            {
                continue;
            }

            equality = Divide(equality, divisor);
            int unit = Array.FindIndex(equality.Coefficients, value => value is 1 or -1);
            if (unit < 0)
            {
                rows.Add(Combine(equality, 1, equality, 0, false));
                rows.Add(Combine(equality, -1, equality, 0, false));
                continue;
            }

            for (int index = 0; index < rows.Count; index++)
            {
                if (rows[index][unit] is not 0 and var coefficient)
                {
                    rows[index] = Combine(rows[index], 1, equality, checked(-coefficient * equality[unit]), rows[index].IsEquality);
                }
            }
        }

        return false;
    }

    /// <summary>Divides by common factors, rounding inwards; drops what is always true and duplicates. True when one is never true.</summary>
    private static bool Normalize(List<Row> rows)
    {
        Dictionary<long[], int> places = new(CoefficientComparer.Instance);
        List<Row> tightest = new(rows.Count);
        foreach (Row row in rows)
        {
            long divisor = Gcd(row.Coefficients);
            if (divisor == 0)
            {
                if (row.Constant < 0)
                {
                    return true;
                }

                continue;
            }

            Row reduced = Divide(row, divisor);
            if (!places.TryGetValue(reduced.Coefficients, out int place))
            {
                places.Add(reduced.Coefficients, tightest.Count);
                tightest.Add(reduced);
            }
            else if (reduced.Constant < tightest[place].Constant)
            {
                tightest[place] = reduced;
            }
        }

        rows.Clear();
        rows.AddRange(tightest);
        return false;
    }

    /// <summary>The unknown whose elimination makes the fewest constraints.</summary>
    private static int? Cheapest(List<Row> rows, int unknowns)
    {
        int? best = null;
        long least = long.MaxValue;
        for (int unknown = 0; unknown < unknowns; unknown++)
        {
            long lower = 0;
            long upper = 0;
            foreach (Row row in rows)
            {
                long value = row[unknown];
                lower += value > 0 ? 1 : 0;
                upper += value < 0 ? 1 : 0;
            }

            if (lower + upper > 0 && lower * upper < least)
            {
                (best, least) = (unknown, lower * upper);
            }
        }

        return best;
    }

    private static Row Combine(Row one, long factor, Row other, long otherFactor, bool isEquality)
    {
        long[] sum = new long[Math.Max(one.Coefficients.Length, other.Coefficients.Length)];
        for (int unknown = 0; unknown < sum.Length; unknown++)
        {
            sum[unknown] = checked((one[unknown] * factor) + (other[unknown] * otherFactor));
        }

        return new Row(sum, checked((one.Constant * factor) + (other.Constant * otherFactor)), isEquality);
    }

    private static Row Divide(Row row, long divisor)
    {
        if (divisor == 1)
        {
            return row;
        }

        long constant = row.Constant / divisor;
        return new Row(
            Array.ConvertAll(row.Coefficients, value => value / divisor), row.Constant % divisor < 0 ? constant - 1 : constant, row.IsEquality);
    }

    private static long Gcd(long[] values)
    {
        long divisor = 0;
        foreach (long value in values)
        {
            long other = checked(Math.Abs(value));
            while (other != 0)
            {
                (divisor, other) = (other, divisor % other);
            }
        }

        return divisor;
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

