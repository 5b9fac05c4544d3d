using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoPar.Runtime;

/// <summary>Four doubles, for hardware with vectors of 256 bits.</summary>
internal readonly struct FourLanes(Vector256<double> value) : ILanes<FourLanes>
{
    /// <summary>A field: the JIT counts every getter that it inlines, and it gives up at some number.</summary>
    public readonly Vector256<double> Value = value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator FourLanes(double value) => new(Vector256.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes operator +(FourLanes left, FourLanes right) => new(left.Value + right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes operator -(FourLanes left, FourLanes right) => new(left.Value - right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes operator -(FourLanes value) => new(-value.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes operator *(FourLanes left, FourLanes right) => new(left.Value * right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes operator /(FourLanes left, FourLanes right) => new(left.Value / right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes MultiplyAdd(FourLanes left, FourLanes right, FourLanes addend) =>
        new(Vector256.FusedMultiplyAdd(left.Value, right.Value, addend.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes Abs(FourLanes value) => new(Vector256.Abs(value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes Sqrt(FourLanes value) => new(Vector256.Sqrt(value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes FromBits(long bits) => new(Vector256.Create(bits).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes AddBits(FourLanes left, FourLanes right) => new((left.Value.AsInt64() + right.Value.AsInt64()).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes operator &(FourLanes left, FourLanes right) => new(left.Value & right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes operator |(FourLanes left, FourLanes right) => new(left.Value | right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes operator ^(FourLanes left, FourLanes right) => new(left.Value ^ right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes operator <<(FourLanes value, int count) => new((value.Value.AsInt64() << count).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes operator >>>(FourLanes value, int count) => new((value.Value.AsInt64() >>> count).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes SelectOdd(FourLanes number, FourLanes odd, FourLanes even) =>
        new(Vector256.ConditionalSelect(Vector256.Equals(number.Value.AsInt64() & Vector256<long>.One, Vector256<long>.Zero).AsDouble(), even.Value, odd.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes SelectLess(FourLanes left, FourLanes right, FourLanes less, FourLanes other) =>
        new(Vector256.ConditionalSelect(Vector256.LessThan(left.Value, right.Value), less.Value, other.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllBetween(FourLanes value, double low, double high) =>
        Vector256.GreaterThanOrEqualAll(value.Value, Vector256.Create(low)) && Vector256.LessThanOrEqualAll(value.Value, Vector256.Create(high));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllWithin(FourLanes value, double bound) => Vector256.LessThanOrEqualAll(Vector256.Abs(value.Value), Vector256.Create(bound));
}
