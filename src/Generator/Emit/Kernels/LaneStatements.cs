using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Emit.Kernels;

/// <summary>
/// The body of the loop in lanes: what differs from lane to lane as vectors, what doesn't as scalars. An if on a
/// condition that differs becomes a mask; nothing is stored for lanes that don't take the branch.
/// </summary>
internal sealed class LaneStatements(
    CodeWriter writer, LaneScope scope, LaneAccess access, LaneExpressions expressions, Accumulators accumulators)
    : StatementPrinter(writer, scope.Plan, [])
{
    /// <summary>One vector's worth of iterations, from the scope's lane 0.</summary>
    public void Iterations()
    {
        foreach (Variable variable in Outer())
        {
            Writer.Line($"{scope.TypeOf(variable).Text} {scope.Vector(variable)} = default;");
        }

        Declarations(scope.Loop);
        Block(scope.Loop.Body);
    }

    protected override void Write(Statement statement)
    {
        switch (statement)
        {
            case Assign assign when scope.Variables.IsVarying(assign.Target):
                Assign(assign);
                break;
            case Store store:
                Writer.Line(access.Store(store.Target, Stored(store)));
                break;
            case If conditional when !scope.Variables.IsUniform(conditional.Condition):
                Masked(conditional);
                break;
            case If conditional:
                Uniform(conditional);
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

    private void Declarations(Loop loop)
    {
        foreach (Variable variable in KernelVariables.DeclaredIn(Plan, loop))
        {
            Writer.Line(scope.Variables.IsVarying(variable)
                ? $"{scope.TypeOf(variable).Text} {scope.Vector(variable)} = default;"
                : Declaration(variable));
        }
    }

    // Private to an iteration, but declared outside the loop.
    private IEnumerable<Variable> Outer()
    {
        HashSet<int> inside = [.. LoopTree.SelfAndDescendants(scope.Loop).Select(loop => loop.Id)];
        return LoopTree.Statements(scope.Loop.Body)
            .SelectMany(LoopTree.Assigned)
            .Where(variable => scope.Variables.IsVarying(variable) && !accumulators.Contains(variable)
                && !(variable.DeclaringLoop is { } loop && inside.Contains(loop)))
            .GroupBy(variable => variable.Id)
            .Select(group => group.First());
    }

    private void Assign(Assign assign)
    {
        Variable target = assign.Target;
        string name = scope.Vector(target);
        LaneType type = scope.TypeOf(target);
        string value = target.Type == ElementType.Boolean
            ? LaneConversion.Mask(expressions.Condition(assign.Value), scope.MaskSize, scope.Lanes)
            : expressions.Value(assign.Value);
        Writer.Line(scope.Mask is { } mask
            ? $"{name} = {expressions.ConditionalSelect(mask, value, name, type)};"
            : $"{name} = {LaneScope.Strip(value)};");
        foreach (string line in accumulators.AfterAssignment(target))
        {
            Writer.Line(line);
        }
    }

    private string Stored(Store store)
    {
        if (store.Target.Object.Element != ElementType.Boolean)
        {
            return expressions.Value(store.Value);
        }

        LaneType type = scope.Type(ElementType.Boolean);
        string mask = LaneConversion.Mask(expressions.Condition(store.Value), 1, scope.Lanes);
        return $"({type.Class}.AsByte({mask}) & {type.Class}.Create((byte)1))";
    }

    private void Masked(If conditional)
    {
        LaneMask condition = expressions.Condition(conditional.Condition);
        LaneMask taken = Local("taken", condition);
        LaneMask? outer = scope.Mask;
        if (!conditional.Then.Statements.IsEmpty)
        {
            scope.Mask = outer is { } active ? Local("active", expressions.Combine(active, "&", taken)) : taken;
            Block(conditional.Then);
        }

        if (!conditional.Else.Statements.IsEmpty)
        {
            LaneMask not = LaneExpressions.Not(taken);
            scope.Mask = Local("others", outer is { } active ? expressions.Combine(active, "&", not) : not);
            Block(conditional.Else);
        }

        scope.Mask = outer;
    }

    private LaneMask Local(string wish, LaneMask mask)
    {
        string name = scope.Names.Fresh(wish);
        Writer.Line($"{mask.Type(scope.Lanes).Text} {name} = {LaneScope.Strip(mask.Text)};");
        return mask with { Text = name };
    }

    private void Uniform(If conditional)
    {
        using (Writer.Block($"if ({expressions.Scalar(conditional.Condition)})"))
        {
            Block(conditional.Then);
        }

        if (!conditional.Else.Statements.IsEmpty)
        {
            using (Writer.Block("else"))
            {
                Block(conditional.Else);
            }
        }
    }
}
