using AutoPar.Generator.Analysis.Affine;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Analysis;

internal enum AccessKind
{
    Invariant,
    Contiguous,
    Reversed,
    Strided,
    NonAffine,
}

/// <summary>How an access moves through memory from one iteration of a loop to the next.</summary>
/// <param name="Stride">Elements per iteration, when a constant.</param>
internal readonly record struct AccessShape(AccessKind Kind, long? Stride)
{
    private static readonly AccessShape s_nonAffine = new(AccessKind.NonAffine, null);

    public static AccessShape Of(ArrayAccess access, Loop loop)
    {
        Region region = Region.Of(loop);
        AccessSite? site = region.Sites.FirstOrDefault(site => site.Access.Id == access.Id);
        return site is null ? s_nonAffine : Of(site, region);
    }

    private static AccessShape Of(AccessSite site, Region region)
    {
        Symbol index = Symbol.Index(region.Root);
        AffineForm? last = null;
        for (int dimension = 0; dimension < site.Subscripts.Length; dimension++)
        {
            if (site.Subscripts[dimension] is not { } form)
            {
                if (Varies(site.Access.Subscripts[dimension], region))
                {
                    return s_nonAffine;
                }

                continue;
            }

            if (form.Mentions(symbol => symbol.Kind == SymbolKind.Quotient && symbol.Mentions(part => part.Equals(index))))
            {
                return s_nonAffine;
            }

            bool isLast = dimension == site.Subscripts.Length - 1;
            if (form.Mentions(index) && !isLast)
            {
                // A row further: the stride is the row's length; a row of a jagged array is anywhere.
                return site.Object.Kind == MemoryKind.Jagged ? s_nonAffine : new AccessShape(AccessKind.Strided, null);
            }

            last = isLast ? form : null;
        }

        if (last is null || !last.Mentions(index))
        {
            return new AccessShape(AccessKind.Invariant, 0);
        }

        if (last.CoefficientOf(index) is not { } coefficient)
        {
            return s_nonAffine;
        }

        return !coefficient.IsConstant || region.Root.ConstantStep is not { } step || Math.Abs(coefficient.Constant) > int.MaxValue || Math.Abs(step) > int.MaxValue
            ? new AccessShape(AccessKind.Strided, null)
            : (coefficient.Constant * step) switch
            {
                1 => new AccessShape(AccessKind.Contiguous, 1),
                -1 => new AccessShape(AccessKind.Reversed, -1),
                var stride => new AccessShape(AccessKind.Strided, stride),
            };
    }

    /// <summary>May a subscript that isn't affine change from iteration to iteration?</summary>
    private static bool Varies(Expression subscript, Region region)
    {
        HashSet<int> assigned = [.. Walk.Assigned(region.Root.Body), region.Root.Index.Id];
        assigned.ExceptWith(region.Loops.Skip(1).Select(domain => domain.Loop.Index.Id));
        return Walk.Parts(subscript).Any(part => part switch
        {
            VariableRead read => assigned.Contains(read.Variable.Id),
            Load load => region.Stores(load.Access.Object),
            _ => false,
        });
    }
}
