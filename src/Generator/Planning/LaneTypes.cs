using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Planning;

/// <summary>How many lanes a loop's vectors have: 64 bytes / the widest type that it computes with in lanes.</summary>
internal static class LaneTypes
{
    private const int VectorBytes = 64;

    // Vector64<T> is the narrowest vector there is.
    private const int NarrowestVectorBytes = 8;

    /// <summary>
    /// The number of lanes, at most <paramref name="maxLanes"/> where a dependence limits them; null when no vector
    /// type has that many lanes of the narrowest type.
    /// </summary>
    public static int? Lanes(Loop loop, int? maxLanes)
    {
        var sizes = new HashSet<int>();
        Collect(loop.Body, loop, sizes);
        if (sizes.Count == 0)
        {
            return null;
        }

        int lanes = VectorBytes / sizes.Max();
        while (lanes > maxLanes)
        {
            lanes /= 2;
        }

        return lanes >= 2 && lanes * sizes.Min() >= NarrowestVectorBytes ? lanes : null;
    }

    /// <summary>Values of several widths, which must have one number of lanes.</summary>
    public static bool AreMixed(Loop loop)
    {
        var sizes = new HashSet<int>();
        Collect(loop.Body, loop, sizes);
        return sizes.Count > 1;
    }

    private static void Collect(Block block, Loop loop, HashSet<int> sizes)
    {
        foreach (Statement statement in LoopTree.Statements(block))
        {
            switch (statement)
            {
                case Assign assign:
                    Add(assign.Target.Type, sizes);
                    Collect(assign.Value, loop, sizes);
                    break;
                case Store store:
                    Add(store.Target.Object.Element, sizes);
                    Collect(store.Value, loop, sizes);
                    break;
                case If conditional:
                    Collect(conditional.Condition, loop, sizes);
                    break;
                case WhileStatement repeat:
                    Collect(repeat.Condition, loop, sizes);
                    break;
                case LoopStatement { Loop: var inner } when ExpressionTree.Header(inner).Any(part => ExpressionTree.DependsOn(part, loop)):
                    Add(inner.Index.Type, sizes);
                    Collect(inner.Start, loop, sizes);
                    Collect(inner.Bound, loop, sizes);
                    break;
            }
        }
    }

    private static void Collect(Expression expression, Loop loop, HashSet<int> sizes)
    {
        // A value that is the same in all lanes is computed once, whatever its operands' types.
        if (!ExpressionTree.DependsOn(expression, loop))
        {
            Add(expression.Type, sizes);
            return;
        }

        // A comparison's result is a mask, in the width of what was compared.
        if (expression is not (Comparison or ShortCircuit or Unary { Operator: UnaryOperator.LogicalNot }))
        {
            Add(expression.Type, sizes);
        }

        foreach (Expression operand in ExpressionTree.Operands(expression))
        {
            Collect(operand, loop, sizes);
        }
    }

    private static void Add(ElementType type, HashSet<int> sizes)
    {
        if (type.Size() > 0)
        {
            sizes.Add(type.Size());
        }
    }
}
