using AutoPar.Generator.Analysis;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Planning;

/// <summary>What the parts of a distributed loop take, relative to the loop as a whole on one thread.</summary>
/// <remarks>
/// The constants are from loops of 2 to 40 ns an iteration on a 2.1 GHz Xeon, timed by the thread's clock: as written or in lanes, and
/// all parts on one thread.
/// </remarks>
internal static class DistributionCost
{
    // Of the time that one thread takes, two may need so much at most: each part is forked.
    private const double MostOfTime = 0.8;

    // From a store to the load that waits for it; as written, the loop hides it behind all else that it does. With the arithmetic in
    // between at twice its usual cost, since nothing overlaps: a[i] = a[i - 1] * 0.5 + d[i] takes 6.1 to 6.8 ns.
    private const double ThroughMemory = 3.5;

    // A loop without lanes takes 1 to 1.5 ns for an iteration, however little it does.
    private const double LeastScalar = 1.25;

    // Half of the branches that data decides are mispredicted, for 10 ns.
    private const double Misprediction = 5;
    private const double AssumedTrips = 64;

    // Below so many nanoseconds for a byte that an iteration touches, by the compiler's costs, a loop takes longer once its arrays are
    // larger than the caches. In lanes a division or a root takes five times its cost, and is what the loop waits for.
    private const double MemoryScalar = 0.3;
    private const double MemoryLanes = 0.03;

    /// <summary>Whether two threads take clearly less than one does.</summary>
    public static bool Gains(RegionPlan region) => InOrder(region) + (Shared(region) / 2) <= MostOfTime;

    /// <summary>What parts that run in order take. An iteration of theirs waits for what the one before has stored.</summary>
    public static double InOrder(RegionPlan region) =>
        region.Parts.Where(part => !part.RunsOnThreads).Sum(part => ThroughMemory + (2 * OfPart(part))) / Whole(region);

    /// <summary>What all others take on one thread.</summary>
    public static double Shared(RegionPlan region) => region.Parts.Where(part => part.RunsOnThreads).Sum(OfPart) / Whole(region);

    /// <summary>Where the caches don't hold what it touches, the loop waits for memory, which one thread may well keep busy.</summary>
    public static bool WaitsForMemory(RegionPlan region)
    {
        double bytes = Bytes(region, out double inner) * inner;
        return Nanoseconds(region.Otherwise ?? region) < bytes * (region.Otherwise is null ? MemoryScalar : MemoryLanes);
    }

    /// <summary>How much memory an iteration touches, roughly: one element for each array.</summary>
    /// <param name="inner">So many times in inner loops.</param>
    public static double Bytes(RegionPlan region, out double inner)
    {
        AccessSite[] sites = [.. Region.Of(region.Root).Sites];
        inner = sites.Select(site => site.Loops.Skip(1).Aggregate(1.0, (trips, domain) => trips * Trips(domain.Loop)))
            .DefaultIfEmpty(1).Max();
        return sites.GroupBy(site => site.Object.Id).Sum(group => (double)Math.Max(group.First().Object.Element.Size(), 1));
    }

    private static double Whole(RegionPlan region) => Math.Max(Nanoseconds(region.Otherwise ?? region), 0.01);

    private static double OfPart(RegionPlan part) => part.Vector is null ? Math.Max(Nanoseconds(part), LeastScalar) : Nanoseconds(part);

    private static double Nanoseconds(RegionPlan region) =>
        region.Cost.VectorNanoseconds + (region.Vector is null ? Branches(region.Root.Body) : 0);

    /// <summary>What elements decide is mispredicted, by each part anew.</summary>
    private static double Branches(Block block) => block.Statements.Sum(statement => statement switch
    {
        If conditional => Branches(conditional.Then) + Branches(conditional.Else)
            + (ExpressionTree.SelfAndDescendants(conditional.Condition).Any(IsOfElement) ? Misprediction : 0),
        LoopStatement { Loop: var loop } => Trips(loop) * Branches(loop.Body),
        _ => 0,
    });

    private static double Trips(Loop inner) => TripCounts.Constant(inner) ?? AssumedTrips;

    private static bool IsOfElement(Expression part) => part is Load or VariableRead { Variable.DeclaringLoop: not null };
}
