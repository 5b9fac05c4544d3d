using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace AutoPar.Runtime;

/// <summary>
/// Every second, third or fourth element of one or two bytes, and elements that take turns: 128 bits at a time, by shuffles of
/// bytes. No memory outside the first and the last element is touched.
/// </summary>
internal static unsafe class InterleavedBytes
{
    private const int Bytes = 16;
    private const byte Nothing = 0x80;
    private const int Most = 4;

    // Entry ((size - 1) · 5 + stride) · 4 + block: what the result takes from a vector of memory.
    private static readonly Vector128<byte>[] s_picks = Table((size, stride, block, place) => Pick(size, stride, block, place));

    // The same for each member of a group, one table after the other: what a vector of memory takes from it.
    private static readonly Vector128<byte>[] s_turns = [.. Enumerable.Range(0, Most).SelectMany(member =>
        Table((size, stride, block, place) => Turn(size, stride, block, member, place)))];

    // Entry size - 1.
    private static readonly Vector128<byte>[] s_reversals =
        [.. Enumerable.Range(1, 2).Select(size => Vector(place => Bytes - size - (place / size * size) + (place % size)))];

    /// <summary>Whether the stride and the type have such a form here.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Has<T>(nint stride)
        where T : unmanaged => Ssse3.IsSupported && sizeof(T) <= 2 && stride is (>= 2 and <= Most) or (<= -2 and >= -Most);

    /// <summary>Lane k is element index + k·stride.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Load<T>(ref T source, nint index, nint stride)
        where T : unmanaged => stride > 0
            ? LoadUp(ref Unsafe.Add(ref source, index), stride).As<byte, T>()
            : Ssse3.Shuffle(
                LoadUp(ref Unsafe.Add(ref source, index + (stride * (Vector128<T>.Count - 1))), -stride),
                Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(s_reversals), sizeof(T) - 1)).As<byte, T>();

    // The last vector ends at the last element.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> LoadUp<T>(ref T first, nint stride)
        where T : unmanaged
    {
        ref byte memory = ref Unsafe.As<T, byte>(ref first);
        ref Vector128<byte> picks = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(s_picks), Entry(sizeof(T), stride));
        Vector128<byte> result = Ssse3.Shuffle(Vector128.LoadUnsafe(ref memory), picks);
        if (stride > 2)
        {
            result |= Ssse3.Shuffle(Vector128.LoadUnsafe(ref memory, Bytes), Unsafe.Add(ref picks, 1));
        }

        if (stride > 3)
        {
            result |= Ssse3.Shuffle(Vector128.LoadUnsafe(ref memory, 2 * Bytes), Unsafe.Add(ref picks, 2));
        }

        return result | Ssse3.Shuffle(Vector128.LoadUnsafe(ref memory, (nuint)LastStart(sizeof(T), stride)), Unsafe.Add(ref picks, stride - 1));
    }

    /// <summary>What a vector of memory, the group's <paramref name="block"/>-th, takes from one of <paramref name="stride"/> members.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> Part<T>(Vector128<T> value, nint stride, nint block, nint member)
        where T : unmanaged => Ssse3.Shuffle(
            value.AsByte(), Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(s_turns), (member * 2 * (Most + 1) * Most) + Entry(sizeof(T), stride) + block));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nint Entry(nint size, nint stride) => (((size - 1) * (Most + 1)) + stride) * Most;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nint LastStart(nint size, nint stride) => (stride - 1) * (Bytes - size);

    private static int Pick(int size, int stride, int block, int place)
    {
        int source = (place / size * stride * size) + (place % size);
        bool isLast = block == stride - 1;
        bool isHere = isLast ? source >= block * Bytes : source / Bytes == block;
        return !isHere ? Nothing : source - (isLast ? (int)LastStart(size, stride) : block * Bytes);
    }

    private static int Turn(int size, int stride, int block, int member, int place)
    {
        int element = ((block * Bytes) + place) / size;
        return element % stride != member ? Nothing : (element / stride * size) + (place % size);
    }

    private static Vector128<byte>[] Table(Func<int, int, int, int, int> entry)
    {
        var table = new Vector128<byte>[2 * (Most + 1) * Most];
        for (int size = 1; size <= 2; size++)
        {
            for (int stride = 2; stride <= Most; stride++)
            {
                for (int block = 0; block < stride; block++)
                {
                    (int s, int d, int b) = (size, stride, block);
                    table[(int)Entry(size, stride) + block] = Vector(place => entry(s, d, b, place));
                }
            }
        }

        return table;
    }

    private static Vector128<byte> Vector(Func<int, int> entry)
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        for (int place = 0; place < Bytes; place++)
        {
            bytes[place] = (byte)entry(place);
        }

        return Vector128.Create<byte>(bytes);
    }
}
