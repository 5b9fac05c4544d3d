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
        string objects = holders.Kind switch
        {
            MemoryKind.Array => $"new global::System.ReadOnlySpan<{holders.ElementTypeText}>({holders.Name})",
            MemoryKind.List => $"(global::System.ReadOnlySpan<{holders.ElementTypeText}>)global::System.Runtime.InteropServices.CollectionsMarshal.AsSpan({holders.Name})",
            MemoryKind.Span => $"(global::System.ReadOnlySpan<{holders.ElementTypeText}>){holders.Name}",
            _ => holders.Name,
        };

        // Only a fork gains. What a reduction yields must not depend on whether there is one.
        bool mayRefuse = region is { RunsOnThreads: true, HasOutputs: false };
        string worth = mayRefuse && asksWorth
            ? $"global::AutoPar.Runtime.LoopDriver.IsWorthInspecting({trips}, {ScheduleText.Number(NanosecondsPerObject)}, {ScheduleText.New(method, region)}) && " : "";
        string most = mayRefuse ? $"{trips} * {ScheduleText.Nanoseconds(region)}" : "double.PositiveInfinity";
        return $"{worth}global::AutoPar.Runtime.LoopGuards.ObjectsDiffer({objects}, {most})";
    }
}
