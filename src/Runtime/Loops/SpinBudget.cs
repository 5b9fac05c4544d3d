using System.Diagnostics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace AutoPar.Runtime;

/// <summary>Waiting without giving up the processor, for a limited time. With one processor there's no such time.</summary>
internal struct SpinBudget(long ticks)
{
    private const int PausesPerLook = 32;

    private static readonly bool s_hasOthers = Environment.ProcessorCount > 1;

    private long _end;
    private int _pauses;

    /// <summary>Ticks of the clock in so many microseconds.</summary>
    public static long Microseconds(int count) => Stopwatch.Frequency * count / 1_000_000;

    /// <summary>Waits some nanoseconds; false when the budget is used up.</summary>
    public bool Spin()
    {
        Pause();
        if (++_pauses % PausesPerLook != 0)
        {
            return s_hasOthers;
        }

        long now = Stopwatch.GetTimestamp();
        if (_end == 0)
        {
            _end = now + ticks;
        }

        return now < _end;
    }

    // Leaves the core to the other hyperthread, and spares the misspeculation when the wait is over.
    private static void Pause()
    {
        if (X86Base.IsSupported)
        {
            X86Base.Pause();
        }
        else if (ArmBase.IsSupported)
        {
            ArmBase.Yield();
        }
        else
        {
            Thread.SpinWait(1);
        }
    }
}
