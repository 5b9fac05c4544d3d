using System.Collections.Immutable;
using AutoPar.Generator.Diagnostics;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Transforms;

namespace AutoPar.Generator.Planning;

/// <summary>
/// Decides what becomes of each outermost loop of a method: which regions its forms take over, and the one finding for
/// each attribute that the user is told.
/// </summary>
internal static class MethodPlanner
{
    public static MethodPlan Plan(MethodModel method)
    {
        var vectorized = ImmutableArray.CreateBuilder<RegionPlan>();
        var parallel = ImmutableArray.CreateBuilder<RegionPlan>();
        var findings = ImmutableArray.CreateBuilder<Refusal>();
        // With an option that means nothing there is nothing to plan by: the build fails (AP0005).
        bool hasInvalidOption = method.Refusals.Any(refusal => refusal.RuleId == RuleIds.InvalidOption);
        if (method.CanEmitSiblings && !hasInvalidOption)
        {
            foreach (LoopNest nest in method.Nests)
            {
                NestPlan plan = NestPlanner.Plan(method, Transformed(nest), $"{method.MemberPrefix}Loop{nest.Index}");
                vectorized.AddRange(plan.Vectorized);
                parallel.AddRange(plan.Parallel);
                findings.AddRange(plan.Findings);
            }
        }

        // A scalar method has no loop of its own: what its loops over spans get is told at the method.
        if (method.CanEmitSiblings && !hasInvalidOption)
        {
            findings.AddRange(UniversalFunction.Overloads(method) is [var spans, ..] ? Plan(spans).Findings : []);
            findings.AddRange(UniversalFunction.Refusals(method));
        }

        return new MethodPlan(method, vectorized.ToImmutable(), parallel.ToImmutable(), findings.ToImmutable());
    }

    /// <summary>The passes that make what the analysis knows of what it doesn't; each sees what those before it left.</summary>
    private static LoopNest Transformed(LoopNest nest)
    {
        nest = AlternatingSign.Apply(nest);

        // An element that is the same all through the nest, then those that are the same in an inner loop.
        nest = ScalarPromotion.Apply(nest);
        nest = InnerScalarPromotion.Apply(nest);
        return CheckedSums.Apply(nest);
    }
}

/// <summary>What becomes of one outermost loop.</summary>
internal sealed record NestPlan(
    EquatableArray<RegionPlan> Vectorized, EquatableArray<RegionPlan> Parallel, EquatableArray<Refusal> Findings);
