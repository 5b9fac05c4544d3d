using AutoPar.Generator.Helpers;

namespace AutoPar.Generator.Interception;

/// <summary>What an interceptor's declaration needs to know of an annotated method whose calls it may redirect.</summary>
/// <param name="Key">Identifies the method in the compilation.</param>
/// <param name="ReceiverText">The declaration of the <c>this</c> parameter of an instance method: <c>this ref global::S</c>; empty when static.</param>
/// <param name="TypeParameters">Those of the containing types, then the method's own.</param>
/// <param name="Constraints">Their where clauses.</param>
/// <param name="NeedsBridge">
/// The siblings aren't accessible from the interceptor's class: an internal method of the containing type forwards to them.
/// </param>
internal sealed record InterceptionTarget(
    string Key,
    string Name,
    string ReceiverText,
    EquatableArray<string> TypeParameters,
    EquatableArray<string> Constraints,
    bool NeedsBridge);
