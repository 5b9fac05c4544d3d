using AutoPar.Generator.Analysis;
using AutoPar.Generator.Analysis.Scalars;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Transforms;

/// <summary>
/// <c>x += 0.5;</c> once in each iteration → x keeps its value from before the loop, and what reads it takes <c>x + 0.5 · trips</c>. That has
/// the same bits where all values are integers times one power of two, and small enough to be held exactly, which a guard tests. In Fast
/// the step may be any value that doesn't change, and nothing need hold.
/// </summary>
internal static class FloatCounters
{
    public static LoopNest Apply(LoopNest nest, FloatMode mode)
    {
        if (nest.Root is not { } root || !IsCounted(root) || LoopTree.Statements(root.Body).Any(statement => statement is Opaque or Exit))
        {
            return nest;
        }

        List<ExactCounter> exactly = [];
        List<Comparison> finite = [];
        foreach (Variable counter in root.Body.Statements.OfType<Assign>().Select(assign => assign.Target).Distinct().ToList())
        {
            if (Step(counter, root, out int place) is not { } step || (mode == FloatMode.Fast && Scans.Decides(new ScalarUses(root, counter))))
            {
                continue;
            }

            if (mode == FloatMode.Fast)
            {
                // A product of 0 and an infinite step isn't 0.
                finite.AddRange(step is Constant ? [] : [IsZero(new Binary(BinaryOperator.Subtract, step.Type, step, step))]);
            }
            else
            {
                if (StepUnits.Exact(counter, step, Trips(root)) is not { } exact)
                {
                    continue;
                }

                exactly.Add(exact);
            }

            root = root with { Body = Replaced(root, counter, step, place) };
        }

        return nest with
        {
            Root = root,
            Counters = nest.Counters.Concat(exactly).ToEquatableArray(),
            Assumed = nest.Assumed.Concat(finite).Distinct().ToEquatableArray(),
        };
    }

    private static Comparison IsZero(Expression value) => new(ComparisonOperator.Equal, value, Constants.Number(value.Type, 0));

    // The trips are counted in 32 bits; where they don't fit, the guard of the trip count or the condition fails.
    private static bool IsCounted(Loop root) => root is { Index.Type: ElementType.Int32, Start: Constant { Value: int and >= 0 }, ConstantStep: 1 }
        && root.Relation is LoopRelation.Less or LoopRelation.LessOrEqual && root.Bound.Type is ElementType.Int32 or ElementType.Int64;

    /// <summary>At least as many as the loop has.</summary>
    private static Expression Trips(Loop root)
    {
        Expression bound = root.Bound.Type == ElementType.Int64 ? root.Bound : new Conversion(ElementType.Int64, root.Bound);
        return root.Relation == LoopRelation.Less ? bound : new Binary(BinaryOperator.Add, ElementType.Int64, bound, Constant.Int64(1));
    }

    /// <summary>What is added; null where it isn't a counter.</summary>
    private static Expression? Step(Variable counter, Loop root, out int place)
    {
        Assign[] assigns = [.. LoopTree.Statements(root.Body).OfType<Assign>().Where(assign => assign.Target.Id == counter.Id)];
        place = assigns.Length == 1 ? root.Body.Statements.ToList().FindIndex(statement => ReferenceEquals(statement, assigns[0])) : -1;
        if (place < 0 || counter is not { Kind: VariableKind.Local or VariableKind.Parameter, DeclaringLoop: null, ReadAfter: false, IsVolatile: false, Type: ElementType.Single or ElementType.Double }
            || LoopTree.SelfAndDescendants(root).Skip(1).Any(inner => new ScalarUses(inner, counter).IsInnerIndex))
        {
            return null;
        }

        HashSet<int> assigned = Walk.Assigned(root.Body);
        return assigns[0].Value switch
        {
            Binary { Operator: BinaryOperator.Add } sum when IsRead(sum.Left) && IsFixed(sum.Right) => sum.Right,
            Binary { Operator: BinaryOperator.Add } sum when IsRead(sum.Right) && IsFixed(sum.Left) => sum.Left,
            Binary { Operator: BinaryOperator.Subtract } difference when IsRead(difference.Left) && IsFixed(difference.Right) =>
                difference.Right is Constant constant ? Constants.Negated(constant) : new Unary(UnaryOperator.Negate, difference.Right),
            _ => null,
        };

        bool IsRead(Expression value) => value is VariableRead read && read.Variable.Id == counter.Id;
        bool IsFixed(Expression value) => value.Type == counter.Type
            && value is Constant or VariableRead { Variable.IsMemory: false } && !(value is VariableRead read && assigned.Contains(read.Variable.Id));
    }

    private static Block Replaced(Loop root, Variable counter, Expression step, int place)
    {
        int start = (int)((Constant)root.Start).Value;
        var before = new Substitution(counter.Id, After(-start));
        var after = new Substitution(counter.Id, After(1L - start));
        return new(root.Body.Statements.SelectMany((statement, index) =>
            index == place ? [] : new[] { (index < place ? before : after).Visit(statement) }).ToEquatableArray());

        Expression After(long more)
        {
            Expression trips = new VariableRead(root.Index);
            trips = more == 0 ? trips
                : more > 0 ? new Binary(BinaryOperator.Add, ElementType.Int32, trips, Constant.Int32((int)more))
                : new Binary(BinaryOperator.Subtract, ElementType.Int32, trips, Constant.Int32((int)-more));
            Expression steps = new Conversion(counter.Type, trips);
            steps = step is Constant { Value: 1f or 1.0 } ? steps : new Binary(BinaryOperator.Multiply, counter.Type, steps, step);
            return new Binary(BinaryOperator.Add, counter.Type, new VariableRead(counter), steps);
        }
    }
}
