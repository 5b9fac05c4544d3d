using System.Collections.Immutable;
using AutoPar.Generator.Analysis.Guards;
using AutoPar.Generator.Diagnostics;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Analysis;

/// <summary>
/// Lists that a loop appends to, and does nothing else with: on threads a chunk appends to a list of its own, and what is in these is
/// appended in the order of the iterations.
/// </summary>
internal static class Appends
{
    public static ImmutableArray<MemoryObject> Of(Loop loop) =>
        [.. Statements(loop).SelectMany(opaque => opaque.Effects.Appends).Select(append => append.List!).GroupBy(list => list.Id).Select(group => group.First())];

    /// <param name="scans">Iterations hand values on, so that blocks of them need totals first.</param>
    /// <param name="hasSeams">Chunks end in iterations of another kind.</param>
    public static IEnumerable<Refusal> Find(Loop loop, bool scans, bool hasSeams)
    {
        ListUse[] appends = [.. Statements(loop).SelectMany(opaque => opaque.Effects.Appends)];
        if (appends.Length == 0)
        {
            yield break;
        }

        foreach ((MemoryObject list, string read, SourceLocation place) in Uses(loop))
        {
            foreach (ListUse append in appends.Where(append => append.List!.Id == list.Id).Take(1))
            {
                string why = $"iteration {loop.Index.Name} appends by {append.Text}, a later iteration reads {read}";
                yield return new Refusal(RuleIds.UnsafeSharedObject, append.Location, EquatableArray.Of(list.DisplayName, "List", "Add", ": " + why), place);
                yield return new Refusal(
                    RuleIds.CarriedDependence, place, EquatableArray.Of(why, $"read '{list.DisplayName}' after the loop, or count in a variable"), append.Location);
            }
        }

        foreach (ListUse read in Statements(loop).SelectMany(opaque => opaque.Effects.ListReads))
        {
            foreach (ListUse append in appends.Where(append => MayBeOneType(append, read)).Take(1))
            {
                yield return new Refusal(
                    RuleIds.UnknownEffects, read.Location,
                    EquatableArray.Of(read.Text, $"it may look at the list that other iterations append to by {append.Text}"), append.Location);
            }
        }

        string? transformation = loop.IsResumed ? "a search before it appends" : scans ? "a scan of what it appends" : hasSeams ? "seam copies where it appends" : null;
        if (transformation is not null)
        {
            yield return new Refusal(RuleIds.NeedsTransformation, appends[0].Location, EquatableArray.Of(transformation, $"the loop collects by {appends[0].Text}"));
        }
    }

    /// <summary>
    /// A list is there, is no other one that the loop uses, and its memory, with the room at its end, is none that the loop accesses
    /// through a span or a pointer.
    /// </summary>
    public static void AddGuards(Region region, GuardList guards)
    {
        ImmutableArray<MemoryObject> lists = Of(region.Root);
        foreach (MemoryObject list in lists)
        {
            guards.Add(new NotNull(list));
            foreach (MemoryObject other in lists.Concat(region.Objects).Where(other => other.Id != list.Id
                && (other.IsSpan || other.Kind is MemoryKind.List or MemoryKind.Pointer)))
            {
                guards.Add(new Different(list, other));
            }
        }
    }

    private static IEnumerable<Opaque> Statements(Loop loop) => LoopTree.Statements(loop.Body).OfType<Opaque>();

    /// <summary>What is loaded, stored and counted, with the words for it.</summary>
    private static IEnumerable<(MemoryObject Object, string Text, SourceLocation Place)> Uses(Loop loop)
    {
        foreach (Expression part in ExpressionTree.Header(loop).SelectMany(Walk.Parts))
        {
            if (Use(part, loop.Location) is { } use)
            {
                yield return use;
            }
        }

        foreach (Statement statement in LoopTree.Statements(loop.Body))
        {
            foreach (Expression part in ExpressionTree.Own(statement).SelectMany(Walk.Parts))
            {
                if (Use(part, statement.Location) is { } use)
                {
                    yield return use;
                }
            }

            IEnumerable<ArrayAccess> accesses = statement switch
            {
                Store store => [store.Target],
                Opaque { Effects: var effects } => effects.ElementReads.Concat(effects.ElementWrites),
                _ => [],
            };
            foreach (ArrayAccess access in accesses)
            {
                yield return (access.Object.Structs ?? access.Object, access.Text, access.Location);
            }
        }
    }

    private static (MemoryObject Object, string Text, SourceLocation Place)? Use(Expression part, SourceLocation place) => part switch
    {
        Load { Access: var access } => (access.Object.Structs ?? access.Object, access.Text, access.Location),
        ObjectLength { Object: var item } => (item.Structs ?? item, $"{item.DisplayName}.Count", place),
        _ => null,
    };

    private static bool MayBeOneType(ListUse one, ListUse other) => one.ListType.Length == 0 || other.ListType.Length == 0 || one.ListType == other.ListType;
}
