namespace AutoPar.Runtime;

/// <summary>
/// Lets one thread sleep until another has something for it. The sleeper announces its sleep, then looks once more
/// whether there is something; the other one provides it, then calls <see cref="Wake"/>. Both steps are separated by full
/// fences, so at least one of the two sees the other.
/// </summary>
/// <param name="repeatsInterruptions">
/// Whether a thread that was interrupted in its sleep, which goes on, is interrupted again afterwards.
/// </param>
internal sealed class Sleeper(bool repeatsInterruptions)
{
    // An event rather than a monitor: whoever wakes holds no lock that the woken thread would run into.
    private readonly AutoResetEvent _signal = new(false);
    private int _isAsleep;

    /// <summary>Whether a thread sleeps here, or is about to.</summary>
    public bool IsAsleep => Volatile.Read(ref _isAsleep) != 0;

    /// <summary>Announces the sleep; next the caller looks once more, then calls <see cref="Sleep"/> or <see cref="GetUp"/>.</summary>
    public void LieDown() => Interlocked.Exchange(ref _isAsleep, 1);

    /// <summary>There was something after all.</summary>
    public void GetUp()
    {
        if (Interlocked.Exchange(ref _isAsleep, 0) == 0)
        {
            // Somebody saw the announcement and signals: the signal mustn't be left for the next sleep.
            bool interrupted = false;
            Wait(Timeout.Infinite, ref interrupted);
            Repeat(interrupted);
        }
    }

    /// <summary>Sleeps until somebody wakes this thread.</summary>
    /// <returns>False when the time was over before.</returns>
    public bool Sleep(int milliseconds = Timeout.Infinite)
    {
        bool interrupted = false;
        bool woken = Wait(milliseconds, ref interrupted);
        if (!woken && Interlocked.Exchange(ref _isAsleep, 0) == 0)
        {
            woken = Wait(Timeout.Infinite, ref interrupted);
        }

        Repeat(interrupted);
        return woken;
    }

    /// <summary>Wakes the thread if it sleeps or is about to. Comes after a full fence.</summary>
    public void Wake()
    {
        if (IsAsleep && Interlocked.Exchange(ref _isAsleep, 0) != 0)
        {
            _signal.Set();
        }
    }

    private bool Wait(int milliseconds, ref bool interrupted)
    {
        while (true)
        {
            try
            {
                return _signal.WaitOne(milliseconds);
            }
            catch (ThreadInterruptedException)
            {
                interrupted = true;
            }
        }
    }

    private void Repeat(bool interrupted)
    {
        if (interrupted && repeatsInterruptions)
        {
            Thread.CurrentThread.Interrupt();
        }
    }
}
