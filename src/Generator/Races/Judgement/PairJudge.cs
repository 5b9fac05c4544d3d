using AutoPar.Generator.Analysis.Affine;
using AutoPar.Generator.Races.Interpretation;
using AutoPar.Generator.Races.Model;
using Microsoft.CodeAnalysis;

namespace AutoPar.Generator.Races.Judgement;

/// <summary>Decides whether two accesses race.</summary>
/// <param name="replaced">The places whose objects are others from time to time.</param>
/// <param name="opened">The gates that are opened again.</param>
internal sealed class PairJudge(
    Unknowns unknowns, Contents contents, IReadOnlyList<Signal> signals, HashSet<string> replaced, HashSet<string> opened, Effort effort)
{
    /// <summary>The worst that may happen; null when nothing does.</summary>
    public Verdict? Judge(Access one, Access other)
    {
        (Access first, Access second) = one.IsWrite ? (one, other) : (other, one);
        if (!first.IsWrite || !first.Location.Overlaps(second.Location) || (first.IsOnce && (!second.IsWrite || second.IsOnce)))
        {
            return null;
        }

        if (!AreOfOneObject(first, second))
        {
            return null;
        }

        Verdict? worst = null;
        foreach (Meeting meeting in Meetings.Of(first, second))
        {
            if (Judge(first, second, meeting) is { } verdict && (worst is null || verdict.Kind > worst.Kind))
            {
                worst = verdict;
            }
        }

        return worst;
    }

    /// <summary>What was delivered is the object that it was handed over as, and meets only what comes after that.</summary>
    private static bool AreOfOneObject(Access first, Access second) => (first.Delivery, second.Delivery) switch
    {
        (null, null) => true,
        ({ } delivery, null) => delivery.IsBefore(second),
        (null, { } delivery) => delivery.IsBefore(first),
        _ => false,
    };

    private Verdict? Judge(Access first, Access second, Meeting meeting)
    {
        // Equal paths are one object; whether different ones are isn't known.
        Verdict? same = Judge(first, second, meeting, isSamePath: true);
        return same is null or { Kind: VerdictKind.Unknown } && HasUnclearObjects(first, second)
            ? Judge(first, second, meeting, isSamePath: false)
            : same;
    }

    private static bool HasUnclearObjects(Access first, Access second) =>
        first.Location is { IsUncertain: true, Kind: SpotKind.Field or SpotKind.State } && second.Location.IsUncertain;

    private Verdict? Judge(Access first, Access second, Meeting meeting, bool isSamePath)
    {
        if (isSamePath && AreApart(first, second, meeting))
        {
            return null;
        }

        PairSystem system = State(first, second, meeting, isSamePath, out bool isUnknown);
        if (!effort.Spend() || system.IsInfeasible() || Ordering.ByEvents(first, second, signals) || Ordering.ByLoop(first, second, meeting, signals))
        {
            return null;
        }

        bool isProtected = first.Locks.Where(held => held.Protects(first))
            .Any(held => second.Locks.Any(others => others.Protects(second) && IsSame(held, others, system)));
        if (KindOf(first, second, isProtected) is not { } kind || HavePassedOneGate(first, second, meeting, system))
        {
            return null;
        }

        bool isEntry = first.Location is { Kind: SpotKind.Entry, IsUncertain: false } && !first.IsRenewal && !second.IsRenewal
            && !first.IsDoubtful && !second.IsDoubtful;
        bool isUnclear = system.IsLost || first.Alternatives != second.Alternatives || !isSamePath || IsUnclear(first, second)
            || ImprovesItself(first, second, system) || (kind == VerdictKind.Split && (first.IsRenewal || second.IsRenewal));
        Chances chances = new(system, unknowns, effort);
        IReadOnlyDictionary<string, long>? witness = first.Location.Kind == SpotKind.Entry || isUnclear || isUnknown ? null
            : chances.Witness([.. system.Meeting]);
        bool mustRepeat = !isUnclear && isUnknown && first.Location.Text == second.Location.Text
            && chances.MustRepeat(system.Meeting, Distance(system, meeting));
        bool mayRepeat = !isUnclear && isUnknown && witness is null && !mustRepeat && new Repetition(unknowns, meeting).IsLikely(first, second);
        bool isCertain = isEntry || witness is not null || mustRepeat || mayRepeat;
        return new Verdict(isCertain ? kind : VerdictKind.Unknown, first, second, meeting, Index(PairSystem.First), Index(PairSystem.Second))
        {
            MayRepeat = mayRepeat,
            HasOwnLocks = !isProtected && first.Locks.Any(held => second.Locks.Any(others =>
                others.Lock.Key == held.Lock.Key && held is { IsUnknown: false, Opening: null } && (held.IsExclusive || others.IsExclusive))),
        };

        long? Index(string side) => witness is not null && meeting.Diverging?.Index is { } index
            && witness.TryGetValue(system.Name(index, side), out long value) ? value : null;
    }

    /// <summary>What goes wrong if the two meet; null when nothing does.</summary>
    private static VerdictKind? KindOf(Access first, Access second, bool isProtected)
    {
        if (!(first.IsAtomic && second.IsAtomic) && !isProtected)
        {
            return VerdictKind.Race;
        }

        return (first.SeparateRead is not null && !first.IsOnce)
            || (second is { IsWrite: true, IsOnce: false } && second.SeparateRead is not null) ? VerdictKind.Split
            : isProtected && (first.IsRecurrence || DependsOnOrder(first, second)) ? VerdictKind.Order
            : null;
    }

    /// <summary>A reference that is put there whole, under the lock of all who write it, and read by others as a volatile one.</summary>
    private static bool IsPublished(Access first, Access second) => !first.Locks.IsEmpty && second is { IsWrite: false, IsAtomic: true }
        && first.Location.Symbol is IFieldSymbol { Type.IsReferenceType: true };

    /// <summary>Who is started one by one draws numbers, and no number is greater than as many as were started by then.</summary>
    private bool IsCounted(Access first, Access second) => first.Location.Subscripts.Length == second.Location.Subscripts.Length
        && first.Location.Subscripts.Zip(second.Location.Subscripts, (mine, theirs) => IsDrawn(mine, second.Frame) || IsDrawn(theirs, first.Frame))
            .Any(drawn => drawn);

    /// <summary>The subscript is a number that an activity has drawn, which code around that activity has started.</summary>
    private bool IsDrawn(AffineForm? subscript, Frame? starter) => subscript is not null && Unknowns.Parts(subscript).Any(part =>
        unknowns[part] is { Nature: Nature.Ticket, Owner: { } owner }
            && owner.Path().OfType<ConstructFrame>().LastOrDefault() is { Index: null } drawer
            && starter is LoopFrame && drawer.Path().Contains(starter));

    private bool IsUnclear(Access first, Access second) => Ordering.IsUnclear(first, second) || Ordering.ByScheduler(first, second)
        || Ordering.ByStranger(first, second, signals)
        || IsCounted(first, second) || IsPublished(first, second)
        || (first.Locks.Any(held => held.IsUnknown) && second.Locks.Any(held => held.IsUnknown))
        || first.IsTolerant || second.IsTolerant || first.IsDoubtful || second.IsDoubtful
        || (first is { IsAtomic: true, IsCount: false } && second is { IsWrite: false, IsAtomic: false, IsTest: true, IsSpin: false });

    /// <summary>
    /// if (d[i, k] + d[k, j] &lt; d[i, j]) d[i, j] = … where i is k: the element is written if something makes it smaller than
    /// itself. Only the data says whether that is ever so.
    /// </summary>
    private static bool ImprovesItself(Access write, Access other, PairSystem system) => write.Improves.Any(source =>
        source.Key == write.Location.Key && source.Text != write.Location.Text && source.Subscripts.Length == other.Location.Subscripts.Length
        && source.Subscripts.Zip(other.Location.Subscripts, (mine, theirs) => mine is not null && theirs is not null
            && system.AreEqual(mine, theirs)).All(same => same));

    /// <summary>
    /// The plain case, without solving anything: one subscript of both is a multiple of the index that tells their iterations apart.
    /// </summary>
    private bool AreApart(Access first, Access second, Meeting meeting)
    {
        if (meeting.Diverging?.Index is not { } index || first.Location.Subscripts.Length != second.Location.Subscripts.Length)
        {
            return false;
        }

        for (int i = 0; i < first.Location.Subscripts.Length; i++)
        {
            if (first.Location.Subscripts[i] is { } mine && second.Location.Subscripts[i] is { } theirs && mine.Equals(theirs)
                && mine.CoefficientOf(index) is { IsConstant: true, Constant: not 0 }
                && Unknowns.Parts(mine.Without(index)).All(part => part != index && meeting.Shares(unknowns[part].Owner, first.Frame, second.Frame)))
            {
                return true;
            }
        }

        return false;
    }

    private static LinearSum? Distance(PairSystem system, Meeting meeting) => meeting.Diverging?.Index is not { } index ? null
        : meeting.FirstIsEarlier ? system.Sum(AffineForm.Of(index), PairSystem.Second).Plus(system.Sum(AffineForm.Of(index), PairSystem.First), -1)
        : system.Sum(AffineForm.Of(index), PairSystem.First).Plus(system.Sum(AffineForm.Of(index), PairSystem.Second), -1);

    private PairSystem State(Access first, Access second, Meeting meeting, bool isSamePath, out bool isUnknown)
    {
        PairSystem system = new(unknowns, owner => meeting.Shares(owner, first.Frame, second.Frame)) { Diverging = meeting.Diverging };
        foreach (Constraint constraint in first.Constraints)
        {
            system.Add(constraint, PairSystem.First);
        }

        foreach (Constraint constraint in second.Constraints)
        {
            system.Add(constraint, PairSystem.Second);
        }

        if (meeting.Diverging is { Index: { } index } frame)
        {
            (string earlier, string later) = meeting.FirstIsEarlier ? (PairSystem.First, PairSystem.Second) : (PairSystem.Second, PairSystem.First);
            system.AddOrder(AffineForm.Of(index), later, AffineForm.Of(index), earlier, 1);
            foreach ((AffineForm begin, AffineForm end) in (frame as ConstructFrame)?.Order ?? [])
            {
                system.AddOrder(begin, later, end, earlier, 0);
            }
        }

        isUnknown = first.Location.Subscripts.Length != second.Location.Subscripts.Length;
        if (!isSamePath)
        {
            // Two items may hold one object.
            isUnknown = true;
            return system;
        }

        foreach ((AffineForm? mine, AffineForm? theirs) in first.Location.Subscripts.Zip(second.Location.Subscripts, (mine, theirs) =>
            (mine, theirs)))
        {
            isUnknown |= !Meet(system, mine, theirs);
        }

        system.EquateLoads();
        if (Ordering.ByBarriers(first, second) && first.Phase is { } phase && second.Phase is { } same)
        {
            system.Coincide(phase, same);
        }

        return system;
    }

    /// <summary>States that two subscripts are equal; false when it isn't known that they ever are.</summary>
    private bool Meet(PairSystem system, AffineForm? mine, AffineForm? theirs)
    {
        if (mine is null || theirs is null)
        {
            return false;
        }

        if (LoadIn(mine) is { } load && LoadIn(theirs) is { } same && load.Array == same.Array && mine.Constant == theirs.Constant
            && contents.IsDistinct(load.Array))
        {
            // Equal values are one element.
            system.Equate(load.Subscript, same.Subscript);
            return true;
        }

        system.Equate(mine, theirs);
        bool isKnown = true;
        foreach (Symbol symbol in Unknowns.Parts(mine).Intersect(Unknowns.Parts(theirs)).Where(symbol => unknowns[symbol].Nature == Nature.Ticket))
        {
            system.Distinguish(AffineForm.Of(symbol), AffineForm.Of(symbol));
        }

        LinearSum difference;
        try
        {
            difference = system.Difference(mine, theirs);
        }
        catch (OverflowException)
        {
            return false;
        }

        foreach (string name in difference.Parts.Where(part => part.Value != 0).SelectMany(part => part.Key.Split('*')))
        {
            Symbol symbol = system.Symbols[name];
            isKnown &= Unknowns.Parts(AffineForm.Of(symbol)).All(part =>
                IsChosen(part, system.IsSharedName(name) || unknowns[part].Owner is null, system.Diverging));
        }

        return isKnown;
    }

    /// <summary>Does the symbol take the values that a witness gives it? A loop's index does, and sizes can be large enough.</summary>
    private bool IsChosen(Symbol symbol, bool isShared, Frame? diverging)
    {
        Unknown unknown = unknowns[symbol];
        return unknown.Nature is Nature.Index or Nature.Ticket || unknown.IsRandom
            || (unknown.Start is { } start && (unknown.Owner is null || unknown.Owner != diverging)
                && Unknowns.Parts(start).All(part => IsChosen(part, isShared || unknowns[part].Owner is null, diverging)))
            || ((unknown.Nature is Nature.Size or Nature.Input || unknown is { IsDatum: true, Load: not null }) && isShared)
            || (unknown.Definition is { } definition
                && definition.Operands.SelectMany(Unknowns.Parts).All(part => IsChosen(part, isShared || unknowns[part].Owner is null, diverging)));
    }

    private Load? LoadIn(AffineForm form) =>
        form.Terms.ToArray() is [{ Coefficient: 1, Symbols: [{ Dividend: null } symbol] }] ? unknowns[symbol].Load : null;

    /// <summary>Both are in activities that only one could start: there is but one of them.</summary>
    private bool HavePassedOneGate(Access first, Access second, Meeting meeting, PairSystem system) =>
        Gates(first, meeting).Any(one => Gates(second, meeting).Any(other => IsSame(one, other, system)));

    private static IEnumerable<LockHold> Gates(Access access, Meeting meeting) => (access.Frame?.Path() ?? []).OfType<ConstructFrame>()
        .Where(frame => frame.Depth > meeting.SharedDepth).SelectMany(frame => frame.Gates);

    private bool IsSame(LockHold one, LockHold other, PairSystem system) =>
        one.Lock.Key == other.Lock.Key && !one.IsUnknown && !replaced.Contains(one.Lock.Key) && (one.IsExclusive || other.IsExclusive)
            && (one.Opening is null || !(opened.Contains(one.Lock.Key) || opened.Contains(one.Lock.Key.Split('#')[0])))
            && one.Lock.Subscripts.Length == other.Lock.Subscripts.Length
        && one.Lock.Subscripts.Zip(other.Lock.Subscripts, (mine, theirs) => mine is not null && theirs is not null
            && system.AreEqual(mine, theirs)).All(same => same);

    /// <summary>One iteration reads the very element that another one writes, under another subscript.</summary>
    private static bool DependsOnOrder(Access first, Access second) =>
        first.Location.Kind == SpotKind.Element && !second.IsWrite && second.Location.Kind == SpotKind.Element
        && first.Location.Text != second.Location.Text
        && first.Location.Subscripts.Concat(second.Location.Subscripts).All(subscript => subscript is not null);
}
