namespace AutoPar.Runtime.Tests.Vectors;

/// <summary>Inverses, the error functions and what else isn't a power series.</summary>
internal static partial class RealFunctions
{
    /// <summary>ln(1 + x), whose series' first terms suffice where 1 + x loses too much.</summary>
    public static Real LogP1(Real x)
    {
        if (x.IsZero || x.Magnitude < -70)
        {
            Real square = x * x;
            return x - square.Scaled(-1) + (square * x / 3);
        }

        return Log(x + 1);
    }

    /// <summary>By a step from the double's: the sine of what is left, by the addition theorem, then two terms of the series.</summary>
    public static Real Asin(double x)
    {
        double guess = Math.Asin(x);
        Real cosine = ((Real)1 - ((Real)x * x)).Sqrt();
        Real rest = ((Real)x * Cos(guess)) - (cosine * Sin(guess));
        return (Real)guess + rest + (rest * rest * rest / 6);
    }

    public static Real Acos(double x) => Pi.Scaled(-1) - Asin(x);

    public static Real Asinh(double x)
    {
        Real a = Math.Abs(x), square = a * a;
        Real value = LogP1(a + (square / ((square + 1).Sqrt() + 1)));
        return x < 0 ? -value : value;
    }

    public static Real Acosh(double x)
    {
        Real less = (Real)x - 1;
        return LogP1(less + (less * ((Real)x + 1)).Sqrt());
    }

    public static Real Atanh(double x)
    {
        Real a = Math.Abs(x);
        Real value = LogP1(a.Scaled(1) / ((Real)1 - a)).Scaled(-1);
        return x < 0 ? -value : value;
    }

    /// <summary>By Newton's steps from the double's.</summary>
    public static Real Cbrt(double x)
    {
        Real root = Math.Cbrt(x);
        for (int i = 0; i < 3; i++)
        {
            root -= (root - (x / (root * root))) / 3;
        }

        return root;
    }

    public static Real Hypot(double x, double y) => (((Real)x * x) + ((Real)y * y)).Sqrt();

    /// <summary>By its series, up to 3; farther, 1 less the complement.</summary>
    public static Real Erf(double x)
    {
        if (Math.Abs(x) > 3)
        {
            return x < 0 ? Erfc(-x) - 1 : (Real)1 - Erfc(x);
        }

        Real square = -((Real)x * x), term = x, sum = term;
        for (int i = 1; !term.IsZero && term.Magnitude > sum.Magnitude - Real.Precision; i++)
        {
            term = term * square / i;
            sum += term / ((2 * i) + 1);
        }

        return (sum / Pi.Sqrt()).Scaled(1);
    }

    /// <summary>1 - erf x up to 2; farther, by Laplace's continued fraction: e^(-x²) / √π · 1 / (x + ½ / (x + 1 / (x + 3/2 / (x + …)))).</summary>
    public static Real Erfc(double x)
    {
        if (x < 2)
        {
            return (Real)1 - Erf(x);
        }

        Real fraction = x;
        for (int i = (int)(3000 / (x * x)) + 60; i > 0; i--)
        {
            fraction = (Real)x + (((Real)i).Scaled(-1) / fraction);
        }

        return Exp(-((Real)x * x)) / (fraction * Pi.Sqrt());
    }
}
