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
        Dictionary<int, string> starts = [];
        foreach (Variable running in region.BlockSums.Select(sum => sum.Running))
        {
            starts[running.Id] = names.Fresh(running.Name + "Start");
            code.Line($"{running.TypeText} {starts[running.Id]} = {running.Name};");
        }

        using (code.Block($"for (long {first} = {length}; {first} < {trips}; {first} += {length})"))
        {
            foreach (BlockSum sum in region.BlockSums)
            {
                code.Line($"{starts[sum.Running.Id]} = {ScanText.After(region, sum, starts[sum.Running.Id], next)};");
            }

            code.Line($"{next} = {kernel}({first}, {first} + global::System.Math.Min({length}, {trips} - {first}){Carried(region, next, starts)});");
            code.Line($"{result} = {partial}.Combine(in {result}, in {next});");
        }

        code.Line();
        code.Line($"return {result};");
    }

    /// <summary>A block starts with what the one before has left, or, of running sums of floats, with the sums of all before it.</summary>
    private static string Carried(RegionPlan region, string before, Dictionary<int, string> starts) => string.Join("", region.Objects.Select(item => ", " + item.Name)
        .Concat(region.Inputs.Concat(region.HandedOn).Select(input => ", " + (ScanText.Carried(region, input) is null ? input.Name
            : starts.TryGetValue(input.Id, out string start) ? start
            : $"{before}.{input.Name}"))));
}
