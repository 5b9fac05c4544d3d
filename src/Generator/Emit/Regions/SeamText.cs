using System.Globalization;
using AutoPar.Generator.Emit.Kernels;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Planning;
using AutoPar.Generator.Transforms;

namespace AutoPar.Generator.Emit.Regions;

/// <summary>
/// Seam copies: the ends of chunks are fixed before the fork, and what a chunk's last iterations load beyond it is copied, since
/// the next chunk overwrites it.
/// </summary>
internal static class SeamText
{
    /// <summary><c>{Name}Saving</c> and <c>{Name}Ending</c>.</summary>
    public static void WriteKernels(CodeWriter code, RegionPlan region)
    {
        if (region.Seams is not { } seams)
        {
            return;
        }

        RegionPlan plan = region with
        {
            Vector = null,
            Objects = region.Objects.Concat(Items(seams)).ToEquatableArray(),
            Inputs = region.Inputs.Append(seams.First).ToEquatableArray(),
        };
        code.Line("// what the last iterations of a chunk load, before the next chunk overwrites it");
        ScalarKernel.Write(code, plan with { Root = seams.Saving, Roles = EquatableArray<Analysis.ScalarRole>.Empty }, RegionNames.Saving(region));
        ScalarKernel.Write(code, plan with { Root = seams.Ending }, RegionNames.Ending(region));
    }

    /// <summary>Fixes the chunks; where nothing is forked, or they would be too short, the iterations run in order.</summary>
    public static Names? WriteDecision(CodeWriter code, RegionPlan region, KernelNames names, string trips, string schedule, string token)
    {
        if (region.Seams is not { } seams)
        {
            return null;
        }

        var own = new Names(names.Fresh("seam"), names.Fresh("chunk"), names.Fresh("end"));
        string distance = seams.Distances.Select(ScalarKernel.Int64).Aggregate((left, right) => $"global::System.Math.Max({left}, {right})");
        string verb = region.HasOutputs ? "FixBlocks" : "FixChunks";
        code.Line($"long {own.Seam} = {(seams.Distances.Count == 1 ? ExpressionPrinter.Print(seams.Distances[0]) : distance)};");
        string least = seams.LeastChunk.ToString(CultureInfo.InvariantCulture);
        code.Line($"long {own.Chunk} = global::AutoPar.Runtime.LoopDriver.{verb}({trips}, {own.Seam}, {least}, ref {schedule});");
        using (code.Block($"if ({own.Chunk} >= {trips})"))
        {
            ForkMethod.WriteInOrder(code, region, trips, token);
        }

        code.Line();
        return own;
    }

    public static void WriteFields(CodeWriter code, RegionPlan region)
    {
        if (region.Seams is not { } seams)
        {
            return;
        }

        code.Line("public long Trips, Chunk, Seam;");
        foreach (MemoryObject item in Items(seams))
        {
            code.Line($"public {item.TypeText} {BodyStruct.Field(item.Name)};");
        }
    }

    /// <summary>In the body's initializer.</summary>
    public static void WriteValues(CodeWriter code, RegionPlan region, Names? names, string trips)
    {
        if (region.Seams is not { } seams || names is not { } own)
        {
            return;
        }

        code.Line($"Trips = {trips},");
        code.Line($"Chunk = {own.Chunk},");
        code.Line($"Seam = {own.Seam},");
        foreach (SeamArray copy in seams.Copies)
        {
            string length = $"({trips} - 1) / {own.Chunk} * {own.Seam}"
                + (copy.Trips is { } inner ? $" * global::System.Math.Max(0L, {ExpressionPrinter.Print(inner)})" : "");
            code.Line($"{BodyStruct.Field(copy.Item.Name)} = new {copy.Item.ElementTypeText}[{length}],");
        }
    }

    /// <summary>Copies, at the end of each chunk but the last.</summary>
    public static void WriteSaving(CodeWriter code, RegionPlan region, Names? names, string trips, string body)
    {
        if (region.Seams is not { } seams || names is not { } own)
        {
            return;
        }

        string arguments = Arguments(region, item => item.Name, item => $"{body}.{BodyStruct.Field(item.Name)}", input => input.Name);
        using (code.Block($"for (long {own.End} = {own.Chunk}; {own.End} < {trips}; {own.End} += {own.Chunk})"))
        {
            string first = $"{own.End} / {own.Chunk} * ({own.Chunk} - {own.Seam})";
            code.Line($"{RegionNames.Saving(region)}({own.End} - {own.Seam}, {own.End}{arguments}, {first});");
        }

        code.Line();
    }

    /// <summary>The body's <c>Run</c>: the last chunk has nothing to load from the next.</summary>
    public static void WriteRun(CodeWriter code, RegionPlan region)
    {
        string kernel = RegionNames.Kernel(region);
        string arguments = Arguments(region, item => CopiesText.Argument(region, item), null, input => BodyStruct.Field(input.Name));
        string ending = Arguments(
            region, item => CopiesText.Argument(region, item), item => BodyStruct.Field(item.Name), input => BodyStruct.Field(input.Name));
        string end = $"{RegionNames.Ending(region)}(to - Seam, to{ending}, to / Chunk * (Chunk - Seam));";
        string result = region.HasOutputs ? RegionNames.Partial(region) : "void";
        using (code.Block($"public readonly {result} Run(long from, long to)"))
        {
            using (code.Block("if (to == Trips)"))
            {
                code.Line($"{(region.HasOutputs ? "return " : "")}{kernel}(from, to{arguments});");
                if (!region.HasOutputs)
                {
                    code.Line("return;");
                }
            }

            code.Line();
            code.Line($"{(region.HasOutputs ? "var left = " : "")}{kernel}(from, to - Seam{arguments});");
            code.Line($"{(region.HasOutputs ? "var right = " : "")}{end}");
            if (region.HasOutputs)
            {
                code.Line($"return {RegionNames.Partial(region)}.Combine(in left, in right);");
            }
        }
    }

    private static IEnumerable<MemoryObject> Items(SeamPlan seams) => seams.Copies.Select(copy => copy.Item);

    /// <summary>With a comma in front, as the kernels' parameters are.</summary>
    private static string Arguments(
        RegionPlan region, Func<MemoryObject, string> item, Func<MemoryObject, string>? copy, Func<Variable, string> input) =>
        string.Concat(region.Objects.Select(item).Concat(copy is null ? [] : Items(region.Seams!).Select(copy)).Concat(region.Inputs.Select(input))
            .Select(text => ", " + text));

    /// <summary>Locals of the method that forks.</summary>
    internal readonly record struct Names(string Seam, string Chunk, string End);
}
