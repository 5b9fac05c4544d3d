using AutoPar.Runtime;

namespace AutoPar.Runtime.Tests.Random;

public sealed class ParallelRandomTests
{
    /// <summary>The known answers that the generator's authors publish with Random123 for philox4x32 with 10 rounds.</summary>
    [Theory]
    [InlineData(0u, 0u, 0u, 0u, 0u, 0u, 0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u)]
    [InlineData(0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0x408f276du, 0x41c83b0eu, 0xa20bc7c6u, 0x6d5451fdu)]
    [InlineData(0x243f6a88u, 0x85a308d3u, 0x13198a2eu, 0x03707344u, 0xa4093822u, 0x299f31d0u, 0xd16cfe09u, 0x94fdccebu, 0x5001e420u, 0x24126ea1u)]
    public void Philox_gives_the_published_answers(
        uint c0, uint c1, uint c2, uint c3, uint k0, uint k1, uint w0, uint w1, uint w2, uint w3) =>
        Assert.Equal((w0, w1, w2, w3), Philox.Block(c0, c1, c2, c3, k0, k1));

    [Fact]
    public void Seed_index_and_stream_are_key_and_counter()
    {
        const ulong Seed = 0x299f31d0_a4093822;
        const long Index = unchecked((long)0x85a308d3_243f6a88);
        (uint w0, uint w1, _, _) = Philox.Block(0x243f6a88, 0x85a308d3, 0x13198a2e, 0, 0xa4093822, 0x299f31d0);
        Assert.Equal(w0, ParallelRandom.UInt32(Seed, Index, 0x13198a2e));
        Assert.Equal(((ulong)w1 << 32) | w0, ParallelRandom.UInt64(Seed, Index, 0x13198a2e));
    }

    [Fact]
    public void Uniform_numbers_stay_in_range_and_have_the_right_moments()
    {
        const int Count = 200_000;
        double sum = 0, squares = 0, single = 0;
        for (int i = 0; i < Count; i++)
        {
            double value = ParallelRandom.Double(7, i);
            Assert.InRange(value, 0, 1 - (1.0 / (1L << 53)));
            sum += value;
            squares += value * value;
            float small = ParallelRandom.Single(7, i, stream: 1);
            Assert.InRange(small, 0f, 1 - (1f / (1 << 24)));
            single += small;
        }

        // Bounds of five standard deviations of each mean.
        Assert.Equal(0.5, sum / Count, 5 * 0.2887 / Math.Sqrt(Count));
        Assert.Equal(1 / 3.0, squares / Count, 5 * 0.2981 / Math.Sqrt(Count));
        Assert.Equal(0.5, single / Count, 5 * 0.2887 / Math.Sqrt(Count));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(-3, 4)]
    [InlineData(int.MinValue, int.MaxValue)]
    [InlineData(int.MaxValue - 1, int.MaxValue)]
    [InlineData(0, 0x60000000)]
    public void Integers_stay_in_range(int minimum, int maximum)
    {
        for (int i = -500; i < 500; i++)
        {
            Assert.InRange(ParallelRandom.Int32(11, i, minimum, maximum), minimum, maximum - 1);
        }
    }

    [Fact]
    public void Integers_are_unbiased_where_a_modulo_would_not_be()
    {
        // Three quarters of 2³²: a plain modulo or multiplication would make one third of the results twice as likely.
        const int Count = 60_000;
        const int Third = 0x40000000;
        int[] histogram = new int[3];
        for (int i = 0; i < Count; i++)
        {
            histogram[(int)(((long)ParallelRandom.Int32(5, i, int.MinValue, Third) - int.MinValue) / Third)]++;
        }

        Assert.All(histogram, count => Assert.InRange(count, (Count / 3) - 600, (Count / 3) + 600));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    public void Empty_ranges_are_refused(int minimum, int maximum) =>
        Assert.Equal("maximum", Assert.Throws<ArgumentOutOfRangeException>(() => ParallelRandom.Int32(0, 0, minimum, maximum)).ParamName);

    [Fact]
    public void Normal_numbers_have_the_right_moments_and_are_finite()
    {
        const int Count = 200_000;
        double sum = 0, squares = 0, fourth = 0;
        for (int i = 0; i < Count; i++)
        {
            double value = ParallelRandom.Normal(3, i);
            Assert.InRange(value, -8.6, 8.6);
            sum += value;
            squares += value * value;
            fourth += value * value * value * value;
        }

        Assert.Equal(0, sum / Count, 5 / Math.Sqrt(Count));
        Assert.Equal(1, squares / Count, 5 * Math.Sqrt(2.0 / Count));
        Assert.Equal(3, fourth / Count, 5 * Math.Sqrt(96.0 / Count));
    }

    [Fact]
    public void Exponential_numbers_have_the_right_moments()
    {
        const int Count = 200_000;
        double sum = 0, squares = 0;
        for (int i = 0; i < Count; i++)
        {
            double value = ParallelRandom.Exponential(8, i);
            Assert.InRange(value, 0, 36.8);
            sum += value;
            squares += value * value;
        }

        Assert.Equal(1, sum / Count, 5 / Math.Sqrt(Count));
        Assert.Equal(2, squares / Count, 5 * Math.Sqrt(20.0 / Count));
    }

    [Fact]
    public void Numbers_of_different_seeds_indexes_and_streams_differ()
    {
        var seen = new HashSet<ulong>();
        for (int i = 0; i < 1000; i++)
        {
            Assert.True(seen.Add(ParallelRandom.UInt64(1, i)));
            Assert.True(seen.Add(ParallelRandom.UInt64(1UL << 32, i)));
            Assert.True(seen.Add(ParallelRandom.UInt64(1, ((long)i << 32) | 0x80000000)));
            Assert.True(seen.Add(ParallelRandom.UInt64(1, i, stream: -1)));
        }
    }
}
