using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Tests.Analysis;

/// <summary>Makes loop nests over int indices and double arrays by hand.</summary>
internal sealed class IrBuilder
{
    private readonly List<Variable> _variables = [];
    private readonly List<MemoryObject> _objects = [];
    private int _id;

    public Variable Int(string name, int? declaringLoop = null)
    {
        Variable variable = new(++_id, name, ElementType.Int32, "int", VariableKind.Parameter, name, declaringLoop, false);
        _variables.Add(variable);
        return variable;
    }

    public MemoryObject Array(string name, int rank = 1)
    {
        MemoryKind kind = rank == 1 ? MemoryKind.Array : MemoryKind.MultiArray;
        MemoryObject item = new(++_id, name, kind, ElementType.Double, "double[]", "double", name, MemoryOrigin.Parameter, rank);
        _objects.Add(item);
        return item;
    }

    public ArrayAccess Access(MemoryObject item, params Expression[] subscripts) => new(
        ++_id, item, subscripts.ToEquatableArray(), SourceLocation.None, $"{item.Name}[{string.Join(", ", subscripts.Select(IrPrinter.Print))}]");

    public Load Load(MemoryObject item, params Expression[] subscripts) => new(Access(item, subscripts));

    public Store Store(ArrayAccess target, Expression value) => new(target, value, SourceLocation.None);

    public Loop For(Variable index, Expression start, Expression bound, LoopRelation relation, long step, params Statement[] body) => new(
        ++_id, index, start, bound, relation, Constant.Int64(step), new Block(body.ToEquatableArray()), false, LoopForm.For, default, default, SourceLocation.None);

    public static Statement Inner(Loop loop) => new LoopStatement(loop, SourceLocation.None);

    public LoopNest Nest(Loop root) => new(
        1, root, _variables.ToEquatableArray(), _objects.ToEquatableArray(), EquatableArray<Refusal>.Empty, default, SourceLocation.None);

    public static Expression Read(Variable variable) => new VariableRead(variable);

    public static Expression Add(Expression left, Expression right) => new Binary(BinaryOperator.Add, ElementType.Int32, left, right);

    public static Expression Times(int factor, Expression right) => new Binary(BinaryOperator.Multiply, ElementType.Int32, Constant.Int32(factor), right);
}
