using AutoPar.Generator.Emit.Kernels;
using AutoPar.Generator.Emit.Regions;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Planning;
using AutoPar.Generator.Planning.Guards;

namespace AutoPar.Generator.Emit.Guards;

/// <summary>
/// <c>{Name}Guard</c>: whether the proof's conditions hold for this call, and the trip count. It doesn't throw, and has no effects
/// but that listeners hear of a test that fails; without trips it says no, since the loop as written then does nothing.
/// </summary>
internal static class GuardEmitter
{
    // A guard longer than this isn't worth inlining.
    private const int InlineSteps = 12;

    public static void Write(CodeWriter code, MethodModel method, RegionPlan region)
    {
        string trips = new KernelNames(region).Fresh("trips");
        GuardPlan plan = GuardPlanner.Plan(region, trips);
        if (plan.Obstacle is { } obstacle)
        {
            throw new InvalidOperationException($"planned a region without a guard: {string.Join(" ", obstacle.Arguments)}");
        }

        Write(code, method, region, plan, trips);
        foreach (GuardPrepass prepass in plan.Steps.OfType<GuardPrepass>())
        {
            code.Line();
            if (region.Contents.FirstOrDefault(plan => plan.Content == prepass.Content) is { } lanes)
            {
                code.Line($"// {prepass.Content.Reason}");
                KernelEmitter.Write(code, lanes.Test);
            }
            else
            {
                ContentTest.Write(code, region, prepass.Content, prepass.Number);
            }
        }
    }

    private static void Write(CodeWriter code, MethodModel method, RegionPlan region, GuardPlan plan, string trips)
    {
        if (plan.Steps.Count <= InlineSteps)
        {
            code.Line(FileParts.Inlined);
        }

        List<GuardStep> steps = [.. WithGain(method, region, plan, trips), .. WorthCopying(method, region, trips)];
        bool tells = FailedTest.Exists(region, plan);
        using (code.Block($"{RegionNames.Accessibility(region)} static bool {RegionNames.Guard(region)}({Parameters(region, $"out long {trips}")})"))
        {
            if (plan.Steps.FirstOrDefault() is not GuardDeclaration { Statement: var first } || !first.StartsWith(trips + " =", StringComparison.Ordinal))
            {
                code.Line($"{trips} = 0;");
            }

            WriteSteps(code, method, region, steps, trips, tells ? FailedTest.Call(region) : "false", plan.TripSteps);
        }

        if (tells)
        {
            code.Line();
            FailedTest.Write(code, method, region, plan, trips);
        }
    }

    internal static string Parameters(RegionPlan region, string last) => string.Join(", ", new[] { KernelSignature.Parameters(region) }
        .Concat(GuardPlanner.References(region).Select(variable => $"in {variable.TypeText} {GuardPlanner.PlaceOf(variable)}"))
        .Concat([last])
        .Where(text => text.Length > 0));

    /// <summary>Where only a fork gains, and has to pay for copies, the method as written is best for what does not pay for it.</summary>
    private static IEnumerable<GuardStep> WorthCopying(MethodModel method, RegionPlan region, string trips) =>
        region.ArrayReductions.IsEmpty || !region.GainsByForkAlone ? []
            : [new GuardTest(CopiesText.IsWorth(region, trips, ScheduleText.New(method, region)))];

    /// <summary>
    /// A distributed loop gains on threads alone, which is asked early; what inner loops take is known once no object is null.
    /// </summary>
    private static IEnumerable<GuardStep> WithGain(MethodModel method, RegionPlan region, GuardPlan plan, string trips)
    {
        if (region is { RunsOnThreads: true, Vector: null, Pipeline: not null })
        {
            // Whether a pipeline pays is known at once, contents only after a run through them.
            int cheap = plan.Steps.TakeWhile(step => step is not GuardPrepass).Count();
            return plan.Steps.Take(cheap)
                .Append(new GuardTest(PipelineText.IsWorth(region, trips, ScheduleText.New(method, region))))
                .Concat(plan.Steps.Skip(cheap));
        }

        int place = region.Cost.InnerTrips is null ? plan.TripSteps : plan.Steps.Count;
        return region.Parts.IsEmpty ? plan.Steps : plan.Steps.Take(place)
            .Append(new GuardTest(DistributedFork.IsWorth(method, region, trips)))
            .Concat(plan.Steps.Skip(place));
    }

    internal static string Text(MethodModel method, RegionPlan region, GuardStep step, string trips, bool asksWorth = true) =>
        step is GuardPrepass prepass ? Prepass(method, region, prepass, trips, asksWorth)
        : step is GuardObjects objects ? ObjectsTest.Text(method, region, objects.Holders, trips, asksWorth)
        : ((GuardTest)step).Condition;

    private static string Prepass(MethodModel method, RegionPlan region, GuardPrepass prepass, string trips, bool asksWorth)
    {
        ContentPlan? lanes = region.Contents.FirstOrDefault(plan => plan.Content == prepass.Content);
        string test = lanes is not null
            ? $"{RegionNames.Kernel(lanes.Test)}(0, {trips}{RegionMembers.Arguments(lanes.Test)}).{lanes.Holds.Name}"
            : $"{ContentTest.Name(region, prepass.Number)}(0, {trips}{RegionMembers.Arguments(region)})";

        double cost = lanes?.Test.Cost.VectorNanoseconds ?? CostModel.Sequential(prepass.Content.Shadow);
        test = asksWorth && region.GainsByForkAlone
            ? $"global::AutoPar.Runtime.LoopDriver.IsWorthInspecting({trips}, {ScheduleText.Number(cost)}, {ScheduleText.New(method, region)}) && {test}"
            : test;
        return prepass.Content.Unless is { } lengths ? $"({ExpressionPrinter.Print(lengths)} || {test})" : test;
    }

    /// <param name="otherwise">What is returned when a test fails that isn't one of the first <paramref name="untold"/> steps; it is never true.</param>
    internal static void WriteSteps(
        CodeWriter code, MethodModel method, RegionPlan region, IReadOnlyList<GuardStep> steps, string trips, string otherwise, int untold)
    {
        List<string> pending = [];
        for (int number = 0; number < steps.Count; number++)
        {
            if (pending.Count > 0 && (steps[number] is GuardDeclaration || (number == untold && otherwise != "false")))
            {
                using (code.Block($"if (!({string.Join(" && ", pending)}))"))
                {
                    code.Line($"return {(number <= untold ? "false" : otherwise)};");
                }

                code.Line();
                pending.Clear();
            }

            if (steps[number] is GuardDeclaration { Statement: var statement })
            {
                code.Line(statement);
            }
            else
            {
                pending.Add(Text(method, region, steps[number], trips));
            }
        }

        for (int number = 0; number < pending.Count; number++)
        {
            code.Line((number == 0 ? "return " : "    && ") + pending[number] + (number == pending.Count - 1 && otherwise == "false" ? ";" : ""));
        }

        if (pending.Count == 0)
        {
            code.Line("return true;");
        }
        else if (otherwise != "false")
        {
            code.Line($"    || {otherwise};");
        }
    }
}
