using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace AutoPar.Runtime;

/// <summary><see cref="Philox"/> for a counter in each of eight lanes.</summary>
internal static class PhiloxLanes
{
    private const ulong LowWord = uint.MaxValue;

    /// <summary>
    /// The first two or all four words of the blocks of eight counters, of 64 bits in pairs: word 0 is the lower half of
    /// <c>Low</c>, word 3 the upper half of <c>High</c>.
    /// </summary>
    /// <param name="seed">The keys.</param>
    /// <param name="index">The lower 64 bits of the counters.</param>
    /// <param name="stream">The third word of the counters.</param>
    /// <param name="attempt">The fourth word of all counters.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector512<ulong> Low, Vector512<ulong> High) Block(
        Vector512<ulong> seed, Vector512<long> index, Vector256<int> stream, uint attempt = 0)
    {
        // Each word stands in the lower half of a lane; what is in the upper half is never looked at.
        Vector512<ulong> c0 = index.AsUInt64();
        Vector512<ulong> c1 = c0 >>> 32;
        Vector512<ulong> c2 = VectorConvert.Widen(stream.AsUInt32());
        Vector512<ulong> c3 = Vector512.Create((ulong)attempt);
        Vector512<ulong> key0 = seed;
        Vector512<ulong> key1 = seed >>> 32;
        for (int round = 0; round < Philox.Rounds; round++)
        {
            Vector512<ulong> product0 = Multiply(c0, Vector512.Create((ulong)Philox.Multiplier0));
            Vector512<ulong> product1 = Multiply(c2, Vector512.Create((ulong)Philox.Multiplier1));
            c0 = (product1 >>> 32) ^ c1 ^ key0;
            c1 = product1;
            c2 = (product0 >>> 32) ^ c3 ^ key1;
            c3 = product0;
            key0 += Vector512.Create((ulong)Philox.Weyl0);
            key1 += Vector512.Create((ulong)Philox.Weyl1);
        }

        Vector512<ulong> lower = Vector512.Create(LowWord);
        return ((c0 & lower) | (c1 << 32), (c2 & lower) | (c3 << 32));
    }

    /// <summary>The products of the lower halves of lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> Multiply(Vector512<ulong> left, Vector512<ulong> right) => Avx512F.IsSupported
        ? Avx512F.Multiply(left.AsUInt32(), right.AsUInt32())
        : Vector512.Create(Multiply(left.GetLower(), right.GetLower()), Multiply(left.GetUpper(), right.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> Multiply(Vector256<ulong> left, Vector256<ulong> right) => Avx2.IsSupported
        ? Avx2.Multiply(left.AsUInt32(), right.AsUInt32())
        : Vector256.Create(Multiply(left.GetLower(), right.GetLower()), Multiply(left.GetUpper(), right.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ulong> Multiply(Vector128<ulong> left, Vector128<ulong> right) => Sse2.IsSupported
        ? Sse2.Multiply(left.AsUInt32(), right.AsUInt32())
        : (left & Vector128.Create(LowWord)) * (right & Vector128.Create(LowWord));
}
