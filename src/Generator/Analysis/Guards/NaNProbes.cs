using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Analysis.Guards;

/// <summary>
/// <c>s = s &lt; x ? s : x</c> forgets everything at a NaN, so that its order matters; without NaN it doesn't. In the
/// shadow loop such an update becomes Math.Sign(x), which throws for NaN.
/// </summary>
internal sealed class NaNProbes(IReadOnlyCollection<int> accumulators) : IrRewriter
{
    /// <summary>The scalars whose reduction a NaN would spoil.</summary>
    public static HashSet<int> Of(IEnumerable<ScalarRole> roles) => [.. roles.OfType<Reduction>().Where(IsSpoilt).Select(role => role.Variable.Id)];

    public static bool IsSpoilt(Reduction reduction) => reduction.Variable.Type.IsFloat()
        && reduction.Operator is ReductionOperator.LessOrReplace or ReductionOperator.GreaterOrReplace;

    /// <summary>The accumulator isn't NaN before the loop.</summary>
    public static Guard IsNumber(Variable variable) => new Holds(new Unary(UnaryOperator.LogicalNot, new IntrinsicCall(
        ElementType.Boolean, IntrinsicFunction.IsNaN, EquatableArray.Of<Expression>(new VariableRead(variable)))));

    public override Statement Visit(Statement statement)
    {
        if (statement is not Assign { Value: Conditional choice } assign || !accumulators.Contains(assign.Target.Id))
        {
            return base.Visit(statement);
        }

        Expression value = choice.WhenTrue is VariableRead read && read.Variable.Id == assign.Target.Id ? choice.WhenFalse : choice.WhenTrue;
        return new Assign(ShadowLoop.ProbeOf(ElementType.Int32), new IntrinsicCall(
            ElementType.Int32, IntrinsicFunction.Sign, EquatableArray.Of(value)), assign.Location);
    }
}
