using AutoPar.Generator.Analysis;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Planning;

/// <summary>The lock that each iteration takes, and the calling thread once for all of them, behind the guard.</summary>
/// <param name="Gate">What is locked, as C#.</param>
/// <param name="Obstacle">
/// Words for what the guard would read without the lock, or what else runs before it is taken; null when there is nothing.
/// </param>
internal sealed record RegionLock(string Gate, string? Obstacle)
{
    public static RegionLock? Of(LoopNest nest, RegionPlan region) => nest.Gate is { } gate ? new RegionLock(gate, Find(nest, region)) : null;

    private static string? Find(LoopNest nest, RegionPlan region)
    {
        const string Beforehand = "a lock around something that must be known before the loop";
        return region.Root.Id != nest.Root!.Id ? "a lock around an inner loop"
            : nest.Token is not null ? "a lock in a loop that may be cancelled before it is taken"
            : region.Root.IsResumed || region.Speculation is not null || !region.CheckedSums.IsEmpty
                ? "a lock around a run that may turn out to be the wrong one"
            : region.Guards.Any(guard => guard is Content or DifferentRows or DifferentObjects or Independent)
                || region.Objects.Any(item => item.Kind is MemoryKind.List or MemoryKind.Jagged or MemoryKind.Pointer
                    || item.Origin is MemoryOrigin.InstanceField or MemoryOrigin.StaticField)
                || region.Inputs.Any(input => input.IsMemory) ? Beforehand
            : null;
    }
}
