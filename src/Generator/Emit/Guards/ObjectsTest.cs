using AutoPar.Generator.Emit.Regions;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Planning;

namespace AutoPar.Generator.Emit.Guards;

/// <summary>Whether no object stands twice in an array, list or span.</summary>
internal static class ObjectsTest
{
    // One look at each, where they lie in the order in which they were made.
    private const double NanosecondsPerObject = 0.5;

    public static string Text(MethodModel method, RegionPlan region, MemoryObject holders, string trips, bool asksWorth)
    {
        string span = $"global::System.ReadOnlySpan<{holders.ElementTypeText}>";
        string objects = holders.Kind switch
        {
            MemoryKind.Array => $"new {span}({holders.Name})",
            MemoryKind.List => $"({span})global::System.Runtime.InteropServices.CollectionsMarshal.AsSpan({holders.Name})",
            MemoryKind.Span => $"({span}){holders.Name}",
            _ => holders.Name,
        };

        if (region is not { RunsOnThreads: true, HasOutputs: false })
        {
            // What a reduction yields must not depend on whether there is a fork.
            return $"global::AutoPar.Runtime.LoopGuards.VisitedObjectsDiffer({objects}, {trips})";
        }

        string worth = asksWorth
            ? $"global::AutoPar.Runtime.LoopDriver.IsWorthInspecting({trips}, {ScheduleText.Number(NanosecondsPerObject)}, {ScheduleText.New(method, region)}) && "
            : "";
        return $"{worth}global::AutoPar.Runtime.LoopGuards.ObjectsDiffer({objects}, {trips} * {ScheduleText.Nanoseconds(region)})";
    }
}
