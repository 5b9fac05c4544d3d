namespace AutoPar.Generator.Ir;

internal enum MemoryKind
{
    /// <summary><c>T[]</c></summary>
    Array,

    /// <summary><c>T[,]</c> or <c>T[,,]</c>: see <see cref="MemoryObject.Rank"/>.</summary>
    MultiArray,

    /// <summary><c>T[][]</c>: accesses have two subscripts, the row and the place in it. Rows may be one object.</summary>
    Jagged,

    Span,
    ReadOnlySpan,

    /// <summary><c>List&lt;T&gt;</c>, read and written through its span; its count may not change in the loop.</summary>
    List,

    /// <summary><c>T*</c>: no bounds, so alias guards compare address ranges.</summary>
    Pointer,
}

internal enum MemoryOrigin
{
    Parameter,

    /// <summary>A local that isn't assigned in the nest.</summary>
    Local,

    /// <summary>A local that holds an array allocated in this method and never stored elsewhere: it aliases nothing.</summary>
    FreshLocal,

    InstanceField,
    StaticField,
}

/// <summary>
/// An array, span, list or pointer that the nest accesses. The reference itself is invariant in the nest: the
/// Frontend makes a statement that assigns it, or a nest in which it varies, opaque.
/// </summary>
/// <param name="Id">Unique in the method.</param>
/// <param name="Name">Unique in the method; the local that holds the object in generated code.</param>
/// <param name="Element">The element's type; <see cref="ElementType.Other"/> makes every access opaque.</param>
/// <param name="TypeText">The object's type as C#, fully qualified.</param>
/// <param name="ElementTypeText">The element's type as C#: an enum's own name, where <paramref name="Element"/> is its underlying type.</param>
/// <param name="AccessText">The C# that yields the object outside the kernel: <c>x</c>, <c>this._data</c>.</param>
/// <param name="Rank">Number of subscripts.</param>
internal sealed record MemoryObject(
    int Id,
    string Name,
    MemoryKind Kind,
    ElementType Element,
    string TypeText,
    string ElementTypeText,
    string AccessText,
    MemoryOrigin Origin,
    int Rank,
    bool NoAlias = false,
    bool Unique = false)
{
    /// <summary>The elements are references, or have some inside: they can't be pinned.</summary>
    public bool HoldsReferences { get; init; }

    /// <summary>The constant length of a fresh array; null for others.</summary>
    public int? FreshLength { get; init; }

    /// <summary>A fresh array that statements outside this nest use, too.</summary>
    public bool IsUsedOutside { get; init; }

    /// <summary>The structs whose fields these are, one after the other; null for an object of the source.</summary>
    public MemoryObject? Structs { get; init; }

    /// <summary>
    /// The objects that hold these, one after the other: a field of the object at a place in the array is the element at that place, as
    /// long as the array holds different objects. Null for an object of the source. Only the analysis knows such an object.
    /// </summary>
    public MemoryObject? Holders { get; init; }

    /// <summary>What a message calls it.</summary>
    public string DisplayName => Structs?.Name ?? Name;

    public bool IsSpan => Kind is MemoryKind.Span or MemoryKind.ReadOnlySpan;
}
