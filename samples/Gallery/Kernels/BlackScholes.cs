using AutoPar;

namespace Gallery.Kernels;

/// <summary>Prices of European call and put options.</summary>
internal static partial class BlackScholes
{
    [Parallelize, Vectorize]
    public static void Price(
        double[] spot, double[] strike, double[] years, double rate, double volatility, double[] call, double[] put)
    {
        for (int i = 0; i < spot.Length; i++)
        {
            double deviation = volatility * Math.Sqrt(years[i]);
            double d1 = (Math.Log(spot[i] / strike[i]) + (rate + 0.5 * volatility * volatility) * years[i]) / deviation;
            double d2 = d1 - deviation;
            double discounted = strike[i] * Math.Exp(-rate * years[i]);
            double price = spot[i] * Normal(d1) - discounted * Normal(d2);
            call[i] = price;
            put[i] = price - spot[i] + discounted;
        }
    }

    /// <summary>The cumulative normal distribution, by a polynomial with an error below 7.5e-8 (Abramowitz and Stegun, 26.2.17).</summary>
    private static double Normal(double x)
    {
        double size = Math.Abs(x);
        double t = 1 / (1 + 0.2316419 * size);
        double tail = 0.3989422804014327 * Math.Exp(-0.5 * size * size)
            * (t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429)))));
        return x < 0 ? tail : 1 - tail;
    }
}
