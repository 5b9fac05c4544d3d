using AutoPar.Runtime;

namespace AutoPar.EndToEnd;

/// <summary>What became of one call.</summary>
internal sealed record Outcome(string Form, World World, object? Result, Exception? Exception)
{
    /// <param name="workers">The most threads. With 2 or 3, loops fork however short they are.</param>
    /// <param name="isDescending">Chunks are run from the last to the first.</param>
    public static Outcome Of(Kernel kernel, Recipe recipe, Form form, int workers, bool isDescending = false)
    {
        ChunkQueue.IsDescending = isDescending;
        try
        {
            return Of(kernel, new World(kernel, recipe), recipe, form, workers) is var outcome && isDescending
                ? outcome with { Form = outcome.Form + " from last to first" }
                : outcome;
        }
        finally
        {
            ChunkQueue.IsDescending = false;
        }
    }

    public static Outcome Of(Kernel kernel, World world, Recipe recipe, Form form, int workers)
    {
        AutoParOptions.MaxDegreeOfParallelism = workers;
        ForkCost.Threshold = workers is 2 or 3 ? 0 : 4000;
        LoopDriver.StripForTests = workers is 3 ? 29 : 0;
        LoopDriver.TileForTests = workers is 2 ? 5 : 0;
        LoopSlices.LengthForTests = workers is 2 or 3 ? 7 : 0;
        Watchdog.Enter(kernel, recipe, form);
        try
        {
            return new Outcome($"{form.Name} on {workers}", world, form.Run(world.Arguments), null);
        }
        catch (Exception exception)
        {
            return new Outcome($"{form.Name} on {workers}", world, null, exception);
        }
        finally
        {
            Watchdog.Leave();
        }
    }
}

/// <summary>Ends the process, and says where, when a call doesn't return.</summary>
internal static class Watchdog
{
    private const long Patience = 120_000;
    private static volatile string? s_current;
    private static long s_since;
    private static int s_started;

    public static void Enter(Kernel kernel, Recipe recipe, Form form)
    {
        s_since = Environment.TickCount64;
        s_current = kernel.Name + " " + form.Name;
        s_recipe = recipe;
        if (Interlocked.Exchange(ref s_started, 1) == 0)
        {
            new Thread(Watch) { IsBackground = true }.Start();
        }
    }

    public static void Leave() => s_current = null;

    private static volatile Recipe? s_recipe;

    private static void Watch()
    {
        while (true)
        {
            Thread.Sleep(1000);
            if (s_current is { } current && Environment.TickCount64 - Volatile.Read(ref s_since) > Patience)
            {
                Environment.FailFast($"{current} does not return: {s_recipe}");
            }
        }
    }
}
