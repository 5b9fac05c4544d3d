using AutoPar.Generator.Diagnostics;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator;

/// <summary>AP9999: an exception of ours, as something to tell the user.</summary>
internal static class Fault
{
    public static Refusal In(string stage, MethodModel method, Exception exception) => In(stage, method.Signature.Name, exception) with { Location = method.Location };

    public static Refusal In(string stage, string method, Exception exception) => new(
        RuleIds.InternalError, SourceLocation.None, EquatableArray.Of(stage, $"{method}: {exception.GetType().Name}: {exception.Message} {Origin(exception)}"));

    public static bool Is(Refusal finding) => finding.RuleId == RuleIds.InternalError;

    private static string Origin(Exception exception)
    {
        string trace = exception.StackTrace ?? "";
        int end = trace.IndexOf('\n');
        return (end < 0 ? trace : trace.Substring(0, end)).Trim();
    }
}
