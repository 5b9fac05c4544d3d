namespace AutoPar.Runtime;

/// <summary>What a loop looks at between slices of its work: whether it's cancelled, and who wants to know how far it is.</summary>
/// <param name="Token">The token of the method that the loop stands in.</param>
/// <param name="Operation">The asynchronous call that the loop is part of.</param>
/// <param name="CountsProgress">It is part of it directly, and not inside a chunk of another loop.</param>
internal readonly record struct LoopWatch(CancellationToken Token, LoopOperation? Operation, bool CountsProgress)
{
    /// <summary>Of a loop that starts on this thread.</summary>
    public static LoopWatch Of(CancellationToken token) =>
        LoopJob.IsWorking ? new(token, LoopJob.OutermostOperation, false) : new(token, LoopOperation.Current, true);

    /// <summary>Whether there is anything to look at. If not, nothing is cut.</summary>
    public bool IsOn => Token.CanBeCanceled || Operation is not null;

    /// <summary>The loop begins.</summary>
    public void Begin(long units)
    {
        if (CountsProgress)
        {
            Operation?.BeginLoop(units);
        }
    }

    /// <summary>Another slice is done.</summary>
    public void Done(long units)
    {
        if (CountsProgress)
        {
            Operation?.Add(units);
        }
    }

    /// <exception cref="OperationCanceledException">The loop is cancelled.</exception>
    public void Look()
    {
        Token.ThrowIfCancellationRequested();
        Operation?.Token.ThrowIfCancellationRequested();
    }
}
