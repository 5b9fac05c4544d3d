using AutoPar.Generator.Diagnostics;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Analysis.Guards;

/// <summary>Operators of type parameters: the type is one whose operators do nothing else.</summary>
internal static class NumberGuards
{
    public static void Add(Region region, GuardList guards)
    {
        Opaque[] statements = [.. LoopTree.Statements(region.Root.Body).OfType<Opaque>().Where(opaque => !opaque.Effects.Numbers.IsEmpty)];
        string[] numbers = [.. statements.SelectMany(opaque => opaque.Effects.Numbers).Distinct()];
        foreach (string number in numbers)
        {
            guards.Add(new PrimitiveNumber(number));
        }

        foreach (MemoryObject item in region.Objects.Where(item => numbers.Contains(item.ElementTypeText)))
        {
            AddAliases(item, region, guards);
        }

        if (statements.SelectMany(opaque => opaque.Effects.ScalarReads.Concat(opaque.Effects.ScalarWrites)).FirstOrDefault(variable => variable.Kind == VariableKind.Reference) is { } reference)
        {
            guards.Refuse(Unknown(region, reference.Name, "it may lie inside an array of a type that only the call knows"));
        }
    }

    /// <summary>Which arrays it may be one with, the type doesn't tell: that is known at the call.</summary>
    private static void AddAliases(MemoryObject item, Region region, GuardList guards)
    {
        if (item.Kind != MemoryKind.Array)
        {
            guards.Refuse(Unknown(region, item.Name, "only arrays of a type parameter are compared with others"));
            return;
        }

        foreach (MemoryObject other in region.Objects.Where(other => other.ElementTypeText != item.ElementTypeText && (region.Stores(other) || region.Stores(item))))
        {
            if (other.Kind == MemoryKind.Array)
            {
                guards.Add(item.Id < other.Id ? new Different(item, other) : new Different(other, item));
            }
            else if (item.Origin != MemoryOrigin.FreshLocal && other.Origin != MemoryOrigin.FreshLocal && other.Kind != MemoryKind.MultiArray)
            {
                guards.Refuse(Unknown(region, other.Name, $"it may share memory with {item.Name}"));
            }
        }
    }

    private static Refusal Unknown(Region region, string name, string why) =>
        new(RuleIds.UnknownEffects, region.Root.Location, EquatableArray.Of(name, why));
}
