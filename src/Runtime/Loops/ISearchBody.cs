namespace AutoPar.Runtime;

/// <summary>The body of a loop that may be left early: a run ends before an iteration that leaves the loop.</summary>
/// <typeparam name="TPartial">What a run of iterations yields; how many it did is part of it, and combining adds up.</typeparam>
public interface ISearchBody<TPartial> : IReductionBody<TPartial>
{
    /// <summary>How many iterations the run did: fewer than it was asked for if one leaves the loop.</summary>
    long Done(in TPartial partial);
}

/// <summary>The body of a loop that has effects until it is left: where it is left is looked for before they happen.</summary>
/// <typeparam name="TPartial">What a run of iterations yields.</typeparam>
public interface IEffectfulSearchBody<TPartial> : ISearchBody<TPartial>
{
    /// <summary>
    /// How many of the iterations [<paramref name="from"/>, <paramref name="to"/>) come before one that leaves the loop, without
    /// effects. They and the effects of others don't depend on each other.
    /// </summary>
    long Find(long from, long to);
}
