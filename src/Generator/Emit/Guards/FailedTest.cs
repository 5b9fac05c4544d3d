using AutoPar.Generator.Emit.Kernels;
using AutoPar.Generator.Emit.Regions;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Planning;
using AutoPar.Generator.Planning.Guards;

namespace AutoPar.Generator.Emit.Guards;

/// <summary>
/// <c>{Name}Failed</c>: which test of a guard fails, for those who listen to AutoPar's events and meter. Loops that are too short
/// aren't told, nor that AutoPar is switched off.
/// </summary>
internal static class FailedTest
{
    private const string Fallbacks = "global::AutoPar.Runtime.LoopFallbacks.";

    /// <summary>Whether the guard tests anything but the number of trips.</summary>
    public static bool Exists(GuardPlan plan) => plan.Steps.Skip(plan.TripSteps).Any(step => step is not GuardDeclaration && !IsSwitch(step));

    /// <summary>False, after listeners have been told.</summary>
    public static string Call(RegionPlan region)
    {
        string arguments = string.Join(", ", region.Objects.Select(item => item.Name).Concat(region.Inputs.Select(variable => variable.Name))
            .Concat(GuardPlanner.References(region).Select(variable => "in " + GuardPlanner.PlaceOf(variable))));
        return $"{Fallbacks}AreObserved && {RegionNames.Failed(region)}({arguments})";
    }

    /// <summary>False, after listeners have been told of something that a run has found out.</summary>
    public static string Tell(MethodModel method, RegionPlan region, string finding) =>
        $"{Fallbacks}AreObserved && {Fallbacks}Tell({UserText.Literal(Name(method))}, {region.Root.Location.Line}, {UserText.Literal(finding)})";

    public static void Write(CodeWriter code, MethodModel method, RegionPlan region, GuardPlan plan, string trips)
    {
        code.Line("// which test failed, for listeners to AutoPar's events");
        code.Line(FileParts.NotInlined);
        using (code.Block($"private static bool {RegionNames.Failed(region)}({GuardEmitter.Parameters(region, "")})"))
        {
            code.Line($"long {trips} = 0;");
            List<(string Condition, string Name)> tests = [];
            for (int number = 0; number < plan.Steps.Count; number++)
            {
                GuardStep step = plan.Steps[number];
                if (step is GuardDeclaration declaration)
                {
                    WriteTests(code, method, region, tests);
                    code.Line(declaration.Statement);
                }
                else if (number < plan.TripSteps || IsSwitch(step))
                {
                    using (code.Block($"if (!({GuardEmitter.Text(method, region, step, trips)}))"))
                    {
                        code.Line("return false;");
                    }

                    code.Line();
                }
                else
                {
                    string condition = GuardEmitter.Text(method, region, step, trips, asksWorth: false);
                    tests.Add((condition, step is GuardPrepass prepass ? prepass.Content.Reason : condition));
                }
            }

            WriteTests(code, method, region, tests);
            code.Line("return false;");
        }
    }

    private static void WriteTests(CodeWriter code, MethodModel method, RegionPlan region, List<(string Condition, string Name)> tests)
    {
        if (tests.Count == 0)
        {
            return;
        }

        using (code.Block($"if (!({string.Join(" && ", tests.Select(test => test.Condition))}))"))
        {
            code.Line($"return {Fallbacks}Tell({UserText.Literal(Name(method))}, {region.Root.Location.Line},");
            for (int number = 0; number < tests.Count; number++)
            {
                string name = UserText.Literal(Short(tests[number].Name));
                string start = number == 0 ? "    " : "    : ";
                code.Line(start + (number == tests.Count - 1 ? $"{name});" : $"!({tests[number].Condition}) ? {name}"));
            }
        }

        code.Line();
        tests.Clear();
    }

    private static string Name(MethodModel method) => string.Join(".", method.Types.Select(header => header.Name).Append(method.Signature.Name));

    private static string Short(string condition) => condition.Replace("global::AutoPar.Runtime.", "").Replace("global::AutoPar.", "").Replace("global::", "");

    private static bool IsSwitch(GuardStep step) =>
        step is GuardTest { Condition: var condition } && condition.EndsWith("AutoParOptions.Enabled", StringComparison.Ordinal);
}
