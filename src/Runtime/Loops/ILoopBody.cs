namespace AutoPar.Runtime;

/// <summary>A loop's body as generated code hands it to the <see cref="LoopDriver"/>: a struct, so that it's specialized.</summary>
public interface ILoopBody
{
    /// <summary>Runs iterations [<paramref name="from"/>, <paramref name="to"/>) in order. Called from several threads at once.</summary>
    void Run(long from, long to);
}

/// <summary>A loop around another one, of whose iterations a run may take some.</summary>
public interface ITiledBody : ILoopBody
{
    /// <summary>
    /// Runs iterations [<paramref name="from"/>, <paramref name="to"/>) in order, and in each the inner loop from index <paramref name="first"/> to
    /// before <paramref name="end"/>. Called from several threads at once.
    /// </summary>
    void Run(long from, long to, long first, long end);
}

/// <summary>A loop's body that yields something: partial sums, last values.</summary>
/// <typeparam name="TPartial">What a run of iterations yields; a struct of all the loop's results.</typeparam>
public interface IReductionBody<TPartial>
{
    /// <summary>Runs iterations [<paramref name="from"/>, <paramref name="to"/>), at least one, in order.</summary>
    TPartial Run(long from, long to);

    /// <summary>Combines two runs, <paramref name="left"/> being that of the earlier iterations.</summary>
    TPartial Combine(in TPartial left, in TPartial right);
}

/// <summary>A body over spans: it gets the addresses at which they are pinned while the loop runs.</summary>
public interface IPinnedBody
{
    /// <summary>Sets the address of pinned reference number <paramref name="index"/>, before the first run.</summary>
    void Bind(int index, nint address);
}
