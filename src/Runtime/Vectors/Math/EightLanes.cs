using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoPar.Runtime;

/// <summary>Eight doubles, for hardware with vectors of 512 bits.</summary>
internal readonly struct EightLanes(Vector512<double> value) : ILanes<EightLanes>
{
    /// <summary>A field: the JIT counts every getter that it inlines, and it gives up at some number.</summary>
    public readonly Vector512<double> Value = value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator EightLanes(double value) => new(Vector512.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes operator +(EightLanes left, EightLanes right) => new(left.Value + right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes operator -(EightLanes left, EightLanes right) => new(left.Value - right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes operator -(EightLanes value) => new(-value.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes operator *(EightLanes left, EightLanes right) => new(left.Value * right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes operator /(EightLanes left, EightLanes right) => new(left.Value / right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes MultiplyAdd(EightLanes left, EightLanes right, EightLanes addend) =>
        new(Vector512.FusedMultiplyAdd(left.Value, right.Value, addend.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes Abs(EightLanes value) => new(Vector512.Abs(value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes Sqrt(EightLanes value) => new(Vector512.Sqrt(value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes FromBits(long bits) => new(Vector512.Create(bits).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes AddBits(EightLanes left, EightLanes right) => new((left.Value.AsInt64() + right.Value.AsInt64()).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes operator &(EightLanes left, EightLanes right) => new(left.Value & right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes operator |(EightLanes left, EightLanes right) => new(left.Value | right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes operator ^(EightLanes left, EightLanes right) => new(left.Value ^ right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes operator <<(EightLanes value, int count) => new((value.Value.AsInt64() << count).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes operator >>>(EightLanes value, int count) => new((value.Value.AsInt64() >>> count).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes SelectOdd(EightLanes number, EightLanes odd, EightLanes even) =>
        new(Vector512.ConditionalSelect(Vector512.Equals(number.Value.AsInt64() & Vector512<long>.One, Vector512<long>.Zero).AsDouble(), even.Value, odd.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes SelectLess(EightLanes left, EightLanes right, EightLanes less, EightLanes other) =>
        new(Vector512.ConditionalSelect(Vector512.LessThan(left.Value, right.Value), less.Value, other.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllBetween(EightLanes value, double low, double high) =>
        Vector512.GreaterThanOrEqualAll(value.Value, Vector512.Create(low)) && Vector512.LessThanOrEqualAll(value.Value, Vector512.Create(high));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllWithin(EightLanes value, double bound) => Vector512.LessThanOrEqualAll(Vector512.Abs(value.Value), Vector512.Create(bound));
}
