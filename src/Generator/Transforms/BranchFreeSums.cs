using AutoPar.Generator.Analysis;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Transforms;

/// <summary>
/// Of <c>if (c) s += 1;</c> makes <c>s += c ? 1 : 0;</c>, which takes no branch that a processor may predict wrongly. For loops that do nothing
/// else there: a constant has neither effects nor costs.
/// </summary>
internal sealed class BranchFreeSums : IrRewriter
{
    public override Statement Visit(Statement statement) => base.Visit(statement) is var visited
        && visited is If { Then.Statements: [Assign { Value: Binary { Operator: BinaryOperator.Add, IsChecked: false, Right: Constant added } sum } assign], Else.Statements.IsEmpty: true } branch
        && assign.Target.Type.IsInteger() && sum.Left is VariableRead read && read.Variable.Id == assign.Target.Id && !Walk.Reads(branch.Condition, assign.Target)
            ? assign with { Value = sum with { Right = new Conditional(branch.Condition, added, Constants.Number(added.Type, 0)) } }
            : visited;
}
