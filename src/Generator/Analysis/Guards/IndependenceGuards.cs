using System.Collections.Immutable;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Analysis.Guards;

/// <summary>
/// Scatters through an index array: whether two iterations touch one element can be seen before the loop from the
/// subscripts alone (an inspector), where nothing that decides them is stored in the loop.
/// </summary>
internal static class IndependenceGuards
{
    /// <summary>Adds the guard that removes all conflicts on the object; false when there is none.</summary>
    public static bool TryAdd(Region region, MemoryObject item, IEnumerable<ScalarRole> roles, GuardList guards)
    {
        ImmutableArray<AccessSite> sites = [.. region.Sites.Where(site => site.Object.Id == item.Id)];
        if (item.Rank != 1 || item.Kind is not (MemoryKind.Array or MemoryKind.Span or MemoryKind.List)
            || sites.Any(site => site.Owner is null or Opaque || site.Loops.IsEmpty)
            || !sites.Any(site => site.IsWrite && !site.IsAffine)
            || region.Root.Form == LoopForm.Do || LoopTree.Statements(region.Root.Body).Any(statement => statement is Exit))
        {
            return false;
        }

        Dictionary<int, AccessSite> told = sites.Where(site => !IsReadOfTarget(site)).ToDictionary(site => site.Access.Id);
        ShadowLoop shadow = ShadowLoop.Of(region.Root, access => told.ContainsKey(access.Id), _ => false, keepsAll: true);
        if (shadow.Loop is not { } loop || shadow.Decisive.Any(load => region.Stores(load.Access.Object))
            || shadow.Needed.Any(variable => !IsComputed(variable, region, roles)))
        {
            return false;
        }

        foreach (Load load in shadow.Decisive)
        {
            ContentGuards.AddOrder(load, region, guards);
        }

        bool isOneTouch = told.Values.ToArray() is [{ IsWrite: true, Loops.Length: 1 }] && !LoopTree.Statements(loop.Body).Any(statement => statement is WhileStatement);
        guards.Add(new Independent(item, new Touches(told).Visit(loop), isOneTouch));
        return true;
    }

    /// <summary>The shadow loop computes the scalar as the loop does, whichever iterations ran before.</summary>
    private static bool IsComputed(int variable, Region region, IEnumerable<ScalarRole> roles) =>
        roles.Where(role => role.Variable.Id == variable).All(role => role is Private or Induction)
        && !LoopTree.Statements(region.Root.Body).OfType<Opaque>().Any(opaque => opaque.Effects.ScalarWrites.Any(written => written.Id == variable));

    /// <summary><c>a[x] += …</c> reads what it writes.</summary>
    private static bool IsReadOfTarget(AccessSite site) =>
        !site.IsWrite && site.Owner is Store store && Walk.Same(new Load(site.Access), new Load(store.Target));

    /// <summary>Makes touches of the probes of a shadow loop.</summary>
    private sealed class Touches(IReadOnlyDictionary<int, AccessSite> sites) : IrRewriter
    {
        public override Statement Visit(Statement statement) =>
            statement is Assign { Value: Load { Access: var access } } probe && ShadowLoop.IsProbe(probe.Target)
                ? new Touch(access, sites[access.Id].IsWrite, access.Location)
                : base.Visit(statement);
    }
}
