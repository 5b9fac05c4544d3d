using AutoPar.Generator.Ir;
using AutoPar.Generator.Planning;

namespace AutoPar.Generator.Emit.Kernels;

/// <summary>Statements of a region as scalar C#: loops between the root and the lanes, remainders, whole scalar kernels.</summary>
internal class StatementPrinter(CodeWriter writer, RegionPlan plan, HashSet<int> flagged)
{
    private readonly Stack<Loop> _loops = new();

    protected CodeWriter Writer { get; } = writer;

    protected RegionPlan Plan { get; } = plan;

    /// <summary>The body of <paramref name="loop"/>, with the declarations that belong to it.</summary>
    public virtual void Body(Loop loop)
    {
        foreach (Variable variable in KernelVariables.DeclaredIn(Plan, loop))
        {
            Writer.Line(Declaration(variable));
        }

        _loops.Push(loop);
        Block(loop.Body);
        _loops.Pop();
    }

    public static string Declaration(Variable variable) => variable is { Kind: VariableKind.Carried, Element: { } element }
        ? $"{variable.TypeText} {variable.Name} = {ExpressionPrinter.Access(element)};"
        : $"{variable.TypeText} {variable.Name} = default{(variable.Type == ElementType.Other ? "!" : "")};";

    public virtual void Block(Block block)
    {
        foreach (Statement statement in block.Statements)
        {
            Write(statement);
        }
    }

    protected virtual void Write(Statement statement)
    {
        switch (statement)
        {
            case Assign assign:
                Writer.Line($"{assign.Target.Name} = {ExpressionPrinter.Assigned(assign.Value, assign.Target.Type, assign.Target.TypeText)};");
                Flag(assign.Target);
                break;
            case Store { Target: var target } store:
                Writer.Line($"{ExpressionPrinter.Access(target)} = {ExpressionPrinter.Assigned(store.Value, target.Object.Element, target.Object.ElementTypeText)};");
                break;
            case If conditional:
                WriteIf(conditional);
                break;
            case LoopStatement { Loop: var loop }:
                WriteLoop(loop);
                break;
            case WhileStatement loop:
                WriteWhile(loop);
                break;
            case Exit { Kind: ExitKind.Break or ExitKind.Stop }:
                Writer.Line("break;");
                break;
            case Opaque opaque:
                Writer.VerbatimLines(opaque.Text);
                foreach (Variable written in opaque.Effects.ScalarWrites)
                {
                    Flag(written);
                }

                break;
            default:
                throw new InvalidOperationException($"{statement.GetType().Name} has no place in a kernel");
        }
    }

    private void Flag(Variable variable)
    {
        if (flagged.Contains(variable.Id))
        {
            Writer.Line($"{PartialStruct.FlagName(variable)} = true;");
        }
    }

    private void WriteIf(If conditional)
    {
        using (Writer.Block($"if ({ExpressionPrinter.Print(conditional.Condition)})"))
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

    protected virtual void WriteLoop(Loop loop)
    {
        using (Header(loop))
        {
            Body(loop);
            if (loop.Form == LoopForm.Do)
            {
                Writer.Line(Increment(loop) + ";");
            }
        }
    }

    /// <summary>Opens an inner loop as it was written.</summary>
    protected CodeWriter.Closer Header(Loop loop)
    {
        string index = loop.Index.Name;
        string first = $"{index} = {ExpressionPrinter.Assigned(loop.Start, loop.Index.Type, loop.Index.TypeText)}";
        string declared = !KernelVariables.DeclaresIndex(Plan, loop) ? first : $"{loop.Index.TypeText} {first}";
        string test = ExpressionPrinter.Print(new Comparison(Relation(loop.Relation), new VariableRead(loop.Index), loop.Bound));
        if (loop.Form == LoopForm.Do)
        {
            Writer.Line(declared + ";");
            return Writer.Block("do", $" while ({test});");
        }

        return Writer.Block($"for ({declared}; {test}; {Increment(loop)})");
    }

    protected static string Increment(Loop loop)
    {
        if (loop.ConstantStep is 1 or -1)
        {
            return loop.Index.Name + (loop.ConstantStep == 1 ? "++" : "--");
        }

        var sum = new Binary(BinaryOperator.Add, ElementType.Int64, Wide(new VariableRead(loop.Index)), Wide(loop.Step));
        Expression next = new Conversion(loop.Index.Type, sum);
        return $"{loop.Index.Name} = {ExpressionPrinter.Assigned(next, loop.Index.Type, loop.Index.TypeText)}";
    }

    private static Expression Wide(Expression expression) =>
        expression.Type == ElementType.Int64 ? expression : new Conversion(ElementType.Int64, expression);

    private void WriteWhile(WhileStatement loop)
    {
        string condition = ExpressionPrinter.Print(loop.Condition);
        using (loop.TestsFirst ? Writer.Block($"while ({condition})") : Writer.Block("do", $" while ({condition});"))
        {
            Block(loop.Body);
        }
    }

    protected static ComparisonOperator Relation(LoopRelation relation) => relation switch
    {
        LoopRelation.Less => ComparisonOperator.Less,
        LoopRelation.LessOrEqual => ComparisonOperator.LessOrEqual,
        LoopRelation.Greater => ComparisonOperator.Greater,
        LoopRelation.GreaterOrEqual => ComparisonOperator.GreaterOrEqual,
        _ => ComparisonOperator.NotEqual,
    };
}
