using System.Globalization;
using AutoPar.Generator.Emit.Kernels;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Planning;

namespace AutoPar.Generator.Emit.Regions;

/// <summary>Loop collapse: what the driver is told of the inner loop, and what runs a part of it.</summary>
internal static class CollapseText
{
    /// <summary>The inner loop's first index, the one after its last, and its lanes, with a comma behind; nothing where it stays whole.</summary>
    public static string Bounds(RegionPlan region) => region.Collapse is { } collapse
        ? $"{ScalarKernel.Int64(collapse.Inner.Start)}, {ScalarKernel.Int64(collapse.End)}, {collapse.Lanes.ToString(CultureInfo.InvariantCulture)}, "
        : "";

    /// <summary>The body's method for a tile.</summary>
    public static void WriteRun(CodeWriter code, RegionPlan region)
    {
        if (region.Collapse is not { } collapse)
        {
            return;
        }

        string arguments = string.Concat(region.Objects.Select(item => $", {BodyStruct.Field(item.Name)}{(item.IsSpan ? ".Span" : "")}")
            .Concat(region.Inputs.Select(variable => $", {BodyStruct.Field(variable.Name)}")));
        string receiver = region.NeedsThis ? "Receiver." : "";
        string Index(string value) => collapse.Inner.Index.Type == ElementType.Int64 ? value : $"({collapse.Inner.Index.TypeText}){value}";
        code.Line();
        code.Line("public readonly void Run(long from, long to, long first, long end)");
        code.Line($"    => {receiver}{RegionNames.Tile(region)}(from, to{arguments}, {Index("first")}, {Index("end")});");
    }
}
