using AutoPar.Generator.Analysis.Affine;
using AutoPar.Generator.Races.Model;

namespace AutoPar.Generator.Races.Interpretation;

/// <summary>What is known of the values in an array of integers.</summary>
internal enum ContentKind
{
    Unknown,

    /// <summary>No two elements are equal.</summary>
    Distinct,

    /// <summary>A table of constants in which one occurs twice.</summary>
    HasDuplicates,
}

/// <summary>The contents of the arrays that the code at hand fills.</summary>
internal sealed class Contents
{
    private readonly Dictionary<string, ContentKind> _kinds = new(StringComparer.Ordinal);

    public ContentKind Of(string array) => _kinds.TryGetValue(array, out ContentKind kind) ? kind : ContentKind.Unknown;

    public void Table(string array, long?[] values)
    {
        if (values.Length > 0 && values.All(value => value is not null))
        {
            _kinds[array] = values.Distinct().Count() == values.Length ? ContentKind.Distinct : ContentKind.HasDuplicates;
        }
    }

    public void Set(string array, ContentKind kind) => _kinds[array] = kind;

    /// <summary>One element is stored; the same loop stores all others.</summary>
    public void Store(string array, AffineForm? subscript, AffineForm? value, Unknowns unknowns)
    {
        if (_kinds.TryGetValue(array, out ContentKind known) && known == ContentKind.Distinct && IsExchange(array, value, unknowns))
        {
            return;
        }

        _kinds[array] = !_kinds.ContainsKey(array) && subscript is not null && value is not null && IsInjective(subscript, value)
            ? ContentKind.Distinct
            : ContentKind.Unknown;
    }

    /// <summary>What is stored was read from the array itself: the other half of the exchange follows.</summary>
    private static bool IsExchange(string array, AffineForm? value, Unknowns unknowns) =>
        value is { Constant: 0 } && value.Terms.ToArray() is [{ Coefficient: 1, Symbols: [{ Dividend: null } symbol] }] && unknowns[symbol].Load?.Array == array;

    /// <summary>Different places get different values: both are linear in one and the same index.</summary>
    private static bool IsInjective(AffineForm subscript, AffineForm value)
    {
        Symbol[] indices = [.. Unknowns.Parts(subscript).Distinct()];
        Symbol[] values = [.. Unknowns.Parts(value).Distinct()];
        return indices.Length == 1 && subscript.IsLinear && value.IsLinear && values.Contains(indices[0])
            && value.CoefficientOf(indices[0]) is { IsConstant: true, Constant: not 0 };
    }
}
