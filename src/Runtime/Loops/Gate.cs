namespace AutoPar.Runtime;

/// <summary>
/// A lock for a few instructions that never throws: an interruption (<see cref="Thread.Interrupt"/>) that meets a thread which waits
/// for it is repeated afterwards, for the next wait of the thread's own.
/// </summary>
internal sealed class Gate
{
    private readonly object _lock = new();

    public void Enter()
    {
        bool interrupted = false;
        while (true)
        {
            try
            {
                Monitor.Enter(_lock);
                break;
            }
            catch (ThreadInterruptedException)
            {
                interrupted = true;
            }
        }

        if (interrupted)
        {
            Thread.CurrentThread.Interrupt();
        }
    }

    public void Exit() => Monitor.Exit(_lock);
}
