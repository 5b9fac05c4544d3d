using AutoPar.Generator.Analysis;
using AutoPar.Generator.Analysis.Dependences;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Transforms;

/// <summary>
/// <c>e = a[2 * i]; …; f = a[2 * i + 1];</c> → <c>e = a[2 * i]; f = a[2 * i + 1]; …</c>: loads that leave no gap between them, made one
/// after the other, are whole vectors in lanes.
/// </summary>
internal static class InterleavedLoads
{
    /// <returns>The loop itself when there are no such loads.</returns>
    public static Loop Together(Loop loop)
    {
        foreach (ArrayAccess[] group in InterleavedGroup.Loads(loop))
        {
            List<Statement> statements = [.. loop.Body.Statements];
            int[] places = [.. group.Select(access => statements.FindIndex(statement =>
                statement is Assign { Value: Load load, Target.Kind: VariableKind.Temporary } && load.Access.Id == access.Id))];
            int first = places.Min();
            if (first < 0 || statements.Skip(first).Take(places.Max() - first).Any(statement => MayChange(statement, group)))
            {
                continue;
            }

            List<Statement> moved = [.. places.Select(place => statements[place])];
            statements.RemoveAll(moved.Contains);
            statements.InsertRange(first, moved);
            loop = loop with { Body = new Block(statements.ToEquatableArray()) };
        }

        return loop;
    }

    /// <summary>May the statement change the elements, or where they are?</summary>
    private static bool MayChange(Statement statement, ArrayAccess[] group)
    {
        HashSet<int> read =
            [.. group.SelectMany(access => access.Subscripts).SelectMany(Walk.Parts).OfType<VariableRead>().Select(part => part.Variable.Id)];
        return LoopTree.Statements(new Block(EquatableArray.Of(statement))).Any(inner => inner switch
        {
            Store store => AliasAnalysis.Of(store.Target.Object, group[0].Object) != AliasKind.None,
            Assign assign => read.Contains(assign.Target.Id) || assign.Target.Element is not null
                || AliasAnalysis.MayLieInside(assign.Target, group[0].Object),
            If => false,
            _ => true,
        });
    }
}
