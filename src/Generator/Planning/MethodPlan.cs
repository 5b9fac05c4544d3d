using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Planning;

/// <summary>
/// What becomes of a method: the regions of its <c>Vectorized</c> and of its <c>Parallel</c> form. A region that both
/// forms use alike is emitted once. A loop in neither list stays as written.
/// </summary>
/// <param name="Findings">What the user is told: exactly one remark or refusal for each attribute and outermost loop, and races.</param>
internal sealed record MethodPlan(
    MethodModel Method,
    EquatableArray<RegionPlan> VectorizedRegions,
    EquatableArray<RegionPlan> ParallelRegions,
    EquatableArray<Refusal> Findings)
{
    /// <summary>For a method that is generic in a number: what its forms run in place of their own text for some types.</summary>
    public EquatableArray<SpecializationPlan> Specializations { get; init; } = EquatableArray<SpecializationPlan>.Empty;
}

/// <param name="Plan">Of the copy; its findings are part of the generic method's.</param>
internal sealed record SpecializationPlan(Specialization Specialization, MethodPlan Plan);
