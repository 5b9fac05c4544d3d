namespace AutoPar.EndToEnd;

/// <summary>When two floats count as equal.</summary>
internal readonly record struct Tolerance(ToleranceKind Kind, int Trips)
{
    public static Tolerance Bits { get; } = new(ToleranceKind.Bits, 0);

    public bool Equal(double expected, double actual)
    {
        if (Same(expected, actual))
        {
            return true;
        }

        return Kind switch
        {
            ToleranceKind.Bits => false,
            ToleranceKind.Anything => true,
            _ => Math.Abs(expected - actual) <= Bound(expected, Math.BitIncrement(Math.Abs(expected)) - Math.Abs(expected), 2.3e-16),
        };
    }

    public bool Equal(float expected, float actual)
    {
        if (Same(expected, actual))
        {
            return true;
        }

        return Kind switch
        {
            ToleranceKind.Bits => false,
            ToleranceKind.Anything => true,
            _ => Math.Abs(expected - actual) <= Bound(expected, MathF.BitIncrement(MathF.Abs(expected)) - MathF.Abs(expected), 1.2e-7),
        };
    }

    /// <summary>The same bits; any NaN is any NaN.</summary>
    private static bool Same(double expected, double actual) =>
        BitConverter.DoubleToInt64Bits(expected) == BitConverter.DoubleToInt64Bits(actual) || (double.IsNaN(expected) && double.IsNaN(actual));

    // A sum of n numbers below 4 in any order; or a few units in the last place.
    private double Bound(double expected, double ulp, double epsilon) => Kind == ToleranceKind.Reassociated
        ? 16 * epsilon * (Math.Max(Trips, 0) + 8) * Math.Max(4, Math.Abs(expected))
        : 4 * ulp;
}

internal enum ToleranceKind
{
    Bits,
    Reassociated,
    Ulps,

    /// <summary>Sums of extreme values: any order is as good.</summary>
    Anything,
}
