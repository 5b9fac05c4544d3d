using AutoPar.Generator.Ir;
using AutoPar.Generator.Planning;

namespace AutoPar.Generator.Emit.Regions;

/// <summary>How much memory an iteration of a region touches, roughly, as a value: how long its strips are.</summary>
internal static class StripBytes
{
    public static string Text(RegionPlan region)
    {
        double bytes = DistributionCost.Bytes(region, out double inner);
        return region.Cost.InnerTrips is { } trips && inner > 1
            ? $"global::System.Math.Max(1.0, (double){ExpressionPrinter.Operand(trips)}) * {ScheduleText.Number(bytes)}"
            : ScheduleText.Number(bytes * inner);
    }
}
