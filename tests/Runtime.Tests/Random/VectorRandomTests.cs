using System.Runtime.Intrinsics;
using AutoPar.Runtime;

namespace AutoPar.Runtime.Tests.Random;

/// <summary>Each lane has the bits of the function of one number.</summary>
public sealed class VectorRandomTests
{
    private static readonly System.Random s_random = new(5);

    public static TheoryData<int> Trials => [.. Enumerable.Range(0, 50)];

    [Theory]
    [MemberData(nameof(Trials))]
    public void Lanes_have_the_bits_of_single_numbers(int trial)
    {
        ulong[] seed = [.. Enumerable.Range(0, 8).Select(_ => trial % 2 == 0 ? 42UL : (ulong)s_random.NextInt64())];
        long[] index = [.. Enumerable.Range(0, 8).Select(lane => trial % 3 == 0 ? trial + lane : s_random.NextInt64(long.MinValue, long.MaxValue))];
        int[] stream = [.. Enumerable.Range(0, 8).Select(_ => s_random.Next(int.MinValue, int.MaxValue) * (trial % 4))];
        Vector512<ulong> seeds = Vector512.Create(seed);
        Vector512<long> indexes = Vector512.Create(index);
        Vector256<int> streams = Vector256.Create(stream);

        Check(lane => ParallelRandom.UInt32(seed[lane], index[lane], stream[lane]), lane => VectorRandom.UInt32(seeds, indexes, streams)[lane]);
        Check(lane => ParallelRandom.UInt64(seed[lane], index[lane], stream[lane]), lane => VectorRandom.UInt64(seeds, indexes, streams)[lane]);
        Check(lane => ParallelRandom.Single(seed[lane], index[lane], stream[lane]), lane => VectorRandom.Single(seeds, indexes, streams)[lane]);
        Check(lane => ParallelRandom.Double(seed[lane], index[lane], stream[lane]), lane => VectorRandom.Double(seeds, indexes, streams)[lane]);
        Check(lane => ParallelRandom.Normal(seed[lane], index[lane], stream[lane]), lane => VectorRandom.Normal(seeds, indexes, streams)[lane]);
        Check(lane => ParallelRandom.Exponential(seed[lane], index[lane], stream[lane]), lane => VectorRandom.Exponential(seeds, indexes, streams)[lane]);

        Vector256<ulong> seeds4 = seeds.GetLower();
        Vector256<long> indexes4 = indexes.GetLower();
        Vector128<int> streams4 = streams.GetLower();
        Assert.Equal(VectorRandom.Double(seeds, indexes, streams).GetLower(), VectorRandom.Double(seeds4, indexes4, streams4));
        Assert.Equal(VectorRandom.Single(seeds, indexes, streams).GetLower(), VectorRandom.Single(seeds4, indexes4, streams4));

        Vector128<ulong> seeds2 = seeds4.GetLower();
        Vector128<long> indexes2 = indexes4.GetLower();
        Assert.Equal(VectorRandom.Double(seeds4, indexes4, streams4).GetLower(), VectorRandom.Double(seeds2, indexes2, streams4));
        Assert.Equal(VectorRandom.UInt64(seeds4, indexes4, streams4).GetLower(), VectorRandom.UInt64(seeds2, indexes2, streams4));
        Assert.Equal(VectorRandom.UInt32(seeds4, indexes4, streams4).GetLower(), VectorRandom.UInt32(seeds2, indexes2, streams4).GetLower());
    }

    [Theory]
    [InlineData(0, 6)]
    [InlineData(int.MinValue, int.MaxValue)]
    [InlineData(-1_500_000_000, 1_600_000_000)]
    [InlineData(7, 8)]
    public void Integers_in_a_range_have_the_bits_of_single_ones(int minimum, int maximum)
    {
        for (int first = 0; first < 4000; first += 8)
        {
            long[] index = [.. Enumerable.Range(first, 8).Select(value => (long)value)];
            Vector256<int> all = VectorRandom.Int32(
                Vector512.Create(9UL), Vector512.Create(index), Vector256.Create(minimum), Vector256.Create(maximum), Vector256.Create(3));
            Check(lane => ParallelRandom.Int32(9, index[lane], minimum, maximum, 3), lane => all[lane]);
        }
    }

    [Fact]
    public void Empty_ranges_are_passed_over()
    {
        Vector256<int> maximum = Vector256.Create(1, 0, -5, 4, int.MinValue, 1, 2, 3);
        Vector256<int> all = VectorRandom.Int32(Vector512.Create(9UL), Vector512<long>.Zero, Vector256<int>.Zero, maximum, Vector256<int>.Zero);
        Assert.InRange(all[3], 0, 3);
        Assert.Equal(0, all[1]);
    }

    private static void Check<T>(Func<int, T> expected, Func<int, T> actual)
    {
        for (int lane = 0; lane < 8; lane++)
        {
            Assert.Equal(expected(lane), actual(lane));
        }
    }
}
