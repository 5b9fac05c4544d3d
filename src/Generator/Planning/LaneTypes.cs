using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Planning;

/// <summary>How many lanes a loop's vectors have: 64 bytes / the widest type that it computes with in lanes.</summary>
internal static class LaneTypes
{
    private const int VectorBytes = 64;

    // Vector64<T> is the narrowest vector there is.
    private const int NarrowestVectorBytes = 8;

    // Runtime's vector math takes Vector512<double>, and Vector256<float> and wider.
    private const int FewestOfVectorMath = 8;

    /// <summary>
    /// The number of lanes, at most <paramref name="maxLanes"/> where a dependence limits them; null when no vector
    /// type has that many lanes of the narrowest type.
    /// </summary>
    public static int? Lanes(Loop loop, LaneVariables variables, int? maxLanes)
    {
        var sizes = new HashSet<int>();
        var types = new Collector(loop, variables, sizes);
        types.Block(loop.Body);
        if (sizes.Count == 0)
        {
            return null;
        }

        int lanes = VectorBytes / sizes.Max();
        while (lanes > maxLanes)
        {
            lanes /= 2;
        }

        int fewest = Math.Max(types.HasIndexed ? IndexedAccess.FewestLanes : 2, types.CallsVectorMath ? FewestOfVectorMath : 2);
        return lanes >= fewest && lanes * sizes.Min() >= NarrowestVectorBytes ? lanes : null;
    }

    /// <summary>Values of several widths, which must have one number of lanes.</summary>
    public static bool AreMixed(Loop loop, LaneVariables variables)
    {
        var sizes = new HashSet<int>();
        new Collector(loop, variables, sizes).Block(loop.Body);
        return sizes.Count > 1;
    }

    /// <summary>Collects the sizes of the values that differ from lane to lane.</summary>
    private sealed class Collector(Loop loop, LaneVariables variables, HashSet<int> sizes)
    {
        /// <summary>There are gathers or scatters.</summary>
        public bool HasIndexed { get; private set; }

        /// <summary>There are functions of Runtime's vector math.</summary>
        public bool CallsVectorMath { get; private set; }

        public void Block(Block block)
        {
            foreach (Statement statement in LoopTree.Statements(block))
            {
                switch (statement)
                {
                    case Assign assign:
                        Add(assign.Target.Type);
                        Value(assign.Value);
                        break;
                    case Store store:
                        Add(store.Target.Object.Element);
                        Access(store.Target);
                        Value(store.Value);
                        break;
                    case If conditional:
                        Value(conditional.Condition);
                        break;
                    case WhileStatement repeat:
                        Value(repeat.Condition);
                        break;
                    case LoopStatement { Loop: var inner } when ExpressionTree.Header(inner).Any(part => ExpressionTree.DependsOn(part, loop)):
                        Add(inner.Index.Type);
                        Value(inner.Start);
                        Value(inner.Bound);
                        break;
                }
            }
        }

        private void Value(Expression expression)
        {
            // A value that is the same in all lanes is computed once, whatever its operands' types.
            if (!ExpressionTree.DependsOn(expression, loop))
            {
                Add(expression.Type);
                return;
            }

            // A comparison's result is a mask, in the width of what was compared.
            if (expression is not (Comparison or ShortCircuit or Unary { Operator: UnaryOperator.LogicalNot }))
            {
                Add(expression.Type);
            }

            CallsVectorMath |= expression is IntrinsicCall { IsVectorMath: true };
            if (expression is Load load)
            {
                Access(load.Access);
            }

            foreach (Expression operand in ExpressionTree.Operands(expression))
            {
                Value(operand);
            }
        }

        // Subscripts are values where each lane has its own.
        private void Access(ArrayAccess access)
        {
            if (IndexedAccess.Is(access, variables))
            {
                HasIndexed = true;
                Value(access.Subscripts[0]);
            }
        }

        private void Add(ElementType type)
        {
            if (type.Size() > 0)
            {
                sizes.Add(type.Size());
            }
        }
    }
}
