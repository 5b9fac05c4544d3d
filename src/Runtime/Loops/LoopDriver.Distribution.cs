using System.Runtime.CompilerServices;

namespace AutoPar.Runtime;

/// <summary>Loops that are distributed: several loops, one after the other, do what one does on one thread.</summary>
public static partial class LoopDriver
{
    // What the parts load and store in a strip, so that it stays in the caches of two cores.
    private const double BytesOfStrip = 1 << 20;

    // A strip takes so many times as long as its forks.
    private const double ForksInStrip = 8;

    // A loop that touches more than the caches of a small machine hold.
    private const double BytesInCaches = 8 << 20;

    // What costs so much more than the forks: in loops without lanes gains were down to a quarter of what the compiler's costs promise,
    // and a fork's cost is the length of a loop that it gains nothing for, twice what it adds to a loop.
    private const double Margin = 2;

    /// <summary>The length of all strips, where tests want short ones; 0 otherwise.</summary>
    internal static long StripForTests { get; set; }

    /// <summary>Whether the parts of a distributed loop would fork, and gain by it against the loop as a whole on this thread.</summary>
    /// <param name="inOrder">What parts that run on one thread take, relative to the loop as a whole.</param>
    /// <param name="shared">What all others would take on one thread, relative to it.</param>
    /// <param name="parts">How many parts there are.</param>
    /// <param name="bytes">What an iteration touches, if waiting for that is most of what it does out of the caches; 0 otherwise.</param>
    /// <param name="schedule">Of the loop as a whole.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsWorthDistributing(long trips, double inOrder, double shared, int parts, double bytes, in LoopSchedule schedule) =>
        trips * schedule.NanosecondsPerIteration > ForkCost.Gate && GainsByParts(trips, inOrder, shared, parts, bytes, in schedule);

    /// <summary>How many iterations all parts of a distributed loop run before the next ones: few enough to stay in the caches.</summary>
    /// <param name="bytes">What an iteration loads and stores.</param>
    /// <param name="parts">How many parts there are.</param>
    /// <param name="nanoseconds">What an iteration of the loop as a whole takes.</param>
    public static long StripOf(long trips, double bytes, int parts, double nanoseconds)
    {
        const long Alignment = 1024;
        if (StripForTests > 0)
        {
            return StripForTests;
        }

        double forks = parts * ForksInStrip * Math.Max(ForkCost.Threshold, 0) / Math.Max(nanoseconds, 0.01);
        double strip = Math.Max(BytesOfStrip / Math.Max(bytes, 1), forks);
        return strip >= trips / 2.0 ? trips : Math.Max(1, strip < 8 * Alignment ? (long)strip : (long)strip & -Alignment);
    }

    private static bool GainsByParts(long trips, double inOrder, double shared, int parts, double bytes, in LoopSchedule schedule)
    {
        if (!MayFork(trips, in schedule, out double nanoseconds, out int degree, out double cost))
        {
            return false;
        }

        double gain = nanoseconds * (1 - inOrder - (shared / degree));
        return cost <= 0 || (trips * bytes <= BytesInCaches && gain > Margin * (cost + ((parts - 1) * ForkCost.Threshold)));
    }
}
