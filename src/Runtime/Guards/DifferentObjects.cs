using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace AutoPar.Runtime;

/// <summary>
/// Whether references are all different, by their addresses: they stay what they are as long as nothing is collected in between, which
/// is looked at afterwards. Nulls don't count.
/// </summary>
internal static class DifferentObjects
{
    /// <summary>What a test takes for each object: of those in the order of their addresses, and of others.</summary>
    public const double NanosecondsInOrder = 0.5, NanosecondsInTable = 8;

    // Of more the answer would depend on where they lie: a table of them has no room.
    private const int MostObjects = 1 << 28;
    private const int MostRuns = 64;
    private const int Attempts = 3;

    /// <param name="nanoseconds">What the test may take; when it would take more, the answer is no.</param>
    public static bool Are<T>(ReadOnlySpan<T> objects, double nanoseconds)
        where T : class?
    {
        if (objects.Length > MostObjects || objects.Length * NanosecondsInOrder > nanoseconds)
        {
            return false;
        }

        ref nuint first = ref Unsafe.As<T, nuint>(ref MemoryMarshal.GetReference(objects));
        ReadOnlySpan<nuint> addresses = MemoryMarshal.CreateReadOnlySpan(ref first, objects.Length);
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            int collections = GC.CollectionCount(0);
            bool differ = AreInOrder(addresses)
                || (objects.Length * NanosecondsInTable <= nanoseconds && AreInTable(addresses));
            if (collections == GC.CollectionCount(0))
            {
                return differ;
            }
        }

        return double.IsPositiveInfinity(nanoseconds) && AreDifferent(objects);
    }

    /// <summary>The addresses ascend, or do so in a few runs that don't overlap: objects that were made one after the other.</summary>
    internal static bool AreInOrder(ReadOnlySpan<nuint> addresses)
    {
        Span<(nuint First, nuint Last)> runs = stackalloc (nuint, nuint)[MostRuns];
        int count = 0;
        int start = 0;
        for (int i = 1; i <= addresses.Length; i++)
        {
            if (i < addresses.Length && addresses[i] > addresses[i - 1])
            {
                continue;
            }

            if (count == MostRuns || addresses[start] == 0)
            {
                return false;
            }

            runs[count++] = (addresses[start], addresses[i - 1]);
            start = i;
        }

        runs = runs[..count];
        runs.Sort();
        for (int number = 1; number < runs.Length; number++)
        {
            if (runs[number].First <= runs[number - 1].Last)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>By a table of addresses, at most half full.</summary>
    internal static bool AreInTable(ReadOnlySpan<nuint> addresses)
    {
        int size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(2, 2 * addresses.Length));
        nuint[] table = ArrayPool<nuint>.Shared.Rent(size);
        try
        {
            Span<nuint> places = table.AsSpan(0, size);
            places.Clear();
            int shift = 64 - BitOperations.Log2((uint)size);
            foreach (nuint address in addresses)
            {
                if (address != 0 && !Add(places, address, (int)(Mixed(address) >> shift)))
                {
                    return false;
                }
            }

            return true;
        }
        finally
        {
            ArrayPool<nuint>.Shared.Return(table);
        }
    }

    /// <summary>
    /// The upper bits depend on all bits: objects of one size lie at equal distances, which one product alone would leave in clusters. The
    /// constants are those of SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
    /// </summary>
    private static ulong Mixed(ulong address)
    {
        ulong mixed = (address ^ (address >> 30)) * 0xBF58476D1CE4E5B9;
        return (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
    }

    private static bool Add(Span<nuint> places, nuint address, int place)
    {
        while (places[place] != 0)
        {
            if (places[place] == address)
            {
                return false;
            }

            place = (place + 1) & (places.Length - 1);
        }

        places[place] = address;
        return true;
    }

    private static bool AreDifferent<T>(ReadOnlySpan<T> objects)
        where T : class?
    {
        var seen = new HashSet<object>(objects.Length, ReferenceEqualityComparer.Instance);
        foreach (T item in objects)
        {
            if (item is not null && !seen.Add(item))
            {
                return false;
            }
        }

        return true;
    }
}
