namespace AutoPar.Generator.Analysis.Affine;

/// <summary>
/// Σ Coefficients[u]·u + Constant, which is 0 or at least 0, in checked 64-bit arithmetic. Unknowns beyond the array have
/// coefficient 0.
/// </summary>
internal readonly struct LinearRow(long[] coefficients, long constant, bool isEquality)
{
    public long[] Coefficients { get; } = coefficients;

    public long Constant { get; } = constant;

    public bool IsEquality { get; } = isEquality;

    public long this[int unknown] => unknown < Coefficients.Length ? Coefficients[unknown] : 0;

    public static LinearRow Combine(LinearRow one, long factor, LinearRow other, long otherFactor, bool isEquality)
    {
        long[] sum = new long[Math.Max(one.Coefficients.Length, other.Coefficients.Length)];
        for (int unknown = 0; unknown < sum.Length; unknown++)
        {
            sum[unknown] = checked((one[unknown] * factor) + (other[unknown] * otherFactor));
        }

        return new LinearRow(sum, checked((one.Constant * factor) + (other.Constant * otherFactor)), isEquality);
    }

    public LinearRow PlusConstant(long constant, bool isEquality) => new(Coefficients, checked(Constant + constant), isEquality);

    /// <summary>By a common factor of the coefficients; the constant is rounded down.</summary>
    public LinearRow DividedBy(long divisor) => divisor == 1
        ? this
        : new LinearRow(Array.ConvertAll(Coefficients, value => value / divisor), FloorDivide(Constant, divisor), IsEquality);

    /// <summary>The greatest common divisor of the coefficients; 0 when all are 0.</summary>
    public long Gcd()
    {
        long divisor = 0;
        foreach (long value in Coefficients)
        {
            long other = checked(Math.Abs(value));
            while (other != 0)
            {
                (divisor, other) = (other, divisor % other);
            }

            if (divisor == 1)
            {
                break;
            }
        }

        return divisor;
    }

    public static long FloorDivide(long value, long divisor) =>
        value % divisor < 0 ? (value / divisor) - 1 : value / divisor;
}
