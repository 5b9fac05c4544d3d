using System.Numerics;

namespace AutoPar.Runtime.Tests.Vectors;

/// <summary>A real number as a multiple of a power of two, to some 250 bits: what errors are measured against.</summary>
internal readonly record struct Real(BigInteger Units, int Exponent)
{
    /// <summary>The bits that a rounded operation keeps.</summary>
    public const int Precision = 256;

    public static Real Of(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        int exponent = (int)(bits >> 52) & 0x7ff;
        long units = bits & 0xf_ffff_ffff_ffff;
        units = exponent == 0 ? units : units | (1L << 52);
        return new Real(value < 0 ? -units : units, Math.Max(exponent, 1) - 1075);
    }

    public static implicit operator Real(double value) => Of(value);

    public static Real operator +(Real a, Real b)
    {
        (Real low, Real high) = a.Exponent < b.Exponent ? (a, b) : (b, a);
        return new Real((high.Units << (high.Exponent - low.Exponent)) + low.Units, low.Exponent).Rounded();
    }

    public static Real operator -(Real a) => new(-a.Units, a.Exponent);

    public static Real operator -(Real a, Real b) => a + -b;

    public static Real operator *(Real a, Real b) => new Real(a.Units * b.Units, a.Exponent + b.Exponent).Rounded();

    public static Real operator /(Real a, Real b)
    {
        int shift = Math.Max(0, Precision + Length(b.Units) - Length(a.Units));
        return new Real((a.Units << shift) / b.Units, a.Exponent - shift - b.Exponent).Rounded();
    }

    /// <summary>Times a power of two.</summary>
    public Real Scaled(int power) => new(Units, Exponent + power);

    public Real Abs() => new(BigInteger.Abs(Units), Exponent);

    public bool IsZero => Units.IsZero;

    /// <summary>The exponent of the leading bit.</summary>
    public int Magnitude => Exponent + Length(Units) - 1;

    /// <summary>The integer next to the number.</summary>
    public BigInteger Nearest()
    {
        Real shifted = this + 0.5;
        return shifted.Exponent >= 0 ? shifted.Units << shifted.Exponent : shifted.Units >> -shifted.Exponent;
    }

    /// <summary>The double next to the number, where that is a normal one, or next but one.</summary>
    public double ToDouble()
    {
        int excess = Math.Max(0, Length(Units) - 64);
        return Math.ScaleB((double)(Units >> excess), Exponent + excess);
    }

    /// <summary>The square root, by Newton's steps from the double's.</summary>
    public Real Sqrt()
    {
        if (IsZero)
        {
            return this;
        }

        int half = Magnitude >> 1;
        Real scaled = Scaled(-2 * half), root = Math.Sqrt(scaled.ToDouble());
        for (int i = 0; i < 3; i++)
        {
            root = (root + (scaled / root)).Scaled(-1);
        }

        return root.Scaled(half);
    }

    /// <summary>How far <paramref name="computed"/> is off, in units of the last place that this number has in a format.</summary>
    /// <param name="digits">The format's significant bits.</param>
    /// <param name="least">The exponent of the format's least denormal.</param>
    public double Error(double computed, int digits, int least)
    {
        Real difference = (Of(computed) - this).Abs();
        int place = IsZero ? least : Math.Max(Magnitude - digits + 1, least);
        return Math.ScaleB((double)(difference.Scaled(60 - place).Nearest()), -60);
    }

    private static int Length(BigInteger value) => (int)BigInteger.Abs(value).GetBitLength();

    private Real Rounded()
    {
        int excess = Length(Units) - Precision;
        return excess <= 0 ? this : new Real(Units >> excess, Exponent + excess);
    }
}
