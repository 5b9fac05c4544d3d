using System.Runtime.InteropServices;

namespace AutoPar.Runtime;

/// <summary>How a job ends: its caller waits for chunks that others took, and the last to refer to it parks it.</summary>
internal abstract partial class LoopJob
{
    private bool IsComplete => Volatile.Read(ref _ending.Completed) == Volatile.Read(ref _ending.Expected);

    private void Wait()
    {
        var budget = new SpinBudget(s_spinTicks);
        while (budget.Spin())
        {
            if (IsComplete)
            {
                return;
            }
        }

        // A worker that lost its processor gets it back sooner if this one is given up.
        for (int i = 0; i < 20; i++)
        {
            Thread.Yield();
            if (IsComplete)
            {
                return;
            }
        }

        // Also when this thread is interrupted: helpers still write through the body's pinned addresses.
        while (!IsComplete)
        {
            _sleeper.LieDown();
            if (IsComplete)
            {
                _sleeper.GetUp();
            }
            else
            {
                _sleeper.Sleep();
            }
        }
    }

    private void Release()
    {
        if (Interlocked.Decrement(ref _ending.References) == 0)
        {
            _culture = null;
            _uiCulture = null;
            _watch = default;
            Park();
        }
    }

    /// <summary>What helpers change when they come and go, together on cache lines of their own.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct Ending
    {
        [FieldOffset(128)]
        public long Completed;

        [FieldOffset(136)]
        public long Expected;

        [FieldOffset(144)]
        public int References;

        [FieldOffset(148)]
        public int HelpersToCall;
    }
}
