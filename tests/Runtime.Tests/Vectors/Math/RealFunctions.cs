using System.Numerics;

namespace AutoPar.Runtime.Tests.Vectors;

/// <summary>Functions of <see cref="Real"/> from their power series, independent of <see cref="Math"/> but for first guesses.</summary>
internal static partial class RealFunctions
{
    private const int Halvings = 16;

    /// <summary>ln 2 = 2 artanh(1/3).</summary>
    public static readonly Real Ln2 = InverseTangent(3, -1).Scaled(1);

    public static readonly Real Ln10 = Log(10);

    /// <summary>Machin: π = 16 arctan(1/5) - 4 arctan(1/239).</summary>
    public static readonly Real Pi = InverseTangent(5, 1).Scaled(4) - InverseTangent(239, 1).Scaled(2);

    /// <summary>e^x, by its series at (x - k ln 2) / 2^16, squared 16 times.</summary>
    public static Real Exp(Real x)
    {
        BigInteger k = (x / Ln2).Nearest();
        Real r = (x - (new Real(k, 0) * Ln2)).Scaled(-Halvings);
        Real term = 1, sum = 1;
        for (int i = 1; !term.IsZero && term.Magnitude > -Real.Precision; i++)
        {
            term = term * r / i;
            sum += term;
        }

        for (int i = 0; i < Halvings; i++)
        {
            sum *= sum;
        }

        return sum.Scaled((int)k);
    }

    /// <summary>ln x by a Halley step from the double's logarithm, which triples its 50 bits.</summary>
    public static Real Log(Real x)
    {
        double guess = Math.Log(x.ToDouble());
        Real e = Exp(guess);
        Real step = (x - e) / (x + e);
        return (Real)guess + step.Scaled(1);
    }

    public static Real Sin(Real x) => Circular(x, 0);

    public static Real Cos(Real x) => Circular(x, 1);

    public static Real Tan(Real x) => Sin(x) / Cos(x);

    /// <summary>arctan x by a step from the double's: the tangent of what is left, by the addition theorem, then two terms of the series.</summary>
    public static Real Atan(double x) => Atan2(x, 1);

    public static Real Atan2(Real y, Real x)
    {
        double guess = Math.Atan2(y.ToDouble(), x.ToDouble());
        Real sin = Sin(guess), cos = Cos(guess);
        Real rest = ((y * cos) - (x * sin)) / ((x * cos) + (y * sin));
        return (Real)guess + (rest - (rest * rest * rest / 3));
    }

    public static Real ExpM1(Real x) => Exp(x) - 1;

    public static Real Sinh(Real x) => (Exp(x) - Exp(-x)).Scaled(-1);

    public static Real Cosh(Real x) => (Exp(x) + Exp(-x)).Scaled(-1);

    public static Real Tanh(Real x) => Sinh(x) / Cosh(x);

    /// <summary>sin(x + quarters · π/2).</summary>
    private static Real Circular(Real x, int quarters)
    {
        Real half = Pi.Scaled(-1);
        BigInteger k = (x / half).Nearest();
        Real r = x - (new Real(k, 0) * half);
        int quadrant = (int)((k + quarters) & 3);
        Real term = (quadrant & 1) == 0 ? r : 1;
        Real sum = term;
        Real square = -(r * r);
        for (int i = (quadrant & 1) == 0 ? 2 : 1; !term.IsZero && term.Magnitude > sum.Magnitude - Real.Precision; i += 2)
        {
            term = term * square / (i * (i + 1));
            sum += term;
        }

        return (quadrant & 2) == 0 ? sum : -sum;
    }

    /// <summary>arctan(1/n), or artanh(1/n) with the sign -1.</summary>
    private static Real InverseTangent(int n, int sign)
    {
        Real power = (Real)1 / n;
        Real sum = power;
        for (int i = 3; power.Magnitude > -Real.Precision - 8; i += 2)
        {
            power = -power / (n * n * sign);
            sum += power / i;
        }

        return sum;
    }
}
