using AutoPar.Generator.Analysis;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Planning;

/// <summary>
/// What the scalars of a loop in lanes are: the same in all lanes (they stay scalars), affine in the lane (a scalar for
/// lane 0 and a stride), or different from lane to lane (vectors).
/// </summary>
internal sealed class LaneVariables
{
    private readonly Loop _loop;
    private readonly HashSet<int> _varying = [];
    private readonly Dictionary<int, long> _affine = [];

    public LaneVariables(Loop loop, IEnumerable<ScalarRole> roles)
    {
        _loop = loop;
        if (loop.ConstantStep is { } step)
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
            if (role is Induction { Step: Constant { Value: var value } } && assignments.TryGetValue(role.Variable.Id, out int count) && count == 1)
            {
                _affine[role.Variable.Id] = Convert.ToInt64(value);
            }
            else if (role is not Private)
            {
                _varying.Add(role.Variable.Id);
            }
        }

        FindAffine(loop.Body, assignments);
        while (Spread(loop.Body, false))
        {
        }
    }

    /// <summary>A vector: the value isn't known from that of lane 0.</summary>
    public bool IsVarying(Variable variable) => _varying.Contains(variable.Id);

    /// <summary>How much more the variable is in the next lane; null when it isn't affine with a stride.</summary>
    public long? Stride(Variable variable) => _affine.TryGetValue(variable.Id, out long stride) ? stride : null;

    /// <summary>The value is the same in all lanes.</summary>
    public bool IsUniform(Expression expression) => ExpressionTree.SelfAndDescendants(expression)
        .OfType<VariableRead>()
        .All(read => !_varying.Contains(read.Variable.Id) && !_affine.ContainsKey(read.Variable.Id));

    /// <summary>How much more an integer expression is in the next lane, its true value taken; null when unknown.</summary>
    public long? Stride(Expression expression)
    {
        if (IsUniform(expression))
        {
            return 0;
        }

        switch (expression)
        {
            case VariableRead read:
                return Stride(read.Variable);
            case Conversion conversion when conversion.Type.IsInteger() && conversion.Operand.Type.IsInteger()
                && conversion.Type.Size() >= conversion.Operand.Type.Size():
                return Stride(conversion.Operand);
            case Unary { Operator: UnaryOperator.Negate } unary:
                return -Stride(unary.Operand);
            case Binary { Operator: BinaryOperator.Add } sum:
                return Stride(sum.Left) + Stride(sum.Right);
            case Binary { Operator: BinaryOperator.Subtract } difference:
                return Stride(difference.Left) - Stride(difference.Right);
            case Binary { Operator: BinaryOperator.Multiply, Right: Constant factor } product:
                return Small(Stride(product.Left) * Factor(factor));
            case Binary { Operator: BinaryOperator.Multiply, Left: Constant factor } product:
                return Small(Stride(product.Right) * Factor(factor));
            default:
                return null;
        }
    }

    private static long? Factor(Constant constant) => constant.Value switch
    {
        int value => value,
        uint value => value,
        long and > -MaxFactor and < MaxFactor => (long)constant.Value,
        _ => null,
    };

    private const long MaxFactor = 1L << 31;

    private static long? Small(long? stride) => stride is > -MaxFactor and < MaxFactor ? stride : null;

    /// <summary>Integers assigned once, in every iteration, to something affine: <c>int l = 2 * i;</c></summary>
    private void FindAffine(Block body, Dictionary<int, int> assignments)
    {
        foreach (Assign assign in body.Statements.OfType<Assign>())
        {
            if (assign.Target.Type.IsInteger() && assign.Target.Type.Size() >= 4 && assignments[assign.Target.Id] == 1
                && !_varying.Contains(assign.Target.Id) && !_affine.ContainsKey(assign.Target.Id)
                && !ReadsUnsettled(assign.Value, assignments) && !WidensWhatMayWrap(assign.Value)
                && Stride(assign.Value) is { } stride and not 0)
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
    private bool WidensWhatMayWrap(Expression value) => ExpressionTree.SelfAndDescendants(value)
        .OfType<Conversion>()
        .Any(conversion => conversion.Type.Size() > conversion.Operand.Type.Size() && !IsUniform(conversion.Operand)
            && !(conversion.Operand is VariableRead read && read.Variable.Id == _loop.Index.Id));

    private bool Spread(Block block, bool masked)
    {
        bool changed = false;
        foreach (Statement statement in block.Statements)
        {
            switch (statement)
            {
                case Assign assign when !_affine.ContainsKey(assign.Target.Id) && (masked || !IsUniform(assign.Value)):
                    changed |= _varying.Add(assign.Target.Id);
                    break;
                case If conditional:
                    bool inner = masked || !IsUniform(conditional.Condition);
                    changed |= Spread(conditional.Then, inner);
                    changed |= Spread(conditional.Else, inner);
                    break;
                case LoopStatement { Loop: var loop }:
                    changed |= Spread(loop.Body, masked);
                    break;
            }
        }

        return changed;
    }
}
