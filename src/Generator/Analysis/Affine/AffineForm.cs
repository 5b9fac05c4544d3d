using System.Collections.Immutable;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Analysis.Affine;

/// <summary>A product of symbols with an integer coefficient: <c>3·i·k</c>. Symbols are sorted by key.</summary>
internal sealed record Term(long Coefficient, ImmutableArray<Symbol> Symbols)
{
    public string Key { get; } = string.Join("*", Symbols.Select(symbol => symbol.Key));

    public bool IsLinear => Symbols.Length == 1;
}

/// <summary>
/// A constant plus terms over loop indices and invariant symbols, in exact 64-bit arithmetic: an operation whose result
/// would overflow throws <see cref="OverflowException"/>, which <see cref="AffineReader"/> turns into "not affine". So does
/// one with more terms than any subscript has: the product of sums grows exponentially.
/// </summary>
internal sealed class AffineForm : IEquatable<AffineForm>
{
    private const int MostTerms = 200;

    private readonly ImmutableSortedDictionary<string, Term> _terms;
    private string? _key;

    private AffineForm(long constant, ImmutableSortedDictionary<string, Term> terms)
    {
        Constant = constant;
        _terms = terms;
    }

    public static AffineForm Zero { get; } = Of(0);

    public long Constant { get; }

    public IEnumerable<Term> Terms => _terms.Values;

    public bool IsConstant => _terms.Count == 0;

    /// <summary>No products of symbols.</summary>
    public bool IsLinear => _terms.Values.All(term => term.IsLinear);

    public static AffineForm Of(long constant) =>
        new(constant, ImmutableSortedDictionary.Create<string, Term>(StringComparer.Ordinal));

    public static AffineForm Of(Symbol symbol) => Zero.With(new Term(1, [symbol]));

    public AffineForm Add(AffineForm other)
    {
        AffineForm sum = new(checked(Constant + other.Constant), _terms);
        return other.Terms.Aggregate(sum, (form, term) => form.With(term));
    }

    public AffineForm Subtract(AffineForm other) => Add(other.Scale(-1));

    public AffineForm Scale(long factor) => Multiply(Of(factor));

    /// <summary>By a divisor of the constant and of all coefficients.</summary>
    public AffineForm DividedBy(long divisor) =>
        Terms.Aggregate(Of(Constant / divisor), (form, term) => form.With(term with { Coefficient = term.Coefficient / divisor }));

    public AffineForm Multiply(AffineForm other)
    {
        AffineForm product = Of(checked(Constant * other.Constant));
        foreach (Term term in Terms)
        {
            product = product.With(term with { Coefficient = checked(term.Coefficient * other.Constant) });
            foreach (Term factor in other.Terms)
            {
                product = product.With(new Term(
                    checked(term.Coefficient * factor.Coefficient),
                    [.. term.Symbols.Concat(factor.Symbols).OrderBy(symbol => symbol.Key, StringComparer.Ordinal)]));
            }
        }

        return other.Terms.Aggregate(product, (form, term) => form.With(term with { Coefficient = checked(term.Coefficient * Constant) }));
    }

    /// <summary>The part that is multiplied by a symbol, with the symbol taken out; null when it occurs squared.</summary>
    public AffineForm? CoefficientOf(Symbol symbol)
    {
        AffineForm coefficient = Zero;
        foreach (Term term in Terms.Where(term => term.Symbols.Contains(symbol)))
        {
            ImmutableArray<Symbol> rest = term.Symbols.Remove(symbol);
            if (rest.Contains(symbol))
            {
                return null;
            }

            coefficient = rest.IsEmpty ? coefficient.Add(Of(term.Coefficient)) : coefficient.With(new Term(term.Coefficient, rest));
        }

        return coefficient;
    }

    /// <summary>The form without the terms that hold a symbol.</summary>
    public AffineForm Without(Symbol symbol) =>
        Terms.Where(term => !term.Symbols.Contains(symbol)).Aggregate(Of(Constant), (form, term) => form.With(term));

    public bool Mentions(Symbol symbol) => Terms.Any(term => term.Symbols.Contains(symbol));

    public bool Mentions(Func<Symbol, bool> predicate) => Terms.Any(term => term.Symbols.Any(symbol => symbol.Mentions(predicate)));

    /// <summary>The form with a symbol replaced.</summary>
    public AffineForm? Substitute(Symbol symbol, AffineForm value) =>
        CoefficientOf(symbol) is { } coefficient ? Without(symbol).Add(coefficient.Multiply(value)) : null;

    /// <summary>The form as an Int64 expression.</summary>
    public Expression ToExpression()
    {
        // n - m reads better than -m + n.
        Expression? sum = null;
        foreach (Term term in Terms.OrderBy(term => term.Coefficient < 0 ? 1 : 0))
        {
            Expression product = term.Symbols.Select(symbol => Wide(symbol.Value))
                .Aggregate((left, right) => Binary(BinaryOperator.Multiply, left, right));
            bool subtracts = sum is not null && term.Coefficient < 0 && term.Coefficient != long.MinValue;
            long coefficient = subtracts ? -term.Coefficient : term.Coefficient;
            Expression value = coefficient switch
            {
                1 => product,
                -1 => new Unary(UnaryOperator.Negate, product),
                _ => Binary(BinaryOperator.Multiply, Ir.Constant.Int64(coefficient), product),
            };
            sum = sum is null ? value : Binary(subtracts ? BinaryOperator.Subtract : BinaryOperator.Add, sum, value);
        }

        return sum is null ? Ir.Constant.Int64(Constant)
            : Constant == 0 ? sum
            : Constant > 0 || Constant == long.MinValue ? Binary(BinaryOperator.Add, sum, Ir.Constant.Int64(Constant))
            : Binary(BinaryOperator.Subtract, sum, Ir.Constant.Int64(-Constant));
    }

    public bool Equals(AffineForm? other) => other is not null && Key == other.Key;

    public override bool Equals(object? obj) => Equals(obj as AffineForm);

    public override int GetHashCode() => Key.GetHashCode();

    public override string ToString() => Key;

    public string Key => _key ??= string.Concat(Terms.Select(term => $"{term.Coefficient}*{term.Key} + ")) + Constant;

    private AffineForm With(Term term)
    {
        Work.Spend(1 + term.Symbols.Length);
        if (_terms.Count > MostTerms)
        {
            throw new OverflowException();
        }

        long coefficient = checked(term.Coefficient + (_terms.TryGetValue(term.Key, out Term? old) ? old.Coefficient : 0));
        return new(Constant, coefficient == 0 ? _terms.Remove(term.Key) : _terms.SetItem(term.Key, term with { Coefficient = coefficient }));
    }

    private static Expression Wide(Expression value) => value.Type == ElementType.Int64 ? value : new Conversion(ElementType.Int64, value);

    private static Expression Binary(BinaryOperator @operator, Expression left, Expression right) =>
        new Binary(@operator, ElementType.Int64, left, right);
}
