using System.Collections.Immutable;

namespace AutoPar.Generator.Analysis.Dependences;

/// <summary>Which conflicts an execution order of the root's iterations would break.</summary>
internal static class LoopOrder
{
    /// <summary>The most lanes × vectors in flight that is worth telling apart from "any number".</summary>
    public const int MostInFlight = 256;

    /// <summary>On threads, iterations run in any order: whatever the root carries is broken.</summary>
    public static bool BreaksOnThreads(Conflict conflict) => conflict.IsCarriedByRoot;

    /// <summary>
    /// In lanes, each statement runs for all iterations of a block before the next statement does, loads before stores,
    /// inner loops in lockstep. A dependence survives when its source comes first in that order too; within an inner loop in
    /// which iterations aren't at the same index after as many trips, that isn't known.
    /// </summary>
    public static bool BreaksInLanes(Conflict conflict) =>
        conflict.Vectors.Any(vector => vector[0] != Directions.Equal && !IsKept(conflict, vector));

    /// <summary>The most iterations in flight for which no dependence lies within a block.</summary>
    public static int? MostLanes(Conflict conflict)
    {
        if (MeetWithin(conflict, 1))
        {
            return null;
        }

        (int apart, int meeting) = (1, MostInFlight);
        while (meeting - apart > 1)
        {
            int middle = (apart + meeting) / 2;
            (apart, meeting) = MeetWithin(conflict, middle) ? (apart, middle) : (middle, meeting);
        }

        return meeting;
    }

    private static bool MeetWithin(Conflict conflict, int distance)
    {
        bool forward = conflict.Vectors.Any(vector => vector[0] == Directions.Less && !IsKept(conflict, vector));
        bool backward = conflict.Vectors.Any(vector => vector[0] == Directions.Greater && !IsKept(conflict, vector));
        return (forward && conflict.Problem.MeetWithin(0, distance))
            || (backward && conflict.Problem.Reversed().MeetWithin(0, distance));
    }

    private static bool IsKept(Conflict conflict, ImmutableArray<Directions> vector)
    {
        if (conflict.First.OutOfStep.Intersect(conflict.Second.OutOfStep).Any())
        {
            return false;
        }

        bool isForward = vector[0] == Directions.Less;
        Directions inner = vector.Skip(1).FirstOrDefault(direction => direction != Directions.Equal);
        if (inner != Directions.None)
        {
            return inner == Directions.Less == isForward;
        }

        if (conflict.First.Access.Id == conflict.Second.Access.Id)
        {
            // One store, which stores lane by lane where its lanes may meet.
            return true;
        }

        int order = conflict.First.Position.CompareTo(conflict.Second.Position);
        return isForward ? order < 0 : order > 0;
    }
}
