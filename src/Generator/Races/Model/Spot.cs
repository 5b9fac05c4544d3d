using System.Collections.Immutable;
using AutoPar.Generator.Analysis.Affine;
using Microsoft.CodeAnalysis;

namespace AutoPar.Generator.Races.Model;

internal enum SpotKind
{
    Variable,
    Field,
    Element,

    /// <summary>The whole state of an object whose methods aren't safe between threads.</summary>
    State,

    /// <summary>An entry of a thread-safe collection: only a check and an act that don't belong together race on it.</summary>
    Entry,
}

/// <summary>A place in memory: equal keys and equal subscripts are one place.</summary>
/// <param name="Name">The variable, field or array, for messages.</param>
internal sealed record Spot(string Key, ImmutableArray<AffineForm?> Subscripts, SpotKind Kind, string Name)
{
    public ISymbol? Symbol { get; init; }

    /// <summary>Another object may be meant than the key says.</summary>
    public bool IsUncertain { get; init; }

    /// <summary>For a field of another object than the one at hand: what that is called.</summary>
    public string? Holder { get; init; }

    /// <summary>For the state of an object: its type; for an element the element's.</summary>
    public ITypeSymbol? Type { get; init; }

    public string Text => Key + "[" + string.Join(",", Subscripts.Select(subscript => subscript?.Key ?? "?")) + "]";

    /// <summary>The place, or a part of it, a field of a struct.</summary>
    public bool Overlaps(Spot other) => Key == other.Key || IsPartOf(Key, other.Key) || IsPartOf(other.Key, Key);

    private static bool IsPartOf(string part, string whole) =>
        part.Length > whole.Length && part[whole.Length] == '.' && part.StartsWith(whole, StringComparison.Ordinal);
}
