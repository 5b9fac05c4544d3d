using System.Collections.Immutable;
using AutoPar.Generator.Analysis;
using AutoPar.Generator.Diagnostics;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Transforms;

namespace AutoPar.Generator.Planning;

/// <summary>
/// Puts the components of a loop into as few parts as may be, in an order that keeps all dependences: those that threads may take
/// together make one, and so do those that they can't take.
/// </summary>
internal sealed class DistributionParts
{
    private readonly LoopNest _nest;
    private readonly LoopParts _graph;
    private readonly FloatMode _mode;
    private readonly List<int[]> _left;
    private readonly HashSet<int> _done = [];

    private DistributionParts(LoopNest nest, LoopParts graph, FloatMode mode)
    {
        (_nest, _graph, _mode) = (nest, graph, mode);
        _left = [.. graph.Components];
    }

    public static ImmutableArray<DistributedPart> Of(LoopNest nest, LoopParts graph, FloatMode mode)
    {
        var grouping = new DistributionParts(nest, graph, mode);
        var parts = ImmutableArray.CreateBuilder<DistributedPart>();
        while (grouping._left.Count > 0)
        {
            parts.Add(grouping.Next());
        }

        return parts.ToImmutable();
    }

    /// <summary>The nest with a part in the place of the loop that it is part of.</summary>
    public static LoopNest Around(LoopNest nest, Loop part) => nest with { Root = new LoopReplacement(part).Visit(nest.Root!) };

    private DistributedPart Next()
    {
        int[] first = _left.First(component => _graph.IsReady(component, _done));
        DistributedPart part = PartOf(first);
        Take(first);
        while (_left.FirstOrDefault(component => _graph.IsReady(component, _done) && Suits(part, component)) is { } component)
        {
            part = PartOf([.. part.Effects.Concat(component).OrderBy(effect => effect)]);
            Take(component);
        }

        return part;
    }

    private bool Suits(DistributedPart part, int[] component) => part.Verdict.IsLegal
        ? PartOf([.. part.Effects.Concat(component).OrderBy(effect => effect)]).Verdict.IsLegal
        : !PartOf(component).Verdict.IsLegal;

    private void Take(int[] component)
    {
        _left.Remove(component);
        _done.UnionWith(component);
    }

    private DistributedPart PartOf(int[] effects)
    {
        Loop loop = _graph.Part(effects);
        LoopVerdict verdict = LoopAnalysis.Verdict(Around(_nest, loop), loop, loop, ExecutionTarget.Threads, _mode);
        return new DistributedPart(effects, !verdict.IsLegal || IsPlain(verdict) ? verdict : verdict with
        {
            Obstacles = EquatableArray.Of(new Refusal(
                RuleIds.NeedsTransformation, loop.Location,
                EquatableArray.Of("distribution", "a part takes more than chunks of its iterations"))),
        });
    }

    /// <summary>Chunks are all that it takes: nothing is copied, scanned or looked at before.</summary>
    private static bool IsPlain(LoopVerdict verdict) =>
        verdict.Cuts.IsEmpty && verdict.ArrayReductions.IsEmpty && verdict.Seams.IsEmpty && verdict.Slice is null
        && !verdict.Guards.Any(guard => guard is Independent);
}

/// <param name="Effects">See <see cref="LoopParts"/>.</param>
/// <param name="Verdict">Of the part as a loop on threads; where it isn't legal, the part runs in order.</param>
internal sealed record DistributedPart(int[] Effects, LoopVerdict Verdict);
