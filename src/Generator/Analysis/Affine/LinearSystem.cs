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

    private readonly Dictionary<string, int> _unknowns = [];
    private readonly List<Row> _rows = [];
    private int _fresh;

    public LinearSystem()
    {
    }

    private LinearSystem(LinearSystem other)
    {
        _unknowns = new Dictionary<string, int>(other._unknowns);
        _rows = [.. other._rows];
        _fresh = other._fresh;
    }

    /// <summary>Σ coefficient·unknown + Constant, which is 0 or at least 0.</summary>
    private sealed record Row(SortedDictionary<int, long> Coefficients, long Constant, bool IsEquality);

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
            return IsContradiction(_rows);
        }
        catch (OverflowException)
        {
            return false;
        }
    }

    private void Add(LinearSum sum, bool isEquality)
    {
        SortedDictionary<int, long> coefficients = [];
        foreach (KeyValuePair<string, long> part in sum.Parts)
        {
            if (!_unknowns.TryGetValue(part.Key, out int unknown))
            {
                _unknowns.Add(part.Key, unknown = _unknowns.Count);
            }

            if (part.Value != 0)
            {
                coefficients.Add(unknown, part.Value);
            }
        }

        _rows.Add(new Row(coefficients, sum.Constant, isEquality));
    }

    private static bool IsContradiction(List<Row> rows)
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

            if (left.Count > MostConstraints || Cheapest(left) is not { } unknown)
            {
                return false;
            }

            List<Row> lower = left.FindAll(row => row.Coefficients.TryGetValue(unknown, out long value) && value > 0);
            List<Row> upper = left.FindAll(row => row.Coefficients.TryGetValue(unknown, out long value) && value < 0);
            left.RemoveAll(row => row.Coefficients.ContainsKey(unknown));
            foreach (Row low in lower)
            {
                foreach (Row high in upper)
                {
                    left.Add(Combine(low, checked(-high.Coefficients[unknown]), high, low.Coefficients[unknown], false));
                }
            }
        }
    }

    /// <summary>Solves equalities for unknowns with coefficient ±1; the others pass the GCD test or become two inequalities.</summary>
    private static bool EliminateEqualities(List<Row> rows)
    {
        while (rows.Find(row => row.IsEquality) is { } equality)
        {
            rows.Remove(equality);
            long divisor = Gcd(equality.Coefficients.Values);
            if (divisor == 0 || equality.Constant % divisor != 0)
            {
                if (equality.Constant != 0)
                {
                    return true;
                }

                continue;
            }

            equality = Divide(equality, divisor);
            KeyValuePair<int, long> unit = equality.Coefficients.FirstOrDefault(part => part.Value is 1 or -1);
            if (unit.Value == 0)
            {
                rows.Add(equality with { IsEquality = false });
                rows.Add(Scale(equality, -1) with { IsEquality = false });
                continue;
            }

            for (int index = 0; index < rows.Count; index++)
            {
                if (rows[index].Coefficients.TryGetValue(unit.Key, out long coefficient))
                {
                    rows[index] = Combine(rows[index], 1, equality, checked(-coefficient * unit.Value), rows[index].IsEquality);
                }
            }
        }

        return false;
    }

    /// <summary>Divides by common factors, rounding inwards; drops what is always true and duplicates. True when one is never true.</summary>
    private static bool Normalize(List<Row> rows)
    {
        Dictionary<string, Row> tightest = [];
        foreach (Row row in rows)
        {
            long divisor = Gcd(row.Coefficients.Values);
            if (divisor == 0)
            {
                if (row.Constant < 0)
                {
                    return true;
                }

                continue;
            }

            Row reduced = Divide(row, divisor);
            string key = string.Join(" ", reduced.Coefficients.Select(part => $"{part.Key}:{part.Value}"));
            if (!tightest.TryGetValue(key, out Row? other) || reduced.Constant < other.Constant)
            {
                tightest[key] = reduced;
            }
        }

        rows.Clear();
        rows.AddRange(tightest.Values);
        return false;
    }

    /// <summary>The unknown whose elimination makes the fewest constraints.</summary>
    private static int? Cheapest(List<Row> rows)
    {
        Dictionary<int, (int Lower, int Upper)> counts = [];
        foreach (KeyValuePair<int, long> part in rows.SelectMany(row => row.Coefficients))
        {
            counts.TryGetValue(part.Key, out (int Lower, int Upper) count);
            counts[part.Key] = part.Value > 0 ? (count.Lower + 1, count.Upper) : (count.Lower, count.Upper + 1);
        }

        return counts.Count == 0 ? null : counts.OrderBy(pair => (long)pair.Value.Lower * pair.Value.Upper).ThenBy(pair => pair.Key).First().Key;
    }

    private static Row Combine(Row one, long factor, Row other, long otherFactor, bool isEquality)
    {
        SortedDictionary<int, long> sum = [];
        foreach (KeyValuePair<int, long> part in one.Coefficients)
        {
            sum[part.Key] = checked(part.Value * factor);
        }

        foreach (KeyValuePair<int, long> part in other.Coefficients)
        {
            sum.TryGetValue(part.Key, out long value);
            sum[part.Key] = checked(value + (part.Value * otherFactor));
        }

        foreach (int unknown in sum.Where(part => part.Value == 0).Select(part => part.Key).ToArray())
        {
            sum.Remove(unknown);
        }

        return new Row(sum, checked((one.Constant * factor) + (other.Constant * otherFactor)), isEquality);
    }

    private static Row Scale(Row row, long factor) => Combine(row, factor, row, 0, row.IsEquality);

    private static Row Divide(Row row, long divisor)
    {
        if (divisor == 1)
        {
            return row;
        }

        SortedDictionary<int, long> coefficients = [];
        foreach (KeyValuePair<int, long> part in row.Coefficients)
        {
            coefficients.Add(part.Key, part.Value / divisor);
        }

        long constant = row.Constant / divisor;
        return row with { Coefficients = coefficients, Constant = row.Constant % divisor < 0 ? constant - 1 : constant };
    }

    private static long Gcd(IEnumerable<long> values)
    {
        long divisor = 0;
        foreach (long value in values)
        {
            long other = Math.Abs(value);
            while (other != 0)
            {
                (divisor, other) = (other, divisor % other);
            }
        }

        return divisor;
    }
}

/// <summary>A sum of named unknowns with integer coefficients.</summary>
internal sealed class LinearSum
{
    public SortedDictionary<string, long> Parts { get; } = new(StringComparer.Ordinal);

    public long Constant { get; private set; }

    public LinearSum Plus(string unknown, long coefficient)
    {
        Parts.TryGetValue(unknown, out long value);
        Parts[unknown] = checked(value + coefficient);
        return this;
    }

    public LinearSum Plus(long constant)
    {
        Constant = checked(Constant + constant);
        return this;
    }

    public LinearSum Plus(LinearSum other, long factor = 1)
    {
        foreach (KeyValuePair<string, long> part in other.Parts)
        {
            Plus(part.Key, checked(part.Value * factor));
        }

        return Plus(checked(other.Constant * factor));
    }
}
