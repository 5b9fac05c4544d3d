using AutoPar.Generator.Analysis;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Planning;

/// <summary>
/// The iterations that the inner loops run for one iteration of a region's root, as an expression that generated code
/// evaluates before it decides to fork: <c>m * k</c> for a matrix product. Bounds that depend on an outer index
/// (triangular loops) are taken at that index's middle value.
/// </summary>
internal static class InnerTrips
{
    /// <summary>
    /// The product along the costliest chain of inner loops, leaving out constant trip counts; null when there is no such
    /// loop or its bounds can't be evaluated before the region.
    /// </summary>
    /// <param name="depth">How many factors the product has.</param>
    public static Expression? Of(Loop root, out int depth)
    {
        depth = 0;
        HashSet<int> assigned = [.. LoopTree.Statements(root.Body).OfType<Assign>().Select(assign => assign.Target.Id)];
        var middle = new Dictionary<int, Expression> { [root.Index.Id] = Middle(root, []) };
        Expression? product = null;
        for (Loop? loop = Costliest(root); loop is not null; loop = Costliest(loop))
        {
            if (TripCounts.Constant(loop) is null)
            {
                if (!CanEvaluate(loop.Start, middle, assigned) || !CanEvaluate(loop.Bound, middle, assigned) || loop.ConstantStep is not { } step || step == 0)
                {
                    return null;
                }

                Expression span = step > 0
                    ? Subtract(Wide(loop.Bound, middle), Wide(loop.Start, middle))
                    : Subtract(Wide(loop.Start, middle), Wide(loop.Bound, middle));
                Expression trips = Math.Abs(step) == 1 ? span : Arithmetic(BinaryOperator.Divide, span, Constant.Int64(Math.Abs(step)));
                product = product is null ? trips : Arithmetic(BinaryOperator.Multiply, product, trips);
                depth++;
            }

            middle[loop.Index.Id] = Middle(loop, middle);
        }

        return product;
    }

    private static Loop? Costliest(Loop loop) =>
        LoopTree.Children(loop).OrderByDescending(CostModel.Sequential).FirstOrDefault();

    private static Expression Middle(Loop loop, Dictionary<int, Expression> middle)
    {
        Expression start = Wide(loop.Start, middle);
        return Arithmetic(BinaryOperator.Add, start, Arithmetic(BinaryOperator.Divide, Subtract(Wide(loop.Bound, middle), start), Constant.Int64(2)));
    }

    private static bool CanEvaluate(Expression expression, Dictionary<int, Expression> middle, HashSet<int> assigned) =>
        ExpressionTree.SelfAndDescendants(expression).All(part => part switch
        {
            Constant or ObjectLength { Row: null } or Conversion { IsChecked: false } => true,
            Binary { IsChecked: false, Operator: BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Multiply } => true,
            VariableRead read => middle.ContainsKey(read.Variable.Id)
                || (read.Variable.DeclaringLoop is null && !assigned.Contains(read.Variable.Id)),
            IntrinsicCall { Function: IntrinsicFunction.Min or IntrinsicFunction.Max } => true,
            _ => false,
        } && part.Type.IsInteger());

    private static Expression Wide(Expression expression, Dictionary<int, Expression> middle) => expression switch
    {
        VariableRead read when middle.TryGetValue(read.Variable.Id, out Expression? value) => value,
        Constant constant when constant.Type is not ElementType.UInt64 and not ElementType.NativeUInt => Constant.Int64(Convert.ToInt64(constant.Value)),
        Binary binary => new Binary(binary.Operator, ElementType.Int64, Wide(binary.Left, middle), Wide(binary.Right, middle)),
        IntrinsicCall call => new IntrinsicCall(ElementType.Int64, call.Function, Helpers.EquatableArray.Of(call.Arguments.Select(argument => Wide(argument, middle)).ToArray())),
        Conversion conversion => Wide(conversion.Operand, middle),
        _ => new Conversion(ElementType.Int64, expression),
    };

    private static Expression Subtract(Expression left, Expression right) =>
        right is Constant { Value: 0L } ? left : Arithmetic(BinaryOperator.Subtract, left, right);

    private static Expression Arithmetic(BinaryOperator @operator, Expression left, Expression right) =>
        new Binary(@operator, ElementType.Int64, left, right);
}
