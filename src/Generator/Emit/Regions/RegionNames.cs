using AutoPar.Generator.Ir;
using AutoPar.Generator.Planning;

namespace AutoPar.Generator.Emit.Regions;

/// <summary>The members that a region is made of.</summary>
internal static class RegionNames
{
    /// <summary>The class of a region's generic members.</summary>
    public static string Holder(RegionPlan region) => $"{region.Name}Of{region.TypeParameters}";

    /// <summary>What the method's forms put before a member's name.</summary>
    public static string Prefix(RegionPlan region) => region.TypeParameters.Length == 0 ? "" : Holder(region) + ".";

    /// <summary>How a member that a form calls is declared.</summary>
    public static string Accessibility(RegionPlan region) => region.TypeParameters.Length == 0 ? "private" : "internal";

    public static string Guard(RegionPlan region) => region.Name + "Guard";

    /// <summary>Which test of the guard fails, told to listeners.</summary>
    public static string Failed(RegionPlan region) => region.Name + "Failed";

    /// <summary>Whether there are enough trips for the region to gain.</summary>
    public static string IsLong(RegionPlan region) => region.Name + "IsLong";

    /// <summary>A form's part for enough trips: <c>Vectorized</c> or <c>Parallel</c>.</summary>
    public static string Form(RegionPlan region, string form) => region.Name + form;

    public static string Kernel(RegionPlan region) => region.Name + "Kernel";

    /// <summary>The kernel for some iterations of the inner loop, too.</summary>
    public static string Tile(RegionPlan region) => region.Name + "Tile";

    /// <summary>The struct of what a run yields.</summary>
    public static string Partial(RegionPlan region) => region.Name + "Partial";

    /// <summary>The struct that the loop driver calls.</summary>
    public static string Body(RegionPlan region) => region.Name + "Body";

    /// <summary>Whether a block may leave the loop.</summary>
    public static string MayLeave(RegionPlan region) => region.Name + "MayLeave";

    /// <summary>All blocks on the calling thread.</summary>
    public static string Blocks(RegionPlan region) => region.Name + "Blocks";

    /// <summary>All iterations on the calling thread, in slices between which it may be cancelled.</summary>
    public static string Slices(RegionPlan region) => region.Name + "Slices";

    /// <summary>All iterations on several threads.</summary>
    public static string Fork(RegionPlan region) => region.Name + "Fork";

    /// <summary>Copies what chunks load beyond their ends.</summary>
    public static string Saving(RegionPlan region) => region.Name + "Saving";

    /// <summary>The kernel of a chunk's last iterations, which load those copies.</summary>
    public static string Ending(RegionPlan region) => region.Name + "Ending";

    /// <summary>The same, and whether nothing was thrown.</summary>
    public static string Try(RegionPlan region, bool isForked) => region.Name + (isForked ? "TryFork" : "TryBlocks");

    /// <summary>The value of an index or induction variable after the loop.</summary>
    public static string After(RegionPlan region, Variable variable) => $"{region.Name}After_{variable.Name.TrimStart('@')}";
}
