using System.Runtime.Intrinsics;

namespace AutoPar.Runtime;

/// <summary>The permutations of <see cref="InterleavedMemory"/>. Entry stride · <see cref="Most"/> + block is for one vector of memory.</summary>
internal static class InterleavingTables<T>
    where T : unmanaged
{
    /// <summary>The largest stride.</summary>
    public const int Most = 4;

    /// <summary>What the lanes that are found so far take from the vector of memory.</summary>
    public static readonly Vector512<T>[] Picks = Table((stride, block, lane) => Pick(stride, block, lane));

    public static readonly Vector512<T> Reversal = Vector(lane => Lanes - 1 - lane);

    /// <summary>Of three vectors whose lanes take turns, each vector of memory: two of them first, then the third among them.</summary>
    public static readonly Vector512<T>[] Turns = [.. Enumerable.Range(0, 6).Select(entry => Vector(lane => Turn(entry / 2, entry % 2 == 1, lane)))];

    /// <summary>Of three vectors of memory, each of those whose lanes take turns: what the first two hold, then the third.</summary>
    public static readonly Vector512<T>[] Thirds =
        [.. Enumerable.Range(0, 6).Select(entry => Vector(lane => Third(entry / 2, entry % 2 == 1, lane)))];

    /// <summary>Every second lane of two vectors.</summary>
    public static readonly Vector512<T> Evens = Vector(lane => 2 * lane);

    /// <summary>The lanes between them.</summary>
    public static readonly Vector512<T> Odds = Vector(lane => (2 * lane) + 1);

    private static int Lanes => Vector512<T>.Count;

    private static int Pick(int stride, int block, int lane)
    {
        int element = lane * stride;
        bool isLast = block == stride - 1;
        int start = (block * Lanes) - (isLast ? stride - 1 : 0);

        // The first permutation takes from the vector before, the others keep what they have.
        return isLast ? (element >= block * Lanes ? Lanes + element - start : Kept(block, lane, element))
            : element >= start && element < start + Lanes ? Lanes + element - start
            : Kept(block, lane, element);
    }

    private static int Turn(int block, bool isThird, int lane)
    {
        int element = (block * Lanes) + lane;
        int place = element / 3;
        return (element % 3) switch
        {
            2 => isThird ? Lanes + place : lane,
            1 => isThird ? lane : Lanes + place,
            _ => isThird ? lane : place,
        };
    }

    private static int Third(int member, bool isRest, int lane)
    {
        int element = (3 * lane) + member;
        return !isRest ? Math.Min(element, (2 * Lanes) - 1) : element < 2 * Lanes ? lane : element - Lanes;
    }

    private static int Kept(int block, int lane, int element) => block == 1 ? Math.Min(element, Lanes - 1) : lane;

    private static Vector512<T>[] Table(Func<int, int, int, long> entry)
    {
        var table = new Vector512<T>[(Most + 1) * Most];
        for (int stride = 2; stride <= Most; stride++)
        {
            for (int block = 0; block < stride; block++)
            {
                table[(stride * Most) + block] = Vector(lane => entry(stride, block, lane));
            }
        }

        return table;
    }

    private static Vector512<T> Vector(Func<int, long> lane)
    {
        Span<byte> bytes = stackalloc byte[Vector512<byte>.Count];
        for (int number = 0; number < Lanes; number++)
        {
            long value = lane(number);
            if (Vector512<T>.Count == 16)
            {
                BitConverter.TryWriteBytes(bytes[(4 * number)..], (int)value);
            }
            else
            {
                BitConverter.TryWriteBytes(bytes[(8 * number)..], value);
            }
        }

        return Vector512.Create<byte>(bytes).As<byte, T>();
    }
}
