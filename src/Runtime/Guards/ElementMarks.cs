using System.Buffers;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace AutoPar.Runtime;

/// <summary>
/// A bit for each element of an object: whether the iterations of a loop, each of which touches one element, touch
/// different ones.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ElementMarks
{
    private const int WordBits = 64;
    private const int WordShift = 6;

    private readonly ulong[] _words;

    private ElementMarks(ulong[] words) => _words = words;

    /// <summary>Clean marks; no, where cleaning them would take longer than the loop.</summary>
    /// <param name="elements">The object's length.</param>
    /// <param name="trips">Iterations that will mark an element.</param>
    public static bool TryRent(int elements, long trips, out ElementMarks marks)
    {
        int words = (int)(((long)elements + WordBits - 1) / WordBits);
        marks = default;
        if (words > trips)
        {
            return false;
        }

        ulong[] rented = ArrayPool<ulong>.Shared.Rent(words);
        Array.Clear(rented, 0, words);
        marks = new ElementMarks(rented);
        return true;
    }

    /// <summary>Marks the element; false when it was marked before. Throws, as the access would, for one that isn't there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Add(long element)
    {
        // Shifted, a negative one stays negative.
        ref ulong word = ref _words[element >> WordShift];
        ulong bit = 1UL << (int)element;
        bool isNew = (word & bit) == 0;
        word |= bit;
        return isNew;
    }

    /// <summary>Gives the marks back.</summary>
    public void Return() => ArrayPool<ulong>.Shared.Return(_words);
}
