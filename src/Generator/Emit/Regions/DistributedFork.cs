using AutoPar.Generator.Analysis;
using AutoPar.Generator.Emit.Kernels;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Planning;

namespace AutoPar.Generator.Emit.Regions;

/// <summary>
/// <c>{Name}Fork</c> of a distributed loop. For one strip of the iterations after the other it runs all parts in order: what one
/// has loaded or stored is still in the caches when the next one needs it.
/// </summary>
internal static class DistributedFork
{
    private const string Driver = "global::AutoPar.Runtime.LoopDriver";

    /// <summary>The parts' members, and the method that runs them.</summary>
    public static void Write(CodeWriter code, MethodModel method, RegionPlan region)
    {
        foreach (RegionPlan part in region.Parts)
        {
            code.Line($"// {part.Name}: {RegionRemark.Text(part)}");
            KernelEmitter.Write(code, part);
            if (part.RunsOnThreads)
            {
                BodyStruct.Write(code, method, part);
            }
        }

        if (region.HasOutputs)
        {
            PartialStruct.Write(code, region);
        }

        var names = new KernelNames(region);
        string trips = names.Fresh("trips");
        string token = RegionToken.Name(region, names);
        string result = region.HasOutputs ? RegionNames.Partial(region) : "void";
        string parameters = RegionMembers.Parameters(region, "long " + trips) + RegionToken.Parameter(token);
        using (code.Block($"private static {result} {RegionNames.Fork(region)}({parameters})"))
        {
            RegionToken.WriteLook(code, token);
            WriteStrips(code, method, region, names, trips, token);
        }

        code.Line();
    }

    /// <summary>The condition under which threads gain.</summary>
    public static string IsWorth(MethodModel method, RegionPlan region, string trips) =>
        $"{Driver}.IsWorthDistributing({trips}, {ScheduleText.Number(DistributionCost.InOrder(region))}, "
        + $"{ScheduleText.Number(DistributionCost.Shared(region))}, {region.Parts.Count}, "
        + $"{(DistributionCost.WaitsForMemory(region) ? StripBytes.Text(region) : "0")}, {ScheduleText.New(method, region)})";

    private static void WriteStrips(CodeWriter code, MethodModel method, RegionPlan region, KernelNames names, string trips, string token)
    {
        PartNames[] parts = [.. region.Parts.Select(part => Declare(code, method, part, names, token))];
        string strip = names.Fresh("strip");
        string first = names.Fresh("first");
        string next = names.Fresh("next");
        string work = $"{StripBytes.Text(region)}, {region.Parts.Count}, {ScheduleText.Nanoseconds(region)}";
        code.Line($"long {strip} = {Driver}.StripOf({trips}, {work});");
        using (code.Block($"for (long {first} = 0, {next}; {first} < {trips}; {first} = {next})"))
        {
            code.Line($"{next} = {first} + global::System.Math.Min({strip}, {trips} - {first});");
            foreach (PartNames part in parts)
            {
                WriteRun(code, part, names, first, next);
            }
        }

        if (region.HasOutputs)
        {
            WriteResult(code, region, names, parts);
        }
    }

    private static PartNames Declare(CodeWriter code, MethodModel method, RegionPlan part, KernelNames names, string token)
    {
        var own = new PartNames(part, names.Fresh("schedule"), names.Fresh("body"), names.Fresh("pins"), names.Fresh("result"));
        if (part.RunsOnThreads)
        {
            code.Line($"var {own.Schedule} = {Schedule(method, part, token)};");
            ForkMethod.WriteBody(code, part, own.Body, null, "");
            if (part.Spans.Any())
            {
                ForkMethod.WritePins(code, part, own.Pins);
            }
        }

        if (part.HasOutputs)
        {
            code.Line($"{RegionNames.Partial(part)} {own.Result} = default;");
        }

        return own;
    }

    private static string Schedule(MethodModel method, RegionPlan region, string token) =>
        ScheduleText.New(method, region) + (token.Length == 0 ? "" : $" {{ Token = {token} }}");

    /// <summary>One part for one strip.</summary>
    private static void WriteRun(CodeWriter code, PartNames names, KernelNames fresh, string first, string next)
    {
        RegionPlan part = names.Part;
        string partial = part.HasOutputs ? RegionNames.Partial(part) : "";
        string run;
        if (part.RunsOnThreads)
        {
            code.Line($"{names.Body}.PieceStart = {first};");
            string types = part.HasOutputs ? $"<{RegionNames.Body(part)}, {partial}>" : "";
            string verb = (part.HasOutputs ? "Reduce" : "For") + (part.Spans.Any() ? "Pinned" : "");
            (string modifier, string pins) = part.Spans.Any() ? ("ref", $", in {names.Pins}") : ("in", "");
            run = $"{Driver}.{verb}{types}({next} - {first}, {modifier} {names.Body}, in {names.Schedule}{pins})";
        }
        else
        {
            run = $"{RegionNames.Kernel(part)}({first}, {next}{RegionMembers.Arguments(part)})";
        }

        if (!part.HasOutputs)
        {
            code.Line(run + ";");
            return;
        }

        string yielded = fresh.Fresh("yielded");
        code.Line($"{partial} {yielded} = {run};");
        code.Line($"{names.Result} = {first} == 0 ? {yielded} : {partial}.Combine(in {names.Result}, in {yielded});");
    }

    /// <summary>Each output is that of the part that has it.</summary>
    private static void WriteResult(CodeWriter code, RegionPlan region, KernelNames names, PartNames[] parts)
    {
        string result = names.Fresh("result");
        code.Line($"{RegionNames.Partial(region)} {result} = default;");
        foreach (ScalarRole role in region.Outputs)
        {
            PartNames owner = parts.First(part => part.Part.Outputs.Any(output => output.Variable.Id == role.Variable.Id));
            code.Line($"{result}.{role.Variable.Name} = {owner.Result}.{role.Variable.Name};");
            if (KernelVariables.HasAssignedFlag(role))
            {
                string flag = PartialStruct.FlagName(role.Variable);
                code.Line($"{result}.{flag} = {owner.Result}.{flag};");
            }
        }

        code.Line($"return {result};");
    }

    /// <summary>The locals of a part.</summary>
    private sealed record PartNames(RegionPlan Part, string Schedule, string Body, string Pins, string Result);
}
