using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Transforms;

/// <summary>A constant as an odd count of some power of two.</summary>
internal static class StepUnits
{
    // With more digits few steps would do; and so far the units' inverses are normal numbers.
    private const long MostCount = 1 << 12;
    private const int MostExponent = 60;

    /// <summary>What has to hold for so many steps of a constant to be exact; null when hardly any are.</summary>
    public static ExactCounter? Exact(Variable counter, Expression step, Expression trips)
    {
        double count = step is Constant { Value: float single } ? single : step is Constant { Value: double number } ? number : 0;
        if (count == 0 || double.IsNaN(count) || double.IsInfinity(count))
        {
            return null;
        }

        double unit = 1;
        for (int exponent = 0; exponent < MostExponent && count != Math.Floor(count); exponent++)
        {
            count *= 2;
            unit /= 2;
        }

        for (int exponent = 0; exponent < MostExponent && count / 2 == Math.Floor(count / 2); exponent++)
        {
            count /= 2;
            unit *= 2;
        }

        return count == Math.Floor(count) && Math.Abs(count) <= MostCount ? new ExactCounter(counter, unit, (long)Math.Abs(count), trips) : null;
    }
}
