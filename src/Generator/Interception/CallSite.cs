using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Interception;

/// <summary>A call in the user's code that is to be redirected.</summary>
/// <param name="Key">The target's <see cref="InterceptionTarget.Key"/>.</param>
/// <param name="Attribute">The <c>[InterceptsLocation]</c> that names the place, as C#.</param>
/// <param name="Place">File, line and column, as a comment says it.</param>
/// <param name="Fault">AP9999, when looking at the call failed: it isn't redirected.</param>
internal sealed record CallSite(string Key, string Attribute, string Place, Refusal? Fault = null);
