using AutoPar.Generator.Analysis;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Transforms;

namespace AutoPar.Generator.Planning;

/// <summary>Puts content guards into lanes, where they cost little beside the loop that they guard.</summary>
internal static class ContentPlanner
{
    public static EquatableArray<ContentPlan> Plan(LoopNest nest, Loop root, EquatableArray<Guard> guards, string name, bool isStatic) => guards.OfType<Content>()
        .Select((content, number) => LoopTree.StartsAtItself(root) ? null : Plan(nest, content, $"{name}Content{(number == 0 ? "" : number + 1)}", isStatic))
        .OfType<ContentPlan>()
        .ToEquatableArray();

    private static ContentPlan? Plan(LoopNest nest, Content content, string name, bool isStatic)
    {
        if (ContentPredicate.Of(nest, content) is not { } predicate)
        {
            return null;
        }

        LoopNest test = nest with
        {
            Root = predicate.Loop,
            Variables = nest.Variables.Append(predicate.Holds).ToEquatableArray(),
            CheckedSums = EquatableArray<CheckedSum>.Empty,
        };
        return LanePlanner.Inside(test, predicate.Loop, FloatMode.Reproducible) is { } lanes
            ? new(content, RegionBuilder.Build(test, lanes.Verdict with { Loop = predicate.Loop }, lanes, name, runsOnThreads: false, isStatic, FloatMode.Reproducible), predicate.Holds)
            : null;
    }
}
