using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Transforms;

/// <summary>
/// checked(a + b) → unchecked(a + b), and any value for a switch expression without an arm, once the guards say that nothing
/// in the loop throws. It is needed, not only faster: the partial sum of a chunk may overflow where no prefix of the whole sum does, and wraps back
/// when the partial sums are combined.
/// </summary>
internal sealed class UncheckedArithmetic : IrRewriter
{
    public override Expression Visit(Expression expression) => base.Visit(expression) switch
    {
        Unary { IsChecked: true } unary => unary with { IsChecked = false },
        Binary { IsChecked: true } binary => binary with { IsChecked = false },
        Conversion { IsChecked: true } conversion => conversion with { IsChecked = false },
        IntrinsicCall { Function: IntrinsicFunction.NoArm, Type: var type } => Constants.Number(type, 0),
        var other => other,
    };
}
