using AutoPar.Generator.Analysis.Dependences;
using AutoPar.Generator.Analysis.Scalars;
using AutoPar.Generator.Diagnostics;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Analysis.Guards;

/// <summary>
/// Guards what throws depending on values: subscripts from memory, integer division, checked arithmetic and their kind.
/// </summary>
internal static class ContentGuards
{
    public static void Add(LoopNest nest, Region region, GuardList guards)
    {
        HashSet<int> tested = Proven(region);
        if (ExpressionTree.Header(region.Root).SelectMany(Walk.Parts).FirstOrDefault(part =>
            MayThrow.ByItself(part) || (part is Load load && !tested.Contains(load.Access.Id))) is not null)
        {
            guards.Refuse(Refused(region.Root.Location, "the loop's header may throw"));
            return;
        }

        EquatableArray<ScalarRole> roles = ScalarRoles.Of(nest, region.Root);
        HashSet<int> divisors = DivisorGuards.Add(region.Root, guards);
        ShadowLoop shadow = ShadowLoop.Of(
            new NaNProbes(NaNProbes.Of(roles)).Visit(region.Root),
            access => !tested.Contains(access.Id),
            part => MayThrow.ByItself(part) && !IsTestedRow(part, region, tested) && !DivisorGuards.IsTested(part, divisors));
        if (shadow.Loop is not { } loop || !shadow.Throws)
        {
            return;
        }

        if (Unpredictable(roles, shadow) is { } variable)
        {
            guards.Refuse(Refused(region.Root.Location, $"whether an operation throws depends on '{variable.Name}', which is carried from iteration to iteration"));
            return;
        }

        if (region.Loops.Any(domain => domain.Loop.Id == region.Root.Id && domain.Loop.Form == LoopForm.Do)
            || (!region.Root.TestsContents && LoopTree.Statements(region.Root.Body).Any(statement => statement is Exit)))
        {
            guards.Refuse(Refused(region.Root.Location, "an operation in it may throw, and not every iteration runs to its end"));
            return;
        }

        foreach (Load load in shadow.Decisive)
        {
            AddOrder(load, region, guards);
        }

        if (region.Root.TestsContents)
        {
            return;
        }

        foreach (Reduction reduction in roles.OfType<Reduction>().Where(NaNProbes.IsSpoilt))
        {
            guards.Add(NaNProbes.IsNumber(reduction.Variable));
        }

        guards.Add(new Content(loop, Reason(region, roles, tested), tested.OrderBy(id => id).ToEquatableArray()) { Unless = TypeBounds.Of(loop, region.Root, tested) });
    }

    /// <summary>Ids of the accesses that are in range where other guards hold.</summary>
    public static HashSet<int> Proven(Region region)
    {
        // Opaque statements keep their own checks; a pointer has none. Lanes look whether there is room at a cursor.
        IEnumerable<int> cursors = Cursors.Of(region.Root).Keys;
        return [.. region.Sites
            .Where(site => site.Object.Kind == MemoryKind.Pointer || site.Owner is Opaque || Cursors.IsAt(site.Access, cursors) || BoundsGuards.IsTestable(site, region) || BoundsGuards.IsProven(site))
            .Select(site => site.Access.Id)];
    }

    /// <summary>The guard on an access tests the rows that it visits, so that they have a length.</summary>
    private static bool IsTestedRow(Expression expression, Region region, HashSet<int> tested) =>
        expression is ObjectLength { Row: { } row } length && region.Sites.Any(site => site.Object.Id == length.Object.Id
            && tested.Contains(site.Access.Id) && Walk.Same(site.Access.Subscripts[0], row));

    /// <summary>A value that decides must be the one from before the region, in every iteration that reads it.</summary>
    public static void AddOrder(Load load, Region region, GuardList guards)
    {
        foreach (AccessSite site in region.Sites.Where(site => site.IsWrite))
        {
            AliasKind alias = AliasAnalysis.Of(load.Access.Object, site.Object);
            bool isFed = alias != AliasKind.None && (!ConflictFinder.AreComparable(load.Access.Object, site.Object)
                || ConflictFinder.Of(region).Where(conflict => IsOf(conflict, load.Access, site.Access)).SelectMany(conflict => conflict.Dependences())
                    .Any(dependence => dependence.Kind == DependenceKind.Flow && dependence.Sink.Id == load.Access.Id));
            if (!isFed)
            {
                continue;
            }

            if (alias == AliasKind.Same)
            {
                guards.Refuse(new Refusal(
                    RuleIds.NonAffineSubscript, load.Access.Location,
                    EquatableArray.Of(load.Access.Text, "the loop stores to the array whose elements decide what it accesses or whether it throws"),
                    site.Access.Location));
            }
            else
            {
                guards.Add(new Different(load.Access.Object, site.Object));
            }
        }
    }

    private static bool IsOf(Conflict conflict, ArrayAccess read, ArrayAccess write) =>
        (conflict.First.Access.Id == read.Id && conflict.Second.Access.Id == write.Id)
        || (conflict.First.Access.Id == write.Id && conflict.Second.Access.Id == read.Id);

    private static Variable? Unpredictable(IEnumerable<ScalarRole> roles, ShadowLoop shadow) => roles
        .Where(role => role is not (Private or Induction) && shadow.Needed.Contains(role.Variable.Id))
        .Select(role => role.Variable)
        .FirstOrDefault();

    private static Refusal Refused(SourceLocation location, string why) => new(RuleIds.OrderVisible, location, EquatableArray.Of(why));

    private static string Reason(Region region, IEnumerable<ScalarRole> roles, HashSet<int> tested)
    {
        AccessSite? gathered = region.Sites.FirstOrDefault(site => !tested.Contains(site.Access.Id));
        return gathered is not null ? $"subscripts of {gathered.Object.Name} are in range"
            : roles.OfType<Reduction>().Any(NaNProbes.IsSpoilt) ? "no element is NaN"
            : "no operation throws";
    }
}
