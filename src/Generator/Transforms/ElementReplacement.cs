using AutoPar.Generator.Analysis;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Transforms;

/// <summary>Puts a scalar in the place of one element.</summary>
internal sealed class ElementReplacement(Variable variable, ArrayAccess location) : IrRewriter
{
    public static bool IsSame(ArrayAccess access, ArrayAccess location) => access.Object.Id == location.Object.Id
        && access.Subscripts.Zip(location.Subscripts, Walk.Same).All(same => same);

    public override Statement Visit(Statement statement) => statement is Store store && IsSame(store.Target, location)
        ? new Assign(variable, Visit(store.Value), store.Location)
        : base.Visit(statement);

    public override Expression Visit(Expression expression) => expression is Load load && IsSame(load.Access, location)
        ? new VariableRead(variable)
        : base.Visit(expression);
}
