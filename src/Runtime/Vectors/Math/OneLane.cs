using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoPar.Runtime;

/// <summary>One double.</summary>
internal readonly struct OneLane(double value) : ILanes<OneLane>
{
    /// <summary>A field: the JIT counts every getter that it inlines, and it gives up at some number.</summary>
    public readonly double Value = value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator OneLane(double value) => new(value);

    /// <summary>The float, exactly. As a vector: the scalar conversion waits for whatever was in its target before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane Widen(float value) => new(Vector128.WidenLower(Vector128.CreateScalarUnsafe(value)).ToScalar());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane operator +(OneLane left, OneLane right) => new(left.Value + right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane operator -(OneLane left, OneLane right) => new(left.Value - right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane operator -(OneLane value) => new(-value.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane operator *(OneLane left, OneLane right) => new(left.Value * right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane operator /(OneLane left, OneLane right) => new(left.Value / right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane MultiplyAdd(OneLane left, OneLane right, OneLane addend) =>
        new(Math.FusedMultiplyAdd(left.Value, right.Value, addend.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane Abs(OneLane value) => new(Math.Abs(value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane Sqrt(OneLane value) => new(Math.Sqrt(value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane FromBits(long bits) => new(BitConverter.Int64BitsToDouble(bits));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane AddBits(OneLane left, OneLane right) => FromBits(Bits(left) + Bits(right));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane operator &(OneLane left, OneLane right) => FromBits(Bits(left) & Bits(right));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane operator |(OneLane left, OneLane right) => FromBits(Bits(left) | Bits(right));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane operator ^(OneLane left, OneLane right) => FromBits(Bits(left) ^ Bits(right));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane operator <<(OneLane value, int count) => FromBits(Bits(value) << count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane operator >>>(OneLane value, int count) => FromBits(Bits(value) >>> count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane SelectOdd(OneLane number, OneLane odd, OneLane even) => (Bits(number) & 1) != 0 ? odd : even;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane SelectLess(OneLane left, OneLane right, OneLane less, OneLane other) => left.Value < right.Value ? less : other;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllBetween(OneLane value, double low, double high) => value.Value >= low && value.Value <= high;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllWithin(OneLane value, double bound) => Math.Abs(value.Value) <= bound;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long Bits(OneLane value) => BitConverter.DoubleToInt64Bits(value.Value);
}
