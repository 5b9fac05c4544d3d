using AutoPar.Generator.Analysis;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Transforms;

namespace AutoPar.Generator.Planning;

/// <summary>How self-check mode compares what a form leaves with what the method as written does.</summary>
/// <param name="Results">The form's result: a <c>ComparedAs</c> of Runtime.</param>
/// <param name="Elements">Elements of arrays.</param>
internal sealed record VerificationPlan(string Results, string Elements)
{
    private const string Reassociated = "Reassociated";
    private const string Approximated = "Approximated";

    public static VerificationPlan Of(IReadOnlyList<RegionPlan> regions)
    {
        List<string> kinds = [];
        if (regions.Any(region => VectorFunctions.AreUsed(region.Root) || region.FloatMode == FloatMode.Fast))
        {
            kinds.Add(Approximated);
        }

        // What a loop sums up on its way, it stores, too; what the first sums up the second may use.
        bool stored = regions.Any(Stores) || (regions.Count > 1 && regions.Any(Reassociates));
        return new VerificationPlan(
            Text(regions.Any(region => Reassociates(region) || Stores(region)) ? [.. kinds, Reassociated] : kinds),
            Text(stored ? [.. kinds, Reassociated] : kinds));
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

    private static string Text(IReadOnlyList<string> kinds) => kinds.Count == 0
        ? "global::AutoPar.Runtime.ComparedAs.Bits"
        : string.Join(" | ", kinds.Select(kind => "global::AutoPar.Runtime.ComparedAs." + kind));

    private static bool Reassociates(RegionPlan region) => Sums(region.Roles).Any();

    /// <summary>Elements depend on a float sum: they are it, or of an inner loop in lanes, or on its way.</summary>
    private static bool Stores(RegionPlan region) =>
        Sums(region.Roles).Any(role => role.Variable.Element is not null || role.Variable.IsMemory)
        || region.Roles.Any(role => role is Scan && role.Variable.Type.IsFloat())
        || (region.Vector is { } vector && (vector.Roles.Any(role => role is Scan && role.Variable.Type.IsFloat())
            || (vector.Loop.Id != region.Root.Id && Sums(vector.Roles).Any())));

    private static IEnumerable<Reduction> Sums(IEnumerable<ScalarRole> roles) =>
        roles.OfType<Reduction>().Where(role => ReductionOperators.Reassociates(role.Operator, role.Variable.Type));
}
