using AutoPar.Generator.Analysis;
using AutoPar.Generator.Analysis.Guards;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Transforms;

/// <summary>
/// The statements of a body that recurrences hold together: on a way from a read of a carried scalar to its assignment, the
/// strongly connected components of the graph of their scalars. All that assign a scalar that one of them assigns are among them.
/// </summary>
internal sealed class RecurrenceStatements
{
    private readonly Statement[] _statements;
    private readonly HashSet<int>[] _assigned;
    private readonly HashSet<int>[] _read;
    private readonly HashSet<int> _group = [];
    private readonly HashSet<int> _variables;
    private readonly Loop _loop;

    public RecurrenceStatements(Loop loop, IEnumerable<Variable> carried)
    {
        _loop = loop;
        _statements = [.. loop.Body.Statements];
        _assigned = [.. _statements.Select(Assigned)];
        _read = [.. _statements.Select(Read)];
        foreach (Variable variable in carried)
        {
            HashSet<int> after = Closed([variable.Id], Reading, Assigning);
            HashSet<int> before = Closed([variable.Id], place => _assigned[place], place => _read[place]);
            _group.UnionWith(after.Where(before.Contains));
            _group.UnionWith(Places(place => _assigned[place].Contains(variable.Id)));
        }

        int known;
        do
        {
            known = _group.Count;
            HashSet<int> all = [.. _group.SelectMany(place => _assigned[place])];
            _group.UnionWith(Places(place => _assigned[place].Overlaps(all)));
        }
        while (_group.Count > known);
        _variables = [.. _group.SelectMany(place => _assigned[place])];
    }

    public bool Contains(int place) => _group.Contains(place);

    /// <summary>Nothing of it stores, throws, or says where an element is.</summary>
    public bool CanRunInOrder => _group.All(place => All(_statements[place]).All(statement => statement is Assign or If)
            && !Parts(_statements[place]).Any(MayThrow.ByItself))
        && !Subscripts().Any(subscript => !IsFree(subscript));

    /// <summary>There is something that lanes can share: more than to copy what was computed in order.</summary>
    public bool LeavesWork => Places(place => !_group.Contains(place)).SelectMany(place => All(_statements[place])).SelectMany(Values).Any(value => Operations(value) > 0)
        || _group.SelectMany(place => Parts(_statements[place])).Any(part => IsFree(part) && IsWorthLanes(part, _loop));

    /// <summary>It reads nothing that the group assigns.</summary>
    public bool IsFree(Expression expression) => !ExpressionTree.SelfAndDescendants(expression)
        .Any(part => part is VariableRead read && _variables.Contains(read.Variable.Id));

    /// <summary>A buffer costs a store and a load: less than a division, a call or two operations.</summary>
    public static bool IsWorthLanes(Expression expression, Loop loop) => Operations(expression) >= 2
        && (ExpressionTree.DependsOn(expression, loop) || ExpressionTree.SelfAndDescendants(expression).Any(part => part is Load));

    public static HashSet<int> Assigned(Statement statement) => Walk.Assigned(new Block(EquatableArray.Of(statement)));

    public static HashSet<int> Read(Statement statement) => [.. Parts(statement).OfType<VariableRead>().Select(part => part.Variable.Id)];

    private static IEnumerable<Expression> Values(Statement statement) => statement switch
    {
        Store store => [store.Value],
        If conditional => [conditional.Condition],
        Assign assign => [assign.Value],
        _ => [],
    };

    private static int Operations(Expression expression) => (expression switch
    {
        Binary { Operator: BinaryOperator.Divide or BinaryOperator.Remainder } or IntrinsicCall => 2,
        Unary or Binary or Conversion or Comparison or Conditional => 1,
        _ => 0,
    }) + ExpressionTree.Operands(expression).Sum(Operations);

    public static IReadOnlyList<Statement> All(Statement statement) => LoopTree.Statements(new Block(EquatableArray.Of(statement)));

    private static IEnumerable<Expression> Parts(Statement statement) => All(statement).SelectMany(ExpressionTree.Own).SelectMany(ExpressionTree.SelfAndDescendants);

    private IEnumerable<Expression> Subscripts() => _statements.SelectMany(Parts).SelectMany(ExpressionTree.Subscripts)
        .Concat(LoopTree.Statements(_loop.Body).OfType<Store>().SelectMany(store => store.Target.Subscripts));

    private IEnumerable<int> Places(Func<int, bool> isWanted) => Enumerable.Range(0, _statements.Length).Where(isWanted);

    private HashSet<int> Reading(int place) => _read[place];

    private HashSet<int> Assigning(int place) => _assigned[place];

    /// <summary>The statements that <paramref name="variables"/> lead to, from scalars on one side of them to those on the other.</summary>
    private HashSet<int> Closed(HashSet<int> variables, Func<int, HashSet<int>> from, Func<int, HashSet<int>> to)
    {
        HashSet<int> places = [];
        int known;
        do
        {
            known = places.Count;
            foreach (int place in Places(place => from(place).Overlaps(variables)))
            {
                places.Add(place);
                variables.UnionWith(to(place));
            }
        }
        while (places.Count > known);
        return places;
    }
}
