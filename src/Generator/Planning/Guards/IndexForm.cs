using System.Collections.Immutable;

namespace AutoPar.Generator.Planning.Guards;

/// <summary>
/// A function of loop indices: coefficient × index, and a rest, which are known before the region. Indices are told apart
/// by their loops, since two loops may share a variable.
/// </summary>
internal sealed class IndexForm
{
    private readonly ImmutableDictionary<int, GuardSum> _coefficients;

    private IndexForm(ImmutableDictionary<int, GuardSum> coefficients, GuardSum rest)
    {
        _coefficients = coefficients;
        Rest = rest;
    }

    public GuardSum Rest { get; }

    /// <summary>The ids of the loops whose indices occur.</summary>
    public IEnumerable<int> Indices => _coefficients.Keys;

    public static IndexForm Of(GuardSum rest) => new(ImmutableDictionary<int, GuardSum>.Empty, rest);

    /// <summary>The index of the loop with this id.</summary>
    public static IndexForm OfIndex(int loop) => new(ImmutableDictionary<int, GuardSum>.Empty.Add(loop, GuardSum.Of(1)), GuardSum.Zero);

    public static IndexForm operator +(IndexForm left, IndexForm right)
    {
        ImmutableDictionary<int, GuardSum> sum = left._coefficients;
        foreach (KeyValuePair<int, GuardSum> term in right._coefficients)
        {
            GuardSum coefficient = left.Coefficient(term.Key) + term.Value;
            sum = coefficient.Constant is { IsZero: true } ? sum.Remove(term.Key) : sum.SetItem(term.Key, coefficient);
        }

        return new IndexForm(sum, left.Rest + right.Rest);
    }

    public static IndexForm operator *(IndexForm form, GuardSum factor) => factor.Constant is { IsZero: true }
        ? Of(GuardSum.Zero)
        : new IndexForm(form._coefficients.ToImmutableDictionary(term => term.Key, term => term.Value * factor), form.Rest * factor);

    public static IndexForm operator -(IndexForm left, IndexForm right) => left + (right * GuardSum.Of(-1));

    public GuardSum Coefficient(int index) => _coefficients.TryGetValue(index, out GuardSum? value) ? value : GuardSum.Zero;

    /// <summary>The form with an index replaced by what it is equal to.</summary>
    public IndexForm Replace(int index, IndexForm value) =>
        new IndexForm(_coefficients.Remove(index), Rest) + (value * Coefficient(index));
}
