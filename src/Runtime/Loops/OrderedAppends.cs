namespace AutoPar.Runtime;

/// <summary>
/// What the chunks of a parallel loop append to a list, in the order of the iterations. The chunk that comes next in that order appends
/// to the list itself, any other to a list of its own, which is appended to it when all before it has been.
/// </summary>
/// <remarks>A chunk that throws doesn't return its list; what it has appended is the last that gets into the list.</remarks>
public sealed class OrderedAppends<T>
{
    private readonly List<T> _list;
    private readonly Gate _gate = new();

    // By the first iteration. To is -1 while the chunk runs.
    private readonly Dictionary<long, (List<T> Items, long To)> _parts = [];
    private readonly Stack<List<T>> _idle = [];
    private long _next;
    private bool _isInUse;
    private int _capacity;

    /// <param name="list">The list; until <see cref="End"/> nobody else may use it.</param>
    public OrderedAppends(List<T> list) => _list = list;

    /// <summary>A list for the chunk that begins with this iteration.</summary>
    public List<T> Take(long from)
    {
        _gate.Enter();
        try
        {
            if (from == _next && !_isInUse)
            {
                _isInUse = true;
                return _list;
            }

            if (!_idle.TryPop(out List<T>? part))
            {
                part = new List<T>(_capacity);
            }

            _parts.Add(from, (part, -1));
            return part;
        }
        finally
        {
            _gate.Exit();
        }
    }

    /// <summary>The chunk has run iterations [<paramref name="from"/>, <paramref name="to"/>) and appended all to what it took.</summary>
    public void Return(long from, long to, List<T> part)
    {
        _gate.Enter();
        try
        {
            if (ReferenceEquals(part, _list))
            {
                _next = to;
                _isInUse = false;
            }
            else
            {
                _parts[from] = (part, to);
                _capacity = Math.Max(_capacity, part.Count);
            }
        }
        finally
        {
            _gate.Exit();
        }

        AppendReady();
    }

    /// <summary>No chunk runs any more. After an exception the list has what all iterations before the one that threw, and itself, have appended.</summary>
    public void End()
    {
        AppendReady();
        if (!_isInUse && _parts.TryGetValue(_next, out (List<T> Items, long To) thrown))
        {
            _list.AddRange(thrown.Items);
        }
    }

    /// <summary>One thread at a time appends; the others go on meanwhile.</summary>
    private void AppendReady()
    {
        while (Next() is var (items, to))
        {
            _list.AddRange(items);
            items.Clear();
            _gate.Enter();
            try
            {
                _idle.Push(items);
                _next = to;
                _isInUse = false;
            }
            finally
            {
                _gate.Exit();
            }
        }
    }

    private (List<T> Items, long To)? Next()
    {
        _gate.Enter();
        try
        {
            if (_isInUse || !_parts.TryGetValue(_next, out (List<T> Items, long To) part) || part.To < 0)
            {
                return null;
            }

            _parts.Remove(_next);
            _isInUse = true;
            return part;
        }
        finally
        {
            _gate.Exit();
        }
    }
}
