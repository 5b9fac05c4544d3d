using System.Collections.Immutable;
using AutoPar.Generator.Races.Interpretation;
using AutoPar.Generator.Races.Model;

namespace AutoPar.Generator.Races.Judgement;

/// <summary>A way in which two accesses may execute at the same time.</summary>
/// <param name="Diverging">The frame of which they are in two instances; null when they are in different code of one instance.</param>
/// <param name="SharedDepth">Frames of at most this depth are the same instance for both.</param>
/// <param name="FirstIsEarlier">Of two instances: the first access is in the one with the smaller index.</param>
internal sealed record Meeting(Frame? Diverging, int SharedDepth, bool FirstIsEarlier, ConstructFrame Construct)
{
    /// <summary>The value has one instance for both accesses.</summary>
    public bool Shares(Frame? owner, Frame? one, Frame? other) => owner is null
        || (owner is not OwnFrame && (owner.Depth <= SharedDepth || !(Holds(one, owner) || Holds(other, owner))));

    private static bool Holds(Frame? inner, Frame outer)
    {
        for (Frame? frame = inner; frame is not null && frame.Depth >= outer.Depth; frame = frame.Parent)
        {
            if (frame == outer)
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>Which code runs at the same time as which.</summary>
internal static class Meetings
{
    public static IEnumerable<Meeting> Of(Access first, Access second)
    {
        Frame[] one = [.. first.Frame?.Path() ?? []];
        Frame[] other = [.. second.Frame?.Path() ?? []];
        int common = 0;
        for (; common < one.Length && common < other.Length && one[common] == other[common]; common++)
        {
            foreach (Meeting meeting in InTwoInstances(one, other, common))
            {
                yield return meeting;
            }
        }

        ConstructFrame? ahead = NextConstruct(one, common);
        ConstructFrame? behind = NextConstruct(other, common);
        bool isConcurrent = (ahead, behind) switch
        {
            (null, null) => false,
            (null, not null) => Runs(other, common, first.Running),
            (not null, null) => Runs(one, common, second.Running),
            ({ } left, { } right) => left != right && (Runs(other, common, left.RunningBefore) || Runs(one, common, right.RunningBefore)
                || (left.Whole is not null && left.Whole == right.Whole && left.StartTick == right.StartTick)),
        };
        if (isConcurrent)
        {
            yield return new Meeting(null, common - 1, true, (behind ?? ahead)!);
        }
    }

    private static IEnumerable<Meeting> InTwoInstances(Frame[] one, Frame[] other, int depth)
    {
        switch (one[depth])
        {
            case ConstructFrame { Index: not null, IsSequential: false } construct:
                yield return new Meeting(construct, depth - 1, true, construct);
                yield return new Meeting(construct, depth - 1, false, construct);
                break;
            case LoopFrame loop:
                // What an earlier iteration started may still run.
                if (NextConstruct(one, depth + 1) is { } ahead && Constructs(one, depth + 1).Any(construct => construct.Outlived.Contains(loop)))
                {
                    yield return new Meeting(loop, depth - 1, true, ahead);
                }

                if (NextConstruct(other, depth + 1) is { } behind && Constructs(other, depth + 1).Any(construct => construct.Outlived.Contains(loop)))
                {
                    yield return new Meeting(loop, depth - 1, false, behind);
                }

                break;
        }
    }

    private static bool Runs(Frame[] path, int from, ImmutableHashSet<ConstructFrame> running) => Constructs(path, from).Any(running.Contains);

    private static IEnumerable<ConstructFrame> Constructs(Frame[] path, int from) => path.Skip(from).OfType<ConstructFrame>();

    private static ConstructFrame? NextConstruct(Frame[] path, int from) => Constructs(path, from).FirstOrDefault();
}

/// <summary>What events and barriers order.</summary>
internal static class Ordering
{
    /// <summary>One of the two has waited for an event that is set after the other one.</summary>
    public static bool ByEvents(Access first, Access second, IReadOnlyList<Signal> signals) =>
        IsSetBefore(first, second, signals) || IsSetBefore(second, first, signals);

    /// <summary>Both wait at barriers: only what is in one phase meets.</summary>
    public static bool ByBarriers(Access first, Access second) => HasBarrier(first) && HasBarrier(second);

    /// <summary>Barriers are used in a way that isn't followed.</summary>
    public static bool IsUnclear(Access first, Access second) => ByBarriers(first, second) && (first.Phase is null || second.Phase is null);

    /// <summary>The code goes on when somebody completes a task, and nobody is seen who does: he may wait for the other access.</summary>
    public static bool ByStranger(Access first, Access second, IReadOnlyList<Signal> signals) =>
        GoesOnLater(first, second, signals) || GoesOnLater(second, first, signals);

    private static bool GoesOnLater(Access one, Access other, IReadOnlyList<Signal> signals) => one.Waited.Except(other.Waited)
        .Where(name => name.StartsWith(Signal.Completion, StringComparison.Ordinal))
        .Any(name => signals.All(signal => signal.Event != name.Substring(Signal.Completion.Length)));

    /// <summary>
    /// One scheduler runs both, and may well run them one after the other; or somebody's own scheduler runs one of them, and may
    /// do so while the code that started it waits.
    /// </summary>
    public static bool ByScheduler(Access first, Access second)
    {
        ConstructFrame? one = new Signal("", first.Frame, 0).Construct;
        ConstructFrame? other = new Signal("", second.Frame, 0).Construct;
        return (one?.Scheduler is { } scheduler && scheduler == other?.Scheduler)
            || (one is { HasOwnScheduler: true } && IsAround(other, one)) || (other is { HasOwnScheduler: true } && IsAround(one, other));
    }

    private static bool IsAround(ConstructFrame? outer, ConstructFrame inner) => new Signal("", inner.Parent, 0).Construct == outer;

    private static bool HasBarrier(Access access) => new Signal("", access.Frame, 0).Construct is { HasBarrier: true };

    /// <summary>Of two activities that a loop starts: the loop waits for the one before it goes on.</summary>
    public static bool ByLoop(Access first, Access second, Meeting meeting, IReadOnlyList<Signal> signals)
    {
        Access earlier = meeting.FirstIsEarlier ? first : second;
        return meeting.Diverging is LoopFrame loop && signals.Any(signal => loop.WaitedEach.Contains(signal.Event) && signal.Tick >= earlier.Tick
            && signal.Construct is { } construct && construct == new Signal("", earlier.Frame, 0).Construct);
    }

    private static bool IsSetBefore(Access earlier, Access later, IReadOnlyList<Signal> signals) => signals.Any(signal =>
        later.Waited.Contains(signal.Event) && signal.Tick >= earlier.Tick && signal.Construct is var construct
        && new Signal("", earlier.Frame, 0).Construct is var other
        && (construct == other || (construct is not null && other is not null && construct.Antecedents.Contains(other))));
}
