using AutoPar.Generator.Helpers;

namespace AutoPar.Generator.Ir;

/// <summary>
/// One textual access to an element. <see cref="Id"/> is unique in the method. Subscripts are as C# evaluates them:
/// <c>a[^1]</c> is lowered to <c>a[a.Length - 1]</c>.
/// </summary>
/// <param name="Text">The access as the user wrote it, for messages: <c>a[i + 1]</c>.</param>
/// <param name="Callee">The method that it stands in, when that one was inlined.</param>
internal sealed record ArrayAccess(
    int Id, MemoryObject Object, EquatableArray<Expression> Subscripts, SourceLocation Location, string Text, string? Callee = null)
{
    /// <summary>One access, or the same place named twice.</summary>
    public bool IsSamePlace(ArrayAccess other) => Id == other.Id || (Object.Id == other.Object.Id && Subscripts.Equals(other.Subscripts));
}
