namespace AutoPar.Runtime.Tests.Guards;

public class StepsExactlyTests
{
    [Theory]
    [InlineData(0f, 1.0, 1, 1 << 24, true)]
    [InlineData(0f, 1.0, 1, (1 << 24) + 1, false)]
    [InlineData(-100f, 2.0, 3, 1000, true)]
    [InlineData(-101f, 2.0, 3, 1000, false)]
    [InlineData(0.25f, 0.25, 1, 1000, true)]
    [InlineData(0.125f, 0.25, 1, 1000, false)]
    [InlineData(-0f, 1.0, 1, 1, false)]
    [InlineData(float.NaN, 1.0, 1, 1, false)]
    [InlineData(float.PositiveInfinity, 1.0, 1, 1, false)]
    [InlineData(float.MaxValue, 1.0, 1, 0, false)]
    [InlineData(1f, 1.0, 1, long.MaxValue, false)]
    [InlineData(1f, 1.0, 1, -5, true)]
    public void Floats(float value, double unit, long count, long trips, bool expected) =>
        Assert.Equal(expected, LoopGuards.StepsExactly(value, unit, count, trips));

    [Fact]
    public void Doubles_hold_more()
    {
        Assert.True(LoopGuards.StepsExactly(0.0, 0.5, 1, 1L << 52));
        Assert.False(LoopGuards.StepsExactly(0.5, 0.5, 1, 1L << 52));
        Assert.False(LoopGuards.StepsExactly(double.MaxValue, 0.5, 1, 1));
        Assert.False(LoopGuards.StepsExactly(-0.0, 0.5, 1, 1));
    }

    /// <summary>What the guard lets pass, sums and products agree on.</summary>
    [Fact]
    public void Sums_are_products()
    {
        float sum = -3.5f;
        Assert.True(LoopGuards.StepsExactly(sum, 0.5, 7, 100_000));
        for (int trip = 1; trip <= 100_000; trip++)
        {
            sum += 3.5f;
            Assert.Equal(sum, -3.5f + (trip * 3.5f));
        }
    }
}
