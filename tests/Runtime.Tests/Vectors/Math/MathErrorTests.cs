namespace AutoPar.Runtime.Tests.Vectors;

/// <summary>Errors against numbers of 250 bits, in the core range.</summary>
public class MathErrorTests
{
    private const int Samples = 500;

    public static TheoryData<string> Names => MathFunction.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Doubles_are_within_the_documented_error(string name)
    {
        MathFunction function = MathFunction.Named(name);
        foreach ((double low, double high) in function.Dense)
        {
            foreach (double x in MathSamples.In(low, high, Samples, 1))
            {
                double error = function.True(x).Error(function.Scalar(x), 53, -1074);
                Assert.True(error <= function.Bound, $"{name}({x:R}) is off by {error:F3} ulp");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Floats_are_within_the_documented_error(string name)
    {
        MathFunction function = MathFunction.Named(name);
        foreach ((double low, double high) in function.Dense)
        {
            float lowest = (float)Math.Max(low, -100), highest = (float)Math.Min(high, 1e38);
            foreach (float x in MathSamples.In(lowest, highest, Samples, 2).Select(x => (float)x))
            {
                Real expected = function.TrueSingle(x);
                if (expected.Magnitude > 127)
                {
                    Assert.True(float.IsInfinity(function.Single(x)));
                    continue;
                }

                double error = expected.Error(function.Single(x), 24, -149);
                Assert.True(error <= MathFunction.SingleBound, $"{name}({x:R}f) is off by {error:F4} ulp");
            }
        }
    }

    [Fact]
    public void Sine_and_cosine_keep_their_last_bit_near_their_zeros()
    {
        foreach (double x in MathSamples.QuarterTurns(6.3e5, 1000))
        {
            Assert.InRange(RealFunctions.Sin(x).Error(VectorMath.Sin(x), 53, -1074), 0, 0.8);
            Assert.InRange(RealFunctions.Cos(x).Error(VectorMath.Cos(x), 53, -1074), 0, 0.8);
            float single = (float)x;
            Assert.InRange(RealFunctions.Sin(single).Error(VectorMath.Sin(single), 24, -149), 0, 0.51);
            Assert.InRange(RealFunctions.Cos(single).Error(VectorMath.Cos(single), 24, -149), 0, 0.51);
        }
    }

    [Fact]
    public void The_reference_agrees_with_known_digits()
    {
        // π and e to 100 bits: the doubles and what is left of them.
        Assert.Equal(1.2246467991473532e-16, Rest(RealFunctions.Pi, Math.PI), 1e-31);
        Assert.Equal(1.4456468917292502e-16, Rest(RealFunctions.Exp(1), Math.E), 1e-31);
        Assert.Equal(2.3190468138462996e-17, Rest(RealFunctions.Ln2, 0.6931471805599453), 1e-31);
        Assert.Equal(2.3190468138462996e-17, Rest(RealFunctions.Log(2), 0.6931471805599453), 1e-31);
        Assert.Equal(0, Rest(RealFunctions.Sin(RealFunctions.Pi / 6), 0.5), 1e-70);
        Assert.Equal(0, Rest(RealFunctions.Cos(RealFunctions.Pi.Scaled(10)), 1), 1e-70);
    }

    private static double Rest(Real value, double head) => Math.ScaleB((double)(value - head).Scaled(300).Nearest(), -300);
}
