using AutoPar.Generator.Diagnostics;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Analysis.Guards;

/// <summary>Dictionaries and sets that iterations look things up in: the same ones all through, by the framework's comparers.</summary>
internal static class LookupGuards
{
    public static void Add(Region region, GuardList guards)
    {
        Opaque[] statements = [.. LoopTree.Statements(region.Root.Body).OfType<Opaque>()];
        foreach (Variable collection in statements.SelectMany(statement => statement.Effects.Lookups).GroupBy(variable => variable.Id).Select(group => group.First()))
        {
            if (Walk.Assigned(region.Root.Body).Contains(collection.Id) || collection.IsVolatile || collection.Kind == VariableKind.Reference)
            {
                guards.Refuse(new Refusal(
                    RuleIds.UnknownEffects, region.Root.Location, EquatableArray.Of(collection.Name, "the loop may change which collection it is, and its comparer may run any code")));
            }
            else
            {
                guards.Add(new FrameworkComparer(collection));
            }
        }
    }
}
