using AutoPar.Generator.Analysis;
using AutoPar.Generator.Analysis.Dependences;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Transforms;

/// <summary>
/// The scalars and elements of a loop that hold what some expressions yield, or anything computed from that: directly, or
/// through memory that may be the same under another name.
/// </summary>
internal sealed class InexactValues
{
    private readonly Func<Expression, bool> _isSource;
    private readonly List<Statement> _statements;
    private readonly bool _hasInnerLoops;
    private readonly HashSet<int> _variables = [];
    private readonly Dictionary<MemoryObject, int> _stored = [];

    /// <param name="isSource">The expressions that it starts from.</param>
    public InexactValues(Loop root, Func<Expression, bool> isSource)
    {
        _isSource = isSource;
        _statements = [.. LoopTree.Statements(root.Body)];
        _hasInnerLoops = LoopTree.Children(root).Any();
        while (Spread())
        {
        }
    }

    public bool IsInexact(Variable variable) => _variables.Contains(variable.Id);

    /// <param name="owner">The statement that evaluates it; null for one that stands in no body.</param>
    public bool IsInexact(Expression expression, Statement? owner) => Walk.Parts(expression).Any(part => _isSource(part)
        || (part is VariableRead { Variable: var variable } && IsInexact(variable))
        || (part is Load { Access.Object: var item } && _stored.Any(stored => IsSeen(stored.Key, stored.Value, item, owner))));

    private bool Spread()
    {
        int known = _variables.Count + _stored.Count;
        for (int place = 0; place < _statements.Count; place++)
        {
            switch (_statements[place])
            {
                case Assign assign when IsInexact(assign.Value, assign):
                    _variables.Add(assign.Target.Id);
                    break;
                case Store store when !_stored.ContainsKey(store.Target.Object) && IsInexact(store.Value, store):
                    _stored.Add(store.Target.Object, place);
                    break;
            }
        }

        return _variables.Count + _stored.Count > known;
    }

    // Objects that may be the same are guarded to meet in one iteration alone: what stands before the store reads the old value.
    private bool IsSeen(MemoryObject stored, int place, MemoryObject read, Statement? owner) => stored.Id == read.Id
        || (AliasAnalysis.Of(stored, read) != AliasKind.None
            && (_hasInnerLoops || owner is null || _statements.FindIndex(statement => ReferenceEquals(statement, owner)) > place));
}
