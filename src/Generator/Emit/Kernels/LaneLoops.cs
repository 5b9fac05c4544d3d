using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Emit.Kernels;

/// <summary>
/// Inner loops that lanes leave after different numbers of trips. A mask says which lanes are still in the loop, and it runs
/// while there are any; what a lane held when it left, it keeps.
/// </summary>
internal sealed class LaneLoops(CodeWriter writer, LaneScope scope, LaneExpressions expressions, LaneStatements statements)
{
    /// <summary>The loops around what is being written, innermost last: null for those that all lanes leave at once.</summary>
    private readonly Stack<Frame?> _frames = new();

    /// <param name="Live">The lanes that are in the loop, one mask for each vector.</param>
    /// <param name="TestsBreaks">Whether any lane is left is looked at where lanes leave, since the loop's own test doesn't.</param>
    private sealed record Frame(LaneMask[] Live, bool TestsBreaks);

    /// <summary>A loop that all lanes run alike.</summary>
    public void Alike(Action write)
    {
        _frames.Push(null);
        write();
        _frames.Pop();
    }

    public void Write(Statement statement)
    {
        if (statement is WhileStatement repeat)
        {
            Write(Conjuncts(repeat.Condition), repeat.TestsFirst, () => statements.Block(repeat.Body), () => { });
        }
        else if (statement is LoopStatement { Loop: var loop })
        {
            Counted(loop, !scope.Variables.IsUnblended(statement));
        }
    }

    /// <summary>What is left of a branch after lanes may have left the loop in it.</summary>
    public void AfterBranch(If conditional)
    {
        if (_frames.Count == 0 || _frames.Peek() is not { } frame || !LoopTree.Exits(new Block(Helpers.EquatableArray.Of<Statement>(conditional))).Any())
        {
            return;
        }

        if (IsWhole(frame))
        {
            if (frame.TestsBreaks)
            {
                BreakIfNone(frame);
            }

            return;
        }

        statements.Each(() =>
        {
            LaneMask mask = scope.Mask!.Value;
            writer.Line($"{mask.Text} &= {LaneConversion.Mask(frame.Live[scope.Copy], mask.Size, scope.Lanes)};");
        });
    }

    /// <summary>The lanes that are active leave the innermost loop.</summary>
    public void Leave()
    {
        if (_frames.Peek() is not { } frame || IsWhole(frame))
        {
            writer.Line("break;");
            return;
        }

        statements.Each(() => Remove(frame, scope.Mask!.Value));
    }

    /// <summary>A branch that does nothing but leave the loop.</summary>
    public bool TryLeave(If conditional)
    {
        if (_frames.Count == 0 || _frames.Peek() is not { } frame || conditional is not { Then.Statements: [Exit], Else.Statements.IsEmpty: true })
        {
            return false;
        }

        statements.Each(() =>
        {
            LaneMask condition = expressions.Condition(conditional.Condition);
            Remove(frame, IsWhole(frame) ? condition : expressions.Combine(scope.Mask!.Value, "&", condition));
        });
        return true;
    }

    private void Remove(Frame frame, LaneMask leaving)
    {
        LaneMask live = frame.Live[scope.Copy];
        LaneType type = live.Type(scope.Lanes);
        string left = LaneScope.Strip(LaneConversion.Mask(leaving, live.Size, scope.Lanes));
        writer.Line($"{live.Text} = {type.Class}.ConditionalSelect({left}, {type.Text}.Zero, {live.Text});");
    }

    /// <summary>What is being written is executed by all lanes in the loop.</summary>
    private bool IsWhole(Frame frame) => scope.Mask?.Text == frame.Live[scope.Copy].Text;

    private void Counted(Loop loop, bool blends)
    {
        Variable index = loop.Index;
        bool isVarying = scope.Variables.IsVarying(index);
        Expression start = Converted(loop.Start, index.Type);
        if (isVarying)
        {
            bool declares = KernelVariables.DeclaresIndex(scope.Plan, loop);
            statements.Each(() =>
            {
                if (declares)
                {
                    writer.Line($"{scope.TypeOf(index).Text} {scope.Vector(index)} = {LaneScope.Strip(expressions.Value(start))};");
                }
                else
                {
                    statements.Assign(new Assign(index, start, loop.Location), true);
                }
            });
        }
        else
        {
            string declared = KernelVariables.DeclaresIndex(scope.Plan, loop) ? index.TypeText + " " : "";
            writer.Line($"{declared}{index.Name} = {Guarded(start, ExpressionPrinter.Assigned(loop.Start, index.Type, index.TypeText))};");
        }

        Expression test = new Comparison(LaneStatements.Operator(loop), Converted(new VariableRead(index), loop.Bound.Type), loop.Bound);
        Write([test], loop.Form != LoopForm.Do, () =>
        {
            statements.Declarations(loop);
            statements.Block(loop.Body);
        }, () =>
        {
            if (isVarying)
            {
                statements.Each(() => statements.Assign(new Assign(index, Next(loop), loop.Location), blends));
            }
            else
            {
                writer.Line(LaneStatements.Next(loop) + ";");
            }
        });
    }

    private string Guarded(Expression value, string text) =>
        scope.AnyActive is { } any && expressions.MayThrow(value) ? $"{any} ? {text} : default" : text;

    private void Write(IReadOnlyList<Expression> tests, bool testsFirst, Action body, Action step)
    {
        var outer = new LaneMask?[scope.Copies];
        var live = new LaneMask[scope.Copies];
        statements.Each(() =>
        {
            outer[scope.Copy] = scope.Mask;
            string all = scope.Mask is { } mask ? LaneConversion.Mask(mask, scope.MaskSize, scope.Lanes) : $"{scope.MaskType.Text}.AllBitsSet";
            live[scope.Copy] = statements.Local("live", new LaneMask(all, scope.MaskSize));
        });
        statements.Each(() => scope.Mask = live[scope.Copy]);
        bool isUniform = tests.All(scope.Variables.IsUniform);
        _frames.Push(new Frame(live, isUniform));
        using (writer.Block("while (true)"))
        {
            if (isUniform && outer[0] is not null)
            {
                // There may have been none from the start.
                BreakIfNone(_frames.Peek()!);
            }

            if (testsFirst)
            {
                Test(tests);
            }

            body();
            step();
            if (!testsFirst)
            {
                Test(tests);
            }
        }

        _frames.Pop();
        statements.Each(() => scope.Mask = outer[scope.Copy]);
    }

    /// <summary>The operands of a chain of <c>&amp;&amp;</c>, in order: each is evaluated by the lanes that passed those before.</summary>
    private void Test(IReadOnlyList<Expression> tests)
    {
        Frame frame = _frames.Peek()!;
        foreach (Expression test in tests)
        {
            if (!scope.Variables.IsUniform(test))
            {
                statements.Each(() =>
                {
                    LaneMask condition = expressions.Condition(test);
                    Keep(scope.Mask!.Value, condition);
                });
            }
            else if (test is not Constant { Value: true })
            {
                using (writer.Block($"if (!({expressions.Shared(test)}))"))
                {
                    writer.Line("break;");
                }
            }
        }

        if (!tests.All(scope.Variables.IsUniform))
        {
            BreakIfNone(frame);
        }
    }

    // Selected rather than combined: a comparison stays in a mask register then, where there are any.
    private void Keep(LaneMask live, LaneMask condition)
    {
        LaneType type = live.Type(scope.Lanes);
        string kept = LaneScope.Strip(LaneConversion.Mask(condition, live.Size, scope.Lanes));
        writer.Line($"{live.Text} = {type.Class}.ConditionalSelect({kept}, {live.Text}, {type.Text}.Zero);");
    }

    private void BreakIfNone(Frame frame)
    {
        using (writer.Block($"if ({LaneScope.Any(frame.Live)} == {scope.Zero(frame.Live[0])})"))
        {
            writer.Line("break;");
        }
    }

    private static IReadOnlyList<Expression> Conjuncts(Expression condition) => condition is ShortCircuit { IsAnd: true } both
        ? [.. Conjuncts(both.Left), .. Conjuncts(both.Right)]
        : [condition];

    private static Expression Converted(Expression value, ElementType type) => value.Type == type ? value : new Conversion(type, value);

    /// <summary>Wraps as the index itself does.</summary>
    private static Expression Next(Loop loop)
    {
        ElementType type = loop.Index.Type.Size() < 4 ? ElementType.Int32 : loop.Index.Type;
        Expression index = Converted(new VariableRead(loop.Index), type);
        Expression sum = loop.ConstantStep is { } step and > int.MinValue and <= int.MaxValue
            ? new Binary(step < 0 ? BinaryOperator.Subtract : BinaryOperator.Add, type, index, Constants.Number(type, Math.Abs(step)))
            : new Binary(BinaryOperator.Add, type, index, Converted(loop.Step, type));
        return Converted(sum, loop.Index.Type);
    }
}
