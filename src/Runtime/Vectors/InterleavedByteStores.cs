using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace AutoPar.Runtime;

/// <summary>Vectors of any width whose elements, of one or two bytes, take turns in memory, written as whole vectors.</summary>
public static partial class VectorMemory
{
    /// <summary>Lane k of the first becomes element index + 2k, lane k of the second the next one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreInterleavedBytes<TVector, T>(TVector first, TVector second, ref T target, nint index)
        where TVector : struct
        where T : unmanaged
    {
        if (!Ssse3.IsSupported)
        {
            StoreMember(ref first, ref target, index, 2);
            StoreMember(ref second, ref target, index + 1, 2);
            return;
        }

        ref byte memory = ref Unsafe.As<T, byte>(ref Unsafe.Add(ref target, index));
        for (int part = 0; part < Parts<TVector>(); part++)
        {
            Vector128<T> one = Part<TVector, T>(ref first, part), two = Part<TVector, T>(ref second, part);
            for (int block = 0; block < 2; block++)
            {
                Vector128<byte> whole = InterleavedBytes.Part(one, 2, block, 0) | InterleavedBytes.Part(two, 2, block, 1);
                whole.StoreUnsafe(ref memory, (nuint)(((part * 2) + block) * Vector128<byte>.Count));
            }
        }
    }

    /// <summary>Lane k of the first becomes element index + 3k, and those of the others the next ones.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreInterleavedBytes<TVector, T>(TVector first, TVector second, TVector third, ref T target, nint index)
        where TVector : struct
        where T : unmanaged
    {
        if (!Ssse3.IsSupported)
        {
            StoreMember(ref first, ref target, index, 3);
            StoreMember(ref second, ref target, index + 1, 3);
            StoreMember(ref third, ref target, index + 2, 3);
            return;
        }

        ref byte memory = ref Unsafe.As<T, byte>(ref Unsafe.Add(ref target, index));
        for (int part = 0; part < Parts<TVector>(); part++)
        {
            Vector128<T> one = Part<TVector, T>(ref first, part), two = Part<TVector, T>(ref second, part), three = Part<TVector, T>(ref third, part);
            for (int block = 0; block < 3; block++)
            {
                Vector128<byte> whole = InterleavedBytes.Part(one, 3, block, 0) | InterleavedBytes.Part(two, 3, block, 1)
                    | InterleavedBytes.Part(three, 3, block, 2);
                whole.StoreUnsafe(ref memory, (nuint)(((part * 3) + block) * Vector128<byte>.Count));
            }
        }
    }

    /// <summary>Lane k of the first becomes element index + 4k, and those of the others the next ones.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreInterleavedBytes<TVector, T>(TVector first, TVector second, TVector third, TVector fourth, ref T target, nint index)
        where TVector : struct
        where T : unmanaged
    {
        if (!Ssse3.IsSupported)
        {
            StoreMember(ref first, ref target, index, 4);
            StoreMember(ref second, ref target, index + 1, 4);
            StoreMember(ref third, ref target, index + 2, 4);
            StoreMember(ref fourth, ref target, index + 3, 4);
            return;
        }

        ref byte memory = ref Unsafe.As<T, byte>(ref Unsafe.Add(ref target, index));
        for (int part = 0; part < Parts<TVector>(); part++)
        {
            Vector128<T> one = Part<TVector, T>(ref first, part), two = Part<TVector, T>(ref second, part);
            Vector128<T> three = Part<TVector, T>(ref third, part), four = Part<TVector, T>(ref fourth, part);
            for (int block = 0; block < 4; block++)
            {
                Vector128<byte> whole = InterleavedBytes.Part(one, 4, block, 0) | InterleavedBytes.Part(two, 4, block, 1)
                    | InterleavedBytes.Part(three, 4, block, 2) | InterleavedBytes.Part(four, 4, block, 3);
                whole.StoreUnsafe(ref memory, (nuint)(((part * 4) + block) * Vector128<byte>.Count));
            }
        }
    }

    private static int Parts<TVector>()
        where TVector : struct => Unsafe.SizeOf<TVector>() / Vector128<byte>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<T> Part<TVector, T>(ref TVector vector, int part)
        where TVector : struct
        where T : unmanaged => Unsafe.Add(ref Unsafe.As<TVector, Vector128<T>>(ref vector), part);

    private static void StoreMember<TVector, T>(ref TVector value, ref T target, nint index, nint stride)
        where TVector : struct
        where T : unmanaged =>
        ScatteredElements.Store(
            ref Unsafe.As<TVector, T>(ref value), Unsafe.SizeOf<TVector>() / Unsafe.SizeOf<T>(), ref target, new StridedPlaces(index, stride));
}
