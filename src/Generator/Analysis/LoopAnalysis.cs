using AutoPar.Generator.Diagnostics;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Analysis;

/// <summary>Where the iterations of a loop are to run.</summary>
internal enum ExecutionTarget
{
    Threads,
    Lanes,
}

/// <summary>Judges loops. Until the analyses are in, every loop is dependent: nothing is proved.</summary>
internal static class LoopAnalysis
{
    public static LoopVerdict Verdict(LoopNest nest, Loop root, Loop loop, ExecutionTarget target, FloatMode mode) => new(
        loop,
        EquatableArray.Of(new Refusal(RuleIds.CarriedDependence, loop.Location, EquatableArray.Of("assumed", "analysis"))),
        EquatableArray<Guard>.Empty,
        EquatableArray<ScalarRole>.Empty,
        null);

    public static EquatableArray<ScalarRole> Roles(LoopNest nest, Loop loop) => Scalars.ScalarRoles.Of(nest, loop);
}
