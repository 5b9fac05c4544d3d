namespace AutoPar.Runtime;

/// <summary>
/// The body of a loop that may be left early, without effects: a run ends before an iteration that leaves the loop.
/// Iterations behind one that leaves it may run, too; what they yield is dropped.
/// </summary>
/// <typeparam name="TPartial">What a run of iterations yields; how many it did is part of it, and combining adds up.</typeparam>
public interface ISearchBody<TPartial> : IReductionBody<TPartial>
{
    /// <summary>How many iterations the run did: fewer than it was asked for if one leaves the loop.</summary>
    long Done(in TPartial partial);
}
