using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoPar.Runtime;

/// <summary>
/// Folds the lanes of a vector into one value: the upper half onto the lower one, until one lane is left. The order is
/// the same on every machine.
/// </summary>
public static partial class VectorFold
{
    /// <summary>Whether some lane holds exactly these bits: −0 isn't +0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Holds(Vector512<double> value, double bits) => Vector512.EqualsAny(value.AsInt64(), Vector512.Create(bits).AsInt64());

    /// <inheritdoc cref="Holds(Vector512{double}, double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Holds(Vector256<double> value, double bits) => Vector256.EqualsAny(value.AsInt64(), Vector256.Create(bits).AsInt64());

    /// <inheritdoc cref="Holds(Vector512{double}, double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Holds(Vector128<double> value, double bits) => Vector128.EqualsAny(value.AsInt64(), Vector128.Create(bits).AsInt64());

    /// <inheritdoc cref="Holds(Vector512{double}, double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Holds(Vector512<float> value, float bits) => Vector512.EqualsAny(value.AsInt32(), Vector512.Create(bits).AsInt32());

    /// <inheritdoc cref="Holds(Vector512{double}, double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Holds(Vector256<float> value, float bits) => Vector256.EqualsAny(value.AsInt32(), Vector256.Create(bits).AsInt32());

    /// <inheritdoc cref="Holds(Vector512{double}, double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Holds(Vector128<float> value, float bits) => Vector128.EqualsAny(value.AsInt32(), Vector128.Create(bits).AsInt32());

    /// <summary>Folds by <c>left + right</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sum<T>(Vector512<T> lanes)
        where T : unmanaged, IAdditionOperators<T, T, T> => Sum(lanes.GetLower() + lanes.GetUpper());

    /// <inheritdoc cref="Sum{T}(Vector512{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sum<T>(Vector256<T> lanes)
        where T : unmanaged, IAdditionOperators<T, T, T> => Sum(lanes.GetLower() + lanes.GetUpper());

    /// <inheritdoc cref="Sum{T}(Vector512{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sum<T>(Vector128<T> lanes)
        where T : unmanaged, IAdditionOperators<T, T, T> =>
        Unsafe.SizeOf<T>() == 8 ? lanes.GetElement(0) + lanes.GetElement(1) : SumHalf(lanes + Vector128.Shuffle(lanes.AsInt64(), Vector128.Create(1L, 0)).As<long, T>());

    /// <summary>The same for the lower half alone.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T SumHalf<T>(Vector128<T> lanes)
        where T : unmanaged, IAdditionOperators<T, T, T>
    {
        for (int half = Vector128<T>.Count / 4; half > 0; half /= 2)
        {
            for (int lane = 0; lane < half; lane++)
            {
                lanes = lanes.WithElement(lane, lanes.GetElement(lane) + lanes.GetElement(lane + half));
            }
        }

        return lanes.GetElement(0);
    }

    /// <summary>Folds by <c>left * right</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Product<T>(Vector512<T> lanes)
        where T : unmanaged, IMultiplyOperators<T, T, T> => Product(lanes.GetLower() * lanes.GetUpper());

    /// <inheritdoc cref="Product{T}(Vector512{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Product<T>(Vector256<T> lanes)
        where T : unmanaged, IMultiplyOperators<T, T, T> => Product(lanes.GetLower() * lanes.GetUpper());

    /// <inheritdoc cref="Product{T}(Vector512{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Product<T>(Vector128<T> lanes)
        where T : unmanaged, IMultiplyOperators<T, T, T> =>
        Unsafe.SizeOf<T>() == 8 ? lanes.GetElement(0) * lanes.GetElement(1) : ProductHalf(lanes * Vector128.Shuffle(lanes.AsInt64(), Vector128.Create(1L, 0)).As<long, T>());

    /// <summary>The same for the lower half alone.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T ProductHalf<T>(Vector128<T> lanes)
        where T : unmanaged, IMultiplyOperators<T, T, T>
    {
        for (int half = Vector128<T>.Count / 4; half > 0; half /= 2)
        {
            for (int lane = 0; lane < half; lane++)
            {
                lanes = lanes.WithElement(lane, lanes.GetElement(lane) * lanes.GetElement(lane + half));
            }
        }

        return lanes.GetElement(0);
    }

    /// <summary>Folds by <c>left &amp; right</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T And<T>(Vector512<T> lanes)
        where T : unmanaged, IBitwiseOperators<T, T, T> => And(lanes.GetLower() & lanes.GetUpper());

    /// <inheritdoc cref="And{T}(Vector512{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T And<T>(Vector256<T> lanes)
        where T : unmanaged, IBitwiseOperators<T, T, T> => And(lanes.GetLower() & lanes.GetUpper());

    /// <inheritdoc cref="And{T}(Vector512{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T And<T>(Vector128<T> lanes)
        where T : unmanaged, IBitwiseOperators<T, T, T> =>
        Unsafe.SizeOf<T>() == 8 ? lanes.GetElement(0) & lanes.GetElement(1) : AndHalf(lanes & Vector128.Shuffle(lanes.AsInt64(), Vector128.Create(1L, 0)).As<long, T>());

    /// <summary>The same for the lower half alone.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T AndHalf<T>(Vector128<T> lanes)
        where T : unmanaged, IBitwiseOperators<T, T, T>
    {
        for (int half = Vector128<T>.Count / 4; half > 0; half /= 2)
        {
            for (int lane = 0; lane < half; lane++)
            {
                lanes = lanes.WithElement(lane, lanes.GetElement(lane) & lanes.GetElement(lane + half));
            }
        }

        return lanes.GetElement(0);
    }

    /// <summary>Folds by <c>left | right</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Or<T>(Vector512<T> lanes)
        where T : unmanaged, IBitwiseOperators<T, T, T> => Or(lanes.GetLower() | lanes.GetUpper());

    /// <inheritdoc cref="Or{T}(Vector512{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Or<T>(Vector256<T> lanes)
        where T : unmanaged, IBitwiseOperators<T, T, T> => Or(lanes.GetLower() | lanes.GetUpper());

    /// <inheritdoc cref="Or{T}(Vector512{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Or<T>(Vector128<T> lanes)
        where T : unmanaged, IBitwiseOperators<T, T, T> =>
        Unsafe.SizeOf<T>() == 8 ? lanes.GetElement(0) | lanes.GetElement(1) : OrHalf(lanes | Vector128.Shuffle(lanes.AsInt64(), Vector128.Create(1L, 0)).As<long, T>());

    /// <summary>The same for the lower half alone.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T OrHalf<T>(Vector128<T> lanes)
        where T : unmanaged, IBitwiseOperators<T, T, T>
    {
        for (int half = Vector128<T>.Count / 4; half > 0; half /= 2)
        {
            for (int lane = 0; lane < half; lane++)
            {
                lanes = lanes.WithElement(lane, lanes.GetElement(lane) | lanes.GetElement(lane + half));
            }
        }

        return lanes.GetElement(0);
    }

    /// <summary>Folds by <c>left ^ right</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Xor<T>(Vector512<T> lanes)
        where T : unmanaged, IBitwiseOperators<T, T, T> => Xor(lanes.GetLower() ^ lanes.GetUpper());

    /// <inheritdoc cref="Xor{T}(Vector512{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Xor<T>(Vector256<T> lanes)
        where T : unmanaged, IBitwiseOperators<T, T, T> => Xor(lanes.GetLower() ^ lanes.GetUpper());

    /// <inheritdoc cref="Xor{T}(Vector512{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Xor<T>(Vector128<T> lanes)
        where T : unmanaged, IBitwiseOperators<T, T, T> =>
        Unsafe.SizeOf<T>() == 8 ? lanes.GetElement(0) ^ lanes.GetElement(1) : XorHalf(lanes ^ Vector128.Shuffle(lanes.AsInt64(), Vector128.Create(1L, 0)).As<long, T>());

    /// <summary>The same for the lower half alone.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T XorHalf<T>(Vector128<T> lanes)
        where T : unmanaged, IBitwiseOperators<T, T, T>
    {
        for (int half = Vector128<T>.Count / 4; half > 0; half /= 2)
        {
            for (int lane = 0; lane < half; lane++)
            {
                lanes = lanes.WithElement(lane, lanes.GetElement(lane) ^ lanes.GetElement(lane + half));
            }
        }

        return lanes.GetElement(0);
    }

    /// <summary>Folds by <c>Math.Min(left, right)</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Min<T>(Vector512<T> lanes)
        where T : unmanaged, INumber<T> => Min(Vector256.Min(lanes.GetLower(), lanes.GetUpper()));

    /// <inheritdoc cref="Min{T}(Vector512{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Min<T>(Vector256<T> lanes)
        where T : unmanaged, INumber<T> => Min(Vector128.Min(lanes.GetLower(), lanes.GetUpper()));

    /// <inheritdoc cref="Min{T}(Vector512{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Min<T>(Vector128<T> lanes)
        where T : unmanaged, INumber<T> =>
        Unsafe.SizeOf<T>() == 8 ? T.Min(lanes.GetElement(0), lanes.GetElement(1)) : MinHalf(Vector128.Min(lanes, Vector128.Shuffle(lanes.AsInt64(), Vector128.Create(1L, 0)).As<long, T>()));

    /// <summary>The same for the lower half alone.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T MinHalf<T>(Vector128<T> lanes)
        where T : unmanaged, INumber<T>
    {
        for (int half = Vector128<T>.Count / 4; half > 0; half /= 2)
        {
            for (int lane = 0; lane < half; lane++)
            {
                lanes = lanes.WithElement(lane, T.Min(lanes.GetElement(lane), lanes.GetElement(lane + half)));
            }
        }

        return lanes.GetElement(0);
    }

    /// <summary>Folds by <c>Math.Max(left, right)</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Max<T>(Vector512<T> lanes)
        where T : unmanaged, INumber<T> => Max(Vector256.Max(lanes.GetLower(), lanes.GetUpper()));

    /// <inheritdoc cref="Max{T}(Vector512{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Max<T>(Vector256<T> lanes)
        where T : unmanaged, INumber<T> => Max(Vector128.Max(lanes.GetLower(), lanes.GetUpper()));

    /// <inheritdoc cref="Max{T}(Vector512{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Max<T>(Vector128<T> lanes)
        where T : unmanaged, INumber<T> =>
        Unsafe.SizeOf<T>() == 8 ? T.Max(lanes.GetElement(0), lanes.GetElement(1)) : MaxHalf(Vector128.Max(lanes, Vector128.Shuffle(lanes.AsInt64(), Vector128.Create(1L, 0)).As<long, T>()));

    /// <summary>The same for the lower half alone.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T MaxHalf<T>(Vector128<T> lanes)
        where T : unmanaged, INumber<T>
    {
        for (int half = Vector128<T>.Count / 4; half > 0; half /= 2)
        {
            for (int lane = 0; lane < half; lane++)
            {
                lanes = lanes.WithElement(lane, T.Max(lanes.GetElement(lane), lanes.GetElement(lane + half)));
            }
        }

        return lanes.GetElement(0);
    }
}
