using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Analysis.Affine;

internal enum SymbolKind
{
    /// <summary>The index of a loop, identified by the loop: two loops may share a variable.</summary>
    Index,

    /// <summary>A scalar that the analysed region doesn't assign.</summary>
    Variable,

    /// <summary>The length of an object, or of one of its dimensions.</summary>
    Length,

    /// <summary>A form divided by a constant: an integer of its own, tied to the form by inequalities.</summary>
    Quotient,
}

/// <summary>An integer that an affine form is built of. <see cref="Value"/> is what reads it.</summary>
internal sealed record Symbol(SymbolKind Kind, int Id, int Dimension, Expression Value)
{
    private const int LongestKey = 2000;

    public string Key { get; private init; } = $"{Kind.ToString()[0]}{Id}.{Dimension}";

    /// <summary>For a quotient: what is divided, by what, and whether it is rounded down rather than towards 0.</summary>
    public AffineForm? Dividend { get; private init; }

    public long Divisor { get; private init; }

    public bool IsFloor { get; private init; }

    /// <exception cref="OverflowException">Quotients of remainders of remainders: each names the one inside twice.</exception>
    public static Symbol Quotient(AffineForm dividend, long divisor, bool isFloor, Expression value) => dividend.Key.Length > LongestKey
        ? throw new OverflowException()
        : new(SymbolKind.Quotient, 0, 0, value)
        {
            Key = $"Q({dividend.Key}){(isFloor ? ">" : "/")}{divisor}", Dividend = dividend, Divisor = divisor, IsFloor = isFloor,
        };

    /// <summary>This symbol or, for a quotient, those it is made of.</summary>
    public bool Mentions(Func<Symbol, bool> predicate) => predicate(this) || (Dividend?.Mentions(predicate) ?? false);

    public static Symbol Index(Loop loop) => new(SymbolKind.Index, loop.Id, 0, new VariableRead(loop.Index));

    public static Symbol Variable(Variable variable) => new(SymbolKind.Variable, variable.Id, 0, new VariableRead(variable));

    public static Symbol Length(ObjectLength length) => new(SymbolKind.Length, length.Object.Id, length.Dimension ?? -1, length);

    public bool Equals(Symbol? other) => other is not null && Key == other.Key;

    public override int GetHashCode() => Key.GetHashCode();
}
