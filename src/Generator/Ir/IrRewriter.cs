using AutoPar.Generator.Helpers;

namespace AutoPar.Generator.Ir;

/// <summary>Rebuilds a loop with its expressions changed from the leaves up; derived classes override what they change.</summary>
internal abstract class IrRewriter
{
    public virtual Variable Visit(Variable variable) => variable;

    public virtual Loop Visit(Loop loop) => loop with
    {
        Index = Visit(loop.Index),
        Start = Visit(loop.Start),
        Bound = Visit(loop.Bound),
        Step = Visit(loop.Step),
        Body = Visit(loop.Body),
    };

    public virtual Block Visit(Block block) => new(block.Statements.Select(Visit).ToEquatableArray());

    public virtual Statement Visit(Statement statement) => statement switch
    {
        Assign assign => assign with { Target = Visit(assign.Target), Value = Visit(assign.Value) },
        Store store => store with { Target = Visit(store.Target), Value = Visit(store.Value) },
        If conditional => conditional with
        {
            Condition = Visit(conditional.Condition), Then = Visit(conditional.Then), Else = Visit(conditional.Else),
        },
        LoopStatement inner => inner with { Loop = Visit(inner.Loop) },
        WhileStatement loop => loop with { Condition = Visit(loop.Condition), Body = Visit(loop.Body) },
        Exit { Value: { } value } exit => exit with { Value = Visit(value) },
        _ => statement,
    };

    public virtual Expression Visit(Expression expression) => expression switch
    {
        VariableRead read => new VariableRead(Visit(read.Variable)),
        Load load => load with { Access = Visit(load.Access) },
        ObjectLength { Row: { } row } length => length with { Row = Visit(row) },
        Unary unary => unary with { Operand = Visit(unary.Operand) },
        Binary binary => binary with { Left = Visit(binary.Left), Right = Visit(binary.Right) },
        Comparison comparison => comparison with { Left = Visit(comparison.Left), Right = Visit(comparison.Right) },
        ShortCircuit circuit => circuit with { Left = Visit(circuit.Left), Right = Visit(circuit.Right) },
        Conditional conditional => conditional with
        {
            Condition = Visit(conditional.Condition), WhenTrue = Visit(conditional.WhenTrue), WhenFalse = Visit(conditional.WhenFalse),
        },
        Conversion conversion => conversion with { Operand = Visit(conversion.Operand) },
        IntrinsicCall call => call with { Arguments = call.Arguments.Select(Visit).ToEquatableArray() },
        _ => expression,
    };

    private ArrayAccess Visit(ArrayAccess access) => access with { Subscripts = access.Subscripts.Select(Visit).ToEquatableArray() };
}
