namespace AutoPar.Runtime;

/// <summary>What a runner runs.</summary>
internal interface IAsyncCall
{
    /// <summary>Runs the call in its caller's ExecutionContext. Never throws.</summary>
    void Run();
}

/// <summary>One call of an asynchronous form.</summary>
internal sealed class AsyncCall<TResult> : IAsyncCall
{
    private const int Waiting = 0;
    private const int Begun = 1;
    private const int Cancelled = 2;

    // Whoever awaits doesn't go on on a runner.
    private readonly TaskCompletionSource<TResult> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ExecutionContext? _context = ExecutionContext.Capture();
    private readonly Func<TResult> _form;
    private readonly LoopOperation _operation;
    private readonly CancellationTokenRegistration _registration;
    private int _state;

    public AsyncCall(Func<TResult> form, LoopOperation operation)
    {
        _form = form;
        _operation = operation;

        // Who waits for a runner need not wait to be cancelled.
        _registration = operation.Token.UnsafeRegister(static state => ((AsyncCall<TResult>)state!).CancelWaiting(), this);
    }

    public Task<TResult> Task => _completion.Task;

    public void Run()
    {
        if (Interlocked.CompareExchange(ref _state, Begun, Waiting) != Waiting)
        {
            return;
        }

        _registration.Unregister();
        if (_context is null)
        {
            RunHere();
        }
        else
        {
            ExecutionContext.Run(_context, static state => ((AsyncCall<TResult>)state!).RunHere(), this);
        }
    }

    private void CancelWaiting()
    {
        if (Interlocked.CompareExchange(ref _state, Cancelled, Waiting) == Waiting)
        {
            _completion.TrySetCanceled(_operation.Token);
        }
    }

    private void RunHere()
    {
        LoopOperation.Current = _operation;
        ForkCost.BeginOperation();
        try
        {
            TResult result = _form();
            _operation.End();
            _completion.TrySetResult(result);
        }
        catch (OperationCanceledException exception) when (exception.CancellationToken.IsCancellationRequested)
        {
            _completion.TrySetCanceled(exception.CancellationToken);
        }
        catch (Exception exception)
        {
            _completion.TrySetException(exception);
        }
        finally
        {
            ForkCost.EndOperation();
            LoopOperation.Current = null;
        }
    }
}
