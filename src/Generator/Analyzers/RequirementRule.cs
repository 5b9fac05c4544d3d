using AutoPar.Generator.Diagnostics;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Analyzers;

/// <summary>AP0006: with <c>Require = true</c>, whatever keeps an attribute from its form is an error.</summary>
internal static class RequirementRule
{
    public static IEnumerable<Refusal> Unmet(MethodModel method, IEnumerable<Refusal> findings) =>
        from finding in findings
        let attribute = Fault.Is(finding) ? (method.Parallelize is { Require: true } ? "Parallelize" : "Vectorize") : Attribute(finding)
        where attribute switch
        {
            "Parallelize" => method.Parallelize is { Require: true },
            "Vectorize" => method.Vectorize is { Require: true },
            _ => false,
        }
        select finding with
        {
            RuleId = RuleIds.RequirementNotMet,
            Arguments = EquatableArray.Of(method.Signature.Name, attribute!, DiagnosticFactory.Message(finding)),
        };

    /// <summary>The attribute that the finding refuses; null for a success, and for what concerns no attribute alone.</summary>
    private static string? Attribute(Refusal finding) => finding.RuleId switch
    {
        RuleIds.Parallelized or RuleIds.Vectorized => null,
        RuleIds.KeptSequential => "Parallelize",
        RuleIds.KeptScalar => "Vectorize",
        RuleIds.NoLoop => finding.Arguments.ElementAtOrDefault(1),
        { } id when id.StartsWith("AP20", StringComparison.Ordinal) => "Parallelize",
        { } id when id.StartsWith("AP25", StringComparison.Ordinal) => "Vectorize",
        _ => null,
    };
}
