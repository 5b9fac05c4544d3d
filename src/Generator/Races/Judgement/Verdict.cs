using AutoPar.Generator.Races.Model;

namespace AutoPar.Generator.Races.Judgement;

internal enum VerdictKind
{
    /// <summary>They meet only if something that isn't known is so.</summary>
    Unknown,

    /// <summary>Both hold the lock, but the result depends on which comes first.</summary>
    Order,

    /// <summary>Each access is atomic, or under a lock, but what belongs together isn't.</summary>
    Split,

    /// <summary>They race.</summary>
    Race,
}

/// <param name="First">A write.</param>
/// <param name="FirstIndex">Which instance the first access is in, in the witness; null when there is none to name.</param>
internal sealed record Verdict(VerdictKind Kind, Access First, Access Second, Meeting Meeting, long? FirstIndex, long? SecondIndex)
{
    /// <summary>They meet where two iterations find the same value in the data that they are led by.</summary>
    public bool MayRepeat { get; init; }

    /// <summary>They meet if the array of the second access is that of the first one: what it is called.</summary>
    public string? SameAs { get; init; }

    /// <summary>Both hold a lock of one kind, but not the same one.</summary>
    public bool HasOwnLocks { get; init; }
}
