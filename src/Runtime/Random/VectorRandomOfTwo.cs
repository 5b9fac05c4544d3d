using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoPar.Runtime;

/// <content>Two lanes: numbers of 32 bits are the lower half of a vector.</content>
public static partial class VectorRandom
{
    /// <summary><see cref="ParallelRandom.UInt32"/> in two lanes, the lower half of the result.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<uint> UInt32(Vector128<ulong> seed, Vector128<long> index, Vector128<int> stream) =>
        UInt32(seed.ToVector256(), index.ToVector256(), stream);

    /// <summary><see cref="ParallelRandom.UInt64"/> in two lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ulong> UInt64(Vector128<ulong> seed, Vector128<long> index, Vector128<int> stream) =>
        UInt64(seed.ToVector256(), index.ToVector256(), stream).GetLower();

    /// <summary><see cref="ParallelRandom.Double"/> in two lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Double(Vector128<ulong> seed, Vector128<long> index, Vector128<int> stream) =>
        Double(seed.ToVector256(), index.ToVector256(), stream).GetLower();

    /// <summary><see cref="ParallelRandom.Single"/> in two lanes, the lower half of the result.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Single(Vector128<ulong> seed, Vector128<long> index, Vector128<int> stream) =>
        Single(seed.ToVector256(), index.ToVector256(), stream);

    /// <summary><see cref="ParallelRandom.Normal"/> in two lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Normal(Vector128<ulong> seed, Vector128<long> index, Vector128<int> stream) =>
        Normal(seed.ToVector256(), index.ToVector256(), stream).GetLower();

    /// <summary><see cref="ParallelRandom.Exponential"/> in two lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Exponential(Vector128<ulong> seed, Vector128<long> index, Vector128<int> stream) =>
        Exponential(seed.ToVector256(), index.ToVector256(), stream).GetLower();

    /// <summary><see cref="ParallelRandom.Int32"/> in two lanes, the lower half of the result; where the range is empty, its minimum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> Int32(
        Vector128<ulong> seed, Vector128<long> index, Vector128<int> minimum, Vector128<int> maximum, Vector128<int> stream) =>
        Int32(seed.ToVector256(), index.ToVector256(), minimum, maximum, stream);
}
