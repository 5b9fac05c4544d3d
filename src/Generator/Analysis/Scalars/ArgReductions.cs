using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Analysis.Scalars;

/// <summary>
/// Recognizes argmin and its relatives: one <c>if (x &lt; best)</c> that assigns best and its companions, none of which is
/// used anywhere else in the loop.
/// </summary>
internal static class ArgReductions
{
    public static ArgReduction? Match(Loop loop, Variable best)
    {
        var uses = new ScalarUses(loop, best);
        if (uses.Assigns.Count != 1 || uses.Reads != 1 || uses.IsReadOpaquely || uses.IsWrittenOpaquely)
        {
            return null;
        }

        If? holder = LoopTree.Statements(loop.Body).OfType<If>()
            .FirstOrDefault(item => item.Then.Statements.Any(statement => ReferenceEquals(statement, uses.Assigns[0])));
        if (holder is not { Condition: Comparison comparison, Else.Statements.IsEmpty: true, Then.Statements.Count: > 1 }
            || uses.CountReads(comparison) != 1
            || ReductionShapes.OfComparison(comparison, uses.Assigns[0].Value, uses) is not { } @operator
            || !holder.Then.Statements.All(statement => statement is Assign))
        {
            return null;
        }

        List<Variable> companions = [];
        foreach (Assign assign in holder.Then.Statements.OfType<Assign>().Where(assign => assign.Target.Id != best.Id))
        {
            var companion = new ScalarUses(loop, assign.Target);
            if (companion.Assigns.Count != 1 || companion.AllReads != 0 || companion.IsWrittenOpaquely || companion.IsInnerIndex)
            {
                return null;
            }

            companions.Add(assign.Target);
        }

        return new ArgReduction(best, @operator, companions.ToEquatableArray());
    }
}
