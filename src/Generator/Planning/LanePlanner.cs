using System.Collections.Immutable;
using AutoPar.Generator.Analysis;
using AutoPar.Generator.Diagnostics;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Transforms;

namespace AutoPar.Generator.Planning;

/// <summary>Chooses the loops that run across lanes, by the cost of their accesses.</summary>
internal static class LanePlanner
{
    // The costs are rough: what is certainly slower is refused.
    private const double Margin = 1.25;

    private const int FewNeighbours = 2;

    // Moving lanes and adding them takes as long for two as for four.
    private const int FewestScanned = 4;

    /// <summary>The best loop of a region whose root runs on threads; null when none may run in lanes.</summary>
    public static LaneCandidate? Inside(LoopNest nest, Loop root, FloatMode mode) =>
        Best(root, LoopTree.SelfAndDescendants(root).Select(loop => TryLoop(nest, root, loop, mode)));

    /// <summary>
    /// Regions for the calling thread alone: for each loop without inner loops, the best of it and the loops around it.
    /// A region starts as far out as its guards can be proved, so that they are tested once.
    /// </summary>
    public static LaneChoice Anywhere(LoopNest nest, FloatMode mode)
    {
        if (nest.Root is null)
        {
            return new LaneChoice([], Refusals.ForLanes(nest.NotLowered));
        }

        var candidates = ImmutableArray.CreateBuilder<LaneCandidate>();
        var obstacles = new List<Refusal>();
        foreach (Loop leaf in LoopTree.SelfAndDescendants(nest.Root).Where(loop => !LoopTree.Children(loop).Any()))
        {
            IReadOnlyList<Loop> path = LoopTree.Path(nest.Root, leaf);
            if (candidates.Any(candidate => path.Any(loop => loop.Id == candidate.Root.Id)))
            {
                continue;
            }

            // A loop around one that a region has already is that one's, too.
            List<LaneAttempt> attempts = [.. path.Reverse()
                .Where(loop => !candidates.Any(candidate => LoopTree.Path(loop, candidate.Root).Count > 0))
                .Select(loop => Home(nest, path, loop, mode) is { } home ? TryLoop(nest, home, loop, mode) : new LaneAttempt(null, NotWritten(loop)))];
            if (Best(path[0], attempts) is { } best)
            {
                candidates.Add(Widen(nest, path, best, mode));
            }
            else
            {
                obstacles.AddRange(attempts.Select(attempt => attempt.Obstacle!));
            }
        }

        return new LaneChoice(
            candidates.ToImmutable(), candidates.Count > 0 ? null : Refusals.ForLanes(obstacles));
    }

    /// <summary>
    /// The loop itself, or the one around it in which an element is loaded into the scalar that this one updates. For a loop of an inlined
    /// method it is one around the call; null where none can be.
    /// </summary>
    private static Loop? Home(LoopNest nest, IReadOnlyList<Loop> path, Loop loop, FloatMode mode)
    {
        HashSet<int> homes = [.. LoopTree.Statements(loop.Body).OfType<Assign>().Where(assign => assign.Target.Element is not null)
            .Select(assign => assign.Target.DeclaringLoop).OfType<int>()];
        Loop[] around = [.. path.TakeWhile(outer => outer.Id != loop.Id)];
        return around.FirstOrDefault(outer => homes.Contains(outer.Id) && outer.InlinedFrom is null && MayEnclose(nest, outer, mode))
            ?? (loop.InlinedFrom is null ? loop : around.LastOrDefault(outer => outer.InlinedFrom is null && MayEnclose(nest, outer, mode)));
    }

    private static Refusal NotWritten(Loop loop) =>
        new(RuleIds.LanesNotLowered, loop.Location, EquatableArray.Of($"the call of {loop.InlinedFrom}, around whose loop no loop can be taken over,"));

    /// <summary>What the region adds up around the loop in lanes it adds up in blocks, which Strict forbids.</summary>
    private static bool MayEnclose(LoopNest nest, Loop root, FloatMode mode) =>
        !(mode == FloatMode.Strict && LoopAnalysis.Roles(nest, root).Any(ReductionOperators.Reassociates))
        && LoopTree.SelfAndDescendants(root).Count(loop => !LoopTree.Children(loop).Any()) == 1 && RegionBuilder.CanEnclose(nest, root);

    /// <summary>The candidate with which one iteration of <paramref name="whole"/>, which holds them all, takes the least time.</summary>
    private static LaneCandidate? Best(Loop whole, IEnumerable<LaneAttempt> attempts) => attempts
        .Select(attempt => attempt.Candidate)
        .OfType<LaneCandidate>()
        .OrderBy(candidate => CostModel.HopesForStride(candidate.Plan.Loop))
        .ThenBy(candidate => CostModel.Vector(whole, candidate.Plan))
        .FirstOrDefault();

    private static LaneAttempt TryLoop(LoopNest nest, Loop root, Loop loop, FloatMode mode)
    {
        LoopVerdict verdict = LoopAnalysis.Verdict(nest, root, loop, ExecutionTarget.Lanes, mode);
        if (!verdict.IsLegal)
        {
            return new LaneAttempt(null, verdict.Obstacles.First());
        }

        root = PieceConditions.Replaced(new UncheckedArithmetic().Visit(root), PieceConditions.Of(nest, verdict.Conditions));
        loop = LoopTree.SelfAndDescendants(root).Single(inner => inner.Id == loop.Id);
        if (KernelSupport.Unsupported(root, loop, verdict.Roles, verdict.Guards) is { } unsupported)
        {
            return new LaneAttempt(null, unsupported);
        }

        if (!LoopTree.Statements(loop.Body).Any(statement => statement is Assign or Store or Exit { Kind: ExitKind.Stop }))
        {
            return new LaneAttempt(null, new Refusal(
                RuleIds.LanesNotProfitable, loop.Location, EquatableArray.Of("its body does nothing that lanes could share")));
        }

        var variables = new LaneVariables(loop, verdict.Roles);
        if (LaneTypes.Lanes(loop, variables, verdict.MaxLanes) is not { } lanes)
        {
            return new LaneAttempt(null, TooNarrow(loop, variables, verdict.MaxLanes));
        }

        if (lanes < FewestScanned && verdict.Roles.Any(role => role is Scan))
        {
            return new LaneAttempt(null, new Refusal(
                RuleIds.LanesNotProfitable, loop.Location, EquatableArray.Of($"a scan over vectors of {lanes} takes longer than the loop as written")));
        }

        if (lanes % loop.CopiesWritten != 0 && LoopTree.Exits(loop.Body).Any())
        {
            // It may stop at any vector, where the loop as written must be able to go on.
            return new LaneAttempt(null, new Refusal(RuleIds.LanesNotProfitable, loop.Location, EquatableArray.Of(
                $"it is unrolled {loop.CopiesWritten} times, which vectors of {lanes} aren't a multiple of; write one copy")));
        }

        if (TripCounts.Constant(loop) is { } trips && trips < lanes)
        {
            return new LaneAttempt(null, new Refusal(
                RuleIds.LanesNotProfitable, loop.Location, EquatableArray.Of($"the loop runs {trips} times, which is less than a vector of {lanes}")));
        }

        int unroll = Unrolling.Choose(loop, verdict.Roles, lanes, verdict.MaxLanes);
        EquatableArray<CarriedVector> carried = CarriedVectors.Of(loop, lanes, unroll);
        bool interleaves = Unrolling.Interleaves(loop, verdict.Roles, lanes, verdict.MaxLanes);
        var plan = new VectorLoopPlan(
            loop, lanes, unroll, verdict.Roles, interleaves, carried.IsEmpty && MaskedRemainder.Suits(loop, verdict.Roles, variables))
        {
            Carried = carried,
            FillsRegisters = interleaves && Unrolling.FillsRegisters(loop, verdict.Roles),
        };
        var candidate = new LaneCandidate(root, verdict, plan);
        if (CostModel.Vector(loop, plan) > Margin * CostModel.Sequential(loop))
        {
            return new LaneAttempt(null, new Refusal(
                RuleIds.LanesNotProfitable, loop.Location, EquatableArray.Of("most of its work is done lane by lane, which takes longer than the loop as written")));
        }

        if (OrderedCost.IsTooHigh(nest, plan, verdict.Guards))
        {
            return new LaneAttempt(null, new Refusal(
                RuleIds.LanesNotProfitable, loop.Location, EquatableArray.Of("what has to be computed in order takes longer than all that lanes could share")));
        }

        if (IndexedAccess.In(loop, variables).Any() && !GainsByIndex(nest, root, verdict, plan))
        {
            return new LaneAttempt(null, new Refusal(RuleIds.LanesNotProfitable, loop.Location, EquatableArray.Of(
                "its gathers and scatters take the lanes one by one, which takes as long as the loop as written")));
        }

        if (InterleavedGroup.Loads(loop).Where(group => group.Length > FewNeighbours).Take(2).Count() > 1)
        {
            return new LaneAttempt(null, new Refusal(RuleIds.LanesNotProfitable, loop.Location, EquatableArray.Of(
                "it takes apart several groups of three or four neighbours, which is more than the JIT compiler inlines into one method")));
        }

        if (DivergentDivision.IsIn(loop))
        {
            return new LaneAttempt(null, new Refusal(
                RuleIds.LanesNotProfitable, loop.Location, EquatableArray.Of("integers are divided in a loop that each lane leaves on its own, which takes longer than the loop as written")));
        }

        if (StoreForwarding.Waits(loop, lanes, verdict.MaxLanes))
        {
            return new LaneAttempt(null, new Refusal(
                RuleIds.LanesNotProfitable, loop.Location, EquatableArray.Of("vectors are loaded from elements that were stored just before one by one or in other groups, which takes longer than the loop as written")));
        }

        return RegionBuilder.Unguarded(nest, verdict with { Loop = root }, candidate, mode) is { } unguarded
            ? new LaneAttempt(null, unguarded)
            : new LaneAttempt(candidate, null);
    }

    /// <summary>Gathers and scatters gain little and are measured: there is no margin, and the run through the subscripts before counts.</summary>
    private static bool GainsByIndex(LoopNest nest, Loop root, LoopVerdict verdict, VectorLoopPlan plan)
    {
        IEnumerable<Content> contents = Speculation.Replaces(root, plan, LoopAnalysis.Roles(nest, root), verdict.Guards) is null
            ? verdict.Guards.OfType<Content>() : [];
        double run = CostModel.ContentRun(plan.Loop, contents);
        if (nest.Root!.Id == plan.Loop.Id)
        {
            return CostModel.Vector(plan.Loop, plan) + run <= CostModel.Sequential(plan.Loop);
        }

        // Short rows are left to the remainder.
        long trips = CostModel.Trips(nest.Root, plan.Loop);
        return CostModel.OfLoop(plan.Loop, plan, trips) + (run * trips) <= CostModel.OfLoop(plan.Loop, null, trips);
    }

    /// <summary>Moves the region's root outwards while the loop inside stays legal and the loops around hold nothing else to keep.</summary>
    private static LaneCandidate Widen(LoopNest nest, IReadOnlyList<Loop> path, LaneCandidate candidate, FloatMode mode)
    {
        foreach (Loop root in path.TakeWhile(loop => loop.Id != candidate.Root.Id))
        {
            if (root.InlinedFrom is null && MayEnclose(nest, root, mode)
                && TryLoop(nest, root, candidate.Plan.Loop, mode).Candidate is { } wider)
            {
                return wider;
            }
        }

        return candidate;
    }

    private static Refusal TooNarrow(Loop loop, LaneVariables variables, int? maxLanes) => maxLanes is null || LaneTypes.AreMixed(loop, variables)
        ? new Refusal(RuleIds.LanesUnsupportedType, loop.Location, EquatableArray.Of("the loop's types", "they differ by more than vectors can convert"))
        : new Refusal(RuleIds.LanesCarriedDependence, loop.Location, EquatableArray.Of(
            $"a dependence of distance {maxLanes}", "a distance of at least 4 iterations"));
}

internal sealed record LaneCandidate(Loop Root, LoopVerdict Verdict, VectorLoopPlan Plan);

internal readonly record struct LaneAttempt(LaneCandidate? Candidate, Refusal? Obstacle);

/// <param name="Refusal">When there are no candidates: the one AP25xx that the attribute owes.</param>
internal readonly record struct LaneChoice(ImmutableArray<LaneCandidate> Candidates, Refusal? Refusal);
