using AutoPar.Generator.Emit.Kernels;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Planning;

namespace AutoPar.Generator.Emit.Regions;

/// <summary>The blocks of a scan on the calling thread, for loops that also add up floats: their order is that of the blocks.</summary>
internal static class ScanBlocks
{
    public static void Write(CodeWriter code, RegionPlan region, KernelNames names, string trips)
    {
        string length = names.Fresh("length");
        string first = names.Fresh("first");
        string result = names.Fresh("result");
        string next = names.Fresh("next");
        string partial = RegionNames.Partial(region);
        string kernel = RegionNames.Kernel(region);
        code.Line($"long {length} = global::AutoPar.Runtime.LoopBlocks.ScanLength({trips}, {ScheduleText.MinimumBlock(region)});");
        code.Line($"{partial} {result} = {kernel}(0, global::System.Math.Min({length}, {trips}){RegionMembers.Arguments(region)}{ScanText.HandedOn(region)});");
        code.Line($"{partial} {next} = {result};");
        using (code.Block($"for (long {first} = {length}; {first} < {trips}; {first} += {length})"))
        {
            code.Line($"{next} = {kernel}({first}, {first} + global::System.Math.Min({length}, {trips} - {first}){Carried(region, next)});");
            code.Line($"{result} = {partial}.Combine(in {result}, in {next});");
        }

        code.Line();
        code.Line($"return {result};");
    }

    /// <summary>A block starts with what the one before has left.</summary>
    private static string Carried(RegionPlan region, string before) => string.Join("", region.Objects.Select(item => ", " + item.Name)
        .Concat(region.Inputs.Concat(region.HandedOn).Select(input => ", " + (ScanText.Carried(region, input) is null ? input.Name : $"{before}.{input.Name}"))));
}
