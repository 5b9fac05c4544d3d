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

    /// <summary>Whether the guard tests anything but the number of trips, and what fails it runs as written.</summary>
    public static bool Exists(RegionPlan region, GuardPlan plan) =>
        region.Otherwise is null && plan.Steps.Skip(plan.TripSteps).Any(step => step is not GuardDeclaration && !IsSwitch(step));

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
            string tested = new KernelNames(region).Fresh("tested");
            code.Line($"long {trips} = 0;");
            code.Line($"var {tested} = new global::AutoPar.Runtime.TestedGuard({UserText.Literal(Name(method))}, {region.Root.Location.Line});");
            List<string> tests = [];
            for (int number = 0; number < plan.Steps.Count; number++)
            {
                GuardStep step = plan.Steps[number];
                if (step is GuardDeclaration declaration)
                {
                    WriteTests(code, tests);
                    code.Line(declaration.Statement);
                }
                else if (number < plan.TripSteps || IsSwitch(step))
                {
                    tests.Add(GuardEmitter.Text(method, region, step, trips));
                }
                else
                {
                    string words = step is GuardPrepass prepass ? ", " + UserText.Literal(prepass.Content.Reason)
                        : step is GuardObjects { Holders: var holders } ? ", " + UserText.Literal($"no object stands twice in {holders.DisplayName}")
                        : "";
                    tests.Add($"{tested}.Holds({GuardEmitter.Text(method, region, step, trips, asksWorth: false)}{words})");
                }
            }

            for (int number = 0; number < tests.Count; number++)
            {
                code.Line((number == 0 ? "return " : "    && ") + tests[number]);
            }

            code.Line(tests.Count == 0 ? "return false;" : "    && false;");
        }
    }

    private static void WriteTests(CodeWriter code, List<string> tests)
    {
        if (tests.Count == 0)
        {
            return;
        }

        using (code.Block($"if (!({string.Join(" && ", tests)}))"))
        {
            code.Line("return false;");
        }

        code.Line();
        tests.Clear();
    }

    private static string Name(MethodModel method) => string.Join(".", method.Types.Select(header => header.Name).Append(method.Signature.Name));

    private static bool IsSwitch(GuardStep step) =>
        step is GuardTest { Condition: var condition } && condition.EndsWith("AutoParOptions.Enabled", StringComparison.Ordinal);
}
