using System.Collections.Immutable;
using AutoPar.Generator.Analysis.Affine;
using AutoPar.Generator.Diagnostics;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Analysis.Guards;

/// <summary>Every affine access lies inside its object. What the loops' own bounds prove needs no test.</summary>
internal static class BoundsGuards
{
    public static void Add(Region region, GuardList guards)
    {
        foreach (MemoryObject item in region.Objects.Where(item => !item.IsSpan && item.Holders is null))
        {
            guards.Add(new NotNull(item));
        }

        RefuseUntested(region, guards);
        RefuseUntestedFields(region, guards);

        // An opaque statement is emitted as written and keeps its own checks, unless it's arithmetic, which doesn't throw.
        HashSet<string> seen = [];
        foreach (AccessSite site in region.Sites.Where(site => site.Owner is not Opaque { Effects.Numbers.IsEmpty: true } && site.Object.Holders is null && IsTestable(site, region) && !IsProven(site)))
        {
            EquatableArray<IndexLimit> limits = Limits(site).ToEquatableArray();
            string key = $"{site.Object.Id}|{string.Join("|", site.Subscripts)}|{string.Join(",", site.Loops.Select(domain => domain.Loop.Id))}"
                + (limits.IsEmpty ? "" : $"|{string.Join(",", site.Within)}");
            if (seen.Add(key))
            {
                guards.Add(new InBounds(site.Access, site.Loops.Select(domain => domain.Loop).ToEquatableArray()) { Limits = limits });
            }
        }
    }

    /// <summary>
    /// A pointer's subscript that may wrap, and no test before the loop can tell: C# then goes on at another element,
    /// which no proof has seen.
    /// </summary>
    private static void RefuseUntested(Region region, GuardList guards)
    {
        foreach (AccessSite site in region.Sites.Where(site => site.Owner is not Opaque && site.Object.Kind == MemoryKind.Pointer && site.IsAffine && !IsTestable(site, region)))
        {
            guards.Refuse(new Refusal(RuleIds.NonAffineSubscript, site.Access.Location, EquatableArray.Of(
                site.Access.Text, "whether the subscript wraps can't be tested before the loop"), site.Access.Location));
        }
    }

    /// <summary>The subscript of a field that may wrap could end in range where that of its struct doesn't.</summary>
    private static void RefuseUntestedFields(Region region, GuardList guards)
    {
        foreach (AccessSite site in region.Sites.Where(site => site.Object.Structs is not null && !IsTestable(site, region) && !IsProven(site)))
        {
            guards.Refuse(new Refusal(RuleIds.NonAffineSubscript, site.Access.Location, EquatableArray.Of(
                site.Access.Text, "whether the subscript is in range can't be tested before the loop"), site.Access.Location));
        }
    }

    /// <summary>An affine access in loops with affine bounds can be tested from the ends; others by running through the subscripts.</summary>
    public static bool IsTestable(AccessSite site, Region region) =>
        site.IsAffine
        && site.Subscripts.All(form => Visible.IsPlain(form!))
        && site.Loops.Where(domain => !IsRowLength(domain.Loop.Bound, site))
            .Where(domain => Matters(domain, site))
            .All(domain => IsKnown(domain.Loop.Start, domain.Starts, region) && IsKnown(domain.Loop.Bound, domain.Bounds, region));

    /// <summary>Affine in outer indices, or the same throughout the region (<see cref="AliasGuards.AddHeaders"/> sees to loads).</summary>
    private static bool IsKnown(Expression end, ImmutableArray<AffineForm> forms, Region region) =>
        (forms.Length > 0 && forms.All(Visible.IsPlain)) || new Visible(region.Root).IsInvariantButLoads(end);

    /// <summary>What the conditions around the access say of one index each.</summary>
    private static IEnumerable<IndexLimit> Limits(AccessSite site)
    {
        foreach (AffineForm form in site.Within)
        {
            LoopDomain? innermost = site.Loops.LastOrDefault(domain => form.Mentions(domain.Index));
            if (innermost is not null && form.IsLinear && site.Subscripts.Any(subscript => subscript!.Mentions(innermost.Index))
                && form.CoefficientOf(innermost.Index) is { IsConstant: true, Constant: var factor }
                && factor is 1 or -1)
            {
                AffineForm rest = form.Without(innermost.Index).Scale(-factor);
                yield return new IndexLimit(
                    innermost.Loop.Id, IsLeast: factor > 0, rest.Constant,
                    rest.Terms.Select(term => new LimitTerm(term.Coefficient, term.Symbols[0].Value)).ToEquatableArray());
            }
        }
    }

    /// <summary>Is the access inside its object because the loops and conditions around it say so?</summary>
    public static bool IsProven(AccessSite site) => IsProven(site, site.Within);

    /// <summary>Would it be inside its object in all iterations, too, if there were no conditions?</summary>
    public static bool IsProvenAnywhere(AccessSite site) => IsProven(site, []);

    private static bool IsProven(AccessSite site, ImmutableArray<AffineForm> within)
    {
        if (!site.IsAffine || site.Object.Kind is MemoryKind.Jagged or MemoryKind.Pointer)
        {
            return false;
        }

        for (int dimension = 0; dimension < site.Subscripts.Length; dimension++)
        {
            AffineForm subscript = site.Subscripts[dimension]!;
            var length = new ObjectLength(ElementType.Int32, site.Object, site.Object.Kind == MemoryKind.MultiArray ? dimension : null);
            if (!Facts.IsNeverNegative(subscript, site.Loops, within)
                || !Facts.IsNeverNegative(AffineForm.Of(Symbol.Length(length)).Subtract(subscript).Subtract(AffineForm.Of(1)), site.Loops, within))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The bound is the length of the row that the access is in.</summary>
    private static bool IsRowLength(Expression bound, AccessSite site) =>
        site.Object.Kind == MemoryKind.Jagged && bound is ObjectLength { Row: { } row } length
        && length.Object.Id == site.Object.Id && Walk.Same(row, site.Access.Subscripts[0]);

    private static bool Matters(LoopDomain domain, AccessSite site)
    {
        ImmutableArray<AffineForm> forms = [.. site.Subscripts.Select(form => form!), .. site.Loops
            .Where(inner => inner.Loop.Id != domain.Loop.Id).SelectMany(inner => inner.Starts.Concat(inner.Bounds))];
        return forms.Any(form => form.Mentions(domain.Index));
    }
}
