using System.Text;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Planning;

namespace AutoPar.Generator.Tests.Support;

/// <summary>Everything that becomes of a method, stage by stage, as text.</summary>
internal static class Stages
{
    /// <summary>All annotated methods of a source.</summary>
    public static string Of(string code)
    {
        var text = new StringBuilder();
        foreach (MethodModel model in TestCompilation.LowerAll(code, allowErrors: true))
        {
            (MethodPlan plan, string? source) = MethodCompiler.Default.Compile(new LoweredMethod(model, null));
            text.Append("==== ").Append(model.Signature.Name).Append('\n');
            Part(text, "Frontend: IR", string.Join("\n", model.Nests.Select(IrPrinter.Print)) + (model.Scalar is { } scalar ? IrPrinter.Print(scalar) : ""));
            Part(text, "Planning: regions", string.Join("\n", plan.ParallelRegions.Concat(plan.VectorizedRegions).Select(Describe)));
            Part(text, "Findings", string.Join("\n", model.Refusals.Concat(plan.Findings).Select(finding => $"{finding.RuleId} {string.Join(" | ", finding.Arguments)}")));
            Part(text, "Emit", source ?? "");
        }

        return text.ToString();
    }

    private static void Part(StringBuilder text, string title, string content) =>
        text.Append("---- ").Append(title).Append('\n').Append(content.TrimEnd()).Append('\n');

    private static string Describe(RegionPlan region) =>
        $"{region.Name}: {(region.RunsOnThreads ? "threads" : "one thread")}, "
        + (region.Vector is { } vector ? $"{vector.Loop.Index.Name} in {vector.Lanes} × {vector.Unroll} lanes, " : "")
        + $"at least {region.MinimumTrips} trips, {region.Cost.SequentialNanoseconds:0.##} → {region.Cost.VectorNanoseconds:0.##} ns\n"
        + string.Concat(region.Roles.Select(role => $"  {role.GetType().Name} {role.Variable.Name}\n"))
        + string.Join("\n", region.Guards.Select(guard => $"  guard {guard.GetType().Name}"));
}
