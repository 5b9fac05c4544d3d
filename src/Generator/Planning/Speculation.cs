using AutoPar.Generator.Analysis;
using AutoPar.Generator.Analysis.Guards;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Planning;

/// <summary>
/// A loop without effects needs no run through its subscripts before: it is tried, and if one is out of range, which the
/// kernel finds where it uses it, nothing has happened yet and the loop runs as written.
/// </summary>
internal static class Speculation
{
    /// <summary>The guard that trying replaces; null when the loop has to be tested before.</summary>
    public static Content? Replaces(Loop root, VectorLoopPlan? vector, EquatableArray<ScalarRole> roles, EquatableArray<Guard> guards)
    {
        // The shadow has what throws besides accesses; from the loop itself, overflow checks are gone by now.
        if (guards.OfType<Content>().ToArray() is not [var content]
            || !roles.Any(RegionPlan.IsOutput)
            || NaNProbes.Of(roles).Count > 0
            || LoopTree.Statements(root.Body).Any(statement => statement is not (Assign or If or LoopStatement))
            || ExpressionTree.Of(content.Shadow.Body).Concat(ExpressionTree.Header(content.Shadow)).SelectMany(Walk.Parts).Any(MayThrow.ByItself))
        {
            return null;
        }

        LaneVariables? variables = vector is null ? null : new LaneVariables(vector.Loop, vector.Roles);
        HashSet<int> tested = [.. content.Proven];
        return ExpressionTree.Of(root.Body).SelectMany(Walk.Parts).OfType<Load>()
            .All(load => tested.Contains(load.Access.Id) || IsChecked(load.Access, variables)) ? content : null;
    }

    /// <summary>The kernel itself looks whether the subscript is in range: C# does, and a gather.</summary>
    private static bool IsChecked(ArrayAccess access, LaneVariables? variables) => access.Object.Kind != MemoryKind.Pointer
        && (variables is null || IndexedAccess.Is(access, variables) || access.Subscripts.All(variables.IsUniform));
}
