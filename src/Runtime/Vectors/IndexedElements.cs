using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoPar.Runtime;

/// <summary>
/// Elements at the places that a vector of tested subscripts says. Two subscripts at a time leave the vector register, which
/// measures faster than the processor's gather instruction, and several times as fast as a vector that goes through memory.
/// </summary>
/// <remarks>The subscripts have been compared with the length as unsigned numbers, so none is negative.</remarks>
internal static unsafe class IndexedElements
{
    /// <summary>The element of each of 8 lanes of 8 bytes or 16 of 4.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Load512<T, TVector>(ref T source, TVector subscripts)
        where T : unmanaged
        where TVector : struct
    {
        if (sizeof(T) == 8)
        {
            Vector256<int> eight = Unsafe.BitCast<TVector, Vector256<int>>(subscripts);
            ref ulong bits = ref Unsafe.As<T, ulong>(ref source);
            return Vector512.Create(Four(ref bits, eight.GetLower()), Four(ref bits, eight.GetUpper())).As<ulong, T>();
        }

        Vector512<int> sixteen = Unsafe.BitCast<TVector, Vector512<int>>(subscripts);
        return Vector512.Create(Eight(ref source, sixteen.GetLower()), Eight(ref source, sixteen.GetUpper())).As<uint, T>();
    }

    /// <summary>The element of each of 4 lanes of 8 bytes, 8 of 4 or 16 of 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Load256<T, TVector>(ref T source, TVector subscripts)
        where T : unmanaged
        where TVector : struct
    {
        if (sizeof(T) == 8)
        {
            return Four(ref Unsafe.As<T, ulong>(ref source), Unsafe.BitCast<TVector, Vector128<int>>(subscripts)).As<ulong, T>();
        }

        if (sizeof(T) == 4)
        {
            return Eight(ref source, Unsafe.BitCast<TVector, Vector256<int>>(subscripts)).As<uint, T>();
        }

        ref ushort bits = ref Unsafe.As<T, ushort>(ref source);
        Vector512<int> sixteen = Unsafe.BitCast<TVector, Vector512<int>>(subscripts);
        return Vector256.Create(
            Four(ref bits, sixteen.GetLower().GetLower()), Four(ref bits, sixteen.GetLower().GetUpper()),
            Four(ref bits, sixteen.GetUpper().GetLower()), Four(ref bits, sixteen.GetUpper().GetUpper())).As<ulong, T>();
    }

    /// <summary>The element of each of 4 lanes of 4 bytes, 8 of 2 or 16 of 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Load128<T, TVector>(ref T source, TVector subscripts)
        where T : unmanaged
        where TVector : struct
    {
        if (sizeof(T) == 4)
        {
            return Four(ref Unsafe.As<T, uint>(ref source), Unsafe.BitCast<TVector, Vector128<int>>(subscripts)).As<uint, T>();
        }

        if (sizeof(T) == 2)
        {
            ref ushort bits = ref Unsafe.As<T, ushort>(ref source);
            Vector256<int> eight = Unsafe.BitCast<TVector, Vector256<int>>(subscripts);
            return Vector128.Create(Four(ref bits, eight.GetLower()), Four(ref bits, eight.GetUpper())).As<ulong, T>();
        }

        ref byte bytes = ref Unsafe.As<T, byte>(ref source);
        Vector512<int> sixteen = Unsafe.BitCast<TVector, Vector512<int>>(subscripts);
        return Vector128.Create(
            Four(ref bytes, sixteen.GetLower().GetLower()), Four(ref bytes, sixteen.GetLower().GetUpper()),
            Four(ref bytes, sixteen.GetUpper().GetLower()), Four(ref bytes, sixteen.GetUpper().GetUpper())).As<uint, T>();
    }

    /// <summary>The element of each of 4 lanes of 2 bytes or 8 of 1; zero in the upper half.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> LoadHalf<T, TVector>(ref T source, TVector subscripts)
        where T : unmanaged
        where TVector : struct
    {
        if (sizeof(T) == 2)
        {
            return Vector128.CreateScalar(Four(ref Unsafe.As<T, ushort>(ref source), Unsafe.BitCast<TVector, Vector128<int>>(subscripts))).As<ulong, T>();
        }

        ref byte bytes = ref Unsafe.As<T, byte>(ref source);
        Vector256<int> eight = Unsafe.BitCast<TVector, Vector256<int>>(subscripts);
        return Vector128.CreateScalar(Four(ref bytes, eight.GetLower()) | ((ulong)Four(ref bytes, eight.GetUpper()) << 32)).As<ulong, T>();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Eight<T>(ref T source, Vector256<int> subscripts)
        where T : unmanaged
    {
        ref uint bits = ref Unsafe.As<T, uint>(ref source);
        return Vector256.Create(Four(ref bits, subscripts.GetLower()), Four(ref bits, subscripts.GetUpper()));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> Four(ref ulong source, Vector128<int> subscripts)
    {
        ulong low = subscripts.AsUInt64().ToScalar();
        ulong high = subscripts.AsUInt64().GetElement(1);
        return Vector256.Create(At(ref source, (uint)low), At(ref source, low >> 32), At(ref source, (uint)high), At(ref source, high >> 32));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<uint> Four(ref uint source, Vector128<int> subscripts)
    {
        ulong low = subscripts.AsUInt64().ToScalar();
        ulong high = subscripts.AsUInt64().GetElement(1);
        return Vector128.Create(At(ref source, (uint)low), At(ref source, low >> 32), At(ref source, (uint)high), At(ref source, high >> 32));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Four(ref ushort source, Vector128<int> subscripts)
    {
        ulong low = subscripts.AsUInt64().ToScalar();
        ulong high = subscripts.AsUInt64().GetElement(1);
        return At(ref source, (uint)low) | ((ulong)At(ref source, low >> 32) << 16)
            | ((ulong)At(ref source, (uint)high) << 32) | ((ulong)At(ref source, high >> 32) << 48);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Four(ref byte source, Vector128<int> subscripts)
    {
        ulong low = subscripts.AsUInt64().ToScalar();
        ulong high = subscripts.AsUInt64().GetElement(1);
        return At(ref source, (uint)low) | ((uint)At(ref source, low >> 32) << 8)
            | ((uint)At(ref source, (uint)high) << 16) | ((uint)At(ref source, high >> 32) << 24);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T At<T>(ref T source, ulong subscript) => Unsafe.Add(ref source, (nuint)subscript);
}
