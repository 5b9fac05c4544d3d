using AutoPar.Generator.Analysis;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Emit.Kernels;

/// <summary>
/// The body of the loop in lanes: what differs from lane to lane as vectors, what doesn't as scalars. An if on a
/// condition that differs becomes a mask; nothing is stored for lanes that don't take the branch. Where several vectors
/// are written together, each statement is written for all of them before the next one.
/// </summary>
internal sealed partial class LaneStatements : StatementPrinter
{
    private readonly LaneScope _scope;
    private readonly LaneExpressions _expressions;
    private readonly Accumulators _accumulators;
    private readonly ScanCarries _scans;
    private readonly LaneLoops _loops;
    private readonly OrderedLanes _ordered;

    public LaneStatements(CodeWriter writer, LaneScope scope, LaneExpressions expressions, Accumulators accumulators, ScanCarries scans, OrderedLanes ordered)
        : base(writer, scope.Plan, [])
    {
        _scope = scope;
        _expressions = expressions;
        _accumulators = accumulators;
        _scans = scans;
        _ordered = ordered;
        _loops = new LaneLoops(writer, scope, expressions, this);
    }

    /// <summary>One vector's worth of iterations from each of the scope's lanes 0.</summary>
    public void Iterations()
    {
        foreach (Variable variable in Outer())
        {
            DeclareVector(variable);
        }

        WriteAll(_scans.Heads());
        HashSet<int> indices = [.. LoopTree.SelfAndDescendants(_scope.Loop).Select(loop => loop.Index.Id)];
        foreach (Variable variable in _scope.Added.Where(variable => !indices.Contains(variable.Id) && !_scope.Variables.IsVarying(variable)))
        {
            Writer.Line(Declaration(variable));
        }

        Declarations(_scope.Loop);
        StopWithoutRoom();
        Block(_scope.Loop.Body);
        WriteAll(_scans.Commits());
    }

    /// <summary>Writes for each of the vectors that are written together.</summary>
    public void Each(Action write)
    {
        for (int copy = 0; copy < _scope.Copies; copy++)
        {
            _scope.Copy = copy;
            if (_scope.Copies > 1)
            {
                _accumulators.Select(copy);
            }

            write();
        }

        _scope.Copy = 0;
    }

    protected override void Write(Statement statement)
    {
        switch (statement)
        {
            case Assign assign when _scope.Variables.IsCursor(assign.Target):
                Writer.Line($"{assign.Target.Name} += {_expressions.Packed.Active()};");
                break;
            case Assign assign when _scans.Replaces(assign):
                break;
            case Assign assign when _scope.Variables.IsVarying(assign.Target):
                Each(() => Assign(assign, !_scope.Variables.IsUnblended(assign)));
                break;
            case Assign assign when _scope.AnyActive is { } any && _expressions.MayThrow(assign.Value):
                using (Writer.Block($"if ({any})"))
                {
                    base.Write(assign);
                }

                break;
            case Store store when _scope.LeftBy(store.Target) is { } stored:
                Writer.Line($"{stored} = {LaneScope.Strip(Stored(store))};");
                Writer.Line(_expressions.Store(store.Target, stored));
                break;
            case Store store:
                Each(() => Writer.Line(_expressions.Store(store.Target, Stored(store))));
                break;
            case If { Then.Statements: [Exit { Kind: ExitKind.Stop }] } stop:
                Stop(stop.Condition);
                break;
            case If conditional when !_scope.Variables.IsUniform(conditional.Condition):
                Masked(conditional);
                _loops.AfterBranch(conditional);
                break;
            case If conditional:
                Uniform(conditional);
                _loops.AfterBranch(conditional);
                break;
            case WhileStatement or LoopStatement when _scope.Variables.IsDivergent(statement):
                _loops.Write(statement);
                break;
            case WhileStatement or LoopStatement when _scope.AnyActive is { } any:
                // As written, no lane might come here, and it might not end.
                using (Writer.Block($"if ({any})"))
                {
                    _loops.Alike(() => base.Write(statement));
                }

                break;
            case WhileStatement or LoopStatement:
                _loops.Alike(() => base.Write(statement));
                break;
            case Exit:
                _loops.Leave();
                break;
            default:
                base.Write(statement);
                break;
        }
    }

    protected override void WriteLoop(Loop loop)
    {
        using (Header(loop))
        {
            Declarations(loop);
            Block(loop.Body);
            if (loop.Form == LoopForm.Do)
            {
                Writer.Line(Increment(loop) + ";");
            }
        }
    }

    public void Declarations(Loop loop)
    {
        foreach (Variable variable in KernelVariables.DeclaredIn(Plan, loop))
        {
            Declare(variable);
        }
    }

    private void Declare(Variable variable)
    {
        if (_ordered.Keeps(variable))
        {
            return;
        }

        if (_scope.Variables.IsVarying(variable))
        {
            DeclareVector(variable);
        }
        else
        {
            Writer.Line(Declaration(variable));
        }
    }

    public static string Next(Loop loop) => Increment(loop);

    public static ComparisonOperator Operator(Loop loop) => Relation(loop.Relation);

    private void DeclareVector(Variable variable) => Each(() => Writer.Line($"{_scope.TypeOf(variable).Text} {_scope.Vector(variable)} = default;"));

    // Private to an iteration, but declared outside the loop.
    private IEnumerable<Variable> Outer()
    {
        HashSet<int> inside = [.. LoopTree.SelfAndDescendants(_scope.Loop).Select(loop => loop.Id)];
        return LoopTree.Statements(_scope.Loop.Body)
            .SelectMany(statement => statement is LoopStatement { Loop: { IndexReadAfter: true } loop } ? [loop.Index] : LoopTree.Assigned(statement))
            .Where(variable => _scope.Variables.IsVarying(variable) && !_accumulators.Contains(variable) && !_scans.Contains(variable) && !_ordered.Keeps(variable)
                && !(variable.DeclaringLoop is { } loop && inside.Contains(loop)))
            .GroupBy(variable => variable.Id)
            .Select(group => group.First());
    }

    /// <param name="blends">Lanes that don't take part keep the value that they have.</param>
    public void Assign(Assign assign, bool blends)
    {
        Variable target = assign.Target;
        string name = _scope.Vector(target);
        LaneType type = _scope.TypeOf(target);

        // What lanes beyond the loop's end hold is never looked at.
        blends &= _scope.Mask != _scope.Remainder;
        if (blends && _scope.Mask is { } counting && counting.Size == target.Type.Size() && target.Type.IsSigned() && IsIncremented(assign))
        {
            // A lane that takes part is -1 in the mask.
            Writer.Line($"{name} -= {counting.Text};");
            return;
        }

        string value = target.Type == ElementType.Boolean
            ? LaneConversion.Mask(_expressions.Condition(assign.Value), _scope.MaskSize, _scope.Lanes)
            : _expressions.Value(assign.Value);
        Writer.Line(blends && _scope.Mask is { } mask
            ? $"{name} = {_expressions.ConditionalSelect(mask, value, name, type)};"
            : $"{name} = {LaneScope.Strip(value)};");
        WriteAll(_accumulators.AfterAssignment(target));
        WriteAll(_scans.AfterAssignment(assign));
    }

    private bool IsIncremented(Assign assign) => !_accumulators.Contains(assign.Target) && assign.Target.Type.IsInteger()
        && assign.Value is Binary { Operator: BinaryOperator.Add, Left: VariableRead read, Right: Constant by }
        && read.Variable.Id == assign.Target.Id && by.Equals(Constants.Number(by.Type, 1));

    private string Stored(Store store)
    {
        if (store.Target.Object.Element != ElementType.Boolean)
        {
            return _expressions.Value(store.Value);
        }

        LaneType type = _scope.Type(ElementType.Boolean);
        string mask = LaneConversion.Mask(_expressions.Condition(store.Value), 1, _scope.Lanes);
        return $"({type.Class}.AsByte({mask}) & {type.Class}.Create((byte)1))";
    }

    /// <summary>A local that holds the mask.</summary>
    public LaneMask Local(string wish, LaneMask mask)
    {
        string name = _scope.Names.Fresh(wish);
        Writer.Line($"{mask.Type(_scope.Lanes).Text} {name} = {LaneScope.Strip(mask.Text)};");
        return mask with { Text = name };
    }
}
