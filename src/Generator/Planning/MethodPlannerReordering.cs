using AutoPar.Generator.Diagnostics;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Transforms;

namespace AutoPar.Generator.Planning;

/// <summary>Which order of statements, and which way of handing values on, suits lanes.</summary>
internal static partial class MethodPlanner
{
    /// <summary>Statements are put in another order, and what leaves a loop is tested first, only where lanes need it.</summary>
    private static NestPlan PlanReordered(MethodModel method, LoopNest promoted)
    {
        bool mayShare = method.Vectorize is not null && ReferenceEquals(Rerolling.Apply(promoted), promoted);
        LoopNest together = mayShare ? InterleavedStores.Apply(promoted) : promoted;
        if (!ReferenceEquals(together, promoted) && PlanMath(method, together) is var whole && !whole.Vectorized.IsEmpty
            && (method.Parallelize is null || !whole.Parallel.IsEmpty))
        {
            return whole;
        }

        NestPlan plan = PlanMath(method, promoted);
        if (method.Vectorize is null)
        {
            plan = PlanSearched(method, promoted, plan);
            return plan.Parallel.IsEmpty && CarriedElements.Apply(promoted) is var scanned && !ReferenceEquals(scanned, promoted)
                && PlanMath(method, scanned) is { Parallel.IsEmpty: false } inBlocks ? inBlocks : plan;
        }

        if (PlanTested(method, promoted, plan, isLeft: false) is { } tested)
        {
            return tested;
        }

        if (!plan.Vectorized.IsEmpty)
        {
            return plan;
        }

        // What has run in lanes of a resumed loop and what runs as written need the same functions.
        LoopNest left = EarlyExits.Apply(Rerolling.Apply(promoted));
        LoopNest stopping = Packing.Apply(left, forLanes: true);
        if (!ReferenceEquals(stopping, promoted))
        {
            if (ReferenceEquals(left, promoted) && plan.Parallel.IsEmpty)
            {
                // Threads count what each block packs before it runs.
                NestPlan counted = PlanReplaced(method, stopping, Name(method, stopping));
                return PlanTested(method, stopping, counted, isLeft: false) ?? counted;
            }

            bool isLeft = !ReferenceEquals(EarlyExits.Apply(promoted), promoted);
            if (PlanTested(method, stopping, plan, isLeft) is { } testedSearch)
            {
                return testedSearch;
            }

            NestPlan search = PlanReplaced(method, stopping, Name(method, stopping) + (plan.Parallel.IsEmpty ? "" : "Search"));
            search = WithThreads(plan, search, isLeft);
            return isLeft && plan.IsEmpty ? search : Better(plan, search);
        }

        LoopNest carried = CarriedElements.Apply(promoted);
        if (!ReferenceEquals(carried, promoted) && PlanMath(method, carried) is var handed && handed.Served > plan.Served)
        {
            return handed.Parallel.IsEmpty ? handed with { Findings = Told(plan, handed) } : handed;
        }

        LoopNest reordered = StatementReordering.Apply(CarriedReads.Apply(promoted));
        plan = ReferenceEquals(reordered, promoted) ? plan : Better(plan, PlanMath(method, reordered));
        return plan.Vectorized.IsEmpty ? PlanRenamed(method, promoted, plan) : plan;
    }

    /// <summary>All that an iteration hands to the next one in scalars: what leaves nothing scalar is tried first.</summary>
    private static NestPlan PlanRenamed(MethodModel method, LoopNest promoted, NestPlan plan)
    {
        LoopNest handed = CarriedElements.All(ScalarRenaming.Apply(promoted));
        if (!ReferenceEquals(handed, promoted)
            && PlanMath(method, StatementReordering.Apply(CarriedReads.Apply(handed))) is var registers && registers.Served > plan.Served)
        {
            return Better(plan, registers);
        }

        // A load of what the iteration has stored itself would hide that it depends on it.
        FloatMode mode = NestPlanner.EffectiveMode(method);
        LoopNest followed = ScalarReplacement.Apply(handed, followsStores: true);
        LoopNest linear = LinearForms.Apply(followed, mode);
        if (!ReferenceEquals(linear, followed) && PlanMath(method, CarriedReads.Apply(linear)) is var steps && steps.Served > plan.Served)
        {
            return Better(plan, steps);
        }

        LoopNest distributed = Distribution.Apply(promoted, mode);
        plan = !ReferenceEquals(distributed, promoted) && PlanMath(method, distributed) is var inOrder && (inOrder.Served > plan.Served || WantsDistribution(plan))
            ? Better(plan, inOrder)
            : plan;
        LoopNest updated = plan.Vectorized.IsEmpty ? OrderedUpdates.Apply(promoted, isPipeline: method.Parallelize is not null) : promoted;
        return !ReferenceEquals(updated, promoted) && PlanMath(method, updated) is var updates
            && (updates.Served > plan.Served || (updates.Findings.Any(finding => finding.RuleId == RuleIds.LanesNotProfitable)
                && !plan.Findings.Any(finding => finding.RuleId == RuleIds.LanesCarriedDependence)))
            ? Better(plan, updates)
            : plan;
    }

    private static bool WantsDistribution(NestPlan plan) => plan.Findings.Any(finding =>
        finding.RuleId == RuleIds.LanesNeedsTransformation && finding.Arguments[0].StartsWith("distribution", StringComparison.Ordinal));
}
