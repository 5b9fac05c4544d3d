using AutoPar.Generator.Helpers;

namespace AutoPar.Generator.Ir;

/// <summary>A generic method's copy for one type of number: the same text with the type in place of the type parameter.</summary>
/// <param name="TypeParameter">The method's one type parameter.</param>
/// <param name="TypeText"><c>double</c>.</param>
/// <param name="Copy">Goes through the same stages as a user's method; only its regions and findings are used.</param>
/// <param name="Parameters">How each argument is handed to the copy, in the method's order.</param>
internal sealed record Specialization(
    string TypeParameter, string TypeText, MethodModel Copy, EquatableArray<Passing> Parameters, Passing Result);

/// <summary>How a value whose static type names the type parameter becomes one of the copy's type: the value is the same.</summary>
internal enum Passing
{
    /// <summary>The type doesn't name the type parameter.</summary>
    AsIs,

    /// <summary>An array, a list, or the type parameter itself: a cast by way of <c>object</c>.</summary>
    Cast,

    /// <summary>A reference to a variable of the type parameter.</summary>
    Reference,
    Span,
    ReadOnlySpan,
}
