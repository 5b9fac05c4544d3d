using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoPar.Runtime;

/// <summary>
/// The functions of <see cref="ParallelRandom"/> for a seed, an index and a stream in each lane: each lane has the bits of the
/// function of one number. Generated code calls it.
/// </summary>
public static partial class VectorRandom
{
    private const int DoubleShift = 11;
    private const int SingleShift = 8;

    /// <summary><see cref="ParallelRandom.UInt32"/> in eight lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> UInt32(Vector512<ulong> seed, Vector512<long> index, Vector256<int> stream)
    {
        (Vector512<ulong> low, _) = PhiloxLanes.Block(seed, index, stream);
        return VectorConvert.Narrow(low);
    }

    /// <summary><see cref="ParallelRandom.UInt32"/> in four lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<uint> UInt32(Vector256<ulong> seed, Vector256<long> index, Vector128<int> stream) =>
        UInt32(seed.ToVector512(), index.ToVector512(), stream.ToVector256()).GetLower();

    /// <summary><see cref="ParallelRandom.UInt64"/> in eight lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> UInt64(Vector512<ulong> seed, Vector512<long> index, Vector256<int> stream)
    {
        (Vector512<ulong> low, _) = PhiloxLanes.Block(seed, index, stream);
        return low;
    }

    /// <summary><see cref="ParallelRandom.UInt64"/> in four lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<ulong> UInt64(Vector256<ulong> seed, Vector256<long> index, Vector128<int> stream) =>
        UInt64(seed.ToVector512(), index.ToVector512(), stream.ToVector256()).GetLower();

    /// <summary><see cref="ParallelRandom.Double"/> in eight lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Double(Vector512<ulong> seed, Vector512<long> index, Vector256<int> stream)
    {
        (Vector512<ulong> low, _) = PhiloxLanes.Block(seed, index, stream);
        return Unit(low >>> DoubleShift);
    }

    /// <summary><see cref="ParallelRandom.Double"/> in four lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Double(Vector256<ulong> seed, Vector256<long> index, Vector128<int> stream) =>
        Double(seed.ToVector512(), index.ToVector512(), stream.ToVector256()).GetLower();

    /// <summary><see cref="ParallelRandom.Single"/> in eight lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Single(Vector512<ulong> seed, Vector512<long> index, Vector256<int> stream)
    {
        (Vector512<ulong> low, _) = PhiloxLanes.Block(seed, index, stream);
        return Vector256.ConvertToSingle((VectorConvert.Narrow(low) >>> SingleShift).AsInt32()) * ParallelRandom.SingleUnit;
    }

    /// <summary><see cref="ParallelRandom.Single"/> in four lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Single(Vector256<ulong> seed, Vector256<long> index, Vector128<int> stream) =>
        Single(seed.ToVector512(), index.ToVector512(), stream.ToVector256()).GetLower();

    /// <summary><see cref="ParallelRandom.Normal"/> in eight lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Normal(Vector512<ulong> seed, Vector512<long> index, Vector256<int> stream)
    {
        (Vector512<ulong> low, Vector512<ulong> high) = PhiloxLanes.Block(seed, index, stream);
        Vector512<double> radius = Vector512.Sqrt(VectorMath.Log(Positive(low)) * -2.0);
        return radius * VectorMath.Cos(Unit(high >>> DoubleShift) * (2 * Math.PI));
    }

    /// <summary><see cref="ParallelRandom.Normal"/> in four lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Normal(Vector256<ulong> seed, Vector256<long> index, Vector128<int> stream) =>
        Normal(seed.ToVector512(), index.ToVector512(), stream.ToVector256()).GetLower();

    /// <summary><see cref="ParallelRandom.Exponential"/> in eight lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Exponential(Vector512<ulong> seed, Vector512<long> index, Vector256<int> stream)
    {
        (Vector512<ulong> low, _) = PhiloxLanes.Block(seed, index, stream);
        return -VectorMath.Log(Positive(low));
    }

    /// <summary><see cref="ParallelRandom.Exponential"/> in four lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Exponential(Vector256<ulong> seed, Vector256<long> index, Vector128<int> stream) =>
        Exponential(seed.ToVector512(), index.ToVector512(), stream.ToVector256()).GetLower();

    /// <summary><see cref="ParallelRandom.Int32"/> in eight lanes; where the range is empty, its minimum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Int32(
        Vector512<ulong> seed, Vector512<long> index, Vector256<int> minimum, Vector256<int> maximum, Vector256<int> stream)
    {
        (Vector512<ulong> low, _) = PhiloxLanes.Block(seed, index, stream);
        Vector512<ulong> range = VectorConvert.Widen((maximum - minimum).AsUInt32());
        Vector512<ulong> product = PhiloxLanes.Multiply(low, range);

        // The products that are drawn again are among those whose lower half is below the range: they are rare.
        return Vector512.LessThanAny(product & Vector512.Create((ulong)uint.MaxValue), range)
            ? OneByOne(seed, index, minimum, maximum, stream)
            : minimum + VectorConvert.Narrow(product >>> 32).AsInt32();
    }

    /// <summary><see cref="ParallelRandom.Int32"/> in four lanes; where the range is empty, its minimum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> Int32(
        Vector256<ulong> seed, Vector256<long> index, Vector128<int> minimum, Vector128<int> maximum, Vector128<int> stream) =>
        Int32(seed.ToVector512(), index.ToVector512(), minimum.ToVector256(), maximum.ToVector256(), stream.ToVector256()).GetLower();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector256<int> OneByOne(
        Vector512<ulong> seed, Vector512<long> index, Vector256<int> minimum, Vector256<int> maximum, Vector256<int> stream)
    {
        Vector256<int> result = minimum;
        for (int lane = 0; lane < Vector256<int>.Count; lane++)
        {
            if (minimum[lane] < maximum[lane])
            {
                result = result.WithElement(lane, ParallelRandom.Int32(seed[lane], index[lane], minimum[lane], maximum[lane], stream[lane]));
            }
        }

        return result;
    }

    // From (0, 1], so that the logarithm is finite.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Positive(Vector512<ulong> bits) => Unit((bits >>> DoubleShift) + Vector512<ulong>.One);

    /// <summary>2⁵³ at most, in units of 2⁻⁵³.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Unit(Vector512<ulong> steps) => Vector512.ConvertToDouble(steps.AsInt64()) * ParallelRandom.DoubleUnit;
}
