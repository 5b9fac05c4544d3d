using System.Collections.Immutable;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Analysis.Scalars;

/// <summary>
/// Finds the role of every scalar that a loop assigns. The safe answer is <see cref="Recurrence"/>; everything else is a proof.
/// </summary>
internal static class ScalarRoles
{
    public static EquatableArray<ScalarRole> Of(LoopNest nest, Loop loop)
    {
        DefiniteAssignment flow = DefiniteAssignment.Analyze(loop.Body);
        HashSet<int> inner = [.. LoopTree.SelfAndDescendants(loop).Select(item => item.Id)];
        var roles = new Dictionary<int, ScalarRole>();
        foreach (Variable variable in Assigned(loop))
        {
            if (!roles.ContainsKey(variable.Id))
            {
                Classify(nest, loop, variable, flow, inner, roles);
            }
        }

        return roles.Values.OrderBy(role => role.Variable.Id).ToEquatableArray();
    }

    private static void Classify(
        LoopNest nest, Loop loop, Variable variable, DefiniteAssignment flow, HashSet<int> inner, Dictionary<int, ScalarRole> roles)
    {
        var uses = new ScalarUses(loop, variable);
        if (variable.IsAtomic)
        {
            // Other threads may update it meanwhile: no value of it is known before the loop or after.
            roles[variable.Id] = Reductions.Match(uses) is { Operator: ReductionOperator.Add or ReductionOperator.And or ReductionOperator.Or } updates
                ? updates : new Recurrence(variable, "calls of Interlocked update it", null);
            return;
        }

        if (loop.Ordered is { } ordered && ordered.Variables.Contains(variable.Id))
        {
            roles[variable.Id] = new Ordered(variable);
            return;
        }

        if (variable.DeclaringLoop is { } declaring && inner.Contains(declaring))
        {
            // C# demands that it is assigned before it's read.
            roles[variable.Id] = new Private(variable);
            return;
        }

        if (variable.Kind == VariableKind.Element)
        {
            // Any other role would read it before the loop, and that it exists is only known behind the guard.
            roles[variable.Id] = (ScalarRole?)Reductions.Match(uses) ?? Recurrences.Explain(loop, uses);
            return;
        }

        bool liveOut = IsLiveOut(nest, loop, variable);
        if (uses.IsInnerIndex)
        {
            roles[variable.Id] = liveOut || uses.Reads > uses.ReadsInOwnLoops
                ? new Recurrence(variable, "it is the index of an inner loop and is read after that loop", null)
                : new Private(variable);
            return;
        }

        if (!flow.Exposed.Contains(variable.Id))
        {
            roles[variable.Id] = (flow.Assigned.Contains(variable.Id), liveOut, uses.IsWrittenOpaquely) switch
            {
                (_, false, _) when !variable.IsMemory => new Private(variable),
                (true, _, false) => new Private(variable, IsLiveOut: true),
                (_, _, false) => new LastAssigned(variable),
                _ => new Recurrence(variable, "a statement that isn't understood assigns it", null),
            };
            return;
        }

        if (ArgReductions.Match(loop, variable) is { } arg)
        {
            roles[variable.Id] = arg;
            foreach (Variable companion in arg.Companions)
            {
                roles[companion.Id] = new Companion(companion, variable, IsLiveOut(nest, loop, companion));
            }

            return;
        }

        if (Cursors.Of(loop).TryGetValue(variable.Id, out Cursor? cursor))
        {
            roles[variable.Id] = cursor;
            return;
        }

        // What it has counted to is where it goes on when an enclosing loop comes to this one again.
        bool goesOn = liveOut || loop.Id != nest.Root!.Id;
        roles[variable.Id] = Inductions.Match(loop, uses) is { } induction
            ? induction with { IsLiveOut = goesOn }
            : (ScalarRole?)Reductions.Match(uses) ?? (ScalarRole?)Reductions.MatchAssociative(uses) ?? (ScalarRole?)Scans.Match(uses) ?? Recurrences.Explain(loop, uses);
    }

    /// <summary>Every scalar that the loop's body assigns, minima and their kind first, since they may claim others as companions.</summary>
    private static IEnumerable<Variable> Assigned(Loop loop) => LoopTree.Statements(loop.Body)
        .SelectMany<Statement, Variable>(statement => statement switch
        {
            Assign assign => [assign.Target],
            LoopStatement { Loop.Index: var index } => [index],
            Opaque opaque => opaque.Effects.ScalarWrites,
            _ => [],
        })
        .GroupBy(variable => variable.Id)
        .Select(group => group.First())
        .OrderBy(variable => ReductionShapes.IsComparedAndReplaced(loop, variable) ? 0 : 1)
        .ToImmutableArray();

    private static bool IsLiveOut(LoopNest nest, Loop loop, Variable variable)
    {
        // What leaves a resumed loop is no longer in it, and its text is still to run.
        if (variable.ReadAfter || nest.Root is null || loop.IsResumed)
        {
            return true;
        }

        int all = new ScalarUses(nest.Root, variable).AllReads;
        return loop.Id != nest.Root.Id && all > new ScalarUses(loop, variable).AllReads;
    }
}
