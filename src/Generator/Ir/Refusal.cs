using AutoPar.Generator.Helpers;

namespace AutoPar.Generator.Ir;

/// <summary>
/// Why something isn't done: "no" as data. A diagnostic is made from it only at the very end.
/// </summary>
/// <param name="RuleId">AP0xxx, AP1xxx or AP2xxx; see Diagnostics/RuleIds.cs.</param>
/// <param name="Arguments">The message's arguments, in order.</param>
/// <param name="Second">The other access of a dependence.</param>
internal sealed record Refusal(
    string RuleId, SourceLocation Location, EquatableArray<string> Arguments, SourceLocation? Second = null);
