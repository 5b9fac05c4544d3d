using AutoPar.Generator.Analysis.Affine;
using AutoPar.Generator.Races.Model;

namespace AutoPar.Generator.Races.Interpretation;

/// <summary>
/// What is known of the integers in the arrays that the code at hand fills: a table of constants, a function of the place
/// that one loop stores, or only that no two are equal.
/// </summary>
internal sealed class Contents(Unknowns unknowns)
{
    private readonly Dictionary<string, Content> _known = new(StringComparer.Ordinal);

    /// <param name="IsDistinct">No two elements are equal.</param>
    /// <param name="Place">The index that <paramref name="Value"/> is a function of.</param>
    /// <param name="Drawn">Each element is a random number like this one.</param>
    private sealed record Content(bool IsDistinct, long[]? Table = null, Symbol? Place = null, AffineForm? Value = null, Symbol? Drawn = null);

    public bool IsDistinct(string array) => _known.TryGetValue(array, out Content? content) && content.IsDistinct;

    public long[]? TableOf(string array) => _known.TryGetValue(array, out Content? content) ? content.Table : null;

    /// <summary>The element at a place as a function of the place.</summary>
    public AffineForm? ValueAt(Spot spot)
    {
        if (spot.Kind != SpotKind.Element || !_known.TryGetValue(spot.Key, out Content? content)
            || content is not { Place: { } place, Value: { } value }
            || spot.Subscripts is not [.., { } subscript])
        {
            return null;
        }

        try
        {
            return Substituted(value, place, subscript);
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    public void Table(string array, long?[] values)
    {
        if (values.Length > 0 && values.All(value => value is not null))
        {
            _known[array] = new Content(values.Distinct().Count() == values.Length, [.. values.Select(value => value!.Value)]);
        }
    }

    /// <summary>A new array, all zeros.</summary>
    public void Clear(string array) => _known[array] = new Content(false, null, Zeros, AffineForm.Zero);

    /// <summary>The caller promises that no two are equal.</summary>
    public void AreDistinct(string array) => _known[array] = new Content(true);

    public void Forget(string array) => _known[array] = new Content(false);

    /// <summary>One element is stored; the loop around stores all others.</summary>
    public void Store(string array, AffineForm? subscript, AffineForm? value, Frame? frame)
    {
        bool isFirst = !_known.TryGetValue(array, out Content? content) || content.Place == Zeros;
        if (content is { IsDistinct: true } && IsExchange(array, value))
        {
            _known[array] = new Content(true);
            return;
        }

        _known[array] = isFirst && DrawnIn(value) is { } drawn ? new Content(false, null, null, null, drawn)
            : isFirst && subscript is not null && value is not null && IndexOf(subscript, frame) is var (place, offset)
            ? Filled(place, offset, value)
            : new Content(false);
    }

    /// <summary>The same elements, in whatever order.</summary>
    public void Copy(string from, string to)
    {
        if (_known.TryGetValue(from, out Content? content))
        {
            _known[to] = new Content(content.IsDistinct, null, null, null, content.Drawn);
        }
    }

    /// <summary>An element of an array that was filled at random is a random number of the same range.</summary>
    public void Describe(string array, Symbol element)
    {
        if (!_known.TryGetValue(array, out Content? content) || content.Drawn is not { } drawn)
        {
            return;
        }

        unknowns.MakeRandom(element);
        unknowns.AddFacts(element, [.. unknowns.FactsOf(drawn)
            .Where(fact => Unknowns.Parts(fact.Form).All(part => part == drawn || unknowns[part].Owner is null))
            .Select(fact => Substituted(fact.Form, drawn, AffineForm.Of(element)) is { } form ? fact with { Form = form } : null)
            .OfType<Constraint>()]);
    }

    private Symbol? DrawnIn(AffineForm? value) => value is { Constant: 0 }
        && value.Terms.ToArray() is [{ Coefficient: 1, Symbols: [{ Dividend: null } symbol] }] && unknowns[symbol].IsRandom ? symbol : null;

    private Symbol? _zeros;

    private Symbol Zeros => _zeros ??= unknowns.New("place", OwnFrame.Instance, Nature.Index);

    private Content Filled(Symbol place, long offset, AffineForm value)
    {
        // What else the value depends on must be the same for all elements.
        bool isFunction = Unknowns.Parts(value).All(part => part == place || unknowns[part].Owner is null);
        bool isDistinct = isFunction && value.CoefficientOf(place) is { IsConstant: true, Constant: not 0 }
            && value.Terms.All(term => !term.Symbols.Any(symbol => symbol.Dividend is not null));
        return isFunction ? new Content(isDistinct, null, place, Substituted(value, place, AffineForm.Of(place).Add(AffineForm.Of(-offset))))
            : new Content(false);
    }

    /// <summary>The loop's own index, with what is added to it.</summary>
    private (Symbol Place, long Offset)? IndexOf(AffineForm subscript, Frame? frame) =>
        subscript.Terms.ToArray() is [{ Coefficient: 1, Symbols: [{ Dividend: null } symbol] }]
            && unknowns[symbol] is { Nature: Nature.Index, Owner: var owner }
        && (owner == frame || owner is OwnFrame)
            ? (symbol, subscript.Constant)
            : null;

    /// <summary>What is stored was read from the array itself: the other half of the exchange follows.</summary>
    private bool IsExchange(string array, AffineForm? value) => value is { Constant: 0 }
        && value.Terms.ToArray() is [{ Coefficient: 1, Symbols: [{ Dividend: null } symbol] }] && unknowns[symbol].Load?.Array == array;

    /// <summary>The form with a value in place of a symbol.</summary>
    public static AffineForm? Substituted(AffineForm form, Symbol symbol, AffineForm value)
    {
        AffineForm sum = AffineForm.Of(form.Constant);
        foreach (Term term in form.Terms)
        {
            AffineForm product = AffineForm.Of(term.Coefficient);
            foreach (Symbol factor in term.Symbols)
            {
                AffineForm part = AffineForm.Of(factor);
                if (factor == symbol)
                {
                    part = value;
                }
                else if (factor.Dividend is { } dividend)
                {
                    if (Substituted(dividend, symbol, value) is not { } inner)
                    {
                        return null;
                    }

                    part = AffineForm.Of(Symbol.Quotient(inner, factor.Divisor, factor.IsFloor, factor.Value));
                }

                product = product.Multiply(part);
            }

            sum = sum.Add(product);
        }

        return sum;
    }
}
