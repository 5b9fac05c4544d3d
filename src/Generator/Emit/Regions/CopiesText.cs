using AutoPar.Generator.Analysis;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Planning;

namespace AutoPar.Generator.Emit.Regions;

/// <summary>Array reductions on threads: each chunk updates a copy that no other chunk has, and the copies are combined.</summary>
internal static class CopiesText
{
    /// <summary>The body's field that hands out copies; fields of objects begin with an underscore.</summary>
    public static string Field(ArrayReduction reduction) => "Copies" + BodyStruct.Field(reduction.Object.Name);

    public static string Type(ArrayReduction reduction) => $"global::AutoPar.Runtime.ArrayCopies<{reduction.Object.ElementTypeText}>";

    public static string New(ArrayReduction reduction) =>
        $"new {Type(reduction)}({reduction.Object.Name}.Length, global::AutoPar.Runtime.ArrayOperator.{reduction.Operator})";

    /// <summary>Where copies take longer than threads gain, the iterations run in order.</summary>
    public static void WriteDecision(CodeWriter code, RegionPlan region, string trips, string schedule, string token)
    {
        if (region.ArrayReductions.IsEmpty)
        {
            return;
        }

        using (code.Block($"if (!{IsWorth(region, trips, "ref " + schedule)})"))
        {
            ForkMethod.WriteInOrder(code, region, trips, token);
        }

        code.Line();
    }

    /// <summary>The condition under which threads gain more than the copies take.</summary>
    public static string IsWorth(RegionPlan region, string trips, string schedule)
    {
        string bytes = string.Join(" + ", region.ArrayReductions.Select(reduction => $"{reduction.Object.Element.Size()}L * {reduction.Object.Name}.Length"));
        return $"global::AutoPar.Runtime.LoopDriver.IsWorthCopying({trips}, {bytes}, {schedule})";
    }

    /// <summary>What the body hands to the kernel for one of the region's objects.</summary>
    public static string Argument(RegionPlan region, MemoryObject item)
    {
        string field = BodyStruct.Field(item.Name) + (item.IsSpan ? ".Span" : "");
        return AppendsText.Has(region, item) ? AppendsText.Local(item)
            : region.ArrayReductions.Any(reduction => reduction.Object.Id == item.Id)
            ? item.IsSpan ? $"{Local(item)} is null ? {field} : {Local(item)}" : $"{Local(item)} ?? {field}"
            : field;
    }

    public static string Local(MemoryObject item) => "copy" + BodyStruct.Field(item.Name);
}
