using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Transforms;

/// <summary>
/// One iteration of a loop's body, with the index's value in its place. Its accesses are new ones; what the body
/// declares belongs to the loop around.
/// </summary>
internal sealed class IterationCopy(Loop loop, int value, int parentId, Func<int> nextId) : IrRewriter
{
    private readonly Dictionary<int, int> _ids = [];

    /// <summary>The copy holds something that C# wouldn't compile as it stands.</summary>
    public bool IsRejected { get; private set; }

    public static Variable Moved(Variable variable, Loop from, int toId) =>
        variable.DeclaringLoop == from.Id ? variable with { DeclaringLoop = toId } : variable;

    public override Variable Visit(Variable variable) => Moved(variable, loop, parentId);

    public override Block Visit(Block block) => new(block.Statements.SelectMany(Copies).ToEquatableArray());

    public override Expression Visit(Expression expression)
    {
        if (expression is VariableRead read && read.Variable.Id == loop.Index.Id)
        {
            return Constant.Int32(value);
        }

        Expression copy = base.Visit(expression);
        copy = copy is Load load ? new Load(Renamed(load.Access)) : ConstantFolding.Fold(copy);
        IsRejected |= ConstantFolding.IsRejected(copy);
        return copy;
    }

    private IEnumerable<Statement> Copies(Statement statement)
    {
        Statement copy = Visit(statement);
        return copy switch
        {
            If { Condition: Constant { Value: bool condition } } conditional => (condition ? conditional.Then : conditional.Else).Statements,
            Store store => [store with { Target = Renamed(store.Target) }],
            _ => [copy],
        };
    }

    // An update's load and store may be one access: they stay one.
    private ArrayAccess Renamed(ArrayAccess access)
    {
        if (!_ids.TryGetValue(access.Id, out int id))
        {
            id = _ids[access.Id] = nextId();
        }

        return access with { Id = id };
    }
}
