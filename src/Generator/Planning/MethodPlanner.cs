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
                NestPlan plan = NestPlanner.Plan(method, CheckedSums.Apply(InnerScalarPromotion.Apply(ScalarPromotion.Apply(AlternatingSign.Apply(nest)))), $"{method.MemberPrefix}Loop{nest.Index}");
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
}

/// <summary>What becomes of one outermost loop.</summary>
internal sealed record NestPlan(
    EquatableArray<RegionPlan> Vectorized, EquatableArray<RegionPlan> Parallel, EquatableArray<Refusal> Findings);
