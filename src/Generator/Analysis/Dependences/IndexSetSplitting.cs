using System.Collections.Immutable;
using AutoPar.Generator.Analysis.Affine;
using AutoPar.Generator.Analysis.Guards;
using AutoPar.Generator.Helpers;

namespace AutoPar.Generator.Analysis.Dependences;

/// <summary>
/// Cuts the iterations of a loop into pieces in none of which lanes, or threads, break a conflict. Where accesses meet only suggests
/// where to cut: the exact test decides, once more for each piece.
/// </summary>
internal sealed class IndexSetSplitting(LoopDomain domain, GuardList guards, ExecutionTarget target)
{
    // Each piece ends with a vector that isn't full, or with threads that wait for each other.
    private const int MostInLanes = 16;

    // Phases that double reach any subscript.
    private const int MostOnThreads = 32;

    private readonly bool _isLanes = target == ExecutionTarget.Lanes;

    private readonly List<IndexCut> _cuts = [];

    private int MostCuts => _isLanes ? MostInLanes : MostOnThreads;

    public EquatableArray<IndexCut> Cuts => _cuts.ToEquatableArray();

    /// <summary>Adds cuts after which no piece has the conflict, or none has it closer than <paramref name="maxLanes"/>.</summary>
    public bool Removes(Conflict conflict, ref int? maxLanes)
    {
        if (!conflict.First.IsAffine || !conflict.Second.IsAffine)
        {
            return false;
        }

        try
        {
            IEnumerable<MeetingPoint> points = conflict.First.Subscripts
                .Zip(conflict.Second.Subscripts, (one, other) => MeetingPoint.Of(domain.Index, one!, other!)).OfType<MeetingPoint>();
            foreach (ImmutableArray<Border> borders in points.SelectMany(Candidates))
            {
                int? lanes = maxLanes;
                if (IsKept(conflict, borders, ref lanes) && Add(borders))
                {
                    maxLanes = lanes;
                    return true;
                }
            }
        }
        catch (OverflowException)
        {
            // Numbers that no subscript has.
        }

        return false;
    }

    /// <summary>Sets of borders to try, the smallest first.</summary>
    private IEnumerable<ImmutableArray<Border>> Candidates(MeetingPoint point)
    {
        if (!point.IsOvertaking)
        {
            yield return [new Border(point, 1)];
            yield return [new Border(point, 0)];
            yield return [new Border(point, 0), new Border(point, 1)];
            yield break;
        }

        // What is written in [h, k · h) is read after that.
        List<long> phases = [];
        for (long start = 2; ; start = Math.Max(start + 1, start * point.Fast / point.Slow))
        {
            phases.Add(checked(start * point.Divisor));
            if (phases.Count > MostCuts)
            {
                yield break;
            }

            if (_isLanes ? start * (point.Fast - point.Slow) / point.Slow >= SymbolicDistance.LanesInFlight : start > int.MaxValue)
            {
                break;
            }
        }

        yield return [.. phases.Select(phase => new Border(point, phase))];
    }

    private bool IsKept(Conflict conflict, ImmutableArray<Border> borders, ref int? maxLanes)
    {
        for (int number = 0; number <= borders.Length; number++)
        {
            List<AffineForm> piece = [.. Ends()];
            if (number > 0)
            {
                piece.Add(borders[number - 1].After(domain));
            }

            if (number < borders.Length)
            {
                piece.Add(borders[number].Before(domain));
            }

            PairProblem problem = conflict.Problem.Within(piece);
            Conflict inside = conflict with { Problem = problem, Vectors = problem.Vectors() };
            if (!_isLanes)
            {
                if (LoopOrder.BreaksOnThreads(inside))
                {
                    return false;
                }

                continue;
            }

            if (!LoopOrder.BreaksInLanes(inside))
            {
                continue;
            }

            if (LoopOrder.MostLanes(inside) is not { } lanes)
            {
                return false;
            }

            maxLanes = lanes < LoopOrder.MostInFlight ? Math.Min(lanes, maxLanes ?? lanes) : maxLanes;
        }

        return true;
    }

    /// <summary>No index lies outside its type. That makes the last phase an end.</summary>
    private IEnumerable<AffineForm> Ends() => !_isLanes && TypeRange.Of(domain.Loop.Index.Type) is { } range
        ? [AffineForm.Of(range.Most).Subtract(AffineForm.Of(domain.Index)), AffineForm.Of(domain.Index).Subtract(AffineForm.Of(range.Least))]
        : [];

    private bool Add(ImmutableArray<Border> borders)
    {
        List<IndexCut> cuts = [.. _cuts];
        List<Guard> needed = [];
        foreach (Border border in borders)
        {
            if (border.Cut(domain, needed) is not { } cut)
            {
                return false;
            }

            cuts.Add(cut);
        }

        cuts = [.. cuts.Distinct()];
        if (cuts.Count > MostCuts)
        {
            return false;
        }

        needed.ForEach(guards.Add);
        _cuts.Clear();
        _cuts.AddRange(cuts);
        return true;
    }
}
