using System.Collections.Immutable;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Emit.Guards;

/// <summary>
/// A function of loop indices: coefficient × index, and a rest, which are known before the region. Indices are told apart
/// by their loops, since two loops may share a variable.
/// </summary>
internal sealed class AffineForm
{
    private readonly ImmutableDictionary<int, LinearSum> _coefficients;

    private AffineForm(ImmutableDictionary<int, LinearSum> coefficients, LinearSum rest)
    {
        _coefficients = coefficients;
        Rest = rest;
    }

    public LinearSum Rest { get; }

    /// <summary>The ids of the loops whose indices occur.</summary>
    public IEnumerable<int> Indices => _coefficients.Keys;

    public static AffineForm Of(LinearSum rest) => new(ImmutableDictionary<int, LinearSum>.Empty, rest);

    /// <summary>The index of the loop with this id.</summary>
    public static AffineForm OfIndex(int loop) => new(ImmutableDictionary<int, LinearSum>.Empty.Add(loop, LinearSum.Of(1)), LinearSum.Zero);

    public static AffineForm operator +(AffineForm left, AffineForm right)
    {
        ImmutableDictionary<int, LinearSum> sum = left._coefficients;
        foreach (KeyValuePair<int, LinearSum> term in right._coefficients)
        {
            LinearSum coefficient = left.Coefficient(term.Key) + term.Value;
            sum = coefficient.Constant is { IsZero: true } ? sum.Remove(term.Key) : sum.SetItem(term.Key, coefficient);
        }

        return new AffineForm(sum, left.Rest + right.Rest);
    }

    public static AffineForm operator *(AffineForm form, LinearSum factor) => factor.Constant is { IsZero: true }
        ? Of(LinearSum.Zero)
        : new AffineForm(form._coefficients.ToImmutableDictionary(term => term.Key, term => term.Value * factor), form.Rest * factor);

    public static AffineForm operator -(AffineForm left, AffineForm right) => left + (right * LinearSum.Of(-1));

    public LinearSum Coefficient(int index) => _coefficients.TryGetValue(index, out LinearSum? value) ? value : LinearSum.Zero;

    /// <summary>The form with an index replaced by what it is equal to.</summary>
    public AffineForm Replace(int index, AffineForm value) =>
        new AffineForm(_coefficients.Remove(index), Rest) + (value * Coefficient(index));
}
