using System.Collections.Immutable;
using AutoPar.Generator.Analysis;
using AutoPar.Generator.Diagnostics;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Planning.Guards;
using AutoPar.Generator.Transforms;

namespace AutoPar.Generator.Planning;

/// <summary>
/// Loops that threads may take once they are distributed. What all parts need is in one guard, so that nothing has happened when it
/// fails; the parts are as few as may be, and those that threads can't take run in order.
/// </summary>
internal static class DistributionPlanner
{
    /// <summary>Without lanes: the outermost loops that gain.</summary>
    public static DistributionChoice Anywhere(MethodModel method, LoopNest nest, Func<int, string> name)
    {
        var regions = ImmutableArray.CreateBuilder<RegionPlan>();
        Refusal? refusal = null;
        if (nest.Root is { } root)
        {
            Collect(root);
        }

        return new DistributionChoice(regions.ToImmutable(), regions.Count > 0 ? null : refusal);

        void Collect(Loop loop)
        {
            if (Region(method, nest, loop, null, name(regions.Count)) is { } region)
            {
                if (DistributionCost.Gains(region))
                {
                    regions.Add(region);
                    return;
                }

                refusal ??= NoGain(region);
            }

            foreach (Loop inner in LoopTree.Children(loop).Where(inner => inner.InlinedFrom is null))
            {
                Collect(inner);
            }
        }
    }

    /// <summary>With lanes: what they take over on one thread is what threads gain against, and what runs where they don't.</summary>
    /// <param name="nest">Before any pass for lanes.</param>
    public static DistributionChoice Of(MethodModel method, LoopNest nest, IEnumerable<RegionPlan> lanes)
    {
        Loop[] loops = nest.Root is null ? [] : [.. LoopTree.SelfAndDescendants(nest.Root)];
        RegionPlan[] regions = [.. lanes
            .Select(whole => loops.FirstOrDefault(loop => IsSameLoop(loop, whole.Root)) is { } loop
                ? Region(method, nest, loop, whole, whole.Name + "Distributed") : null)
            .OfType<RegionPlan>()];
        ImmutableArray<RegionPlan> gaining = [.. regions.Where(DistributionCost.Gains)];
        return new DistributionChoice(gaining, gaining.IsEmpty && regions.Length > 0 ? NoGain(regions[0]) : null);
    }

    /// <summary>The same iterations, whatever passes have done to the body.</summary>
    private static bool IsSameLoop(Loop loop, Loop other) =>
        loop.Id == other.Id && loop.Relation == other.Relation && other is { IsResumed: false, CopiesWritten: 1 }
        && ExpressionTree.Header(new UncheckedArithmetic().Visit(loop)).Zip(ExpressionTree.Header(other), Walk.Same).All(isSame => isSame);

    private static Refusal NoGain(RegionPlan region) => new(RuleIds.NotProfitable, region.Root.Location, EquatableArray.Of(
        $"distributed into {region.Parts.Count} loops it would take about as long on two threads as one takes"));

    /// <param name="whole">What lanes take over on one thread; null without lanes.</param>
    private static RegionPlan? Region(MethodModel method, LoopNest nest, Loop loop, RegionPlan? whole, string name)
    {
        FloatMode mode = NestPlanner.EffectiveMode(method);
        if (loop is { IsResumed: true } or { Ordered: not null } || LoopTree.StartsAtItself(loop) || !nest.CheckedSums.IsEmpty
            || !LoopAnalysis.Roles(nest, loop).All(IsCombined) || LoopParts.Of(nest, loop) is not { Components.Count: > 1 } graph
            || LoopAnalysis.Plain(nest, loop) is not { IsLegal: true } plain
            || DistributionParts.Of(nest, graph, mode) is not { Length: > 1 } parts || !parts.Any(part => part.Verdict.IsLegal))
        {
            return null;
        }

        bool lanes = whole is not null;
        RegionPlan[] built = [.. parts.Select((part, number) => Build(nest, part, lanes, $"{name}Part{number + 1}", method, mode))];
        plain = plain with
        {
            Guards = plain.Guards
                .Concat(built.SelectMany(part => part.Guards).Where(guard => !IsOfWhole(guard)))
                .Concat(graph.Apart([.. parts.Select(part => part.Effects)]).Select(pair => new Different(pair.First, pair.Second)))
                .Concat(GuardsOfFunctions(whole))
                .Distinct().ToEquatableArray(),
        };
        RegionPlan region = RegionBuilder.Build(nest, plain, null, name, runsOnThreads: true, method.Signature.IsStatic, mode) with
        {
            Parts = built.Select(part => part with
            {
                Guards = EquatableArray<Guard>.Empty, Contents = EquatableArray<ContentPlan>.Empty,
            }).ToEquatableArray(),
        };
        if (whole is not null)
        {
            // What threads gain is against lanes.
            LoopCost cost = region.Cost with
            {
                VectorNanoseconds = whole.Cost.VectorNanoseconds, NanosecondsPerInnerTrip = whole.Cost.NanosecondsPerInnerTrip,
            };
            region = region with { Cost = cost, MinimumTrips = whole.MinimumTrips, Otherwise = whole };
        }

        return region is { Speculation: null, Lock: null } && region.Guards.All(IsTestedBefore)
            && region.Parts.All(part => IsPartOf(part, region)) && (whole is null || !region.Parts.Append(whole).Any(SumsInLanes))
            && GuardPlanner.Plan(region, "trips").Obstacle is null
                ? region : null;
    }

    /// <summary>
    /// How many threads there are decides between the parts and lanes alone. So where lanes compute other functions than the method as
    /// written, no part may run in a call that they leave to it.
    /// </summary>
    private static IEnumerable<Guard> GuardsOfFunctions(RegionPlan? lanes) =>
        lanes is not null && VectorFunctions.AreUsed(lanes.Root) ? lanes.Guards.Where(guard => !IsOfWhole(guard)) : [];

    /// <summary>The order of the sum depends on which loop is in lanes, which need not be the same one in a part.</summary>
    private static bool SumsInLanes(RegionPlan region) => region.Vector is { } vector && vector.Roles.Any(ReductionOperators.Reassociates);

    /// <summary>What strips of the iterations yield is combined, and in whatever strips they are, the same comes out.</summary>
    private static bool IsCombined(ScalarRole role) => role switch
    {
        Reduction reduction => !ReductionOperators.Reassociates(reduction.Operator, reduction.Variable.Type),
        Private or Induction or LastAssigned or ArgReduction or Companion => true,
        _ => false,
    };

    private static RegionPlan Build(LoopNest nest, DistributedPart part, bool lanes, string name, MethodModel method, FloatMode mode)
    {
        LoopNest around = DistributionParts.Around(nest, part.Verdict.Loop);
        LaneCandidate? candidate = lanes ? LanePlanner.Inside(around, part.Verdict.Loop, mode) : null;
        bool isLegal = part.Verdict.IsLegal;
        LoopVerdict verdict = isLegal ? part.Verdict : new LoopVerdict(
            part.Verdict.Loop, EquatableArray<Refusal>.Empty, EquatableArray<Guard>.Empty, part.Verdict.Roles, MaxLanes: null);
        return RegionBuilder.Build(around, verdict, candidate, name, isLegal, method.Signature.IsStatic, mode) with { IsPart = true };
    }

    /// <summary>What one part stores another may load, so that no element decides.</summary>
    private static bool IsTestedBefore(Guard guard) =>
        guard is not Holds holds || !ExpressionTree.SelfAndDescendants(holds.Condition).Any(part => part is Load);

    /// <summary>The loop as a whole has it for all its accesses and inner loops.</summary>
    private static bool IsOfWhole(Guard guard) => guard is NotNull or FiniteTripCount or InBounds or Content or PrimitiveNumber;

    /// <summary>It is called with what the region's kernel is called with.</summary>
    private static bool IsPartOf(RegionPlan part, RegionPlan region) => part.Speculation is null
        && part.Objects.All(item => region.Objects.Any(other => other.Id == item.Id))
        && part.Inputs.All(input => region.Inputs.Any(other => other.Name == input.Name))
        && part.Outputs.All(role => region.Outputs.Any(other => other.Variable.Id == role.Variable.Id));
}

/// <param name="Refusal">Where distribution is possible, and wouldn't gain.</param>
internal readonly record struct DistributionChoice(ImmutableArray<RegionPlan> Regions, Refusal? Refusal);
