namespace AutoPar.Runtime;

/// <summary>
/// The body of a loop that carries values from iteration to iteration, by operators that associate: what a run of iterations does to them can
/// be told without knowing where they stand before it.
/// </summary>
/// <typeparam name="TCarry">The carried values, or what a run of iterations does to them.</typeparam>
/// <typeparam name="TPartial">What a run of iterations yields; a struct of all the loop's results.</typeparam>
public interface IScanBody<TCarry, TPartial>
    where TCarry : struct
{
    /// <summary>
    /// What iterations [<paramref name="from"/>, <paramref name="to"/>), at least one, do to the carried values. It has no effects, and
    /// reads nothing that an earlier iteration writes.
    /// </summary>
    TCarry Total(long from, long to);

    /// <summary>Combines carried values, or a total, with the total of the iterations that follow.</summary>
    TCarry Advance(in TCarry carry, in TCarry total);

    /// <summary>Runs iterations [<paramref name="from"/>, <paramref name="to"/>), at least one, in order.</summary>
    /// <param name="carry">The carried values before the first of them.</param>
    TPartial Run(long from, long to, in TCarry carry);

    /// <summary>The carried values after a run that began with <paramref name="carry"/> and yielded <paramref name="partial"/>: the same bits as from <see cref="Advance"/>.</summary>
    TCarry After(in TCarry carry, in TPartial partial);

    /// <summary>Combines two runs, <paramref name="left"/> being that of the earlier iterations.</summary>
    TPartial Combine(in TPartial left, in TPartial right);
}
