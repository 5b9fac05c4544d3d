using AutoPar.Generator.Analysis;
using AutoPar.Generator.Analysis.Dependences;
using AutoPar.Generator.Diagnostics;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Planning.Guards;
using AutoPar.Generator.Transforms;

namespace AutoPar.Generator.Planning;

/// <summary>
/// Nests that lanes can't take as they are, and can in parts: several nests one after the other (<see cref="LoopParts"/>), each with its
/// loops in the order that suits it. What no lanes take runs in order.
/// </summary>
internal static class NestDistribution
{
    private const int MostParts = 4;

    // The costs are rough, and each part runs through memory once more.
    private const double MostOfTime = 0.75;

    /// <summary>The first of the parts, with the others behind it; null where nothing is gained.</summary>
    /// <param name="plan">Plans one part for lanes alone.</param>
    public static RegionPlan? Of(MethodModel method, LoopNest nest, Func<LoopNest, NestPlan> plan)
    {
        if (nest is not { Root: { } root, Token: null, IsSliced: false, Gate: null, CheckedSums.IsEmpty: true, BlockSums.IsEmpty: true }
            || !LoopTree.Children(root).Any() || nest.Objects.Any(item => item.Kind == MemoryKind.Pointer) || !LoopTree.SelfAndDescendants(root).All(IsPlain)
            || !LoopAnalysis.Roles(nest, root).All(role => role is Private { IsLiveOut: false }) || MayChange(nest, root)
            || LoopParts.Of(nest, root) is not { Components.Count: > 1 and <= MostParts } graph)
        {
            return null;
        }

        List<int[]> parts = InOrder(graph);
        Loop[] loops = [.. parts.Select(part => graph.Part(part))];
        if (!Cover(loops, root))
        {
            return null;
        }

        IEnumerable<ObjectPair> apart = graph.Apart(parts).Concat(AliasAnalysis.Overlapping(Region.Of(root)));
        nest = nest with { Apart = nest.Apart.Concat(apart).Distinct().ToEquatableArray() };
        List<RegionPlan> regions = [];
        foreach (Loop loop in loops)
        {
            LoopNest own = nest with { Root = loop, Variant = $"{nest.Variant}Nest{regions.Count + 1}" };
            if (((plan(own).Vectorized is [var lanes] && IsWhole(lanes) ? lanes : null) ?? Scalar(method, own)) is not { } region)
            {
                return null;
            }

            regions.Add(region);
        }

        regions[0] = WithPairs(regions[0], nest, regions);
        bool gains = regions.Any(region => region.Vector is not null)
            && regions.Sum(region => region.Cost.VectorNanoseconds) <= MostOfTime * CostModel.Sequential(root);
        return gains && regions.All(region => IsPart(method, region)) ? regions[0] with { Further = regions.Skip(1).ToEquatableArray() } : null;

        bool IsWhole(RegionPlan region) => region.Root.Id == root.Id && !region.Root.IsMoved;
    }

    /// <summary>One part may store to what a scalar of another refers to.</summary>
    private static bool MayChange(LoopNest nest, Loop root) => LoopTree.Statements(root.Body).OfType<Store>()
        .Any(store => nest.Variables.Any(variable => AliasAnalysis.MayLieInside(variable, store.Target.Object)));

    /// <summary>No header reads what a part may have stored.</summary>
    private static bool IsPlain(Loop loop) => loop is { IndexReadAfter: false, IsResumed: false, Ordered: null, CopiesWritten: 1 }
        && !LoopTree.StartsAtItself(loop) && !ExpressionTree.Header(loop).SelectMany(Walk.Parts).Any(part => part is Load);

    /// <summary>What no part computes might have thrown.</summary>
    private static bool Cover(IEnumerable<Loop> parts, Loop whole)
    {
        HashSet<object> kept = new(parts.SelectMany(part => LoopTree.Statements(part.Body)).SelectMany(ExpressionTree.Own), ReferenceComparer.Instance);
        return LoopTree.Statements(whole.Body).SelectMany(ExpressionTree.Own).All(kept.Contains);
    }

    /// <summary>Each after those that it depends on.</summary>
    private static List<int[]> InOrder(LoopParts graph)
    {
        List<int[]> left = [.. graph.Components];
        List<int[]> order = [];
        HashSet<int> done = [];
        while (left.Count > 0)
        {
            int[] next = left.First(component => graph.IsReady(component, done));
            left.Remove(next);
            order.Add(next);
            done.UnionWith(next);
        }

        return order;
    }

    /// <summary>The region, with a test of what no part tells apart since none has both.</summary>
    private static RegionPlan WithPairs(RegionPlan region, LoopNest nest, IReadOnlyList<RegionPlan> parts)
    {
        ObjectPair[] pairs = [.. nest.Apart.Where(pair => !parts.Any(part => Has(part, pair.First) && Has(part, pair.Second)))];
        MemoryObject[] items = [.. pairs.SelectMany(pair => new[] { pair.First, pair.Second }).Distinct()];
        return region with
        {
            Guards = items.Where(item => !item.IsSpan).Select(item => (Guard)new NotNull(item)).Concat(region.Guards)
                .Concat(pairs.Select(pair => new Different(pair.First, pair.Second))).Distinct().ToEquatableArray(),
            Objects = nest.Objects.Where(item => Has(region, item) || items.Contains(item)).ToEquatableArray(),
        };

        static bool Has(RegionPlan part, MemoryObject item) => part.Objects.Any(other => other.Id == item.Id);
    }

    private static RegionPlan? Scalar(MethodModel method, LoopNest part)
    {
        part = LoopInterchange.Apply(part);
        return LoopAnalysis.Plain(part, part.Root!) is { IsLegal: true } plain
            ? RegionBuilder.Build(
                part, plain, null, $"{method.MemberPrefix}Loop{part.Index}{part.Variant}", runsOnThreads: false, method.Signature.IsStatic,
                NestPlanner.EffectiveMode(method))
            : null;
    }

    /// <summary>
    /// All that its guard asks can be told before the first part runs; and where it fails, no function has other bits in the loop as written.
    /// </summary>
    private static bool IsPart(MethodModel method, RegionPlan region) =>
        region is { HasOutputs: false, Speculation: null, Lock: null, NeedsThis: false, TypeParameters: "", Contents.IsEmpty: true, CheckedSums.IsEmpty: true }
        && !region.Guards.Any(guard => guard is Content || (guard is Holds holds && ExpressionTree.SelfAndDescendants(holds.Condition).Any(part => part is Load)))
        && !VectorFunctions.AreUsed(region.Root) && RegionSupport.Unsupported(method, region) is null && GuardPlanner.Plan(region, "trips").Obstacle is null;
}
