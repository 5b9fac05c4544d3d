using AutoPar.Generator.Analysis.Affine;
using AutoPar.Generator.Races.Model;

namespace AutoPar.Generator.Races.Judgement;

/// <summary>
/// What holds when two accesses meet, in unknowns of two sides: values of frames that both share are one unknown, others
/// are two. Products of unknowns are unknowns of their own, tied to their factors by multiplying what is known.
/// </summary>
internal sealed partial class PairSystem(Unknowns unknowns, Func<Frame?, bool> isShared)
{
    public const string First = "'x";
    public const string Second = "'y";
    private const int MostProducts = 160;
    private const int MostSplits = 3;

    private readonly List<LinearSum> _zero = [];
    private readonly List<LinearSum> _atLeastZero = [];
    private readonly List<LinearSum> _notZero = [];
    private readonly List<LinearSum> _bounds = [];
    private readonly Dictionary<string, string> _sides = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LinearSum[]> _operands = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Symbol> _symbols = new(StringComparer.Ordinal);
    private readonly HashSet<string> _sharedNames = new(StringComparer.Ordinal);
    private bool _isLost;

    public IReadOnlyList<LinearSum> Zero => _zero;

    public IReadOnlyList<LinearSum> AtLeastZero => _atLeastZero;

    public IReadOnlyList<LinearSum> NotZero => _notZero;

    /// <summary>The unknowns with their symbols; quotients have none of their own.</summary>
    public IReadOnlyDictionary<string, Symbol> Symbols => _symbols;

    /// <summary>The loop or construct of which the accesses are in two iterations: at most one of them is in the first.</summary>
    public Frame? Diverging { get; init; }

    /// <summary>What the code itself compares: bounds of loops, conditions.</summary>
    public IReadOnlyList<LinearSum> Bounds => _bounds;

    /// <summary>That the two places are one.</summary>
    public List<LinearSum> Meeting { get; } = [];

    /// <summary>The operands of an unknown that is a function of others; null for all others.</summary>
    public LinearSum[]? OperandsOf(string name) => _operands.TryGetValue(name, out LinearSum[]? operands) ? operands : null;

    public long? Compute(string name, long[] operands) => unknowns[_symbols[name]].Definition?.Compute(operands);

    public bool IsSharedName(string name) => _sharedNames.Contains(name);

    /// <summary>Something couldn't be stated in 64 bits: less is known than was said.</summary>
    public bool IsLost => _isLost;

    public string Name(Symbol symbol, string side)
    {
        bool shared = Unknowns.Parts(AffineForm.Of(symbol)).All(part => isShared(unknowns[part].Owner));
        string key = shared ? symbol.Key : symbol.Key + side;
        if (_names.TryGetValue(key, out string? name))
        {
            return name;
        }

        _names.Add(key, name = $"u{_names.Count}");
        _symbols.Add(name, symbol);
        _sides.Add(name, side);
        if (shared)
        {
            _sharedNames.Add(name);
        }

        StateFacts(symbol, name, side);
        return name;
    }

    public LinearSum Sum(AffineForm form, string side)
    {
        LinearSum sum = new LinearSum().Plus(form.Constant);
        foreach (Term term in form.Terms)
        {
            sum.Plus(string.Join("*", term.Symbols.Select(symbol => Name(symbol, side)).OrderBy(name => name, StringComparer.Ordinal)),
                term.Coefficient);
        }

        return sum;
    }

    /// <summary>Something that the code tests.</summary>
    public void Add(Constraint constraint, string side) => Try(() =>
    {
        LinearSum sum = Sum(constraint.Form, side);
        _bounds.Add(sum);
        State(constraint.Relation, sum);
    });

    /// <summary>Unknowns that wander begin with a known value: the iterations in which they have it are as good as any.</summary>
    public void Begin() => Try(() =>
    {
        foreach (KeyValuePair<string, Symbol> entry in _symbols.ToArray())
        {
            if (entry.Value.Dividend is null && unknowns[entry.Value] is { Start: { } start, Owner: var owner }
                && (owner != Diverging || owner is null))
            {
                _zero.Add(Sum(start, _sides[entry.Key]).Plus(entry.Key, -1));
            }
        }
    });

    /// <summary>A value of the second side less one of the first is at least a number.</summary>
    public void AddOrder(AffineForm later, string laterSide, AffineForm earlier, string earlierSide, long least) =>
        Try(() => _atLeastZero.Add(Sum(later, laterSide).Plus(Sum(earlier, earlierSide), -1).Plus(-least)));

    public void Equate(AffineForm first, AffineForm second) => Try(() => Meeting.Add(Difference(first, second)));

    /// <summary>Something besides the subscripts that is equal for both.</summary>
    public void Coincide(AffineForm first, AffineForm second) => Try(() => _zero.Add(Difference(first, second)));

    /// <summary>Equal places of one array hold equal values.</summary>
    public void EquateLoads() => Try(() =>
    {
        foreach (KeyValuePair<string, Symbol> entry in _symbols.ToArray())
        {
            if (entry.Value.Dividend is null && !_sharedNames.Contains(entry.Key) && _sides[entry.Key] == First
                && unknowns[entry.Value].Load is { } load
                && Difference(load.Subscript, load.Subscript) is var distance && Meeting.Any(sum => IsMultiple(sum, distance)))
            {
                _zero.Add(Difference(AffineForm.Of(entry.Value), AffineForm.Of(entry.Value)));
            }
        }
    });

    private static bool IsMultiple(LinearSum sum, LinearSum other)
    {
        long factor = sum.Parts.Where(part => part.Value != 0 && other.Parts.TryGetValue(part.Key, out long same) && same != 0)
            .Select(part => part.Value / other.Parts[part.Key]).FirstOrDefault();
        return factor != 0 && sum.Constant == factor * other.Constant
            && sum.Parts.Keys.Union(other.Parts.Keys).All(name => Part(sum, name) == factor * Part(other, name));

        static long Part(LinearSum sum, string name) => sum.Parts.TryGetValue(name, out long value) ? value : 0;
    }

    public void Distinguish(AffineForm first, AffineForm second) => Try(() => _notZero.Add(Difference(first, second)));

    public LinearSum Difference(AffineForm first, AffineForm second) => Sum(first, First).Plus(Sum(second, Second), -1);

    public bool IsInfeasible() => IsInfeasible(Build(Meeting), 0);

    /// <summary>What holds of any two iterations, whether they meet or not.</summary>
    public LinearSystem Unmet() => Build([]);

    /// <summary>Do the two values have to be equal?</summary>
    public bool AreEqual(AffineForm first, AffineForm second)
    {
        try
        {
            LinearSum difference = Difference(first, second);
            if (difference.Constant == 0 && difference.Parts.Values.All(coefficient => coefficient == 0))
            {
                return true;
            }

            LinearSystem above = Build(Meeting);
            above.AddAtLeastZero(new LinearSum().Plus(difference).Plus(-1));
            LinearSystem below = Build(Meeting);
            below.AddAtLeastZero(new LinearSum().Plus(difference, -1).Plus(-1));
            return IsInfeasible(above, 0) && IsInfeasible(below, 0);
        }
        catch (OverflowException)
        {
            return false;
        }
    }

    private bool IsInfeasible(LinearSystem system, int split)
    {
        if (system.IsInfeasible())
        {
            return true;
        }

        if (split >= _notZero.Count || split >= MostSplits)
        {
            return MultipliedDifference() is { } difference && IsInfeasible(system, difference);
        }

        LinearSystem above = system.Clone();
        above.AddAtLeastZero(new LinearSum().Plus(_notZero[split]).Plus(-1));
        LinearSystem below = system.Clone();
        below.AddAtLeastZero(new LinearSum().Plus(_notZero[split], -1).Plus(-1));
        return IsInfeasible(above, split + 1) && IsInfeasible(below, split + 1);
    }

    private void StateFacts(Symbol symbol, string name, string side)
    {
        if (symbol.Dividend is { } dividend)
        {
            // dividend − divisor·q lies in [0, divisor).
            LinearSum rest = Sum(dividend, side).Plus(name, -symbol.Divisor);
            _atLeastZero.Add(new LinearSum().Plus(rest));
            _atLeastZero.Add(new LinearSum().Plus(rest, -1).Plus(symbol.Divisor - 1));
            return;
        }

        if (unknowns[symbol].Nature == Nature.Size)
        {
            _atLeastZero.Add(new LinearSum().Plus(name, 1));
        }

        foreach (Constraint fact in unknowns.FactsOf(symbol))
        {
            State(fact.Relation, Sum(fact.Form, side));
        }

        if (unknowns[symbol].Definition is { } definition)
        {
            _operands[name] = [.. definition.Operands.Select(operand => Sum(operand, side))];
        }
    }

    private void State(Relation relation, LinearSum sum) => (relation switch
    {
        Relation.Zero => _zero,
        Relation.NotZero => _notZero,
        _ => _atLeastZero,
    }).Add(sum);

    private void Try(Action add)
    {
        try
        {
            add();
        }
        catch (OverflowException)
        {
            _isLost = true;
        }
    }
}
