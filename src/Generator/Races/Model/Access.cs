using System.Collections.Immutable;
using AutoPar.Generator.Analysis.Affine;
using Microsoft.CodeAnalysis;

namespace AutoPar.Generator.Races.Model;

/// <param name="Section">Counts acquisitions: two sections of one lock have different numbers.</param>
internal sealed record LockHold(ObjectId Lock, bool IsExclusive, int Section)
{
    /// <summary>For a gate that only one passes: which values of its variable would open it again.</summary>
    public Func<object?, bool>? Opening { get; init; }

    /// <summary>Which object is locked isn't known at all.</summary>
    public bool IsUnknown { get; init; }

    /// <summary>It is this lock or another one.</summary>
    public bool IsAlternative { get; init; }

    /// <summary>The lock of an object that is one of several keeps what belongs to that one.</summary>
    public bool Protects(Access access) => !IsAlternative || (access.Alternatives.Length > 0 && RootOf(Lock.Key) == RootOf(access.Location.Key));

    private static string RootOf(string key) => key.Split('→', '[', '{', '!', '.')[0];
}

/// <summary>A read or write of a place that another activity may see.</summary>
internal sealed record Access(Spot Location, bool IsWrite, SyntaxNode Syntax, Frame? Frame, long Tick)
{
    public bool IsAtomic { get; init; }

    public ImmutableArray<LockHold> Locks { get; init; } = [];

    public ImmutableArray<Constraint> Constraints { get; init; } = [];

    /// <summary>What the same code had started by then and not waited for.</summary>
    public ImmutableHashSet<ConstructFrame> Running { get; init; } = [];

    /// <summary>How many times a barrier was passed before; null when that isn't known.</summary>
    public AffineForm? Phase { get; init; } = AffineForm.Zero;

    /// <summary>The events that were waited for before, by key.</summary>
    public ImmutableHashSet<string> Waited { get; init; } = [];

    /// <summary>
    /// What the same code had handed to others by then, with nothing waited for since; and the loops in whose iteration that holds.
    /// </summary>
    public ImmutableHashSet<object> HandedOver { get; init; } = [];

    /// <summary>How the object came to the code that does this, where that isn't the code that made it.</summary>
    public Handover? Delivery { get; init; }

    /// <summary>The method that it stands in, when the construct's body calls that.</summary>
    public IMethodSymbol? Callee { get; init; }

    /// <summary>The call in the construct's body that leads to it.</summary>
    public SyntaxNode? CallSite { get; init; }

    /// <summary>For the state of an object: the member that was called.</summary>
    public string Member { get; init; } = "";

    /// <summary>The objects that it may go to, where there are several.</summary>
    public string Alternatives { get; init; } = "";

    /// <summary>The value written was computed from an earlier, separate read of the place.</summary>
    public SyntaxNode? SeparateRead { get; init; }

    /// <summary>The place was read before by the same code, for the value or for the decision to write it, with no lock around both.</summary>
    public bool IsUpdate { get; init; }

    /// <summary>What was there before has decided whether to write: the places that the new value was computed from.</summary>
    public ImmutableArray<Spot> Improves { get; init; } = [];

    /// <summary>An atomic operation that counts: what is read of it beside is stale at once.</summary>
    public bool IsCount { get; init; }

    /// <summary>An atomic write of an object where there was none: nobody ever finds another one there.</summary>
    public bool IsOnce { get; init; }

    /// <summary>What is written depends on what was there, and not as a sum or an extremum does.</summary>
    public bool IsRecurrence { get; init; }

    /// <summary>A read that only decides where to go on.</summary>
    public bool IsTest { get; init; }

    /// <summary>A read that decides how long a loop goes on.</summary>
    public bool IsSpin { get; init; }

    /// <summary>Half of a double-checked initialization: what is decided by it is looked at again under the lock.</summary>
    public bool IsTolerant { get; init; }

    /// <summary>What came before it in the same code, or is in one loop or activity with it, doesn't all compile.</summary>
    public bool IsAmidErrors => FollowsErrors || (Frame?.Path().Any(frame => frame.IsBroken) ?? false);

    public bool FollowsErrors { get; init; }

    /// <summary>It stands in a branch for a field that is still empty, and the code has filled that before.</summary>
    public bool IsRefill { get; init; }

    /// <summary>It is in a private class that one of several implementations of a virtual method belongs to.</summary>
    public bool IsHidden { get; init; }

    /// <summary>An entry of a collection is made, under a lock, of what else that lock guards: the later it's put there, the newer it is.</summary>
    public bool IsRenewal { get; init; }

    /// <summary>Whether it is done at all, or unordered, isn't known.</summary>
    public bool IsDoubtful => IsAmidErrors || IsRefill || IsHidden;

    /// <summary>Where it is shown: where it happens, or the call that leads there.</summary>
    public SyntaxNode Place => CallSite ?? Syntax;
}
