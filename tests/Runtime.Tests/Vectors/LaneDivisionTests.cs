using System.Runtime.Intrinsics;

namespace AutoPar.Runtime.Tests.Vectors;

/// <summary>Quotients by a divisor that all lanes share: exact, for every sign and size.</summary>
public class LaneDivisionTests
{
    private static readonly long[] s_divisors =
    [
        1, 2, 3, 5, 6, 7, 9, 10, 11, 12, 25, 125, 641, 1000, 1 << 20, 1_000_003, 6_700_417, int.MaxValue, int.MinValue, uint.MaxValue, 1L << 40, 1_000_000_007L * 998_244_353,
        long.MaxValue, long.MinValue, long.MaxValue / 3, (1L << 62) + 1, (1L << 32) + 1,
    ];

    [Fact]
    public void Of_32_bits()
    {
        foreach (int d in Divisors().Where(d => d is >= int.MinValue and <= int.MaxValue))
        {
            foreach (int x in Dividends(d).Select(x => (int)x).Where(x => !(x == int.MinValue && d == -1)))
            {
                Vector512<int> many = Vector512.Create(x).WithElement(3, 12345);
                Assert.Equal(x / d, LaneMath.Quotient(many, LaneMath.Reciprocal(d))[7]);
                Assert.Equal(12345 / d, LaneMath.Quotient(many, LaneMath.Reciprocal(d))[3]);
                Assert.Equal(x % d, LaneMath.Remainder(many, Vector512.Create(d), LaneMath.Reciprocal(d))[12]);
                Assert.Equal(x / d, LaneMath.Quotient(Vector256.Create(x), LaneMath.Reciprocal(d))[5]);
                Assert.Equal(x % d, LaneMath.Remainder(Vector256.Create(x), Vector256.Create(d), LaneMath.Reciprocal(d))[1]);
            }
        }
    }

    [Fact]
    public void Of_32_bits_without_sign()
    {
        foreach (uint d in Divisors().Select(d => (uint)d).Where(d => d != 0))
        {
            foreach (uint x in Dividends(d).Select(x => (uint)x))
            {
                Assert.Equal(x / d, LaneMath.Quotient(Vector512.Create(x), LaneMath.Reciprocal(d))[9]);
                Assert.Equal(x % d, LaneMath.Remainder(Vector512.Create(x), Vector512.Create(d), LaneMath.Reciprocal(d))[2]);
                Assert.Equal(x / d, LaneMath.Quotient(Vector256.Create(x), LaneMath.Reciprocal(d))[5]);
                Assert.Equal(x % d, LaneMath.Remainder(Vector256.Create(x), Vector256.Create(d), LaneMath.Reciprocal(d))[1]);
            }
        }
    }

    [Fact]
    public void Of_64_bits()
    {
        foreach (long d in Divisors())
        {
            Vector512<ulong> multiplier = LaneMath.Multiplier(d);
            int bits = LaneMath.DivisorBits(d);
            foreach (long x in Dividends(d).Where(x => !(x == long.MinValue && d == -1)))
            {
                Assert.Equal(x / d, LaneMath.Quotient(Vector512.Create(x), Vector512.Create(d), multiplier, bits)[6]);
                Assert.Equal(x % d, LaneMath.Remainder(Vector512.Create(x), Vector512.Create(d), multiplier, bits)[1]);
            }
        }
    }

    [Fact]
    public void Of_64_bits_without_sign()
    {
        foreach (ulong d in Divisors().Select(d => (ulong)d))
        {
            Vector512<ulong> multiplier = LaneMath.Multiplier(d);
            int bits = LaneMath.DivisorBits(d);
            foreach (ulong x in Dividends((long)d).Select(x => (ulong)x))
            {
                Assert.Equal(x / d, LaneMath.Quotient(Vector512.Create(x), multiplier, bits)[6]);
                Assert.Equal(x % d, LaneMath.Remainder(Vector512.Create(x), Vector512.Create(d), multiplier, bits)[1]);
            }
        }
    }

    [Fact]
    public void By_powers_of_two()
    {
        for (int power = 1; power < 31; power++)
        {
            foreach (long x in Dividends(1L << power))
            {
                int narrow = (int)x;
                Assert.Equal(narrow / (1 << power), LaneMath.QuotientByPowerOf2(Vector512.Create(narrow), power)[3]);
                Assert.Equal(narrow % (1 << power), LaneMath.RemainderByPowerOf2(Vector512.Create(narrow), power)[3]);
                Assert.Equal(narrow % (1 << power), LaneMath.RemainderByPowerOf2(Vector256.Create(narrow), power)[3]);
                Assert.Equal(narrow / (1 << power), LaneMath.QuotientByPowerOf2(Vector256.Create(narrow), power)[3]);
                Assert.Equal(x / (1L << (2 * power)), LaneMath.QuotientByPowerOf2(Vector512.Create(x), 2 * power)[3]);
                Assert.Equal(x % (1L << (2 * power)), LaneMath.RemainderByPowerOf2(Vector512.Create(x), 2 * power)[3]);
            }
        }
    }

    /// <summary>No lane needs the result.</summary>
    [Fact]
    public void By_0_nothing_is_thrown()
    {
        LaneMath.Remainder(Vector512.Create(5), Vector512.Create(0), LaneMath.Reciprocal(0));
        LaneMath.Remainder(Vector512.Create(5L), Vector512.Create(0L), LaneMath.Multiplier(0L), LaneMath.DivisorBits(0L));
    }

    private static IEnumerable<long> Divisors()
    {
        var random = new System.Random(5);
        return s_divisors.Concat(s_divisors.Select(d => unchecked(-d))).Concat(Enumerable.Range(0, 60).Select(i => random.NextInt64() >> random.Next(63))).Where(d => d != 0);
    }

    /// <summary>Multiples and their neighbours, the ends of the ranges, and numbers of every size.</summary>
    private static IEnumerable<long> Dividends(long divisor)
    {
        var random = new System.Random(6);
        foreach (long x in (long[])[0, 1, -1, int.MaxValue, int.MinValue, uint.MaxValue, long.MaxValue, long.MinValue, long.MinValue + 1, 1L << 53, (1L << 53) + 1])
        {
            yield return x;
        }

        for (int i = 0; i < 40; i++)
        {
            long multiple = unchecked((random.NextInt64() >> random.Next(63)) * divisor);
            yield return multiple;
            yield return unchecked(multiple - 1);
            yield return unchecked(multiple + 1);
            yield return (random.NextInt64() - random.NextInt64()) >> random.Next(63);
            yield return unchecked((int)(multiple % 1000) * (int)divisor);
            yield return unchecked(((int)(multiple % 1000) * (int)divisor) - 1);
        }
    }
}
