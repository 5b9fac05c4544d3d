using System.Numerics;
using AutoPar.Generator.Analysis;
using AutoPar.Generator.Analysis.Guards;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Transforms;

/// <summary>What <c>s = s + value</c> or <c>s = s - value</c> adds to a running sum of integers, of no more than 33 bits.</summary>
internal sealed record RunningTerm(Expression Value, bool IsSubtracted, ValueRange Range)
{
    /// <summary>Null of anything else.</summary>
    public static RunningTerm? Of(Assign update)
    {
        if (update.Value is not Binary { IsChecked: false, Operator: BinaryOperator.Add or BinaryOperator.Subtract } binary
            || binary.Type != update.Target.Type)
        {
            return null;
        }

        bool isLeft = IsSum(binary.Left);
        bool isSubtracted = binary.Operator == BinaryOperator.Subtract;
        Expression term = isLeft ? binary.Right : binary.Left;
        return (isLeft || (!isSubtracted && IsSum(binary.Right))) && !Walk.Reads(term, update.Target)
            && RangeOf(term) is { } range && range.Low >= int.MinValue && range.High <= uint.MaxValue
                ? new RunningTerm(term, isSubtracted, isSubtracted ? new ValueRange(-range.High, -range.Low) : range)
                : null;

        bool IsSum(Expression expression) => expression is VariableRead read && read.Variable.Id == update.Target.Id;
    }

    private static ValueRange? RangeOf(Expression term) => term is not Conditional choice ? ValueRange.Of(term)
        : RangeOf(choice.WhenTrue) is { } one && RangeOf(choice.WhenFalse) is { } other
            ? new ValueRange(BigInteger.Min(one.Low, other.Low), BigInteger.Max(one.High, other.High))
            : null;

    /// <summary>The same in 64 bits, from a term that <paramref name="term"/> holds.</summary>
    public Assign Widened(Variable sum, Variable term, SourceLocation location) => new(
        sum,
        new Binary(
            IsSubtracted ? BinaryOperator.Subtract : BinaryOperator.Add, ElementType.Int64, new VariableRead(sum),
            term.Type == ElementType.Int64 ? new VariableRead(term) : new Conversion(ElementType.Int64, new VariableRead(term))),
        location);
}
