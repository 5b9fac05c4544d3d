using System.Collections.Immutable;
using System.Numerics;

namespace AutoPar.Generator.Planning.Guards;

/// <summary>
/// An integer that is known before the region: C# text of a signed type that a <c>long</c> comparison takes, and between
/// which numbers its value lies.
/// </summary>
/// <param name="Wide">The text as a <c>long</c> or an <c>Int128</c>, to stand as an operand.</param>
internal sealed record Atom(string Text, string Wide, BigInteger Min, BigInteger Max);

/// <summary>
/// A sum of integer multiples of <see cref="Atom"/>s and a constant, with its true mathematical value: how guards compute
/// subscripts. Its text is written in as many bits as the value may need.
/// </summary>
internal sealed class GuardSum
{
    private const string Int128 = "global::System.Int128";
    private static readonly BigInteger s_long = BigInteger.One << 63;
    private static readonly BigInteger s_int128 = BigInteger.One << 126;
    private readonly ImmutableArray<(Atom Atom, BigInteger Factor)> _terms;

    private GuardSum(IEnumerable<(Atom Atom, BigInteger Factor)> terms, BigInteger constant)
    {
        _terms = [.. terms.GroupBy(term => term.Atom.Wide)
            .Select(group => (group.First().Atom, Sum(group.Select(term => term.Factor))))
            .Where(term => !term.Item2.IsZero)];
        Offset = constant;
    }

    public static GuardSum Zero { get; } = Of(0);

    /// <summary>The part without atoms.</summary>
    public BigInteger Offset { get; }

    public IEnumerable<Atom> Atoms => _terms.Select(term => term.Atom);

    public BigInteger? Constant => _terms.IsEmpty ? Offset : null;

    public BigInteger Min => Offset + Sum(_terms.Select(term => term.Factor * (term.Factor.Sign > 0 ? term.Atom.Min : term.Atom.Max)));

    public BigInteger Max => Offset + Sum(_terms.Select(term => term.Factor * (term.Factor.Sign > 0 ? term.Atom.Max : term.Atom.Min)));

    /// <summary>The atoms with their factors: sums that differ only in the constant have the same key.</summary>
    public string Key => string.Join(" ", _terms.OrderBy(term => term.Atom.Wide, StringComparer.Ordinal).Select(term => $"{term.Factor}*{term.Atom.Wide}"));

    public static GuardSum Of(BigInteger constant) => new([], constant);

    public static GuardSum Of(Atom atom) => new([(atom, BigInteger.One)], 0);

    public static GuardSum operator +(GuardSum left, GuardSum right) => new(left._terms.Concat(right._terms), left.Offset + right.Offset);

    public static GuardSum operator -(GuardSum left, GuardSum right) => left + (Of(-1) * right);

    public static GuardSum operator *(GuardSum left, GuardSum right)
    {
        if (right.Constant is { } factor)
        {
            return new GuardSum(left._terms.Select(term => (term.Atom, term.Factor * factor)), left.Offset * factor);
        }

        if (left.Constant is not null)
        {
            return right * left;
        }

        BigInteger[] corners = [left.Min * right.Min, left.Min * right.Max, left.Max * right.Min, left.Max * right.Max];
        BigInteger least = corners.Min();
        BigInteger most = corners.Max();
        bool isBig = NeedsInt128(least, most) || left.IsBig || right.IsBig;
        string text = $"({left.Operand(isBig)} * {right.Operand(isBig)})";
        return Of(new Atom(text, text, least, most));
    }

    /// <summary>The factor of an atom, zero when it doesn't occur.</summary>
    public BigInteger FactorOf(Atom atom) => _terms.Where(term => term.Atom.Wide == atom.Wide).Select(term => term.Factor).FirstOrDefault();

    /// <summary>More than 126 bits: not to be computed at all.</summary>
    public bool IsTooBig => Magnitude > s_int128;

    /// <summary>Computed as an <c>Int128</c>.</summary>
    public bool IsBig => Magnitude >= s_long;

    private BigInteger Magnitude =>
        BigInteger.Abs(Offset) + Sum(_terms.Select(term => BigInteger.Abs(term.Factor) * BigInteger.Max(BigInteger.Abs(term.Atom.Min), BigInteger.Abs(term.Atom.Max))));

    /// <summary>The value as C#, a <c>long</c> or an <c>Int128</c>.</summary>
    public string Text => Print(_terms, Offset, IsBig);

    /// <summary>The value as a <c>long</c>, where tests before it have shown that it is one.</summary>
    public string Int64 => IsBig ? $"unchecked((long)({Text}))" : Text;

    /// <summary>C# for "not negative": what is subtracted stands on the left.</summary>
    public string NotNegative
    {
        get
        {
            GuardSum left = new(_terms.Where(term => term.Factor.Sign < 0).Select(term => (term.Atom, -term.Factor)), Offset.Sign < 0 ? -Offset : 0);
            GuardSum right = new(_terms.Where(term => term.Factor.Sign > 0), Offset.Sign > 0 ? Offset : 0);
            return $"{left.Alone} <= {right.Alone}";
        }
    }

    // A lone int needs no cast to be compared.
    private string Alone => _terms.Length == 1 && _terms[0].Factor.IsOne && Offset.IsZero ? _terms[0].Atom.Text : Text;

    private string Operand(bool isBig)
    {
        string text = Print(_terms, Offset, isBig);
        return _terms.Length + (Offset.IsZero ? 0 : 1) == 1 && _terms.All(term => term.Factor.IsOne) ? text : $"({text})";
    }

    private static bool NeedsInt128(BigInteger least, BigInteger most) => least <= -s_long || most >= s_long;

    private static string Print(ImmutableArray<(Atom Atom, BigInteger Factor)> terms, BigInteger constant, bool isBig)
    {
        string text = "";
        foreach ((Atom atom, BigInteger factor) in terms.OrderBy(term => term.Factor.Sign < 0))
        {
            string operand = isBig ? $"({Int128}){atom.Text}" : atom.Wide;
            string size = BigInteger.Abs(factor).IsOne ? operand : $"{operand} * {Literal(BigInteger.Abs(factor))}";
            text += text.Length == 0 ? (factor.Sign < 0 ? $"-{(isBig ? $"({size})" : size)}" : size) : (factor.Sign < 0 ? " - " : " + ") + size;
        }

        return text.Length == 0 ? (NeedsInt128(constant, constant) ? $"({(constant.Sign < 0 ? "-" : "")}{Literal(BigInteger.Abs(constant))})" : $"{constant}L")
            : constant.IsZero ? text
            : text + (constant.Sign < 0 ? " - " : " + ") + Literal(BigInteger.Abs(constant));
    }

    // C# has no Int128 literal, and a ulong one doesn't mix with long.
    private static string Literal(BigInteger size) => size < s_long ? $"{size}"
        : $"new {Int128}({size >> 64}, {size & ulong.MaxValue})";

    private static BigInteger Sum(IEnumerable<BigInteger> values) => values.Aggregate(BigInteger.Zero, (sum, value) => sum + value);
}
