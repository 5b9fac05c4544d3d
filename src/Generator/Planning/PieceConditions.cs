using AutoPar.Generator.Analysis;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Transforms;

namespace AutoPar.Generator.Planning;

/// <summary>Puts a scalar in the place of each condition that is the same all through a piece of the loop's iterations.</summary>
internal sealed class PieceConditions : IrRewriter
{
    private readonly IReadOnlyList<PieceCondition> _conditions;

    private PieceConditions(IReadOnlyList<PieceCondition> conditions) => _conditions = conditions;

    /// <summary>The same ones whenever they are asked for.</summary>
    public static EquatableArray<PieceCondition> Of(LoopNest nest, EquatableArray<CutCondition> conditions)
    {
        FreshVariables fresh = new(nest);
        return conditions.Select(condition =>
        {
            string name = fresh.Name(Name(condition.Condition.Operator));
            var flag = new Variable(
                fresh.Id(), name, ElementType.Boolean, ElementType.Boolean.Keyword(), VariableKind.Temporary, name, DeclaringLoop: null, ReadAfter: false);
            return new PieceCondition(flag, condition.Condition, condition.Test);
        }).ToEquatableArray();
    }

    public static Loop Replaced(Loop root, EquatableArray<PieceCondition> conditions) =>
        conditions.IsEmpty ? root : root with { Body = new PieceConditions(conditions).Visit(root.Body) };

    public override Expression Visit(Expression expression) =>
        expression is Comparison comparison && _conditions.FirstOrDefault(condition => condition.Condition.Equals(comparison)) is { } known
            ? new VariableRead(known.Flag)
            : base.Visit(expression);

    private static string Name(ComparisonOperator relation) => relation switch
    {
        ComparisonOperator.Equal => "isAt",
        ComparisonOperator.NotEqual => "isApart",
        ComparisonOperator.Less or ComparisonOperator.LessOrEqual => "isBelow",
        _ => "isAbove",
    };
}

/// <param name="Flag">Stands for the condition in the loop.</param>
/// <param name="Condition">As the body has it.</param>
/// <param name="Test">The same for any one iteration of the piece, in 64 bits.</param>
internal sealed record PieceCondition(Variable Flag, Comparison Condition, Comparison Test);
