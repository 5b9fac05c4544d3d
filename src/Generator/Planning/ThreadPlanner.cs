using System.Collections.Immutable;
using AutoPar.Generator.Analysis;
using AutoPar.Generator.Analysis.Scalars;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Planning;

/// <summary>
/// Chooses the loops whose iterations run on threads: the outermost loop if it may, otherwise the outermost ones inside
/// it that may, with a join at the end of each.
/// </summary>
internal static class ThreadPlanner
{
    /// <summary>A loop of fewer iterations, three channels for instance, leaves threads without work, or with unequal shares.</summary>
    private const int FewestForAll = 8;

    public static ThreadChoice Choose(LoopNest nest, FloatMode mode)
    {
        if (nest.Root is null)
        {
            return new ThreadChoice([], Refusals.One(nest.NotLowered));
        }

        var legal = ImmutableArray.CreateBuilder<LoopVerdict>();
        LoopVerdict outermost = Collect(nest, nest.Root, mode, legal, affineCopies: false);
        if (legal.Count == 0)
        {
            Collect(nest, nest.Root, mode, legal, affineCopies: true);
        }

        return new ThreadChoice(legal.ToImmutable(), legal.Count > 0 ? [] : Refusals.RacesAndOne(outermost.Obstacles));
    }

    private static LoopVerdict Collect(LoopNest nest, Loop loop, FloatMode mode, ImmutableArray<LoopVerdict>.Builder legal, bool affineCopies)
    {
        LoopVerdict verdict = LoopAnalysis.Verdict(nest, loop, loop, ExecutionTarget.Threads, mode);
        if (verdict.IsLegal && RegionBuilder.Unguarded(nest, verdict, null, mode) is { } unguarded)
        {
            verdict = verdict with { Obstacles = EquatableArray.Of(unguarded) };
        }

        if (verdict is { IsLegal: true, Slice: not null } && (!verdict.Seams.IsEmpty
            || ScanPlanner.Plan(nest, verdict, RegionBuilder.Build(nest, verdict, null, "", runsOnThreads: true, isStatic: true, mode), lanes: false, mode) is null))
        {
            verdict = verdict with { Obstacles = ScalarObstacles.OfScans(loop, verdict.Slice.Scans).ToEquatableArray() };
        }

        if (verdict.IsLegal && (affineCopies || verdict.ArrayReductions.All(reduction => IsIndirect(loop, reduction.Object))))
        {
            legal.AddRange(TripCounts.Constant(loop) < FewestForAll && Inside(nest, loop, mode, affineCopies) is { } inner ? inner : [verdict]);
            return verdict;
        }

        foreach (Loop inner in LoopTree.Children(loop).Where(inner => inner.InlinedFrom is null))
        {
            Collect(nest, inner, mode, legal, affineCopies);
        }

        return verdict;
    }

    /// <summary>All the loops directly inside, if threads may take them, too; null where they are short themselves, or would add up floats in another order.</summary>
    private static ImmutableArray<LoopVerdict>? Inside(LoopNest nest, Loop loop, FloatMode mode, bool affineCopies)
    {
        var legal = ImmutableArray.CreateBuilder<LoopVerdict>();
        Loop[] children = [.. LoopTree.Children(loop)];
        foreach (Loop child in children)
        {
            Collect(nest, child, mode, legal, affineCopies);
        }

        return children.Length > 0 && children.All(child => child.InlinedFrom is null && !(TripCounts.Constant(child) < FewestForAll) && legal.Any(verdict => verdict.Loop.Id == child.Id))
            && !legal.Any(verdict => verdict.Roles.Any(ReductionOperators.Reassociates))
                ? legal.ToImmutable()
                : null;
    }

    /// <summary>A table at places that data tell; of other objects (<c>c[j] += A[i, j]</c>) an inner loop may need no copies.</summary>
    private static bool IsIndirect(Loop loop, MemoryObject item) =>
        Region.Of(loop).Sites.All(site => site.Object.Id != item.Id || !site.IsAffine);
}

/// <param name="Verdicts">The loops that run on threads; none of them encloses another.</param>
/// <param name="Refusals">When there are none: the races, then the one AP20xx that the attribute owes.</param>
internal readonly record struct ThreadChoice(ImmutableArray<LoopVerdict> Verdicts, ImmutableArray<Refusal> Refusals);
