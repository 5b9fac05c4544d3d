using System.Numerics;

namespace AutoPar.Runtime;

/// <summary>
/// The blocks of a loop that may be left early: short at first, later a small part of what lies before them, so that who looks
/// ahead when an iteration leaves the loop has soon finished. A function of a compile-time constant alone.
/// </summary>
/// <remarks>Blocks 0 to 127 have the minimum's length; the next 128 as well, and from then on each 128 are twice as long as those before.</remarks>
public static class SearchBlocks
{
    private const int PerOctave = 128;

    /// <summary>Iterations in the block that begins at <paramref name="first"/>; the loop may end before.</summary>
    /// <param name="first">Where a block begins: 0, or the end of another one.</param>
    /// <param name="minimum">The length of the first block.</param>
    public static long Length(long first, int minimum) => minimum * (1L << Math.Max(0, Octave(first, minimum) - 1));

    /// <summary>Where block number <paramref name="block"/> begins.</summary>
    internal static long Start(long block, int minimum)
    {
        long octave = block / PerOctave;
        return octave == 0 ? block * minimum : (PerOctave + (block % PerOctave)) * ((long)minimum << (int)(octave - 1));
    }

    /// <summary>The number of the block that iteration <paramref name="iteration"/> is in.</summary>
    internal static long Of(long iteration, int minimum)
    {
        int octave = Octave(iteration, minimum);
        return octave == 0 ? iteration / minimum : (PerOctave * (octave - 1L)) + (iteration / ((long)minimum << (octave - 1)));
    }

    // Each begins where the iterations before it, from the second on, are twice as many.
    private static int Octave(long iteration, int minimum) => 64 - BitOperations.LeadingZeroCount((ulong)(iteration / ((long)minimum * PerOctave)));
}
