namespace AutoPar.Generator.Analysis.Affine;

/// <summary>
/// Solves the equalities of a system exactly. An equality without a coefficient of ±1 is brought to one by a change of
/// unknowns that maps integers to integers both ways, as in Euclid's algorithm.
/// </summary>
internal static class EqualityElimination
{
    /// <summary>Leaves inequalities alone. True when the equalities have no integer solution.</summary>
    public static bool Run(List<LinearRow> rows)
    {
        while (rows.FindIndex(row => row.IsEquality) is >= 0 and var place)
        {
            LinearRow equality = rows[place];
            rows.RemoveAt(place);
            long divisor = equality.Gcd();
            if (divisor == 0 ? equality.Constant != 0 : equality.Constant % divisor != 0)
            {
                return true;
            }

            if (divisor != 0)
            {
                Solve(equality.DividedBy(divisor), rows);
            }
        }

        return false;
    }

    private static void Solve(LinearRow equality, List<LinearRow> rows)
    {
        int unknown = Smallest(equality);
        while (equality[unknown] is not (1 or -1))
        {
            // With u = t − Σ q·v the other coefficients are at most half of u's; t takes u's place.
            long[] quotients = new long[equality.Coefficients.Length];
            for (int other = 0; other < quotients.Length; other++)
            {
                quotients[other] = other == unknown ? 0 : Round(equality[other], equality[unknown]);
            }

            equality = Change(equality, unknown, quotients);
            for (int index = 0; index < rows.Count; index++)
            {
                rows[index] = Change(rows[index], unknown, quotients);
            }

            unknown = Smallest(equality);
        }

        for (int index = 0; index < rows.Count; index++)
        {
            if (rows[index][unknown] is not 0 and var coefficient)
            {
                rows[index] = LinearRow.Combine(rows[index], 1, equality, checked(-coefficient * equality[unknown]), rows[index].IsEquality);
            }
        }
    }

    private static LinearRow Change(LinearRow row, int unknown, long[] quotients)
    {
        long factor = row[unknown];
        if (factor == 0)
        {
            return row;
        }

        long[] changed = new long[Math.Max(row.Coefficients.Length, quotients.Length)];
        for (int other = 0; other < changed.Length; other++)
        {
            changed[other] = checked(row[other] - (factor * (other < quotients.Length ? quotients[other] : 0)));
        }

        return new LinearRow(changed, row.Constant, row.IsEquality);
    }

    /// <summary>The unknown with the smallest coefficient other than 0.</summary>
    private static int Smallest(LinearRow row)
    {
        int best = -1;
        for (int unknown = 0; unknown < row.Coefficients.Length; unknown++)
        {
            if (row[unknown] != 0 && (best < 0 || Math.Abs(row[unknown]) < Math.Abs(row[best])))
            {
                best = unknown;
            }
        }

        return best;
    }

    /// <summary>The quotient rounded to the nearest integer.</summary>
    private static long Round(long value, long divisor)
    {
        long size = Math.Abs(divisor);
        long quotient = LinearRow.FloorDivide(checked(value + (size / 2)), size);
        return divisor < 0 ? -quotient : quotient;
    }
}
