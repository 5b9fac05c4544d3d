using AutoPar.Generator.Analysis;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Transforms;

namespace AutoPar.Generator.Planning;

/// <summary>How self-check mode compares what a form leaves with what the method as written does.</summary>
internal static class VerificationPlan
{
    /// <summary>
    /// A <c>ComparedAs</c> of Runtime, for results and elements alike: what a loop sums up, the text after it may store, and another loop use.
    /// </summary>
    public static string Compared(IReadOnlyList<RegionPlan> regions)
    {
        List<string> kinds = [];
        if (regions.Any(region => VectorFunctions.AreUsed(region.Root) || region.FloatMode == FloatMode.Fast))
        {
            kinds.Add("Approximated");
        }

        if (regions.Any(Reassociates))
        {
            kinds.Add("Reassociated");
        }

        return string.Join(" | ", kinds.DefaultIfEmpty("Bits").Select(kind => "global::AutoPar.Runtime.ComparedAs." + kind));
    }

    /// <summary>
    /// The offset at which iterations store elements of this parameter, each in one iteration alone: the index and what is added to it.
    /// Null where no such thing can be told.
    /// </summary>
    public static (string Index, long Offset)? Iteration(IReadOnlyList<RegionPlan> regions, string parameter)
    {
        var stores = regions.SelectMany(region => LoopTree.Statements(region.Root.Body).OfType<Store>().Select(store => (region.Root.Index, store)))
            .Where(pair => pair.store.Target.Object.AccessText == parameter)
            .ToList();
        return stores is [({ } index, { Target.Subscripts: [var subscript] })] && subscript switch
        {
            VariableRead { Variable.Id: var id } when id == index.Id => 0,
            Binary { Operator: BinaryOperator.Add, Left: VariableRead { Variable.Id: var id }, Right: Constant { Value: int offset } } when id == index.Id => offset,
            Binary { Operator: BinaryOperator.Subtract, Left: VariableRead { Variable.Id: var id }, Right: Constant { Value: int offset } } when id == index.Id => -(long)offset,
            _ => (long?)null,
        } is { } found
            ? (index.Name, found)
            : null;
    }

    private static bool Reassociates(RegionPlan region) => region.Roles.Concat(region.Vector is { } vector ? vector.Roles.Items : []).Any(role =>
        role is Scan ? role.Variable.Type.IsFloat()
        : ReductionOperators.Reassociates(role));
}
