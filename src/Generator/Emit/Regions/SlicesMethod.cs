using AutoPar.Generator.Emit.Kernels;
using AutoPar.Generator.Planning;

namespace AutoPar.Generator.Emit.Regions;

/// <summary>What runs a region on the calling thread in slices, between which it may be cancelled.</summary>
internal static class SlicesMethod
{
    /// <summary><c>{Name}Slices</c>: a region that yields nothing.</summary>
    public static void Write(CodeWriter code, RegionPlan region)
    {
        var names = new KernelNames(region);
        string trips = names.Fresh("trips");
        string token = RegionToken.Name(region, names);
        string parameters = RegionMembers.Parameters(region, "long " + trips) + RegionToken.Parameter(token);
        using (code.Block($"{RegionNames.Accessibility(region)} {(region.NeedsThis ? "" : "static ")}void {RegionNames.Slices(region)}({parameters})"))
        {
            string slices = Declare(code, names, trips, ScheduleText.Nanoseconds(region), token, ScheduleText.Lanes(region));
            string first = names.Fresh("first");
            string next = names.Fresh("next");
            using (code.Block($"while ({slices}.Next(out long {first}, out long {next}))"))
            {
                code.Line($"{RegionNames.Kernel(region)}({first}, {next}{RegionMembers.Arguments(region)});");
            }
        }

        code.Line();
    }

    /// <summary>The blocks of a region that yields something, one after the other.</summary>
    public static void WriteBlocks(
        CodeWriter code, RegionPlan region, KernelNames names, string trips, string token, string length, string result, string next)
    {
        string partial = RegionNames.Partial(region);
        string block = names.Fresh("block");
        string end = names.Fresh("end");
        string slices = Declare(code, names, $"(({trips} - 1) / {length}) + 1", $"{length} * {ScheduleText.Nanoseconds(region)}", token, 1);
        code.Line($"{partial} {result} = default;");
        using (code.Block($"while ({slices}.Next(out long {block}, out long {end}))"))
        using (code.Block($"for (; {block} < {end}; {block}++)"))
        {
            string range = $"{block} * {length}, global::System.Math.Min(({block} + 1) * {length}, {trips})";
            code.Line($"{partial} {next} = {RegionNames.Kernel(region)}({range}{RegionMembers.Arguments(region)});");
            code.Line($"{result} = {block} == 0 ? {next} : {partial}.Combine(in {result}, in {next});");
        }

        code.Line();
        code.Line($"return {result};");
    }

    private static string Declare(CodeWriter code, KernelNames names, string units, string nanoseconds, string token, int lanes)
    {
        string slices = names.Fresh("slices");
        code.Line($"var {slices} = new global::AutoPar.Runtime.LoopSlices({units}, {nanoseconds}, {(token.Length > 0 ? token : "default")}{(lanes > 1 ? $", {lanes}" : "")});");
        return slices;
    }
}
