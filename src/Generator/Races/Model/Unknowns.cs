using System.Collections.Immutable;
using AutoPar.Generator.Analysis.Affine;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Races.Model;

/// <summary>What is known of an integer that a subscript is made of.</summary>
internal enum Nature
{
    /// <summary>A loop's or an iteration's index: takes every value of its range.</summary>
    Index,

    /// <summary>A value from outside, the same for everybody who sees one instance of its frame.</summary>
    Input,

    /// <summary>A length or a count: an input that is never negative.</summary>
    Size,

    /// <summary>Whatever the program computes there.</summary>
    Computed,

    /// <summary>No two evaluations yield the same value: a ticket of <c>Interlocked.Increment</c>, the key of a dictionary's entry.</summary>
    Ticket,
}

/// <param name="Name">For messages.</param>
/// <param name="Owner">The frame whose instances each have a value of their own; null when there is only one.</param>
internal sealed record Unknown(string Name, Frame? Owner, Nature Nature)
{
    /// <summary>The element of an array that was read for it.</summary>
    public Load? Load { get; init; }

    /// <summary>The value as a function of others.</summary>
    public Definition? Definition { get; init; }

    /// <summary>Somebody's data: two evaluations may well yield one value, and nobody says that they don't.</summary>
    public bool IsDatum { get; init; }

    /// <summary>Drawn at random: every value of its range comes up, and comes up again.</summary>
    public bool IsRandom { get; init; }

    /// <summary>It is one of these.</summary>
    public AffineForm[] Choices { get; init; } = [];

    /// <summary>It is never less than this.</summary>
    public AffineForm? Least { get; init; }

    /// <summary>It is never more than this.</summary>
    public AffineForm? Most { get; init; }

    /// <summary>A value that it takes in some iteration of its owner: the first one.</summary>
    public AffineForm? Start { get; init; }
}

/// <param name="Compute">Null for operands for which there is no value.</param>
internal sealed record Definition(ImmutableArray<AffineForm> Operands, Func<long[], long?> Compute)
{
    /// <summary>The first operand divided by the second one.</summary>
    public bool IsQuotient { get; init; }
}

/// <param name="Array">The key of the array.</param>
internal sealed record Load(string Array, AffineForm Subscript);

/// <summary>The integers of one method's analysis, as symbols of affine forms.</summary>
internal sealed class Unknowns
{
    private readonly List<Unknown> _all = [];
    private readonly Dictionary<int, Constraint[]> _facts = [];
    private readonly Dictionary<string, Symbol> _interned = new(StringComparer.Ordinal);

    public Symbol New(string name, Frame? owner, Nature nature, Load? load = null)
    {
        _all.Add(new Unknown(name, owner, nature) { Load = load });
        return new Symbol(SymbolKind.Variable, _all.Count - 1, 0, Constant.Int64(0));
    }

    public void Define(Symbol symbol, Definition definition) => _all[symbol.Id] = _all[symbol.Id] with { Definition = definition };

    public void Begin(Symbol symbol, AffineForm start) => _all[symbol.Id] = _all[symbol.Id] with { Start = start };

    public void MakeRandom(Symbol symbol) => _all[symbol.Id] = _all[symbol.Id] with { IsRandom = true, IsDatum = true };

    /// <summary>What a variable has taken from data is data.</summary>
    public void TakeFrom(Symbol symbol, AffineForm? value)
    {
        if (value is not null && IsDatum(value))
        {
            _all[symbol.Id] = _all[symbol.Id] with { IsDatum = true, Load = this[value.Terms.ToArray()[0].Symbols[0]].Load };
        }
    }

    public void MakeDatum(Symbol symbol) => _all[symbol.Id] = _all[symbol.Id] with { IsDatum = true };

    public bool IsDatum(AffineForm form) => form.Terms.ToArray() is [{ Symbols: [{ Dividend: null } symbol] }] && this[symbol].IsDatum;

    /// <summary>One symbol for one key, however often it is asked for.</summary>
    public Symbol Intern(string key, string name, Frame? owner, Nature nature, Load? load = null)
    {
        if (!_interned.TryGetValue(key, out Symbol? symbol))
        {
            _interned.Add(key, symbol = New(name, owner, nature, load));
        }

        return symbol;
    }

    /// <summary>A frame's index is made before the frame.</summary>
    public void Own(Symbol symbol, Frame owner) => _all[symbol.Id] = _all[symbol.Id] with { Owner = owner };

    public void Choose(Symbol symbol, AffineForm one, AffineForm other) => _all[symbol.Id] = _all[symbol.Id] with { Choices = [one, other] };

    public void Limit(Symbol symbol, AffineForm? least, AffineForm? most)
    {
        _all[symbol.Id] = _all[symbol.Id] with { Least = least, Most = most };
        AffineForm value = AffineForm.Of(symbol);
        Constraint[] limits = [.. least is null ? [] : new[] { Constraint.AtLeast(value, least) }, .. most is null ? []
            : new[] { Constraint.AtLeast(most, value) }];
        _facts[symbol.Id] = [.. FactsOf(symbol), .. limits];
    }

    /// <summary>What always holds of a symbol.</summary>
    public IEnumerable<Constraint> FactsOf(Symbol symbol) => _facts.TryGetValue(symbol.Id, out Constraint[]? facts) ? facts : [];

    public void AddFacts(Symbol symbol, Constraint[] facts) => _facts[symbol.Id] = facts;

    public Unknown this[Symbol symbol] => _all[symbol.Id];

    /// <summary>The symbols of a form, those inside quotients included, quotients themselves left out.</summary>
    public static IEnumerable<Symbol> Parts(AffineForm form) => form.Terms.SelectMany(term => term.Symbols)
        .SelectMany(symbol => symbol.Dividend is { } dividend ? Parts(dividend) : [symbol]);

    /// <summary>The innermost frame that the form's value depends on.</summary>
    public Frame? OwnerOf(AffineForm form) => Parts(form).Select(symbol => this[symbol].Owner)
        .Aggregate((Frame?)null, (deepest, owner) => owner is not null && (deepest is null || owner.Depth > deepest.Depth) ? owner : deepest);
}
