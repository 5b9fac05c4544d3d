namespace AutoPar.Runtime.Tests.Vectors;

/// <summary>Arguments: what IEEE 754 treats specially, the edges of core ranges, and numbers of every size.</summary>
internal static class MathSamples
{
    public static readonly double[] Special =
    [
        0.0, -0.0, double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.Epsilon, -double.Epsilon, 2.2250738585072009e-308,
        2.2250738585072014e-308, -2.2250738585072014e-308, double.MaxValue, double.MinValue, 1, -1, 708, -708, 708.0000000000001, -708.0000000000001,
        709.782712893384, 709.7827128933841, 710, -745.13321910194, -745.1332191019412, -746, 1e6, 1000000.0000000001, -1e6, -1000000.0000000001, 1e8, 1e22,
        307, 307.00000000000006, -307, -308, 309, -324, 1021, 1021.0000000000001, -1021, -1022, 1024, -1074, -1075, 38.53, -45, 128, -149, -150,
        1e300, -1e300, Math.PI, -Math.PI, Math.PI / 2, Math.PI * 1e6, 88.72283, 88.72284, -87.33655, -103.97208, -103.97209, float.Epsilon,
        1.17549435e-38, float.MaxValue, 0.5, 2, 10, 1e-5, -1e-20, 0.7071067811865475, 0.7071067811865476, 1.414213562373095, 1.4142135623730951,
        0.5000000000000001, -0.5, 0.9999999999999999, -0.9999999999999999, 1.0000000000000002, 0.99999994, 1.0000001,
        1e150, 1.0000000000000002e150, 1e140, 1e-140, 1e-130,
        26.5, 26.500000000000004, 27, 27.3, 6.5, -27, 0.47, 0.84, 12, 2.8284271247461903, 0.35355339059327373,
    ];

    /// <summary>Uniform ones in the range, and ones whose distance from its lower end, or from 0, is of every size.</summary>
    public static IEnumerable<double> In(double low, double high, int count, int seed)
    {
        var random = new System.Random(seed);
        for (int i = 0; i < count; i++)
        {
            yield return low + ((high - low) * random.NextDouble());
            double small = (low > 0 ? low : 0) + (high * Math.Exp(-40 * random.NextDouble()));
            if (small <= high)
            {
                yield return small;
            }
        }
    }

    /// <summary>The doubles next to multiples of π/2, where a sine or cosine is nearly 0.</summary>
    public static IEnumerable<double> QuarterTurns(double high, int count)
    {
        var random = new System.Random(3);
        for (int i = 1; i <= count; i++)
        {
            double near = (i < 64 ? i : Math.Floor(Math.Exp(random.NextDouble() * Math.Log(high)))) * (Math.PI / 2);
            yield return near;
            yield return Math.BitIncrement(near);
            yield return Math.BitDecrement(near);
        }
    }

    /// <summary>Numbers with all exponents and signs.</summary>
    public static IEnumerable<double> Bits(int count)
    {
        var random = new System.Random(11);
        for (int i = 0; i < count; i++)
        {
            yield return BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue));
        }
    }
}
