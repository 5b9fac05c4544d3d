using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Planning;

/// <summary>What becomes of one outermost loop.</summary>
internal sealed record NestPlan(
    EquatableArray<RegionPlan> Vectorized, EquatableArray<RegionPlan> Parallel, EquatableArray<Refusal> Findings)
{
    public IEnumerable<RegionPlan> Regions => Vectorized.Concat(Parallel);

    /// <summary>Attributes of the method that this nest does justice to.</summary>
    public int Served => (Vectorized.IsEmpty ? 0 : 1) + (Parallel.IsEmpty ? 0 : 1);

    public bool IsEmpty => Vectorized.IsEmpty && Parallel.IsEmpty;
}
