namespace AutoPar.Generator.Helpers;

/// <summary>
/// What one stage (lowering, planning, emission) may do for one method, in steps: a node of a tree that is passed, a term that
/// is added, some coefficients of a linear system. The number depends on the method alone, not on the machine; a step is
/// about 0.1 µs. When it is used up, whatever was under way ends with a <see cref="WorkSpentException"/>, and what isn't
/// decided by then is refused.
/// </summary>
internal static class Work
{
    /// <summary>The most steps of a stage for one method.</summary>
    public const int Most = 3_000_000;

    [ThreadStatic]
    private static Meter? s_meter;

    /// <summary>Starts a stage on this thread. Outside of any, work is free.</summary>
    public static Meter Begin() => s_meter = new Meter(s_meter);

    public static void Spend(int steps = 1)
    {
        if (s_meter is { } meter && (meter.Spent += steps) > Most)
        {
            throw new WorkSpentException();
        }
    }

    /// <summary>Counts the steps of a stage, until it is disposed.</summary>
    public sealed class Meter(Meter? outer) : IDisposable
    {
        /// <summary>Those of stages that began and ended inside it included.</summary>
        public long Spent { get; set; }

        public void Dispose()
        {
            s_meter = outer;
            if (outer is not null)
            {
                outer.Spent += Spent;
            }
        }
    }
}

/// <summary>The budget for one method is used up.</summary>
internal sealed class WorkSpentException : Exception;
