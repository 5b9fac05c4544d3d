using AutoPar.Generator.Analysis.Dependences;
using AutoPar.Generator.Diagnostics;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Analysis.Guards;

/// <summary>
/// Fields that a loop writes in the objects of an array: elements at different places must be different objects, and which ones they
/// are may not change.
/// </summary>
internal static class HolderGuards
{
    public static void Add(Region region, GuardList guards)
    {
        foreach (MemoryObject holders in region.Objects.Where(item => item.Holders is not null && region.Stores(item)).Select(item => item.Holders!).Distinct())
        {
            foreach (MemoryObject stored in region.Sites.Where(site => site.IsWrite && site.Object.Holders is null).Select(site => site.Object)
                .Concat(Appends.Of(region.Root)).Distinct().Where(stored => AliasAnalysis.Of(holders, stored) != AliasKind.None))
            {
                if (stored.Id != holders.Id && IsReference(stored) && IsReference(holders))
                {
                    guards.Add(new Different(holders, stored));
                }
                else
                {
                    guards.Refuse(new Refusal(RuleIds.UnknownEffects, region.Root.Location, EquatableArray.Of(
                        holders.DisplayName, $"the loop changes objects in it, and may put others there, by {stored.DisplayName}: one of them may stand there twice")));
                }
            }

            guards.Add(new DifferentObjects(holders));
        }
    }

    private static bool IsReference(MemoryObject item) => item.Kind is MemoryKind.Array or MemoryKind.List;
}
