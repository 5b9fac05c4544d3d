namespace AutoPar.Runtime.Tests.Loops;

/// <summary>Threads that take the processors away at any time.</summary>
internal static class BusyProcessors
{
    public static void Beside(Action test)
    {
        bool stop = false;
        Thread[] load = [.. Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new Thread(() =>
        {
            while (!Volatile.Read(ref stop))
            {
                Thread.SpinWait(1000);
            }
        }))];
        Array.ForEach(load, thread => thread.Start());
        try
        {
            test();
        }
        finally
        {
            Volatile.Write(ref stop, true);
            Array.ForEach(load, thread => thread.Join());
        }
    }
}
