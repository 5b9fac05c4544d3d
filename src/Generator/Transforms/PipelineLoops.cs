using AutoPar.Generator.Analysis;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Transforms;

/// <summary>
/// The two loops of a pipeline: one for all that may run in any order, one for the statements in order (<see cref="Loop.Ordered"/>).
/// <c>part = f(b[i]); a[p[i]] += part;</c> → <c>partAhead[i - first] = f(b[i]);</c> and <c>a[p[i]] += partAhead[i - first];</c>
/// </summary>
internal sealed class PipelineLoops
{
    private readonly Dictionary<int, (Variable Variable, ArrayAccess Place)> _handed = [];
    private readonly LoopNest _nest;
    private readonly Loop _root;

    private PipelineLoops(LoopNest nest, Loop root)
    {
        _nest = nest;
        _root = root;
        var fresh = new FreshVariables(nest);
        string first = fresh.Name("first");
        First = new Variable(fresh.Id(), first, ElementType.Int64, "long", VariableKind.Temporary, first, null, ReadAfter: false);
        HashSet<int> computed = Walk.Assigned(Others);
        foreach (Variable variable in OrderedStatements.Reads(root).Where(variable => computed.Contains(variable.Id)))
        {
            string name = fresh.Name(variable.Name.TrimStart('@') + "Ahead");
            string type = variable.Type.Keyword();
            var item = new MemoryObject(fresh.Id(), name, MemoryKind.Array, variable.Type, type + "[]", type, name, MemoryOrigin.FreshLocal, 1);
            Expression position = TripNumber.Int64(BinaryOperator.Subtract, TripNumber.Of(root), new VariableRead(First));
            _handed.Add(variable.Id, (variable, new ArrayAccess(fresh.Id(), item, EquatableArray.Of(position), root.Location, variable.Name)));
        }
    }

    /// <summary>The iteration whose values lie first in the buffers.</summary>
    public Variable First { get; }

    /// <summary>What the first loop computes for the second: an array for each scalar.</summary>
    public EquatableArray<MemoryObject> Buffers => _handed.Values.Select(handed => handed.Place.Object).ToEquatableArray();

    private Block Others => new(_root.Body.Statements.Take(_root.Ordered!.First).ToEquatableArray());

    /// <summary>Null where the statements in order aren't the iteration's last, or assign what the others do.</summary>
    public static PipelineLoops? Of(LoopNest nest, Loop root) =>
        root is { Ordered: { Variables.IsEmpty: true } group, ConstantStep: not null, IsResumed: false }
        && group.First + group.Count == root.Body.Statements.Count
        && new PipelineLoops(nest, root) is var loops && !Walk.Assigned(loops.Others).Overlaps(Walk.Assigned(OrderedStatements.Block(root)))
        && loops._handed.Values.All(handed => handed.Variable.TypeText == handed.Variable.Type.Keyword())
            ? loops : null;

    /// <summary>The nest with the first loop in the place of the whole.</summary>
    public LoopNest Computing() => With(_root with { Body = Stored(), Ordered = null });

    /// <summary>The nest with the second loop in the place of the whole.</summary>
    public LoopNest InOrder() => With(new Reads(_handed.ToDictionary(handed => handed.Key, handed => handed.Value.Place))
        .Visit(_root with { Body = OrderedStatements.Block(_root), Ordered = null }));

    private LoopNest With(Loop root) => _nest with
    {
        Root = root, Objects = _nest.Objects.Concat(Buffers).ToEquatableArray(), Variables = _nest.Variables.Append(First).ToEquatableArray(),
    };

    /// <summary>What is assigned for the second loop alone is stored at once.</summary>
    private Block Stored()
    {
        Statement[] others = [.. Others.Statements];
        HashSet<int> read = [.. others.SelectMany(RecurrenceStatements.Read)];
        HashSet<int> moved = [.. others.OfType<Assign>().GroupBy(assign => assign.Target.Id)
            .Where(group => _handed.ContainsKey(group.Key) && !read.Contains(group.Key)
                && others.Count(statement => RecurrenceStatements.Assigned(statement).Contains(group.Key)) == 1)
            .Select(group => group.Key)];
        return new Block(others
            .Select(statement => statement is Assign assign && moved.Contains(assign.Target.Id)
                ? new Store(_handed[assign.Target.Id].Place, assign.Value, assign.Location) : statement)
            .Concat(_handed.Where(handed => !moved.Contains(handed.Key))
                .Select(handed => new Store(handed.Value.Place, new VariableRead(handed.Value.Variable), _root.Location)))
            .ToEquatableArray());
    }

    private sealed class Reads(Dictionary<int, ArrayAccess> places) : IrRewriter
    {
        public override Expression Visit(Expression expression) =>
            expression is VariableRead { Variable.Id: var id } && places.TryGetValue(id, out ArrayAccess? place) ? new Load(place) : base.Visit(expression);
    }
}
