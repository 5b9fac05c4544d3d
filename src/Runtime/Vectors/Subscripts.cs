using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoPar.Runtime;

/// <summary>Vectors of subscripts, looked at before they are used. They are vectors of <see cref="int"/> of any width.</summary>
internal static class Subscripts
{
    /// <summary>All are in [0, <paramref name="length"/>).</summary>
    /// <exception cref="IndexOutOfRangeException">One isn't.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Check<TVector>(TVector subscripts, int length)
        where TVector : struct
    {
        bool isOutside = typeof(TVector) == typeof(Vector512<int>)
            ? Vector512.GreaterThanOrEqualAny(Unsafe.BitCast<TVector, Vector512<uint>>(subscripts), Vector512.Create((uint)length))
            : typeof(TVector) == typeof(Vector256<int>)
            ? Vector256.GreaterThanOrEqualAny(Unsafe.BitCast<TVector, Vector256<uint>>(subscripts), Vector256.Create((uint)length))
            : Vector128.GreaterThanOrEqualAny(Unsafe.BitCast<TVector, Vector128<uint>>(subscripts), Vector128.Create((uint)length));
        if (isOutside)
        {
            Fail();
        }
    }

    /// <summary>Gives the inactive lanes the subscript of an active one; false when no lane is active.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryFill<TVector>(ref TVector subscripts, TVector mask)
        where TVector : struct
    {
        uint active = typeof(TVector) == typeof(Vector512<int>) ? (uint)Unsafe.BitCast<TVector, Vector512<int>>(mask).ExtractMostSignificantBits()
            : typeof(TVector) == typeof(Vector256<int>) ? Unsafe.BitCast<TVector, Vector256<int>>(mask).ExtractMostSignificantBits()
            : Unsafe.BitCast<TVector, Vector128<int>>(mask).ExtractMostSignificantBits();
        if (active == 0)
        {
            return false;
        }

        int one = Unsafe.Add(ref Unsafe.As<TVector, int>(ref subscripts), System.Numerics.BitOperations.TrailingZeroCount(active));
        subscripts = typeof(TVector) == typeof(Vector512<int>)
            ? Unsafe.BitCast<Vector512<int>, TVector>(Vector512.ConditionalSelect(
                Unsafe.BitCast<TVector, Vector512<int>>(mask), Unsafe.BitCast<TVector, Vector512<int>>(subscripts), Vector512.Create(one)))
            : typeof(TVector) == typeof(Vector256<int>)
            ? Unsafe.BitCast<Vector256<int>, TVector>(Vector256.ConditionalSelect(
                Unsafe.BitCast<TVector, Vector256<int>>(mask), Unsafe.BitCast<TVector, Vector256<int>>(subscripts), Vector256.Create(one)))
            : Unsafe.BitCast<Vector128<int>, TVector>(Vector128.ConditionalSelect(
                Unsafe.BitCast<TVector, Vector128<int>>(mask), Unsafe.BitCast<TVector, Vector128<int>>(subscripts), Vector128.Create(one)));
        return true;
    }

    /// <summary>A racing thread has changed an index after the guard had tested it.</summary>
    private static void Fail() => throw new IndexOutOfRangeException();
}
