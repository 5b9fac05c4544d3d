using AutoPar.Generator.Analysis;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Planning;

/// <summary>
/// Conditions without which lanes on one thread would lose: what they can do is right without them, too, but takes longer than the loop
/// as written. Threads share a region's kernel and gain without lanes, so theirs has none.
/// </summary>
internal static class GainGuards
{
    public static IEnumerable<Guard> Of(Loop root, VectorLoopPlan? vector)
    {
        if (vector is null)
        {
            return [];
        }

        return vector.Loop.Id == root.Id ? UnitStep(root) : RowLength(root, vector);
    }

    /// <summary>Elements at any other step are taken one by one.</summary>
    private static IEnumerable<Guard> UnitStep(Loop root) => root.ConstantStep is null && root.Step.Type == ElementType.Int64 && CostModel.HopesForStride(root)
        ? [new Holds(new Comparison(ComparisonOperator.Equal, root.Step, Constant.Int64(1)))]
        : [];

    /// <summary>A row that fills no vector is left to the remainder; one under a mask gains by half a vector.</summary>
    private static IEnumerable<Guard> RowLength(Loop root, VectorLoopPlan vector)
    {
        Loop row = LoopTree.SelfAndDescendants(root).Single(loop => loop.Id == vector.Loop.Id);
        if (TripCounts.Constant(row) is not null || row is not { ConstantStep: 1, Relation: LoopRelation.Less or LoopRelation.LessOrEqual }
            || !IsKnownBefore(row.Start, root) || !IsKnownBefore(row.Bound, root))
        {
            return [];
        }

        Expression end = Wide(row.Bound);
        Expression trips = row.Start is Constant { Value: 0 } ? end : new Binary(BinaryOperator.Subtract, ElementType.Int64, end, Wide(row.Start));
        long least = (vector.MasksRemainder ? vector.Lanes / 2 : vector.Lanes) - (row.Relation == LoopRelation.LessOrEqual ? 1 : 0);
        return [new Holds(new Comparison(ComparisonOperator.GreaterOrEqual, trips, Constant.Int64(least)))];
    }

    private static bool IsKnownBefore(Expression expression, Loop root)
    {
        HashSet<int> varying = [.. Walk.Assigned(root.Body), root.Index.Id];
        return expression.Type == ElementType.Int32 && ExpressionTree.SelfAndDescendants(expression).All(part => part switch
        {
            VariableRead read => !varying.Contains(read.Variable.Id),
            Binary sum => !sum.IsChecked && sum.Operator is BinaryOperator.Add or BinaryOperator.Subtract,
            _ => part is Constant or ObjectLength { Row: null },
        });
    }

    private static Expression Wide(Expression value) =>
        value is Constant { Value: int constant } ? Constant.Int64(constant) : new Conversion(ElementType.Int64, value);
}
