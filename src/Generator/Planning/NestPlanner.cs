using System.Collections.Immutable;
using AutoPar.Generator.Analysis;
using AutoPar.Generator.Diagnostics;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Transforms;

namespace AutoPar.Generator.Planning;

/// <summary>
/// Plans one outermost loop. Threads take the outermost loop that may run on them; lanes the loop inside it (or, without
/// threads, anywhere) whose accesses suit vectors best. Where both attributes are set, the forms share regions, so that
/// float reductions have the same bits in both.
/// </summary>
internal static class NestPlanner
{
    public static NestPlan Plan(MethodModel method, LoopNest nest, string name)
    {
        NestPlan plan = PlanOnce(method, nest, name);
        if (method.Parallelize is null || !plan.Parallel.IsEmpty || EffectiveMode(method) == FloatMode.Strict)
        {
            return plan;
        }

        LoopNest summed = BlockSums.Apply(nest);
        if (ReferenceEquals(summed, nest))
        {
            return plan;
        }

        NestPlan inBlocks = PlanOnce(method, summed, name);
        return !inBlocks.Parallel.IsEmpty ? inBlocks
            : inBlocks.Findings.FirstOrDefault(finding => finding.RuleId == RuleIds.NotProfitable) is { } noGain
                ? plan with { Findings = plan.Findings.Where(Refusals.IsOfLanes).Prepend(noGain).ToEquatableArray() }
                : plan;
    }

    private static NestPlan PlanOnce(MethodModel method, LoopNest nest, string name)
    {
        FloatMode mode = EffectiveMode(method);
        var findings = ImmutableArray.CreateBuilder<Refusal>();
        ImmutableArray<RegionPlan> parallel = [];
        ImmutableArray<RegionPlan> vectorized = [];
        bool lanes = method.Vectorize is not null;

        if (method.Parallelize is not null)
        {
            ThreadChoice threads = ThreadPlanner.Choose(nest, mode);
            ImmutableArray<RegionPlan> built = threads.Verdicts
                .Select((verdict, number) => OnThreads(method, nest, verdict, lanes || ScanPlanner.WantsLanes(nest, verdict), Name(name, number), mode))
                .OfType<RegionPlan>().ToImmutableArray();
            ImmutableArray<RegionPlan> gaining = [.. built.Where(region => region.Pipeline?.Gains(region) != false)];
            parallel = Supported(method, gaining);
            findings.AddRange(!parallel.IsEmpty ? [FindingTexts.Parallelized(nest, parallel)]
                : !threads.Refusals.IsEmpty ? threads.Refusals
                : gaining.IsEmpty ? [built.IsEmpty && nest.Root?.Ordered is null ? ScanPlanner.NoGain(nest, threads.Verdicts) : NoPipeline(nest, built)]
                : [Unsupported(RuleIds.NotLowered, method, nest, built)]);
        }

        if (lanes)
        {
            vectorized = [.. parallel.Where(region => region.Vector is not null).Select(region => region with { RunsOnThreads = false })];
            LaneChoice choice = default;
            ImmutableArray<RegionPlan> built = [];
            if (vectorized.IsEmpty)
            {
                choice = LanePlanner.Anywhere(nest, mode);
                built = choice.Candidates
                    .Select((candidate, number) => RegionBuilder.Build(
                        nest, candidate.Verdict with { Loop = candidate.Root }, candidate, Name(name + (parallel.IsEmpty ? "" : "Lanes"), number),
                        runsOnThreads: false, method.Signature.IsStatic, mode))
                    .ToImmutableArray();
                vectorized = Supported(method, built);
            }

            findings.Add(!vectorized.IsEmpty ? FindingTexts.Vectorized(nest, vectorized)
                : built.IsEmpty ? choice.Refusal!
                : Unsupported(RuleIds.LanesNotLowered, method, nest, built));
        }

        return new NestPlan(vectorized, parallel, findings.ToImmutable());
    }

    private static Refusal NoPipeline(LoopNest nest, ImmutableArray<RegionPlan> built) => built.IsEmpty
        ? new(RuleIds.NotLowered, nest.Location, EquatableArray.Of("a loop that updates elements in order and does something else"))
        : new(RuleIds.NotProfitable, nest.Location, EquatableArray.Of(
            $"the updates of {string.Join(", ", built[0].Pipeline!.Updated)}, which keep their order, take too much of the time"));

    /// <summary>Null where a block's sums can't be added up in the order of the region's kernel, or would cost too much.</summary>
    private static RegionPlan? OnThreads(MethodModel method, LoopNest nest, LoopVerdict verdict, bool lanes, string name, FloatMode mode)
    {
        RegionPlan region = RegionBuilder.Build(
            nest, verdict, lanes ? LanePlanner.Inside(nest, verdict.Loop, mode) : null, name, runsOnThreads: true, method.Signature.IsStatic, mode);
        if (verdict.IsPipelined)
        {
            return PipelinePlan.Of(nest, verdict, region, lanes, mode) is { } pipeline ? region with { Pipeline = pipeline } : null;
        }

        if (verdict.Slice is null)
        {
            return RegionSupport.WithTypeParameters(method, region with { Collapse = CollapsePlanner.Of(nest, verdict, region, mode) });
        }

        return !ScanPlanner.IsWorth(nest, verdict.Loop, region) || ScanPlanner.Plan(nest, verdict, region, lanes, mode) is not { } totals ? null : RegionSupport.WithTypeParameters(method, region with
        {
            BlockTotals = totals,
            BlockSums = nest.BlockSums.Where(sum => region.Roles.Any(role => role is Scan && role.Variable.Id == sum.Running.Id)).ToEquatableArray(),
        });
    }

    /// <summary>The plan with threads for those loops that may be distributed: the ones in lanes, or without lanes any.</summary>
    /// <param name="nest">Before any pass for lanes.</param>
    public static NestPlan Distributed(MethodModel method, LoopNest nest, NestPlan plan, string name)
    {
        DistributionChoice choice = plan.Vectorized.IsEmpty
            ? DistributionPlanner.Anywhere(method, nest, number => Name(name, number))
            : DistributionPlanner.Of(method, nest, plan.Vectorized);
        ImmutableArray<RegionPlan> parallel = Supported(method, choice.Regions);
        IEnumerable<Refusal> threads = !parallel.IsEmpty ? [FindingTexts.Parallelized(nest, parallel)]
            : choice.Refusal is { } noGain ? [noGain]
            : plan.Findings.Where(finding => !Refusals.IsOfLanes(finding));
        return plan with
        {
            Parallel = parallel.ToEquatableArray(), Findings = threads.Concat(plan.Findings.Where(Refusals.IsOfLanes)).ToEquatableArray(),
        };
    }

    private static ImmutableArray<RegionPlan> Supported(MethodModel method, ImmutableArray<RegionPlan> built) =>
        [.. built.Where(region => RegionSupport.Unsupported(method, region) is null)];

    private static Refusal Unsupported(string ruleId, MethodModel method, LoopNest nest, ImmutableArray<RegionPlan> built) =>
        new(ruleId, nest.Location, EquatableArray.Of(RegionSupport.Unsupported(method, built[0])!));

    // Several regions of one nest (inner loops) are told apart by a letter.
    private static string Name(string name, int number) => number == 0 ? name : name + (char)('a' + number);

    /// <summary>With both attributes the forms share regions, so the stricter mode holds for both.</summary>
    public static FloatMode EffectiveMode(MethodModel method)
    {
        FloatMode[] modes = new[] { method.Parallelize?.FloatMode, method.Vectorize?.FloatMode }
            .OfType<FloatMode>().ToArray();
        return modes.Contains(FloatMode.Strict) ? FloatMode.Strict
            : modes.Contains(FloatMode.Reproducible) ? FloatMode.Reproducible
            : FloatMode.Fast;
    }
}
