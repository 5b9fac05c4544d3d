using AutoPar.Generator.Analysis;
using AutoPar.Generator.Analysis.Guards;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Transforms;

/// <summary>
/// A content guard without exceptions: the loop computes into <paramref name="Holds"/> whether every operation would
/// succeed, so that it can run in lanes.
/// </summary>
internal sealed record ContentPredicate(Loop Loop, Variable Holds)
{
    /// <returns>Null when a condition would have to be evaluated that may itself fail.</returns>
    public static ContentPredicate? Of(LoopNest nest, Content content)
    {
        Loop shadow = content.Shadow;
        HashSet<int> proven = [.. content.Proven];
        var fresh = new FreshVariables(nest);
        string name = fresh.Name("holds");
        var holds = new Variable(fresh.Id(), name, ElementType.Boolean, "bool", VariableKind.Temporary, name, null, ReadAfter: true);
        ProbeRewriter rewriter = new(holds);
        Loop loop = rewriter.Visit(shadow);
        bool isSafe = !rewriter.Failed && ExpressionTree.Of(loop.Body).Concat(LoopTree.Children(loop).SelectMany(ExpressionTree.Header)).SelectMany(Walk.Parts)
            .All(part => !MayThrow.ByItself(part) && (part is not Load load || proven.Contains(load.Access.Id)));
        return isSafe && LoopTree.Statements(loop.Body).All(statement => statement is Assign or If or LoopStatement) ? new(loop, holds) : null;
    }

    /// <summary>Each probe becomes a condition; what overflows on the way is wrong only where the condition is false already.</summary>
    private sealed class ProbeRewriter(Variable holds) : IrRewriter
    {
        private readonly UncheckedArithmetic _unchecked = new();

        public bool Failed { get; private set; }

        public override Statement Visit(Statement statement)
        {
            if (statement is not Assign { Target.Id: <= ShadowLoop.FirstProbe } probe)
            {
                return base.Visit(statement);
            }

            Expression? condition = Success.Of(probe.Value);
            Failed |= condition is null;
            return new Assign(holds, new Binary(BinaryOperator.And, ElementType.Boolean, new VariableRead(holds), Visit(condition ?? probe.Value)), probe.Location);
        }

        public override Expression Visit(Expression expression) => _unchecked.Visit(expression);
    }
}
