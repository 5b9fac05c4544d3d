using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Transforms;

/// <summary>Puts a value in the place of each read of the variable whose id is given.</summary>
internal sealed class Substitution(int variable, Expression value) : IrRewriter
{
    public override Expression Visit(Expression expression) =>
        expression is VariableRead read && read.Variable.Id == variable ? value : base.Visit(expression);
}
