using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace AutoPar.Bench;

/// <summary>
/// Pinned arrays whose first element begins a cache line, so that luck with alignment doesn't decide a comparison, all
/// pages touched.
/// </summary>
internal static class AlignedArray
{
    private const int CacheLine = 64;

    public static unsafe T[] Of<T>(int length)
        where T : unmanaged, INumber<T>
    {
        // Fillers of growing size move the allocator on until it happens to stand right.
        var fillers = new List<byte[]>();
        T[] array;
        do
        {
            array = GC.AllocateUninitializedArray<T>(length, pinned: true);
            fillers.Add(GC.AllocateUninitializedArray<byte>(8 * (1 + (fillers.Count % 8)), pinned: true));
        }
        while ((nuint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(array)) % CacheLine != 0 && fillers.Count < 200);

        for (int i = 0; i < length; i++)
        {
            array[i] = T.CreateTruncating(ParallelRandom.Double(1, i));
        }

        return array;
    }
}
