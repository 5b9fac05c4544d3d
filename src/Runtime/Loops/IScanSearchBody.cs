namespace AutoPar.Runtime;

/// <summary>
/// The body of a loop that carries values from iteration to iteration and may be left early, by what they are. It has no effects: a run
/// ends before an iteration that leaves the loop, and with a <see cref="IScanBody{TCarry, TPartial}.Run"/> of no iterations nothing is done.
/// </summary>
/// <typeparam name="TCarry">The carried values, or what a run of iterations does to them, and between which values they are meanwhile.</typeparam>
/// <typeparam name="TPartial">What a run of iterations yields; how many it did is part of it, and combining adds up.</typeparam>
public interface IScanSearchBody<TCarry, TPartial> : IScanBody<TCarry, TPartial>
    where TCarry : struct
{
    /// <summary>How many iterations the run did: fewer than it was asked for if one leaves the loop.</summary>
    long Done(in TPartial partial);

    /// <summary>
    /// Whether one of the iterations with this <paramref name="total"/>, at least one, may leave the loop when they begin with
    /// <paramref name="carry"/>. If not, they need not run: all that they yield is the carried values.
    /// </summary>
    bool MayLeave(in TCarry carry, in TCarry total);

    /// <summary>
    /// What a run of <paramref name="iterations"/> yields none of which leaves the loop, and behind which the carried values are
    /// <paramref name="carry"/>.
    /// </summary>
    TPartial Passed(long iterations, in TCarry carry);
}
