using System.Buffers;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace AutoPar.Runtime;

/// <summary>
/// Which iteration touches each element of an object: whether no element that one iteration of a loop writes is read or
/// written by another.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct ElementOwners
{
    private const int Untouched = 0;

    // Read by more than one iteration.
    private const int Shared = int.MinValue;
    private const int MostElementsPerTrip = 8;

    // The number of the iteration, from 1: it has written the element, and read it perhaps. Negative: it has only read it.
    private readonly int[] _owners;
    private int _iteration;

    private ElementOwners(int[] owners) => _owners = owners;

    /// <summary>A clean table; no, where cleaning it would take longer than the loop.</summary>
    /// <param name="elements">The object's length.</param>
    /// <param name="trips">Iterations that will touch elements.</param>
    public static bool TryRent(int elements, long trips, out ElementOwners owners)
    {
        owners = default;
        if (trips >= int.MaxValue || elements > trips * MostElementsPerTrip)
        {
            return false;
        }

        int[] rented = ArrayPool<int>.Shared.Rent(elements);
        Array.Clear(rented, 0, elements);
        owners = new ElementOwners(rented);
        return true;
    }

    /// <summary>The next iteration begins.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Next() => _iteration++;

    /// <summary>The iteration writes the element; false when another one touches it. Throws for one that isn't there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool Write(long element)
    {
        ref int owner = ref _owners[element];
        bool isOwn = owner == Untouched || owner == _iteration || owner == -_iteration;
        owner = _iteration;
        return isOwn;
    }

    /// <summary>The iteration reads the element; false when another one writes it. Throws for one that isn't there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool Read(long element)
    {
        ref int owner = ref _owners[element];
        if (owner == _iteration)
        {
            return true;
        }

        if (owner > 0)
        {
            return false;
        }

        owner = owner == Untouched || owner == -_iteration ? -_iteration : Shared;
        return true;
    }

    /// <summary>Gives the table back.</summary>
    public readonly void Return() => ArrayPool<int>.Shared.Return(_owners);
}
