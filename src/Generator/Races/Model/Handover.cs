namespace AutoPar.Generator.Races.Model;

/// <summary>A new object was put where running code takes it from: a queue, a channel, a volatile field, a field under a lock.</summary>
/// <param name="channel">The event that whoever takes it has waited for.</param>
internal sealed class Handover(string channel, ObjectId handed)
{
    public string Channel => channel;

    public ObjectId Object => handed;

    /// <summary>The code that does the access has handed the object over before, in this iteration or in an earlier one.</summary>
    public bool IsBefore(Access access) => access.HandedOver.Contains(this)
        || access.HandedOver.OfType<LoopFrame>().Any(loop => loop.HandedOver.Contains(this) && IsSameEachTime(loop));

    private bool IsSameEachTime(LoopFrame loop) =>
        Object.Subscripts.All(part => part is not null && loop.Index is { } index && !Unknowns.Parts(part).Contains(index));
}

/// <summary>What was taken from a channel: everything whose key begins with this one.</summary>
/// <param name="Subscripts">As many subscripts tell which one was taken.</param>
internal sealed record Reception(string Channel, string Key, int Subscripts);
