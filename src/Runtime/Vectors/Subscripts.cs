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

    /// <summary>Gives the inactive lanes the subscript 0; false when there is nothing to access.</summary>
    /// <exception cref="IndexOutOfRangeException">There are no elements, and a lane is active.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryFill<TVector>(ref TVector subscripts, TVector mask, int length)
        where TVector : struct
    {
        if (length == 0)
        {
            FailIfAny(mask);
            return false;
        }

        subscripts = typeof(TVector) == typeof(Vector512<int>)
            ? Unsafe.BitCast<Vector512<int>, TVector>(Unsafe.BitCast<TVector, Vector512<int>>(mask) & Unsafe.BitCast<TVector, Vector512<int>>(subscripts))
            : typeof(TVector) == typeof(Vector256<int>)
            ? Unsafe.BitCast<Vector256<int>, TVector>(Unsafe.BitCast<TVector, Vector256<int>>(mask) & Unsafe.BitCast<TVector, Vector256<int>>(subscripts))
            : Unsafe.BitCast<Vector128<int>, TVector>(Unsafe.BitCast<TVector, Vector128<int>>(mask) & Unsafe.BitCast<TVector, Vector128<int>>(subscripts));
        return true;
    }

    private static void FailIfAny<TVector>(TVector mask)
        where TVector : struct
    {
        bool isAny = typeof(TVector) == typeof(Vector512<int>) ? Unsafe.BitCast<TVector, Vector512<int>>(mask) != Vector512<int>.Zero
            : typeof(TVector) == typeof(Vector256<int>) ? Unsafe.BitCast<TVector, Vector256<int>>(mask) != Vector256<int>.Zero
            : Unsafe.BitCast<TVector, Vector128<int>>(mask) != Vector128<int>.Zero;
        if (isAny)
        {
            Fail();
        }
    }

    /// <summary>A racing thread has changed an index after the guard had tested it.</summary>
    private static void Fail() => throw new IndexOutOfRangeException();
}
