using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Planning;

/// <summary>Integer division has no vector instruction: in a loop that each lane leaves on its own, it is done for the slowest lane's trips.</summary>
internal static class DivergentDivision
{
    public static bool IsIn(Loop loop) => LoopTree.Statements(loop.Body).Any(statement => statement switch
    {
        WhileStatement repeat => Divides(repeat.Body, loop) || Divides(repeat.Condition, loop),
        LoopStatement { Loop: var inner } when ExpressionTree.Header(inner).Any(part => ExpressionTree.DependsOn(part, loop)) => Divides(inner.Body, loop),
        _ => false,
    });

    private static bool Divides(Block block, Loop loop) => ExpressionTree.Of(block).Any(expression => Divides(expression, loop));

    private static bool Divides(Expression expression, Loop loop) => ExpressionTree.SelfAndDescendants(expression).Any(part =>
        part is Binary { Operator: BinaryOperator.Divide or BinaryOperator.Remainder, Right: not Constant } && part.Type.IsInteger() && ExpressionTree.DependsOn(part, loop));
}
