using AutoPar.Generator.Analysis;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Transforms;

namespace AutoPar.Generator.Planning;

/// <summary>
/// How threads run a loop of which some statements must run in order: all else runs block by block on all of them, and the statements
/// in order for one block after the other, on one at a time.
/// </summary>
/// <param name="Computing">All else, as a region of its own: in lanes where it can be.</param>
/// <param name="InOrder">The statements in order.</param>
/// <param name="Buffers">Arrays of values that pass from the first to the second, which both have as further objects.</param>
/// <param name="First">A further input of both: the iteration whose values lie first in the buffers.</param>
internal sealed record PipelinePlan(RegionPlan Computing, RegionPlan InOrder, EquatableArray<MemoryObject> Buffers, Variable First)
{
    // Of the time that one thread takes, two may need so much at most: the costs are rough.
    private const double MostOfTime = 0.8;

    // Measured: an update takes 1.1 ns where it meets none of those just before it, 3.7 where it waits for the last one's store.
    private const double ThroughMemory = 3;

    /// <summary>What the statements in order store to, as messages call it.</summary>
    public IEnumerable<string> Updated =>
        LoopTree.Statements(InOrder.Root.Body).OfType<Store>().Select(store => store.Target.Object.DisplayName).Distinct();

    /// <summary>What the statements in order take for one iteration, whichever thread runs them.</summary>
    public double InOrderNanoseconds => ThroughMemory + InOrder.Cost.SequentialNanoseconds;

    /// <summary>Null where the verdict asks for none, or the loop has no such form.</summary>
    /// <param name="region">The loop as a whole.</param>
    public static PipelinePlan? Of(LoopNest nest, LoopVerdict verdict, RegionPlan region, bool lanes, FloatMode mode)
    {
        if (region is not { HasOutputs: false, NeedsThis: false, TypeParameters: "", Lock: null, Speculation: null }
            || !region.Roles.All(role => role is Private { IsLiveOut: false }) || PipelineLoops.Of(nest, verdict.Loop) is not { } loops)
        {
            return null;
        }

        LoopNest first = loops.Computing();
        if (region.IsSliced && LoopTree.Statements(first.Root!.Body).OfType<Store>().Any(store => loops.Buffers.All(item => item.Id != store.Target.Object.Id)))
        {
            // Cancelled in between, an iteration would have done a part of what it does.
            return null;
        }

        RegionPlan computing = Part(first, "Compute");
        RegionPlan inOrder = Part(loops.InOrder(), "Apply") with { Vector = null };
        return IsPartOf(computing) && IsPartOf(inOrder) ? new PipelinePlan(computing, inOrder, loops.Buffers, loops.First) : null;

        RegionPlan Part(LoopNest part, string name)
        {
            LaneCandidate? candidate = lanes && name == "Compute" ? LanePlanner.Inside(part, part.Root!, mode) : null;
            candidate = candidate is { Verdict.Cuts.IsEmpty: true, Verdict.Conditions.IsEmpty: true } && candidate.Verdict.Guards.All(IsTested)
                ? candidate
                : null;
            LoopVerdict proven = verdict with { Loop = part.Root!, Guards = EquatableArray<Guard>.Empty, IsPipelined = false };
            RegionPlan plan = RegionBuilder.Build(
                part, proven, candidate is null ? null : candidate with { Verdict = candidate.Verdict with { Guards = EquatableArray<Guard>.Empty } },
                region.Name + name, runsOnThreads: false, isStatic: true, mode);
            return plan with
            {
                Guards = EquatableArray<Guard>.Empty,
                Objects = region.Objects.Concat(loops.Buffers).ToEquatableArray(),
                Inputs = region.Inputs.Append(loops.First).ToEquatableArray(),
                Contents = EquatableArray<ContentPlan>.Empty,
                Speculation = null,
            };
        }

        // A loop has one run through its contents at most, in which all is tested that the part could test on its own.
        bool IsTested(Guard guard) => guard is NotNull or FiniteTripCount or InBounds
            || (guard is Content ? region.Guards.Any(other => other is Content) : region.Guards.Contains(guard));

        bool IsPartOf(RegionPlan part) => !part.HasOutputs && part.Root.Ordered is null
            && part.Roles.All(role => role is Private { IsLiveOut: false });
    }

    /// <summary>Whether two threads gain, which need the longer of what is in order and half of all, after one has tested contents.</summary>
    public bool Gains(RegionPlan region) =>
        TestNanoseconds(region) + Math.Max(InOrderNanoseconds, (InOrderNanoseconds + Computing.Cost.VectorNanoseconds) / 2)
        <= MostOfTime * region.Cost.VectorNanoseconds;

    private static double TestNanoseconds(RegionPlan region) => region.Guards.OfType<Content>().Where(content => content.Unless is null)
        .Sum(content => region.Contents.FirstOrDefault(plan => plan.Content == content)?.Test.Cost.VectorNanoseconds ?? CostModel.Sequential(content.Shadow));
}
