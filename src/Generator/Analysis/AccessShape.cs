using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Analysis;

internal enum AccessKind
{
    Invariant,
    Contiguous,
    Reversed,
    Strided,
    NonAffine,
}

/// <summary>How an access moves through memory from one iteration of a loop to the next.</summary>
/// <param name="Stride">Elements per iteration, when a constant.</param>
internal readonly record struct AccessShape(AccessKind Kind, long? Stride)
{
    public static AccessShape Of(ArrayAccess access, Loop loop)
    {
        bool Mentions(Expression subscript) => ExpressionTree.SelfAndDescendants(subscript).Any(part => part is VariableRead read && read.Variable.Id == loop.Index.Id);
        bool IsIndex(Expression subscript) => subscript is VariableRead read && read.Variable.Id == loop.Index.Id;
        if (!access.Subscripts.Any(Mentions))
        {
            return new(AccessKind.Invariant, 0);
        }

        Expression last = access.Subscripts[access.Subscripts.Count - 1];
        bool contiguous = access.Subscripts.Take(access.Subscripts.Count - 1).All(subscript => !Mentions(subscript)) && loop.ConstantStep == 1
            && (IsIndex(last) || (last is Binary { Operator: BinaryOperator.Add or BinaryOperator.Subtract } sum && IsIndex(sum.Left) && !Mentions(sum.Right)));
        return contiguous ? new(AccessKind.Contiguous, 1) : new(AccessKind.NonAffine, null);
    }
}
