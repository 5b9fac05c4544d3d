using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Analysis.Scalars;

/// <summary>Recognizes reductions: every use of the scalar is part of an update by one operator.</summary>
internal static class Reductions
{
    public static Reduction? Match(ScalarUses uses) =>
        Updates(uses) is { } updates && updates.Reads == uses.Reads && !uses.IsReadOpaquely && !uses.IsWrittenOpaquely
            ? new Reduction(uses.Variable, updates.Operator, updates.IsConditional)
            : null;

    /// <summary>Every statement that touches the scalar combines it with a value by one method that is declared associative.</summary>
    public static AssociativeReduction? MatchAssociative(ScalarUses uses)
    {
        AssociativeUpdate?[] updates = [.. LoopTree.Statements(uses.Loop.Body).OfType<Opaque>()
            .Where(opaque => opaque.Effects.ScalarReads.Concat(opaque.Effects.ScalarWrites).Any(variable => variable.Id == uses.Variable.Id))
            .Select(opaque => opaque.Effects.Update)];
        return uses.Reads == 0 && uses.Assigns.Count == 0 && !uses.IsInnerIndex
            && updates.All(update => update?.Variable.Id == uses.Variable.Id)
            && updates.Select(update => update!.Method).Distinct().ToList() is [var method]
                ? new AssociativeReduction(uses.Variable, method)
                : null;
    }

    /// <summary>
    /// All assignments as updates by one operator, though the scalar may be read elsewhere too; null when one isn't.
    /// </summary>
    public static ReductionUpdates? Updates(ScalarUses uses)
    {
        if (uses.Assigns.Count == 0)
        {
            return null;
        }

        var found = new List<(ReductionOperator Operator, int Reads)>();
        Collect(uses.Loop.Body, uses, found);
        return found.Count == uses.Assigns.Count && found.Select(update => update.Operator).Distinct().Count() == 1
            ? new ReductionUpdates(
                found[0].Operator,
                found.Sum(update => update.Reads),
                !uses.Assigns.All(assign => uses.Loop.Body.Statements.Any(statement => ReferenceEquals(statement, assign))))
            : null;
    }

    private static void Collect(Block block, ScalarUses uses, List<(ReductionOperator, int)> found)
    {
        foreach (Statement statement in block.Statements)
        {
            switch (statement)
            {
                case Assign assign when assign.Target.Id == uses.Variable.Id:
                    if (ReductionShapes.OfValue(assign.Value, uses) is { } shape)
                    {
                        found.Add((shape, uses.CountReads(assign.Value)));
                    }

                    break;
                case If conditional when ReductionShapes.OfComparison(conditional, uses) is { } comparison:
                    found.Add((comparison, uses.CountReads(conditional.Condition)));
                    break;
                case If conditional:
                    Collect(conditional.Then, uses, found);
                    Collect(conditional.Else, uses, found);
                    break;
                case LoopStatement { Loop.Body: var body }:
                    Collect(body, uses, found);
                    break;
                case WhileStatement { Body: var body }:
                    Collect(body, uses, found);
                    break;
            }
        }
    }
}

/// <param name="Reads">Reads of the scalar that are part of its updates.</param>
internal sealed record ReductionUpdates(ReductionOperator Operator, int Reads, bool IsConditional);
