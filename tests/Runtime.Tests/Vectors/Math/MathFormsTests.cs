using System.Runtime.Intrinsics;

namespace AutoPar.Runtime.Tests.Vectors;

/// <summary>The same bits in every form, whatever the other lanes hold; outside the core range, the framework's result.</summary>
public class MathFormsTests
{
    public static TheoryData<string> Names => MathFunction.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void A_lane_of_doubles_depends_on_its_argument_alone(string name)
    {
        MathFunction function = MathFunction.Named(name);
        double[] fill = [0.75, double.NaN, 3];
        foreach (double x in MathSamples.Special.Concat(MathSamples.Bits(100)))
        {
            long expected = BitConverter.DoubleToInt64Bits(function.Scalar(x));
            for (int lane = 0; lane < 8; lane++)
            {
                foreach (double other in fill)
                {
                    Vector512<double> result = function.Eight(Vector512.Create(other).WithElement(lane, x));
                    Same(name, x, expected, result.GetElement(lane));
                    Same(name, other, BitConverter.DoubleToInt64Bits(function.Scalar(other)), result.GetElement(7 - lane == lane ? 0 : 7 - lane));
                }
            }

            Same(name, x, expected, function.Eight(Vector512.Create(x)).GetElement(5));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_lane_of_floats_depends_on_its_argument_alone(string name)
    {
        MathFunction function = MathFunction.Named(name);
        foreach (float x in MathSamples.Special.Concat(MathSamples.Bits(100).Select(x => (double)BitConverter.Int32BitsToSingle((int)BitConverter.DoubleToInt64Bits(x)))).Select(x => (float)x))
        {
            double expected = function.Single(x);
            long bits = BitConverter.DoubleToInt64Bits(expected);
            for (int lane = 0; lane < 16; lane++)
            {
                foreach (float other in (float[])[0.75f, float.NaN, 3])
                {
                    Same(name, x, bits, function.Sixteen(Vector512.Create(other).WithElement(lane, x)).GetElement(lane));
                    Same(name, x, bits, function.EightSingle(Vector256.Create(other).WithElement(lane & 7, x)).GetElement(lane & 7));
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Dense_lanes_have_the_bits_of_one_lane(string name)
    {
        MathFunction function = MathFunction.Named(name);
        foreach ((double low, double high) in function.Dense)
        {
            foreach (double[] x in MathSamples.In(low, high, 800, 7).Chunk(16).Where(x => x.Length == 16))
            {
                Vector512<double> result = function.Eight(Vector512.Create(x));
                Vector512<float> singles = function.Sixteen(Vector512.Create([.. x.Select(v => (float)v)]));
                Vector256<float> eight = function.EightSingle(Vector256.Create([.. x.Select(v => (float)v)]));
                for (int lane = 0; lane < 8; lane++)
                {
                    Same(name, x[lane], BitConverter.DoubleToInt64Bits(function.Scalar(x[lane])), result.GetElement(lane));
                    Same(name, x[lane], BitConverter.DoubleToInt64Bits(function.Single((float)x[lane])), singles.GetElement(lane));
                    Same(name, x[lane], BitConverter.DoubleToInt64Bits(function.Single((float)x[lane + 8])), singles.GetElement(lane + 8));
                    Same(name, x[lane], BitConverter.DoubleToInt64Bits(function.Single((float)x[lane])), eight.GetElement(lane));
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Zeros_infinities_and_NaN_are_the_frameworks(string name)
    {
        MathFunction function = MathFunction.Named(name);
        foreach (double x in (double[])[0.0, -0.0, double.NaN, double.PositiveInfinity, double.NegativeInfinity])
        {
            Same(name, x, BitConverter.DoubleToInt64Bits(function.Framework(x)), function.Scalar(x));
            Same(name, x, BitConverter.DoubleToInt64Bits(function.FrameworkSingle((float)x)), function.Single((float)x));
        }
    }

    [Fact]
    public void Exact_values()
    {
        Assert.Equal(1, VectorMath.Exp(0.0));
        Assert.Equal(1, VectorMath.Exp(-0f));
        Assert.Equal(0L, BitConverter.DoubleToInt64Bits(VectorMath.Log(1.0)));
        Assert.Equal(0, BitConverter.SingleToInt32Bits(VectorMath.Log(1f)));
        for (int i = -40; i <= 40; i++)
        {
            Assert.Equal(Math.ScaleB(1, i * 20), VectorMath.Exp2(i * 20.0));
            Assert.Equal(i * 20, VectorMath.Log2(Math.ScaleB(1, i * 20)));
            Assert.Equal(i * 0.375 * (i * 0.375), VectorMath.Pow(Math.Abs(i * 0.375), 2));
        }

        for (int i = 0; i <= 22; i++)
        {
            double power = double.Parse($"1e{i}");
            Assert.Equal(power, VectorMath.Exp10((double)i));
            Assert.Equal(i, VectorMath.Log10(power));
        }

        Assert.True(double.IsNegative(VectorMath.Sin(-0.0)) && float.IsNegative(VectorMath.Sin(-0f)));
        Assert.Equal(1, VectorMath.Cos(0.0));
        Assert.Equal(1, VectorMath.Cos(-0f));
    }

    [Fact]
    public void Angles_of_zeros_are_those_of_their_signs()
    {
        double[] numbers = [0.0, -0.0, 1, -1, 1e300, -1e300, double.Epsilon, double.PositiveInfinity, double.NegativeInfinity, double.NaN];
        foreach (double y in numbers)
        {
            foreach (double x in numbers)
            {
                Same("Atan2", y, BitConverter.DoubleToInt64Bits(Math.Atan2(y, x)), VectorMath.Atan2(y, x));
                Same("Atan2", y, BitConverter.DoubleToInt64Bits(MathF.Atan2((float)y, (float)x)), VectorMath.Atan2((float)y, (float)x));
                Same("Hypot", y, BitConverter.DoubleToInt64Bits(double.Hypot(y, x)), VectorMath.Hypot(y, x));
                Same("Hypot", y, BitConverter.DoubleToInt64Bits(float.Hypot((float)y, (float)x)), VectorMath.Hypot((float)y, (float)x));
            }
        }
    }

    [Fact]
    public void Exact_values_of_inverses_and_roots()
    {
        for (int i = -30; i <= 30; i++)
        {
            Assert.Equal(i, VectorMath.Cbrt((double)(i * i * i)));
            Assert.Equal(i, VectorMath.Cbrt((float)(i * i * i)));
            Assert.Equal(Math.Abs(i * 5), VectorMath.Hypot(i * 3.0, i * 4.0));
        }

        Assert.Equal(0L, BitConverter.DoubleToInt64Bits(VectorMath.Acos(1.0)));
        Assert.Equal(0L, BitConverter.DoubleToInt64Bits(VectorMath.Acosh(1.0)));
        Assert.Equal(Math.PI, VectorMath.Acos(-1.0));
        Assert.Equal(Math.PI / 2, VectorMath.Asin(1.0));
        Assert.Equal(double.Epsilon, VectorMath.LogP1(double.Epsilon));
        Assert.Equal(double.Epsilon, VectorMath.Asinh(double.Epsilon));
        Assert.Equal(-double.Epsilon, VectorMath.Atanh(-double.Epsilon));
    }

    [Fact]
    public void Complements_of_large_arguments_are_denormal_and_then_0()
    {
        foreach (double x in (double[])[26.6, 26.7, 26.9, 27, 27.1, 27.2, 27.22])
        {
            Assert.InRange(RealFunctions.Erfc(x).Error(VectorMath.Erfc(x), 53, -1074), 0, 1);
        }

        Assert.Equal(0, VectorMath.Erfc(27.3));
        Assert.Equal(0, VectorMath.Erfc(double.MaxValue));
        Assert.Equal(2, VectorMath.Erfc(-7.0));
        Assert.Equal(1, VectorMath.Erf(6.5));
    }

    /// <summary>The same bits, or both NaN, whose payload .NET leaves open.</summary>
    private static void Same(string name, double x, long expected, double actual)
    {
        if (BitConverter.DoubleToInt64Bits(actual) != expected && !(double.IsNaN(actual) && double.IsNaN(BitConverter.Int64BitsToDouble(expected))))
        {
            Assert.Fail($"{name}({x:R}): {BitConverter.Int64BitsToDouble(expected):R} in one lane, {actual:R} in many");
        }
    }
}
