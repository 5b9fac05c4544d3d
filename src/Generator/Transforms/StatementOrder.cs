using AutoPar.Generator.Analysis;
using AutoPar.Generator.Analysis.Dependences;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Transforms;

/// <summary>Which of a loop's statements must precede which in lanes, and an order that does justice to all.</summary>
internal sealed class StatementOrder
{
    private readonly Statement[] _statements;
    private readonly List<(int Before, int After)> _edges = [];
    private readonly List<(int Before, int After, ObjectPair Objects)> _ifOneObject = [];
    private readonly List<(int Load, ArrayAccess Access)> _early = [];
    private bool _isImpossible;

    public StatementOrder(Loop loop)
    {
        _statements = [.. loop.Body.Statements];
        foreach (Conflict conflict in ConflictFinder.Of(Region.Of(loop)))
        {
            Add(conflict);
        }

        AddScalars();
    }

    /// <summary>The order of the text is one.</summary>
    public bool IsKept => !_isImpossible && _edges.All(edge => edge.Before < edge.After);

    /// <summary>The places of the statements in an order that keeps all; null when there is none, or it's the order of the text.</summary>
    public IReadOnlyList<int>? Find()
    {
        if (_isImpossible)
        {
            return null;
        }

        List<int>? order = Sorted(_edges.Concat(_ifOneObject.Select(edge => (edge.Before, edge.After)))) ?? Sorted(_edges);
        return order is null || order.SequenceEqual(Enumerable.Range(0, order.Count)) ? null : order;
    }

    /// <summary>
    /// The places of the statements with some of them, and what they need, ahead of all others; null when that breaks an order.
    /// </summary>
    /// <param name="raised">In the order of the text, without others between them afterwards.</param>
    /// <param name="units">Statements that stay together.</param>
    public IReadOnlyList<int>? Raised(IReadOnlyList<int> raised, IReadOnlyList<int[]> units) => _isImpossible ? null
        : Raised(raised, units, [.. _edges, .. _ifOneObject.Select(edge => (edge.Before, edge.After))]) ?? Raised(raised, units, _edges);

    private List<int>? Raised(IReadOnlyList<int> raised, IReadOnlyList<int[]> units, List<(int Before, int After)> edges)
    {
        HashSet<int> needed = [.. raised];
        int known;
        do
        {
            known = needed.Count;
            needed.UnionWith(edges.Where(edge => needed.Contains(edge.After)).Select(edge => edge.Before).ToList());
            needed.UnionWith(units.Where(unit => unit.Any(needed.Contains)).SelectMany(unit => unit).ToList());
        }
        while (needed.Count > known);

        needed.ExceptWith(raised);
        List<int> order = [.. needed.OrderBy(place => place), .. raised];
        order.AddRange(Enumerable.Range(0, _statements.Length).Where(place => !order.Contains(place)).ToList());
        return edges.All(edge => order.IndexOf(edge.Before) < order.IndexOf(edge.After)) ? order : null;
    }

    /// <summary>Loads of elements that a statement before them stores one or more iterations later.</summary>
    public IReadOnlyList<(int Statement, ArrayAccess Access)> EarlyLoads() => _early;

    public Block Arranged(IReadOnlyList<int> order) => new(order.Select(place => _statements[place]).ToEquatableArray());

    /// <summary>The objects that must not be one in this order.</summary>
    public IEnumerable<ObjectPair> Apart(IReadOnlyList<int> order)
    {
        List<int> places = [.. order];
        return _ifOneObject.Where(edge => places.IndexOf(edge.Before) > places.IndexOf(edge.After)).Select(edge => edge.Objects);
    }

    private void Add(Conflict conflict)
    {
        int first = PlaceOf(conflict.First);
        int second = PlaceOf(conflict.Second);
        if (first < 0 || second < 0)
        {
            _isImpossible = true;
            return;
        }

        bool isOne = conflict.Objects == AliasKind.Same;
        if (first != second && conflict.Vectors.Any(vector => vector[0].HasFlag(Directions.Equal)))
        {
            (int before, int after) = (Math.Min(first, second), Math.Max(first, second));
            if (isOne)
            {
                _edges.Add((before, after));
            }
            else
            {
                _ifOneObject.Add((before, after, new ObjectPair(conflict.First.Object, conflict.Second.Object)));
            }
        }

        if (!isOne)
        {
            // A guard tells them apart where that is needed.
            return;
        }

        foreach (Directions direction in conflict.Vectors.Select(vector => vector[0]))
        {
            if (direction.HasFlag(Directions.Less))
            {
                Carry(conflict.First, first, conflict.Second, second);
            }

            if (direction.HasFlag(Directions.Greater))
            {
                Carry(conflict.Second, second, conflict.First, first);
            }
        }
    }

    private void Carry(AccessSite source, int before, AccessSite sink, int after)
    {
        if (before != after)
        {
            _edges.Add((before, after));
            if (!source.IsWrite && before > after)
            {
                _early.Add((before, source.Access));
            }
        }
        else if (source.Access.Id != sink.Access.Id && source.Position.CompareTo(sink.Position) >= 0)
        {
            _isImpossible = true;
        }
    }

    private void AddScalars()
    {
        HashSet<int>[] assigned = [.. _statements.Select(statement => Walk.Assigned(new Block(EquatableArray.Of(statement))))];
        HashSet<int>[] read = [.. _statements.Select(statement => new HashSet<int>(
            LoopTree.Statements(new Block(EquatableArray.Of(statement))).SelectMany(ExpressionTree.Own).SelectMany(Walk.Parts)
                .OfType<VariableRead>().Select(part => part.Variable.Id)))];
        for (int before = 0; before < _statements.Length; before++)
        {
            for (int after = before + 1; after < _statements.Length; after++)
            {
                if (assigned[before].Overlaps(read[after]) || assigned[before].Overlaps(assigned[after]) || read[before].Overlaps(assigned[after]))
                {
                    _edges.Add((before, after));
                }
            }
        }
    }

    /// <summary>As near to the order of the text as may be.</summary>
    private List<int>? Sorted(IEnumerable<(int Before, int After)> edges)
    {
        ILookup<int, int> before = edges.ToLookup(edge => edge.After, edge => edge.Before);
        List<int> order = [];
        while (order.Count < _statements.Length)
        {
            int next = Enumerable.Range(0, _statements.Length).Where(place => !order.Contains(place) && before[place].All(order.Contains))
                .DefaultIfEmpty(-1).First();
            if (next < 0)
            {
                return null;
            }

            order.Add(next);
        }

        return order;
    }

    private int PlaceOf(AccessSite site) => site.Owner is not { } owner ? -1 : Array.FindIndex(_statements, statement =>
        ReferenceEquals(statement, owner) || LoopTree.Blocks(statement).SelectMany(LoopTree.Statements).Any(inner => ReferenceEquals(inner, owner)));
}
