using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Analysis.Scalars;

/// <summary>Float sums and products that decide where a loop is left: in another order it would be left elsewhere.</summary>
internal static class FloatExits
{
    public static bool Decides(Loop loop, Variable variable) => variable.Type.IsFloat()
        && Reductions.Updates(new ScalarUses(loop, variable)) is { } updates
        && ReductionOperators.Reassociates(updates.Operator, variable.Type)
        && Dependent(loop, variable) is var dependent
        && LoopTree.Statements(loop.Body).OfType<If>().Any(test => (LoopTree.Exits(test.Then).Any() || LoopTree.Exits(test.Else).Any())
            && Reads(test.Condition, dependent));

    /// <summary>The scalar, and those whose values are computed from its.</summary>
    private static HashSet<int> Dependent(Loop loop, Variable variable)
    {
        HashSet<int> dependent = [variable.Id];
        int before;
        do
        {
            before = dependent.Count;
            dependent.UnionWith(LoopTree.Statements(loop.Body).OfType<Assign>()
                .Where(assign => Reads(assign.Value, dependent)).Select(assign => assign.Target.Id).ToArray());
        }
        while (dependent.Count > before);

        return dependent;
    }

    private static bool Reads(Expression expression, HashSet<int> variables) =>
        ExpressionTree.SelfAndDescendants(expression).Any(part => part is VariableRead read && variables.Contains(read.Variable.Id));
}
