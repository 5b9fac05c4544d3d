using AutoPar.Generator.Diagnostics;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Analysis;

/// <summary>Statements that a target can't run, whatever they access.</summary>
internal static class BodyObstacles
{
    public static IEnumerable<Refusal> Find(Loop root, Loop loop, ExecutionTarget target)
    {
        bool isLanes = target == ExecutionTarget.Lanes;
        if (Walk.Assigned(root.Body).Contains(root.Index.Id) || Walk.Assigned(loop.Body).Contains(loop.Index.Id))
        {
            yield return new Refusal(isLanes ? RuleIds.LanesIndexAssigned : RuleIds.IndexAssigned, loop.Location, EquatableArray.Of(loop.Index.Name));
        }

        string early = isLanes ? RuleIds.LanesEarlyExit : RuleIds.EarlyExit;
        if (LoopTree.SelfAndDescendants(root).FirstOrDefault(item => item.IsResumed && (item.Id != root.Id || item.Id != loop.Id)) is { } resumed)
        {
            // Its last iterations run in the user's text.
            yield return new Refusal(early, resumed.Location, EquatableArray.Of("a loop in it is left early"));
        }

        HashSet<Statement> own = [.. LoopTree.Exits(loop.Body)];
        foreach (Statement statement in LoopTree.Statements(loop.Body))
        {
            switch (statement)
            {
                case Exit { Kind: ExitKind.Stop } stop when root.Id == loop.Id && own.Contains(stop):
                    break;
                case Exit exit when exit.Kind != ExitKind.Break || own.Contains(exit):
                    yield return new Refusal(early, exit.Location, EquatableArray.Of(exit.Kind.ToString().ToLowerInvariant()));
                    break;
                case Opaque opaque:
                    foreach (Refusal refusal in Find(opaque, isLanes))
                    {
                        yield return refusal;
                    }

                    break;
            }
        }

        if (root.Id != loop.Id && LoopTree.Statements(root.Body).Any(statement => statement is Exit exit && exit.LoopId == root.Id))
        {
            yield return new Refusal(early, root.Location, EquatableArray.Of("the loop around it is left early"));
        }

        HashSet<int> loops = [.. LoopTree.SelfAndDescendants(root).Select(item => item.Id)];
        foreach (Assign assign in LoopTree.Statements(root.Body).OfType<Assign>()
            .Where(assign => assign.Target is { Element: not null, DeclaringLoop: { } home } && !loops.Contains(home)).Take(1))
        {
            // The element is loaded and stored outside the region.
            yield return new Refusal(
                isLanes ? RuleIds.LanesNeedsTransformation : RuleIds.NeedsTransformation, assign.Location,
                EquatableArray.Of("scalar promotion", $"every iteration of {root.Index.Name} updates {assign.Target.Element!.Text}"));
        }

        foreach (Variable variable in Variables(root).Where(variable => variable.IsVolatile).Take(1))
        {
            yield return new Refusal(isLanes ? RuleIds.LanesOrderVisible : RuleIds.OrderVisible, loop.Location, EquatableArray.Of($"'{variable.Name}' is volatile"));
        }

        if (!isLanes && SeenAfterThrow(loop) is { } seen)
        {
            yield return new Refusal(RuleIds.OrderVisible, loop.Location, EquatableArray.Of($"a statement that isn't understood may throw, and '{seen.Name}' is seen after that"));
        }
    }

    // What a run yields is lost when one of its iterations throws.
    private static Variable? SeenAfterThrow(Loop loop)
    {
        List<Statement> statements = [.. LoopTree.Statements(loop.Body)];
        if (statements.OfType<Opaque>().FirstOrDefault(opaque => opaque.Effects is { Unknown: null, MayThrow: true }) is not { } thrower)
        {
            return null;
        }

        return statements.SelectMany(statement => statement switch
        {
            Assign assign => [assign.Target],
            LoopStatement { Loop: var inner } => [inner.Index],
            Opaque opaque => opaque.Effects.ScalarWrites,
            _ => Enumerable.Empty<Variable>(),
        }).Append(loop.Index).FirstOrDefault(variable => variable.IsMemory || (thrower.Effects.IsInTry && variable.ReadAfter));
    }

    private static IEnumerable<Refusal> Find(Opaque opaque, bool isLanes)
    {
        if (isLanes)
        {
            yield return opaque.Effects.Unknown is { RuleId: RuleIds.UnknownEffects } call && call.Location != SourceLocation.None
                ? call with { RuleId = RuleIds.LanesUnknownCall }
                : new Refusal(RuleIds.LanesNotLowered, opaque.Location, EquatableArray.Of(opaque.Effects.Reason));
            yield break;
        }

        if (opaque.Effects.Unknown is not { } unknown)
        {
            yield break;
        }

        yield return unknown;
        if (unknown.RuleId.StartsWith("AP1", StringComparison.Ordinal))
        {
            // A race says what is shared; the attribute owes its own verdict besides.
            yield return new Refusal(RuleIds.UnknownEffects, opaque.Location, EquatableArray.Of(opaque.Text.Trim(), opaque.Effects.Reason));
        }
    }

    private static IEnumerable<Variable> Variables(Loop root) =>
        ExpressionTree.Of(root.Body).Concat(ExpressionTree.Header(root)).SelectMany(Walk.Parts).OfType<VariableRead>().Select(read => read.Variable)
            .Concat(LoopTree.Statements(root.Body).OfType<Assign>().Select(assign => assign.Target));
}
