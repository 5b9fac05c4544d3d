namespace AutoPar.Runtime;

/// <summary>
/// The threads that help with loops, for the whole process: at most one less than
/// <see cref="AutoParOptions.MaxDegreeOfParallelism"/> was set to, started when a loop first wants them, ended when none has
/// for some time. They are background threads and no part of the thread pool.
/// </summary>
internal static class WorkerTeam
{
    private const int FewestPlaces = 63;

    private static readonly Worker?[] s_workers = new Worker?[Math.Max(FewestPlaces, Environment.ProcessorCount - 1)];

    /// <summary>Whom a loop could call now.</summary>
    public static Readiness Look()
    {
        var readiness = Readiness.Busy;
        foreach (ref Worker? place in Places)
        {
            Worker? worker = Volatile.Read(ref place);
            if (worker is null || worker.IsFree)
            {
                if (worker is { IsAsleep: false })
                {
                    return Readiness.Awake;
                }

                readiness = Readiness.Asleep;
            }
        }

        return readiness;
    }

    /// <summary>A worker that is free and awake just now.</summary>
    public static Worker? FindAwake()
    {
        foreach (ref Worker? place in Places)
        {
            if (Volatile.Read(ref place) is { IsFree: true, IsAsleep: false } worker)
            {
                return worker;
            }
        }

        return null;
    }

    /// <summary>A worker that is free just now, or a new one.</summary>
    public static Worker? FindAny()
    {
        Span<Worker?> places = Places;
        for (int index = 0; index < places.Length; index++)
        {
            Worker? worker = Volatile.Read(ref places[index]) ?? Hire(index);
            if (worker is { IsFree: true })
            {
                return worker;
            }
        }

        return null;
    }

    /// <summary>The worker at this place retires. It will take no more tasks, so another may have the place.</summary>
    public static void Leave(int index) => Volatile.Write(ref s_workers[index], null);

    /// <summary>Workers that have been started and have not retired.</summary>
    public static int Count => s_workers.Count(worker => worker is not null);

    /// <summary>Workers that have a task.</summary>
    public static int AtWork => s_workers.Count(worker => worker is { IsFree: false });

    private static Span<Worker?> Places => s_workers.AsSpan(0, Math.Min(s_workers.Length, AutoParOptions.ProcessDegree - 1));

    private static Worker? Hire(int index)
    {
        var worker = new Worker(index);
        if (Interlocked.CompareExchange(ref s_workers[index], worker, null) is { } other)
        {
            return other;
        }

        if (worker.TryStart())
        {
            return worker;
        }

        // Nobody can have given it anything but by a race with this line, and then takes it back unseen.
        Leave(index);
        return null;
    }
}

/// <summary>What a loop can hope for when it looks for helpers.</summary>
internal enum Readiness
{
    /// <summary>All have something to do.</summary>
    Busy,

    /// <summary>Somebody could be woken, or hired.</summary>
    Asleep,

    /// <summary>Somebody waits for work, and sees it at once.</summary>
    Awake,
}
