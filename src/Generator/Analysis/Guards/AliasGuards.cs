using System.Collections.Immutable;
using AutoPar.Generator.Analysis.Dependences;
using AutoPar.Generator.Diagnostics;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Analysis.Guards;

/// <summary>Guards that keep apart what must not share memory: views at other offsets, references, loop headers.</summary>
internal static class AliasGuards
{
    /// <summary>Spans, pointers and lists overlap at any offset, for which comparing subscripts proves nothing.</summary>
    public static void AddViews(Region region, GuardList guards)
    {
        foreach (MemoryObject one in region.Objects)
        {
            foreach (MemoryObject other in region.Objects.Where(item => item.Id > one.Id))
            {
                if ((!region.Stores(one) && !region.Stores(other)) || !IsAccessed(region, one) || !IsAccessed(region, other))
                {
                    continue;
                }

                if (AliasAnalysis.IsClaimed(one, other))
                {
                    guards.Add(new Different(one, other));
                }
                else if (AliasAnalysis.Of(one, other) == AliasKind.Bytes)
                {
                    bool isOneRow = one.Rank == 1 && other.Rank == 1 && ConflictFinder.AreComparable(one, other);
                    guards.Add(isOneRow ? new SameOrDisjoint(one, other) : new Different(one, other));
                }
            }
        }
    }

    /// <summary>References (and, for spans, fields) that may lie inside an object that the other side of the loop uses.</summary>
    public static void AddReferences(Region region, GuardList guards)
    {
        HashSet<int> assigned = Walk.Assigned(region.Root.Body);
        ImmutableArray<Variable> scalars = [.. Scalars(region.Root).Where(variable => variable.IsMemory).GroupBy(variable => variable.Id).Select(group => group.First())];
        foreach (Variable variable in scalars)
        {
            foreach (MemoryObject item in region.Objects.Where(item => IsAccessed(region, item)
                && (assigned.Contains(variable.Id) || region.Stores(item)) && AliasAnalysis.MayLieInside(variable, item)))
            {
                guards.Add(new ReferenceOutside(variable, item));
            }

            foreach (MemoryObject list in Appends.Of(region.Root).Where(_ => variable.Kind == VariableKind.Reference))
            {
                guards.Add(new ReferenceOutside(variable, list));
            }

            foreach (Variable other in scalars.Where(other => other.Id > variable.Id && MayBeOne(variable, other)
                && (assigned.Contains(variable.Id) || assigned.Contains(other.Id))))
            {
                guards.Refuse(new Refusal(RuleIds.UnknownEffects, region.Root.Location, EquatableArray.Of(
                    variable.Name, $"it may be the same variable as {other.Name}, and one of them is assigned")));
            }
        }
    }

    /// <summary>What the header of a loop loads must stay as it is while the loop runs.</summary>
    public static void AddHeaders(Region region, GuardList guards)
    {
        foreach (LoopDomain domain in region.Loops)
        {
            Load[] loads = [.. ExpressionTree.Header(domain.Loop).SelectMany(Walk.Parts).OfType<Load>()];
            foreach (AccessSite store in region.Sites.Where(site => loads.Length > 0 && site.IsWrite && site.Loops.Any(loop => loop.Loop.Id == domain.Loop.Id)))
            {
                foreach (Load load in loads.Where(load => AliasAnalysis.Of(load.Access.Object, store.Object) != AliasKind.None))
                {
                    if (load.Access.Object.Id != store.Object.Id)
                    {
                        guards.Add(new Different(load.Access.Object, store.Object));
                    }
                    else
                    {
                        guards.Refuse(new Refusal(RuleIds.NotCounted, domain.Loop.Location, EquatableArray.Of(
                            $"its bound is read from {load.Access.Text}, and the loop stores to {store.Object.Name}")));
                    }
                }
            }
        }
    }

    private static IEnumerable<Variable> Scalars(Loop root)
    {
        foreach (Expression part in ExpressionTree.Of(root.Body).Concat(ExpressionTree.Header(root)).SelectMany(Walk.Parts))
        {
            if (part is VariableRead read)
            {
                yield return read.Variable;
            }
        }

        foreach (Statement statement in LoopTree.Statements(root.Body))
        {
            IEnumerable<Variable> written = statement switch
            {
                Assign assign => [assign.Target],
                Opaque opaque => opaque.Effects.ScalarReads.Concat(opaque.Effects.ScalarWrites),
                _ => [],
            };
            foreach (Variable variable in written)
            {
                yield return variable;
            }
        }
    }

    /// <summary>Different names for one variable: through a reference, or the same field of two objects.</summary>
    private static bool MayBeOne(Variable one, Variable other) =>
        AliasAnalysis.AreCompatible(one.Type, other.Type)
        && (one.Kind == VariableKind.Reference || other.Kind == VariableKind.Reference
            || (one.Kind == VariableKind.InstanceField && other.Kind == VariableKind.InstanceField && Member(one) == Member(other)));

    private static string Member(Variable field) => field.AccessText.Substring(field.AccessText.LastIndexOf('.') + 1);

    private static bool IsAccessed(Region region, MemoryObject item) => region.Sites.Any(site => site.Object.Id == item.Id);
}
