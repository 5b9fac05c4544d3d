using AutoPar.Generator.Analysis;
using AutoPar.Generator.Analysis.Dependences;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Planning;

/// <summary>
/// Elements at places that a loop doesn't change, in objects that it doesn't store to: <c>a[i, k]</c> in
/// <c>for j: c[i, j] += a[i, k] * b[k, j]</c>. They may be loaded before the loop; the JIT can't tell.
/// </summary>
internal static class InvariantLoads
{
    public static IReadOnlyList<ArrayAccess> Of(RegionPlan plan, Loop loop)
    {
        HashSet<int> assigned = [loop.Index.Id, .. Walk.Assigned(loop.Body)];
        Store[] stores = [.. LoopTree.Statements(loop.Body).OfType<Store>()];
        return [.. ExpressionTree.Of(StraightLine(loop.Body)).SelectMany(ExpressionTree.SelfAndDescendants).OfType<Load>()
            .Where(load => load.Access.Subscripts.SelectMany(ExpressionTree.SelfAndDescendants).All(part => IsUnchanged(part, assigned)))
            .Where(load => stores.All(store => AreApart(plan, load.Access.Object, store.Target.Object)))
            .Select(load => load.Access)];
    }

    /// <summary>What isn't in a loop inside: that may have no iteration.</summary>
    private static Block StraightLine(Block block) => new(block.Statements
        .Where(statement => statement is not (LoopStatement or WhileStatement))
        .Select(statement => statement is If conditional
            ? conditional with { Then = StraightLine(conditional.Then), Else = StraightLine(conditional.Else) }
            : statement)
        .ToEquatableArray());

    private static bool IsUnchanged(Expression part, HashSet<int> assigned) => part switch
    {
        VariableRead read => !assigned.Contains(read.Variable.Id),
        Load or ObjectLength or IntrinsicCall => false,
        Binary { Operator: BinaryOperator.Divide or BinaryOperator.Remainder } => false,
        Binary { IsChecked: true } or Unary { IsChecked: true } or Conversion { IsChecked: true } => false,
        _ => true,
    };

    private static bool AreApart(RegionPlan plan, MemoryObject one, MemoryObject other) =>
        AliasAnalysis.Of(one, other) == AliasKind.None
        || plan.Guards.OfType<Different>().Any(guard => (guard.First.Id == one.Id && guard.Second.Id == other.Id) || (guard.First.Id == other.Id && guard.Second.Id == one.Id));
}
