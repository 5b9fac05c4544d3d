using AutoPar.Generator.Analysis;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Transforms;

namespace AutoPar.Generator.Planning;

/// <summary>
/// Whether distribution pays. A recurrence takes its latency, in lanes as in the loop as written, behind which the loop as
/// written hides all else that it does. So it pays where the rest is much, or where the recurrence goes through
/// memory in the loop as written.
/// </summary>
internal static class OrderedCost
{
    private const double Margin = 1.3;

    // Measured: behind an update of an element, which takes a store and a load, simple operations take half of what they do elsewhere.
    private const double MarginOfUpdates = 2.2;
    private const double ContentInLanes = 0.25;

    // Store to load, against what is kept in a register.
    private const double ThroughMemory = 3.5;

    // A store and a load, one of them of a vector.
    private const double Handed = 0.25;

    public static bool IsTooHigh(LoopNest nest, VectorLoopPlan plan, EquatableArray<Guard> guards)
    {
        Loop loop = plan.Loop;
        if (loop.Ordered is not { } group)
        {
            return false;
        }

        IEnumerable<Statement> rest = loop.Body.Statements.Where((_, place) => place < group.First || place >= group.First + group.Count);
        Loop ordered = loop with { Body = OrderedStatements.Block(loop), Ordered = null };
        Loop others = loop with { Body = new Block(rest.ToEquatableArray()), Ordered = null };
        double latency = Latency(loop, group);
        int taken = OrderedStatements.Reads(loop).Count(new LaneVariables(loop, plan.Roles).IsVarying);
        double handed = Handed * (taken + OrderedStatements.Results(loop).Count);
        bool isInMemory = plan.Roles.Any(role => role is Ordered { Variable.Kind: VariableKind.Carried });
        double written = Math.Max(latency + (isInMemory ? ThroughMemory : 0), CostModel.Sequential(ordered) + CostModel.Sequential(others));
        double inLanes = Math.Max(latency, CostModel.Sequential(ordered)) + handed + CostModel.Vector(others, plan with { Loop = others });
        return written < (OrderedStatements.Store(loop) ? MarginOfUpdates : Margin) * (inLanes + ContentRun(nest, loop, guards));
    }

    /// <summary>What updates are stored to is tested in a run before, which computes the subscripts, too.</summary>
    private static double ContentRun(LoopNest nest, Loop loop, EquatableArray<Guard> guards) => !OrderedStatements.Store(loop) ? 0
        : guards.OfType<Content>().Where(content => content.Unless is null)
            .Sum(content => CostModel.Sequential(content.Shadow) * (ContentPredicate.Of(nest, content) is null ? 1 : ContentInLanes));

    /// <summary>From the scalars of one iteration to those of the next.</summary>
    private static double Latency(Loop loop, OrderedGroup group)
    {
        Dictionary<int, double> ready = group.Variables.ToDictionary(variable => variable, _ => 0.0);
        Walk(OrderedStatements.Block(loop), ready, 0);
        return group.Variables.Select(variable => ready[variable]).DefaultIfEmpty().Max();
    }

    private static void Walk(Block block, Dictionary<int, double> ready, double decided)
    {
        foreach (Statement statement in block.Statements)
        {
            switch (statement)
            {
                case Assign assign:
                    double value = Math.Max(Of(assign.Value, ready) ?? 0, decided);
                    ready[assign.Target.Id] = decided > 0 && ready.TryGetValue(assign.Target.Id, out double other) ? Math.Max(value, other) : value;
                    break;
                case If conditional:
                    double condition = Math.Max(decided, Of(conditional.Condition, ready) ?? 0) + 0.25;
                    Walk(conditional.Then, ready, condition);
                    Walk(conditional.Else, ready, condition);
                    break;
            }
        }
    }

    /// <summary>When it is known; null when it doesn't wait for the recurrence.</summary>
    private static double? Of(Expression expression, Dictionary<int, double> ready)
    {
        double? operands = expression is VariableRead read
            ? ready.TryGetValue(read.Variable.Id, out double time) ? time : null
            : ExpressionTree.Operands(expression).Select(operand => Of(operand, ready)).Max();
        return operands + Own(expression);
    }

    private static double Own(Expression expression) => expression switch
    {
        Binary { Operator: BinaryOperator.Divide or BinaryOperator.Remainder } => 3.5,
        Binary or Unary when expression.Type.IsFloat() => 1.1,
        Binary { Operator: BinaryOperator.Multiply } => 0.8,
        Binary or Unary or Comparison => 0.25,
        Conversion => 1.2,
        Conditional => 0.5,
        IntrinsicCall { Function: IntrinsicFunction.Sqrt } => 4,
        IntrinsicCall { Function: var function } when function.IsTranscendental() => 6,
        IntrinsicCall => 1.5,
        _ => 0,
    };
}
