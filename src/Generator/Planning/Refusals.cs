using System.Collections.Immutable;
using AutoPar.Generator.Diagnostics;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Planning;

/// <summary>Picks what the user is told of a loop that isn't transformed: one AP2xxx, or the remark that stands for it.</summary>
internal static class Refusals
{
    /// <summary>The AP25xx that says of lanes what an AP20xx says of threads.</summary>
    private static readonly ImmutableDictionary<string, string> s_lanesTwin = new Dictionary<string, string>
    {
        [RuleIds.CarriedDependence] = RuleIds.LanesCarriedDependence,
        [RuleIds.ScalarRecurrence] = RuleIds.LanesScalarRecurrence,
        [RuleIds.UnknownEffects] = RuleIds.LanesUnknownCall,
        [RuleIds.NotCounted] = RuleIds.LanesNotCounted,
        [RuleIds.IndexAssigned] = RuleIds.LanesIndexAssigned,
        [RuleIds.EarlyExit] = RuleIds.LanesEarlyExit,
        [RuleIds.NotLowered] = RuleIds.LanesNotLowered,
        [RuleIds.OrderVisible] = RuleIds.LanesOrderVisible,
        [RuleIds.NeedsTransformation] = RuleIds.LanesNeedsTransformation,
        [RuleIds.NonAffineSubscript] = RuleIds.LanesGatherScatter,
        [RuleIds.FloatOrder] = RuleIds.LanesFloatOrder,
        [RuleIds.NotProfitable] = RuleIds.LanesNotProfitable,
    }.ToImmutableDictionary();

    /// <summary>The first AP20xx.</summary>
    public static ImmutableArray<Refusal> One(IEnumerable<Refusal> refusals) => [AsRemark(refusals.First(refusal => !IsRace(refusal)))];

    /// <summary>Every race, then the first AP20xx.</summary>
    public static ImmutableArray<Refusal> RacesAndOne(IEnumerable<Refusal> obstacles) =>
        [.. obstacles.Where(IsRace), .. One(obstacles)];

    /// <summary>The first refusal in terms of lanes.</summary>
    public static Refusal ForLanes(IEnumerable<Refusal> obstacles)
    {
        Refusal first = obstacles.First(refusal => !IsRace(refusal));
        return AsRemark(s_lanesTwin.TryGetValue(first.RuleId, out string? twin) ? first with { RuleId = twin } : first);
    }

    /// <summary>Said of lanes rather than of threads.</summary>
    public static bool IsOfLanes(Refusal finding) =>
        finding.RuleId is RuleIds.Vectorized or RuleIds.KeptScalar || finding.RuleId.StartsWith("AP25", StringComparison.Ordinal);

    /// <summary>One for each attribute of a method whose budget was used up before the place was decided.</summary>
    public static IEnumerable<Refusal> OverBudget(MethodModel method, SourceLocation place)
    {
        EquatableArray<string> why = EquatableArray.Of(
            "the analysis ends here, at its budget for one method: iterations that it can't tell apart count as dependent", "a smaller method");
        if (method.Parallelize is not null)
        {
            yield return new Refusal(RuleIds.CarriedDependence, place, why);
        }

        if (method.Vectorize is not null)
        {
            yield return new Refusal(RuleIds.LanesCarriedDependence, place, why);
        }
    }

    private static bool IsRace(Refusal refusal) => refusal.RuleId.StartsWith("AP1", StringComparison.Ordinal);

    /// <summary>A float reduction that Strict keeps in order isn't a failure: the user asked for it.</summary>
    private static Refusal AsRemark(Refusal refusal) => refusal.RuleId switch
    {
        RuleIds.FloatOrder => Kept(refusal, RuleIds.KeptSequential),
        RuleIds.LanesFloatOrder => Kept(refusal, RuleIds.KeptScalar),
        _ => refusal,
    };

    private static Refusal Kept(Refusal refusal, string ruleId) => refusal with
    {
        RuleId = ruleId,
        Arguments = EquatableArray.Of(
            "the loop", $"FloatMode.Strict keeps the order in which '{refusal.Arguments.FirstOrDefault()}' is accumulated"),
    };
}
