using AutoPar.Generator.Analysis.Scalars;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Transforms;

/// <summary>
/// <c>l += i;</c> once in each iteration → l is its value from before the loop and the sum of the increments so far, in
/// closed form. No iteration then needs the one before.
/// </summary>
internal static class SecondOrderInduction
{
    public static LoopNest Apply(LoopNest nest)
    {
        if (nest.Root is not { } root || !IsCounted(root) || LoopTree.Statements(root.Body).Any(statement => statement is Opaque or Exit))
        {
            return nest;
        }

        FreshVariables fresh = new(nest);
        foreach (Variable variable in root.Body.Statements.OfType<Assign>().Select(assign => assign.Target).Distinct().ToList())
        {
            if (Increment(variable, root, out int place) is not { } increment)
            {
                continue;
            }

            // In the text as written it is still the same variable.
            Variable before = variable with { Id = fresh.Id(), Name = fresh.Name(variable.Name + "Start"), ReadAfter = false };
            var sums = new IncrementSums(root, increment, before);
            root = root with { Body = Replaced(root.Body, place, variable, sums) };
            nest = nest with { Root = root, Variables = nest.Variables.Append(before).ToEquatableArray() };
        }

        return nest;
    }

    /// <summary>The index counts the iterations from a value that is known before, and 64 bits hold its products.</summary>
    private static bool IsCounted(Loop root) =>
        root.ConstantStep is 1 or -1 && root.Index.Type == ElementType.Int32
        && root.Start.Type is ElementType.Int32 or ElementType.Int64 && Inductions.IsInvariant(root.Start, root);

    private static LinearIncrement? Increment(Variable variable, Loop root, out int place)
    {
        var uses = new ScalarUses(root, variable);
        place = uses.Assigns.Count == 1 ? root.Body.Statements.ToList().FindIndex(statement => ReferenceEquals(statement, uses.Assigns[0])) : -1;
        return place >= 0 && !uses.IsInnerIndex
            && variable is { Kind: VariableKind.Local or VariableKind.Parameter, DeclaringLoop: null, IsVolatile: false, Type: ElementType.Int32 or ElementType.Int64 }
            && variable.TypeText == variable.Type.Keyword()
            // Read nowhere else it is a reduction, which costs less.
            && uses.Reads > uses.CountReads(uses.Assigns[0].Value)
            ? LinearIncrement.Of(uses, root)
            : null;
    }

    private static Block Replaced(Block body, int place, Variable variable, IncrementSums sums) =>
        new(body.Statements.Select((statement, index) =>
            index < place ? new Substitution(variable.Id, sums.Before).Visit(statement)
            : index == place && statement is Assign assign ? assign with { Value = sums.After }
            : statement).ToEquatableArray());
}
