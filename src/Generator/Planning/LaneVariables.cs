using AutoPar.Generator.Analysis;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Planning;

/// <summary>
/// What the scalars of a loop in lanes are: the same in all lanes (they stay scalars), affine in the lane (a scalar for
/// lane 0 and a stride), or different from lane to lane (vectors).
/// </summary>
internal sealed partial class LaneVariables
{
    private readonly Loop _loop;
    private readonly HashSet<int> _varying = [];
    private readonly HashSet<int> _cursors = [];
    private readonly HashSet<int> _assigned;
    private readonly Dictionary<int, Expression> _affine = [];

    public LaneVariables(Loop loop, IEnumerable<ScalarRole> roles)
    {
        _loop = loop;
        _assigned = [.. Walk.Assigned(loop.Body), loop.Index.Id];
        if (Strides.Invariant(loop.Step, _assigned) is { } step)
        {
            _affine[loop.Index.Id] = step;
        }
        else
        {
            _varying.Add(loop.Index.Id);
        }

        Dictionary<int, int> assignments = LoopTree.Statements(loop.Body)
            .SelectMany(LoopTree.Assigned)
            .GroupBy(variable => variable.Id)
            .ToDictionary(group => group.Key, group => group.Count());
        foreach (ScalarRole role in roles)
        {
            if (role is Induction induction && Strides.Invariant(induction.Step, _assigned) is { } travelled
                && assignments.TryGetValue(role.Variable.Id, out int count) && count == 1)
            {
                _affine[role.Variable.Id] = travelled;
            }
            else if (role is Cursor)
            {
                _cursors.Add(role.Variable.Id);
            }
            else if (role is not Private)
            {
                _varying.Add(role.Variable.Id);
            }
        }

        // What runs in order is handed over in vectors.
        _varying.UnionWith(Walk.Assigned(OrderedStatements.Block(loop)));
        FindAffine(loop.Body, assignments);
        _carried = [.. roles.Where(role => role is not Private { IsLiveOut: false }).Select(role => role.Variable.Id)];
        _confinement = new Confinement(loop.Body);
        FindVarying(loop.Body);
    }

    /// <summary>A vector: the value isn't known from that of lane 0.</summary>
    public bool IsVarying(Variable variable) => _varying.Contains(variable.Id);

    /// <summary>Scalars other than the index that are kept for lane 0 alone.</summary>
    public bool HasAffineScalars => _affine.Count > 1 || !_affine.ContainsKey(_loop.Index.Id);

    /// <summary>How much more the variable is in the next lane; null when it isn't affine with a stride.</summary>
    public Expression? Stride(Variable variable) => _affine.TryGetValue(variable.Id, out Expression? stride) ? stride : null;

    /// <summary>The active lanes' elements lie side by side from a scalar subscript on.</summary>
    public bool IsPacked(ArrayAccess access) => Cursors.IsAt(access, _cursors);

    /// <summary>The place of the first active lane's element: a scalar that each vector moves on by its active lanes.</summary>
    public bool IsCursor(Variable variable) => _cursors.Contains(variable.Id);

    /// <summary>The value is the same in all lanes.</summary>
    public bool IsUniform(Expression expression) => ExpressionTree.SelfAndDescendants(expression).All(part => part switch
    {
        VariableRead read => !_varying.Contains(read.Variable.Id) && !_affine.ContainsKey(read.Variable.Id),
        Load load => !IsPacked(load.Access),
        _ => true,
    });

    /// <summary>
    /// How much more an integer expression is in the next lane, its true value taken: an Int64 expression over scalars that
    /// the loop doesn't assign; null when unknown.
    /// </summary>
    public Expression? Stride(Expression expression)
    {
        if (IsUniform(expression))
        {
            return Strides.Zero;
        }

        return expression switch
        {
            VariableRead read => Stride(read.Variable),
            Conversion conversion when conversion.Type.IsInteger() && conversion.Operand.Type.IsInteger()
                && (conversion.Type.Size() == conversion.Operand.Type.Size() || IsIndexWidened(conversion)) => Stride(conversion.Operand),
            Unary { Operator: UnaryOperator.Negate } unary => Strides.Negate(Stride(unary.Operand)),
            Binary { Operator: BinaryOperator.Add } sum => Strides.Add(Stride(sum.Left), Stride(sum.Right)),
            Binary { Operator: BinaryOperator.Subtract } difference => Strides.Add(Stride(difference.Left), Strides.Negate(Stride(difference.Right))),
            Binary { Operator: BinaryOperator.Multiply } product when IsUniform(product.Right) =>
                Strides.Multiply(Stride(product.Left), Strides.Invariant(product.Right, _assigned)),
            Binary { Operator: BinaryOperator.Multiply } product when IsUniform(product.Left) =>
                Strides.Multiply(Stride(product.Right), Strides.Invariant(product.Left, _assigned)),
            _ => null,
        };
    }

    // Sums of an index and such constants stay far from wrapping around to a subscript in range.
    private const int SmallConstant = 1 << 30;

    /// <summary>The index, but for a constant: it has its true value in each lane, whatever is known of its bounds.</summary>
    public bool IsIndex(Expression subscript) => subscript switch
    {
        VariableRead read => read.Variable.Id == _loop.Index.Id,
        Conversion { IsChecked: false, Operand: VariableRead read } conversion =>
            conversion.Type.Size() >= read.Type.Size() && read.Variable.Id == _loop.Index.Id,
        Binary { Operator: BinaryOperator.Add or BinaryOperator.Subtract, Right: Constant { Value: int and < SmallConstant and > -SmallConstant } } sum =>
            sum.Left is VariableRead read && read.Variable.Id == _loop.Index.Id,
        _ => false,
    };

    /// <summary>Integers assigned once, in every iteration, to something affine: <c>int l = 2 * i;</c></summary>
    private void FindAffine(Block body, Dictionary<int, int> assignments)
    {
        foreach (Assign assign in body.Statements.OfType<Assign>())
        {
            if (assign.Target.Type.IsInteger() && assign.Target.Type.Size() >= 4 && assignments[assign.Target.Id] == 1
                && !_varying.Contains(assign.Target.Id) && !_affine.ContainsKey(assign.Target.Id)
                && !ReadsUnsettled(assign.Value, assignments)
                && Stride(assign.Value) is { } stride && Strides.ConstantOf(stride) != 0)
            {
                _affine[assign.Target.Id] = stride;
            }
        }
    }

    // While the vectors aren't known yet: a scalar that the loop assigns and that isn't known to be affine.
    private bool ReadsUnsettled(Expression value, Dictionary<int, int> assignments) => ExpressionTree.SelfAndDescendants(value)
        .OfType<VariableRead>()
        .Any(read => assignments.ContainsKey(read.Variable.Id) && !_affine.ContainsKey(read.Variable.Id));

    // (long)(i * c) isn't affine where i * c wraps; the index itself doesn't wrap, that is guarded.
    private bool IsIndexWidened(Conversion conversion) => conversion.Type.Size() > conversion.Operand.Type.Size()
        && conversion.Operand is VariableRead read && read.Variable.Id == _loop.Index.Id;
}
