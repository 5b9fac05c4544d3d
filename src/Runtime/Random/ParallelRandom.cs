using AutoPar.Runtime;

namespace AutoPar;

/// <summary>
/// Random numbers without state: each is a pure function of a seed, an index and a stream, so a loop that draws number i
/// in iteration i gives the same result in any order and on any number of threads.
/// </summary>
/// <remarks>
/// The generator is Philox4x32-10: the seed is its key, index and stream are its counter. Different seeds, indexes and
/// streams give independent numbers. The methods are views of the same 128 random bits: use another stream or index for
/// each number that must be independent of the others, also when their types differ. Not for cryptography.
/// </remarks>
public static class ParallelRandom
{
    internal const double DoubleUnit = 1.0 / (1L << 53);
    internal const float SingleUnit = 1.0f / (1 << 24);

    /// <summary>A number from all of <see cref="uint"/>, uniformly.</summary>
    /// <param name="seed">Any value; one for each experiment.</param>
    /// <param name="index">Which number: usually the loop's index. Negative ones are as good as others.</param>
    /// <param name="stream">Tells apart several numbers with the same index.</param>
    public static uint UInt32(ulong seed, long index, int stream = 0) => Block(seed, index, stream, 0).Word0;

    /// <summary>A number from all of <see cref="ulong"/>, uniformly.</summary>
    /// <inheritdoc cref="UInt32" path="/param"/>
    public static ulong UInt64(ulong seed, long index, int stream = 0)
    {
        (uint word0, uint word1, _, _) = Block(seed, index, stream, 0);
        return Join(word1, word0);
    }

    /// <summary>A number from [0, 1), uniformly: a multiple of 2⁻⁵³.</summary>
    /// <inheritdoc cref="UInt32" path="/param"/>
    public static double Double(ulong seed, long index, int stream = 0) => (UInt64(seed, index, stream) >> 11) * DoubleUnit;

    /// <summary>A number from [0, 1), uniformly: a multiple of 2⁻²⁴.</summary>
    /// <inheritdoc cref="UInt32" path="/param"/>
    public static float Single(ulong seed, long index, int stream = 0) => (UInt32(seed, index, stream) >> 8) * SingleUnit;

    /// <summary>A number from [<paramref name="minimum"/>, <paramref name="maximum"/>), uniformly, without bias.</summary>
    /// <inheritdoc cref="UInt32" path="/param"/>
    /// <param name="minimum">The lowest number.</param>
    /// <param name="maximum">One above the highest number; greater than <paramref name="minimum"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maximum"/> isn't above <paramref name="minimum"/>.</exception>
    public static int Int32(ulong seed, long index, int minimum, int maximum, int stream = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(maximum, minimum);
        uint range = unchecked((uint)maximum - (uint)minimum);
        uint offset = BelowRange(seed, index, stream, range);
        return unchecked((int)((uint)minimum + offset));
    }

    /// <summary>A normally distributed number with mean 0 and standard deviation 1, by the Box-Muller transform.</summary>
    /// <remarks>At most 8.6 from 0. The same bits on every platform.</remarks>
    /// <inheritdoc cref="UInt32" path="/param"/>
    public static double Normal(ulong seed, long index, int stream = 0)
    {
        (uint word0, uint word1, uint word2, uint word3) = Block(seed, index, stream, 0);

        double radius = Math.Sqrt(VectorMath.Log(Positive(Join(word1, word0))) * -2.0);
        return radius * VectorMath.Cos((Join(word3, word2) >> 11) * DoubleUnit * (2 * Math.PI));
    }

    /// <summary>An exponentially distributed number with mean 1, by inversion.</summary>
    /// <remarks>From 0 to 36.8. The same bits on every platform.</remarks>
    /// <inheritdoc cref="UInt32" path="/param"/>
    public static double Exponential(ulong seed, long index, int stream = 0) => -VectorMath.Log(Positive(UInt64(seed, index, stream)));

    // From (0, 1], so that the logarithm is finite.
    private static double Positive(ulong bits) => ((bits >> 11) + 1) * DoubleUnit;

    // Multiply and shift maps 2³² numbers onto the range; the few products that would make some results likelier than
    // others are drawn again, from the following words and then from blocks with the next attempt as their counter.
    private static uint BelowRange(ulong seed, long index, int stream, uint range)
    {
        uint excess = unchecked(0 - range) % range;
        for (uint attempt = 0; ; attempt++)
        {
            (uint word0, uint word1, uint word2, uint word3) = Block(seed, index, stream, attempt);
            ulong product = (ulong)word0 * range;
            if ((uint)product >= excess
                || (uint)(product = (ulong)word1 * range) >= excess
                || (uint)(product = (ulong)word2 * range) >= excess
                || (uint)(product = (ulong)word3 * range) >= excess)
            {
                return (uint)(product >> 32);
            }
        }
    }

    private static (uint Word0, uint Word1, uint Word2, uint Word3) Block(ulong seed, long index, int stream, uint attempt) =>
        unchecked(Philox.Block((uint)index, (uint)(index >> 32), (uint)stream, attempt, (uint)seed, (uint)(seed >> 32)));

    private static ulong Join(uint high, uint low) => ((ulong)high << 32) | low;
}
