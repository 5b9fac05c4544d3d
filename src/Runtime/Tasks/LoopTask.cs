namespace AutoPar.Runtime;

/// <summary>Starts the asynchronous forms of methods: on threads of the <see cref="RunnerTeam"/>, never on the thread pool's.</summary>
public static class LoopTask
{
    /// <summary>Runs a form that yields nothing.</summary>
    /// <param name="form">Runs it; called once.</param>
    /// <param name="loops">How many loops it runs, one after the other; 0 = nobody knows, and progress tells the end alone.</param>
    /// <param name="progress">Is told of the part that is done, above 0, ascending, at most every 50 ms, and 1 at the end.</param>
    /// <param name="cancellationToken">Cancels the task before it begins, or between slices of its loops.</param>
    /// <returns>
    /// Cancelled when the form throws <see cref="OperationCanceledException"/> with a token that is cancelled; failed with the
    /// exception, as it was thrown, when it throws another one.
    /// </returns>
    public static Task Run(Action form, int loops, IProgress<double>? progress, CancellationToken cancellationToken) =>
        Run(() =>
        {
            form();
            return true;
        }, loops, progress, cancellationToken);

    /// <summary>Runs a form that yields a result, in the same way.</summary>
    /// <inheritdoc cref="Run(Action, int, IProgress{double}?, CancellationToken)"/>
    public static Task<TResult> Run<TResult>(Func<TResult> form, int loops, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<TResult>(cancellationToken);
        }

        var call = new AsyncCall<TResult>(form, new LoopOperation(loops, progress, cancellationToken));
        RunnerTeam.Start(call);
        return call.Task;
    }
}
