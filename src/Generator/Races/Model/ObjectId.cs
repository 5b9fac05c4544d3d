using System.Collections.Immutable;
using AutoPar.Generator.Analysis.Affine;
using Microsoft.CodeAnalysis;

namespace AutoPar.Generator.Races.Model;

internal enum ObjectOrigin
{
    /// <summary>Allocated in the code at hand.</summary>
    Fresh,

    /// <summary>Handed in, or held by a variable of somebody else.</summary>
    Given,

    /// <summary>Held by an item: another item may hold the same one.</summary>
    ThroughItem,

    /// <summary>What a method yielded that isn't known.</summary>
    Computed,
}

/// <summary>
/// An object as the path that leads to it: two objects are one when their keys and all subscripts are equal. Different
/// keys are taken for different objects.
/// </summary>
/// <param name="Subscripts">What tells the objects of one key apart: indices, and the instances that allocate it. Null isn't known.</param>
/// <param name="Name">For messages.</param>
internal sealed record ObjectId(string Key, ImmutableArray<AffineForm?> Subscripts, ObjectOrigin Origin, string Name, ITypeSymbol? Type)
{
    /// <summary>A thread-safe wrapper, or an object of a thread-safe type behind an interface.</summary>
    public bool IsSynchronized { get; init; }

    /// <summary>A struct is no object: the variable that holds it, while a method of it runs.</summary>
    public Spot? Variable { get; init; }

    /// <summary>The name is a variable's.</summary>
    public bool IsNamed { get; init; }

    /// <summary>May be the same object as another one of its key, whatever the subscripts say.</summary>
    public bool IsUncertain => Origin is ObjectOrigin.ThroughItem or ObjectOrigin.Computed;

    public bool Equals(ObjectId? other) => other is not null && Key == other.Key && Subscripts.SequenceEqual(other.Subscripts);

    public override int GetHashCode() => Key.GetHashCode();
}
