using AutoPar.Generator.Diagnostics;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;
using Microsoft.CodeAnalysis;

namespace AutoPar.Generator.Frontend;

/// <summary>What a statement that isn't lowered reads and writes.</summary>
internal static class EffectCollector
{
    public static Effects Collect(IOperation operation, Refusal reason) => new(
        EquatableArray<Variable>.Empty,
        EquatableArray<Variable>.Empty,
        EquatableArray<ArrayAccess>.Empty,
        EquatableArray<ArrayAccess>.Empty,
        string.Join(" ", reason.Arguments),
        new Refusal(RuleIds.UnknownEffects, Locations.Of(operation), EquatableArray.Of(Operations.TextOf(operation), string.Join(" ", reason.Arguments))),
        MayThrow: true);
}
