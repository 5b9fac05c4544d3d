using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoPar.Runtime;

/// <summary>
/// Stores to the places that a vector of tested subscripts says, one lane after the other: where two have one place, the later
/// one's value stays. Two subscripts at a time leave the vector register, as for <see cref="IndexedElements"/>.
/// </summary>
internal static unsafe class IndexedStores
{
    /// <summary>8 lanes of 8 bytes or 16 of 4.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<T, TVector>(Vector512<T> value, ref T target, TVector subscripts)
        where T : unmanaged
        where TVector : struct
    {
        if (sizeof(T) == 8)
        {
            Vector256<int> eight = Unsafe.BitCast<TVector, Vector256<int>>(subscripts);
            ref double place = ref Unsafe.As<T, double>(ref target);
            Vector512<double> bits = value.As<T, double>();
            Four(bits.GetLower(), ref place, eight.GetLower());
            Four(bits.GetUpper(), ref place, eight.GetUpper());
        }
        else
        {
            Vector512<int> sixteen = Unsafe.BitCast<TVector, Vector512<int>>(subscripts);
            Eight(value.GetLower(), ref target, sixteen.GetLower());
            Eight(value.GetUpper(), ref target, sixteen.GetUpper());
        }
    }

    /// <summary>4 lanes of 8 bytes, 8 of 4 or 16 of 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<T, TVector>(Vector256<T> value, ref T target, TVector subscripts)
        where T : unmanaged
        where TVector : struct
    {
        if (sizeof(T) == 8)
        {
            Four(value.As<T, double>(), ref Unsafe.As<T, double>(ref target), Unsafe.BitCast<TVector, Vector128<int>>(subscripts));
        }
        else if (sizeof(T) == 4)
        {
            Eight(value, ref target, Unsafe.BitCast<TVector, Vector256<int>>(subscripts));
        }
        else
        {
            ref ushort place = ref Unsafe.As<T, ushort>(ref target);
            Vector512<int> sixteen = Unsafe.BitCast<TVector, Vector512<int>>(subscripts);
            Vector256<ulong> bits = value.As<T, ulong>();
            Four(bits.GetElement(0), ref place, sixteen.GetLower().GetLower());
            Four(bits.GetElement(1), ref place, sixteen.GetLower().GetUpper());
            Four(bits.GetElement(2), ref place, sixteen.GetUpper().GetLower());
            Four(bits.GetElement(3), ref place, sixteen.GetUpper().GetUpper());
        }
    }

    /// <summary>4 lanes of 4 bytes, 8 of 2 or 16 of 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<T, TVector>(Vector128<T> value, ref T target, TVector subscripts)
        where T : unmanaged
        where TVector : struct
    {
        if (sizeof(T) == 4)
        {
            Four(value.As<T, float>(), ref Unsafe.As<T, float>(ref target), Unsafe.BitCast<TVector, Vector128<int>>(subscripts));
        }
        else if (sizeof(T) == 2)
        {
            ref ushort place = ref Unsafe.As<T, ushort>(ref target);
            Vector256<int> eight = Unsafe.BitCast<TVector, Vector256<int>>(subscripts);
            Vector128<ulong> bits = value.As<T, ulong>();
            Four(bits.GetElement(0), ref place, eight.GetLower());
            Four(bits.GetElement(1), ref place, eight.GetUpper());
        }
        else
        {
            ref byte place = ref Unsafe.As<T, byte>(ref target);
            Vector512<int> sixteen = Unsafe.BitCast<TVector, Vector512<int>>(subscripts);
            Vector128<uint> bits = value.As<T, uint>();
            Four(bits.GetElement(0), ref place, sixteen.GetLower().GetLower());
            Four(bits.GetElement(1), ref place, sixteen.GetLower().GetUpper());
            Four(bits.GetElement(2), ref place, sixteen.GetUpper().GetLower());
            Four(bits.GetElement(3), ref place, sixteen.GetUpper().GetUpper());
        }
    }

    /// <summary>The lower half: 4 lanes of 2 bytes or 8 of 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreHalf<T, TVector>(Vector128<T> value, ref T target, TVector subscripts)
        where T : unmanaged
        where TVector : struct
    {
        ulong bits = value.As<T, ulong>().ToScalar();
        if (sizeof(T) == 2)
        {
            Four(bits, ref Unsafe.As<T, ushort>(ref target), Unsafe.BitCast<TVector, Vector128<int>>(subscripts));
        }
        else
        {
            ref byte place = ref Unsafe.As<T, byte>(ref target);
            Vector256<int> eight = Unsafe.BitCast<TVector, Vector256<int>>(subscripts);
            Four((uint)bits, ref place, eight.GetLower());
            Four((uint)(bits >> 32), ref place, eight.GetUpper());
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Eight<T>(Vector256<T> value, ref T target, Vector256<int> subscripts)
        where T : unmanaged
    {
        ref float place = ref Unsafe.As<T, float>(ref target);
        Vector256<float> bits = value.As<T, float>();
        Four(bits.GetLower(), ref place, subscripts.GetLower());
        Four(bits.GetUpper(), ref place, subscripts.GetUpper());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Four(Vector256<double> value, ref double target, Vector128<int> subscripts)
    {
        ulong low = subscripts.AsUInt64().ToScalar();
        ulong high = subscripts.AsUInt64().GetElement(1);
        At(ref target, (uint)low) = value.ToScalar();
        At(ref target, low >> 32) = value.GetElement(1);
        At(ref target, (uint)high) = value.GetElement(2);
        At(ref target, high >> 32) = value.GetElement(3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Four(Vector128<float> value, ref float target, Vector128<int> subscripts)
    {
        ulong low = subscripts.AsUInt64().ToScalar();
        ulong high = subscripts.AsUInt64().GetElement(1);
        At(ref target, (uint)low) = value.ToScalar();
        At(ref target, low >> 32) = value.GetElement(1);
        At(ref target, (uint)high) = value.GetElement(2);
        At(ref target, high >> 32) = value.GetElement(3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Four(ulong value, ref ushort target, Vector128<int> subscripts)
    {
        ulong low = subscripts.AsUInt64().ToScalar();
        ulong high = subscripts.AsUInt64().GetElement(1);
        At(ref target, (uint)low) = (ushort)value;
        At(ref target, low >> 32) = (ushort)(value >> 16);
        At(ref target, (uint)high) = (ushort)(value >> 32);
        At(ref target, high >> 32) = (ushort)(value >> 48);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Four(uint value, ref byte target, Vector128<int> subscripts)
    {
        ulong low = subscripts.AsUInt64().ToScalar();
        ulong high = subscripts.AsUInt64().GetElement(1);
        At(ref target, (uint)low) = (byte)value;
        At(ref target, low >> 32) = (byte)(value >> 8);
        At(ref target, (uint)high) = (byte)(value >> 16);
        At(ref target, high >> 32) = (byte)(value >> 24);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref T At<T>(ref T target, ulong subscript) => ref Unsafe.Add(ref target, (nuint)subscript);
}
