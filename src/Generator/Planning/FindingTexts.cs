using AutoPar.Generator.Analysis;
using AutoPar.Generator.Diagnostics;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Transforms;

namespace AutoPar.Generator.Planning;

/// <summary>Remarks: what was done to a loop and how, in words.</summary>
internal static class FindingTexts
{
    public static Refusal Parallelized(LoopNest nest, IEnumerable<RegionPlan> regions) =>
        Remark(RuleIds.Parallelized, nest, regions, region =>
            $"{Distribution(region)}chunks on all cores{(region.IsSearched ? " up to the first in which an iteration leaves" : "")}{(region.Vector is { } vector ? ", " + Lanes(region, vector) : "")}");

    public static Refusal Vectorized(LoopNest nest, IEnumerable<RegionPlan> regions) =>
        Remark(RuleIds.Vectorized, nest, regions, region => Lanes(region, region.Vector!));

    /// <summary>One loop is several, of which those in lanes are told, and those that run in order counted.</summary>
    public static Refusal Vectorized(LoopNest nest, RegionPlan whole)
    {
        RegionPlan[] regions = [.. whole.Further.Prepend(whole)];
        int inOrder = regions.Count(region => region.Vector is null);
        string distribution = $"distribution into {regions.Length} loops{(inOrder > 0 ? $" ({inOrder} in order)" : "")}";
        return Vectorized(
            nest with { Transformations = nest.Transformations.Append(distribution).ToEquatableArray() }, regions.Where(region => region.Vector is not null));
    }

    private static string Distribution(RegionPlan region)
    {
        int inOrder = region.Parts.Count(part => !part.RunsOnThreads);
        return region.Parts.IsEmpty ? "" : $"distribution into {region.Parts.Count} loops{(inOrder > 0 ? $" ({inOrder} in order)" : "")}, ";
    }

    private static Refusal Remark(string ruleId, LoopNest nest, IEnumerable<RegionPlan> regions, Func<RegionPlan, string> how) => new(
        ruleId,
        nest.Location,
        EquatableArray.Of(
            string.Join(", ", regions.Select(region => $"loop over {region.Root.Index.Name}")),
            string.Join("; ", regions.Select(region => how(region) + Details(region)))
                + (nest.Transformations.IsEmpty ? "" : $"; after {string.Join(", ", nest.Transformations)}")));

    private static string Lanes(RegionPlan region, VectorLoopPlan vector)
    {
        string which = vector.Loop.Id == region.Root.Id ? "" : $" over {vector.Loop.Index.Name}";
        return vector.Unroll == 1 ? $"{vector.Lanes} lanes{which}" : $"{vector.Lanes} lanes × {vector.Unroll} vectors{which}";
    }

    private static string Details(RegionPlan region)
    {
        Variable[] ours = [.. region.CheckedSums.SelectMany(sum => new[] { sum.Above, sum.Below }), .. region.BlockSums.Select(sum => sum.Total)];
        string reductions = string.Join(", ", region.Roles.Where(role => role is Reduction or AssociativeReduction or ArgReduction).Select(role => role.Variable)
            .Except(ours).Concat(region.CheckedSums.Select(sum => sum.Sum)).Select(variable => variable.DisplayName));
        string copies = string.Join(", ", region.ArrayReductions.Where(_ => region.RunsOnThreads).Select(reduction => reduction.Object.DisplayName));
        string guards = string.Join(", ", region.Guards.Select(Describe).Append(region.Speculation).OfType<string>().Distinct()
            .Concat(region.CheckedSums.Select(sum => $"{sum.Sum.Name} doesn't overflow")));
        string functions = VectorFunctions.AreUsed(region.Root) ? "; vector math functions (at most 1 ulp off)" : "";
        string scans = string.Join(", ", (region.Vector?.Roles ?? region.Roles).Concat(region.Roles)
            .Where(role => role is Scan || (role is Cursor && region.RunsOnThreads))
            .Select(role => role.Variable.DisplayName).Distinct());
        string[] places = [.. region.Cuts.Concat(region.RunsOnThreads ? region.ThreadCuts : EquatableArray<IndexCut>.Empty).Select(cut => cut.Place).Distinct()];
        string splitting = places.Length == 0 ? "" : $"; index-set splitting {string.Join(", ", places)}";
        string collapse = region is { RunsOnThreads: true, Collapse.Inner.Index.Name: var inner } ? $"; collapsed with the loop over {inner}" : "";
        string remainder = region.Vector is { MasksRemainder: true } ? "; masked remainder" : "";
        string seams = region is { RunsOnThreads: true, Seams: { } plan } ? $"; seam copies of {string.Join(", ", plan.Loads)}" : "";
        string lists = string.Join(", ", region.Appended.Select(list => list.DisplayName));
        string locked = region.Lock is { } taken ? $"; {taken.Gate} locked once" : "";
        return collapse + seams + locked + remainder + functions + splitting + (scans.Length > 0 ? $"; scans {scans}" : "")
            + (lists.Length > 0 ? $"; appends to {lists} in order" : "")
            + (copies.Length > 0 ? $"; array reduction of {copies}" : "") + (reductions.Length > 0 ? $"; reduces {reductions}" : "") + (guards.Length > 0 ? $"; guards: {guards}" : "");
    }

    /// <summary>The guards worth telling; nulls, trip counts and bounds are tested for every loop.</summary>
    private static string? Describe(Guard guard) => guard switch
    {
        Different different => $"{different.First.DisplayName} and {different.Second.DisplayName} are different",
        SameOrDisjoint same => $"{same.First.DisplayName} and {same.Second.DisplayName} are the same or disjoint",
        ReferenceOutside outside => $"{outside.Reference.Name} is outside {outside.Object.DisplayName}",
        Holds holds when ExpressionTree.SelfAndDescendants(holds.Condition).Any(part => part is VariableRead or ObjectLength or Load) => PlainText.Of(holds.Condition),
        ExactSteps exact => $"{exact.Counter.Variable.DisplayName} counts without rounding",
        Content content => content.Reason,
        FrameworkComparer { Collection: var collection } => $"{collection.Name} compares as the framework does",
        PrimitiveNumber number => $"{number.Parameter} is a primitive number",
        Independent independent => $"no two iterations touch an element of {independent.Object.DisplayName} that one of them writes",
        DifferentObjects objects => $"no object stands twice in {objects.Holders.DisplayName}",
        DifferentRows rows => $"the rows of {rows.Object.DisplayName} are different",
        _ => null,
    };
}
