using System.Globalization;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Planning;

namespace AutoPar.Generator.Emit.Regions;

/// <summary>The constants with which a region is scheduled.</summary>
internal static class ScheduleText
{
    private const double BlockNanoseconds = 20_000;
    private const int LargestBlock = 16_384;

    // While a search that ends early has found nothing yet, it doesn't wait for long blocks.
    private const double SearchNanoseconds = 2500;

    /// <summary>
    /// The shortest block of a reduction: about 20 µs of work, and enough for the vectors in flight; of a search it is shorter. A function of
    /// the code alone, since it decides the order of float sums.
    /// </summary>
    public static int MinimumBlock(RegionPlan region)
    {
        double trips = (region.IsSearched ? SearchNanoseconds : BlockNanoseconds) / Math.Max(region.Cost.VectorNanoseconds, 0.01);
        int block = Lanes(region) * (Lanes(region) > 1 ? region.Vector!.Unroll : 1);
        while (block * 2 <= trips && block < LargestBlock)
        {
            block *= 2;
        }

        return block;
    }

    public static string New(MethodModel method, RegionPlan region)
    {
        ParallelizeOptions? options = method.Parallelize;
        return "new global::AutoPar.Runtime.LoopSchedule("
            + $"global::AutoPar.Schedule.{options?.Schedule ?? ScheduleKind.Auto}, {options?.ChunkSize ?? 0}, {options?.MaxDegreeOfParallelism ?? 0}, "
            + $"{Nanoseconds(region)}, {MinimumBlock(region)}{(Lanes(region) > 1 ? $", {Lanes(region)}" : "")})";
    }

    /// <summary>Iterations of the root in one vector.</summary>
    public static int Lanes(RegionPlan region) => region.Vector is { } vector && vector.Loop.Id == region.Root.Id ? vector.Lanes : 1;

    /// <summary>The estimate for one iteration, as a value.</summary>
    public static string Nanoseconds(RegionPlan region)
    {
        return region.Cost.InnerTrips is { } inner
            ? $"global::System.Math.Max(0.5, {Number(region.Cost.NanosecondsPerInnerTrip)} * {ExpressionPrinter.Operand(inner)})"
            : Number(Math.Max(region.Cost.VectorNanoseconds, 0.01));
    }

    public static string Number(double value) => value.ToString("0.0###", CultureInfo.InvariantCulture);
}
