using AutoPar.Generator.Analysis;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Transforms;

/// <summary>
/// The headers of two loops that change places: those they have, in a rectangle; in a triangle, whose one side the outer index is,
/// those of the same triangle read the other way round.
/// </summary>
/// <param name="OuterStart">Of the loop that was inside.</param>
/// <param name="InnerStart">Of the loop that was outside.</param>
internal sealed record InterchangedHeaders(
    Expression OuterStart,
    LoopRelation OuterRelation,
    Expression OuterBound,
    Expression InnerStart,
    LoopRelation InnerRelation,
    Expression InnerBound)
{
    /// <summary>Null for any other shape.</summary>
    public static InterchangedHeaders? Of(Loop outer, Loop inner)
    {
        InterchangedHeaders same = new(inner.Start, inner.Relation, inner.Bound, outer.Start, outer.Relation, outer.Bound);
        if (!ExpressionTree.Header(inner).Any(part => ExpressionTree.DependsOn(part, outer)))
        {
            return same;
        }

        if (!IsUpward(outer) || !IsUpward(inner))
        {
            return null;
        }

        bool boundDepends = ExpressionTree.DependsOn(inner.Bound, outer);
        return !boundDepends && Offset(inner.Start, outer) is { } first ? FromDiagonal(outer, inner, first)
            : boundDepends && !ExpressionTree.DependsOn(inner.Start, outer) && Offset(inner.Bound, outer) is { } last ? ToDiagonal(outer, inner, last)
            : null;
    }

    /// <summary>j from s to b, i from j + c to g: i from s + c to g, j from s to the lesser of b and i − c + 1.</summary>
    private static InterchangedHeaders? FromDiagonal(Loop outer, Loop inner, int offset)
    {
        if (offset != 0 && Value(outer.Start) is not (> int.MinValue and < int.MaxValue))
        {
            return null;
        }

        Expression diagonal = Plus(new VariableRead(inner.Index), 1 - offset);

        // Where both end at one bound, the diagonal ends first.
        bool endsFirst = offset >= 0 && outer.Relation == inner.Relation && Walk.Same(outer.Bound, inner.Bound);
        return new InterchangedHeaders(
            Plus(outer.Start, offset), inner.Relation, inner.Bound,
            outer.Start, LoopRelation.Less, endsFirst ? diagonal : Extreme(IntrinsicFunction.Min, End(outer), Wide(diagonal)));
    }

    /// <summary>j from s to b, i from f to j + c, that excluded: i from f to b − 1 + c, j from the greater of s and i − c + 1 to b.</summary>
    private static InterchangedHeaders? ToDiagonal(Loop outer, Loop inner, int offset)
    {
        if (outer.Bound.Type != ElementType.Int32 || outer.Start.Type != ElementType.Int32)
        {
            return null;
        }

        offset += inner.Relation == LoopRelation.LessOrEqual ? 1 : 0;

        // It lies between the outer loop's ends, so that the sum fits.
        Expression index = new VariableRead(inner.Index);
        Expression diagonal = offset == 1 ? index : new Binary(BinaryOperator.Add, ElementType.Int32, index, Constant.Int32(1 - offset));
        bool startsLast = Value(inner.Start) + 1 - offset >= Value(outer.Start);
        return new InterchangedHeaders(
            inner.Start, LoopRelation.Less, Plus(outer.Bound, offset - (outer.Relation == LoopRelation.Less ? 1 : 0)),
            startsLast ? diagonal : Extreme(IntrinsicFunction.Max, outer.Start, diagonal), outer.Relation, outer.Bound);
    }

    private static bool IsUpward(Loop loop) => loop.ConstantStep == 1 && loop.Relation is LoopRelation.Less or LoopRelation.LessOrEqual
        && loop.Index.Type == ElementType.Int32;

    /// <summary>The constant c of j + c, where the sum can't wrap for any j that the loop runs through; null for another form.</summary>
    private static int? Offset(Expression expression, Loop outer) => expression switch
    {
        Conversion { Type: ElementType.Int64, Operand: var operand } => Offset(operand, outer),
        VariableRead => 0,
        Binary { Operator: BinaryOperator.Add, Left: VariableRead read, Right: Constant { Value: 1 } }
            when read.Variable.Id == outer.Index.Id && outer.Relation == LoopRelation.Less => 1,
        Binary { Operator: BinaryOperator.Subtract, Left: VariableRead read, Right: Constant { Value: 1 } }
            when read.Variable.Id == outer.Index.Id && Value(outer.Start) >= 0 => -1,
        _ => null,
    };

    private static long? Value(Expression expression) => expression is Constant { Value: int value } ? value : null;

    private static Expression End(Loop loop) => loop.Relation == LoopRelation.Less ? Wide(loop.Bound) : Plus(loop.Bound, 1);

    private static Expression Plus(Expression expression, int offset) => offset == 0 ? expression
        : expression is Constant { Value: int value } && value is > int.MinValue / 2 and < int.MaxValue / 2 ? Constant.Int32(value + offset)
        : new Binary(
            offset < 0 ? BinaryOperator.Subtract : BinaryOperator.Add, ElementType.Int64, Wide(expression), Constant.Int64(Math.Abs(offset)));

    private static Expression Wide(Expression expression) =>
        expression.Type == ElementType.Int64 ? expression : new Conversion(ElementType.Int64, expression);

    private static Expression Extreme(IntrinsicFunction function, Expression one, Expression other) =>
        new IntrinsicCall(one.Type, function, EquatableArray.Of(one, other));
}
