using AutoPar.Generator.Emit.Kernels;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Planning;

namespace AutoPar.Generator.Emit.Regions;

/// <summary>Loops that append to lists, on threads: a chunk gets lists by the names of the user's, which are put together in order.</summary>
internal static class AppendsText
{
    /// <summary>The body's field that hands out lists; fields of objects begin with an underscore.</summary>
    public static string Field(MemoryObject list) => "Appends" + BodyStruct.Field(list.Name);

    public static string Type(MemoryObject list) => $"global::AutoPar.Runtime.OrderedAppends<{list.ElementTypeText}>";

    public static string Local(MemoryObject list) => "part" + BodyStruct.Field(list.Name);

    public static bool Has(RegionPlan region, MemoryObject item) => region.Appended.Any(list => list.Id == item.Id);

    /// <summary>Where a fork wouldn't win back what is copied, the iterations append to the lists themselves.</summary>
    public static void WriteDecision(CodeWriter code, RegionPlan region, string trips, string schedule, string token)
    {
        if (region.Appended.IsEmpty)
        {
            return;
        }

        string share = ScheduleText.Number(AppendCost.CopiedShare(region.Root));
        using (code.Block($"if (!global::AutoPar.Runtime.LoopDriver.IsWorthCollecting({trips}, {share}, in {schedule}))"))
        {
            ForkMethod.WriteInOrder(code, region, trips, token);
        }

        code.Line();
    }

    public static void WriteTake(CodeWriter code, RegionPlan region, string from)
    {
        foreach (MemoryObject list in region.Appended)
        {
            code.Line($"var {Local(list)} = {Field(list)}.Take({from});");
        }
    }

    public static void WriteReturn(CodeWriter code, RegionPlan region, string from, string to)
    {
        foreach (MemoryObject list in region.Appended)
        {
            code.Line($"{Field(list)}.Return({from}, {to}, {Local(list)});");
        }
    }

    /// <summary>Also where an iteration has thrown: what those before it have appended is in the lists then.</summary>
    public static void WriteEnd(CodeWriter code, RegionPlan region, string body)
    {
        foreach (MemoryObject list in region.Appended)
        {
            code.Line($"{body}.{Field(list)}.End();");
        }
    }
}
