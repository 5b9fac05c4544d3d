using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Analysis.Dependences;

internal enum AliasKind
{
    None,

    /// <summary>One and the same variable of the IR.</summary>
    Same,

    /// <summary>May be one object; then elements with equal subscripts are one element.</summary>
    SameElements,

    /// <summary>May share memory at any byte offset.</summary>
    Bytes,
}

/// <summary>Which objects may share memory. Types alone seldom tell: int[] can be uint[], a span any memory.</summary>
internal static class AliasAnalysis
{
    public static AliasKind Of(MemoryObject one, MemoryObject other)
    {
        if (one.Id == other.Id)
        {
            return AliasKind.Same;
        }

        // [NoAlias] is a claim that the guards check: it doesn't disprove anything here.
        if (one.Origin == MemoryOrigin.FreshLocal || other.Origin == MemoryOrigin.FreshLocal)
        {
            return AliasKind.None;
        }

        if (IsView(one) || IsView(other))
        {
            // Two arrays overlap only where they are one; a list's elements are an array of its own type.
            return one.Kind == MemoryKind.List && other.Kind == MemoryKind.List
                ? AreCompatible(one.Element, other.Element) ? AliasKind.SameElements : AliasKind.None
                : AliasKind.Bytes;
        }

        bool sameShape = RankOfElements(one) == RankOfElements(other);
        return !sameShape || !AreCompatible(one.Element, other.Element) ? AliasKind.None
            : one.Kind == MemoryKind.Jagged || other.Kind == MemoryKind.Jagged ? AliasKind.Bytes
            : AliasKind.SameElements;
    }

    /// <summary>Their elements may be one at any distance, which no conflict tells.</summary>
    public static IEnumerable<ObjectPair> Overlapping(Region region) =>
        from one in region.Objects
        from other in region.Objects
        where one.Id < other.Id && (region.Stores(one) || region.Stores(other))
            && Of(one, other) is var alias && alias is not (AliasKind.None or AliasKind.Same)
            && (alias == AliasKind.Bytes || !ConflictFinder.AreComparable(one, other))
        select new ObjectPair(one, other);

    /// <summary>Whether [NoAlias] alone keeps the two apart, and a test of that claim is cheap.</summary>
    public static bool IsClaimed(MemoryObject one, MemoryObject other) =>
        (one.NoAlias || other.NoAlias)
        && one.Kind is not (MemoryKind.Jagged or MemoryKind.Pointer) && other.Kind is not (MemoryKind.Jagged or MemoryKind.Pointer)
        && Of(one, other) != AliasKind.None;

    /// <summary>May the variable's storage lie inside the object?</summary>
    public static bool MayLieInside(Variable variable, MemoryObject item) => variable.Kind switch
    {
        VariableKind.Reference => item.Origin != MemoryOrigin.FreshLocal && (IsView(item) || AreCompatible(variable.Type, item.Element)),
        VariableKind.InstanceField or VariableKind.StaticField =>
            item.Origin != MemoryOrigin.FreshLocal && item.Kind is MemoryKind.Span or MemoryKind.ReadOnlySpan or MemoryKind.Pointer,
        _ => false,
    };

    /// <summary>The CLR lets arrays of one be passed as arrays of the other: integers of one size, enums among them.</summary>
    public static bool AreCompatible(ElementType one, ElementType other) =>
        one == other || (one.Size() == other.Size() && !one.IsFloat() && !other.IsFloat());

    /// <summary>Memory that belongs to something else.</summary>
    private static bool IsView(MemoryObject item) =>
        item.Kind is MemoryKind.Span or MemoryKind.ReadOnlySpan or MemoryKind.Pointer or MemoryKind.List;

    // A row of a jagged array is an array.
    private static int RankOfElements(MemoryObject item) => item.Kind == MemoryKind.Jagged ? 1 : item.Rank;
}
