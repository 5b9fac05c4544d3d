using System.Collections.Immutable;
using AutoPar.Generator.Analysis.Affine;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Analysis;

/// <summary>One access of a region, with its subscripts as functions of the indices around it.</summary>
/// <param name="Order">Position of the statement in the text; loads of a statement precede its store.</param>
/// <param name="Loops">The loops around the access, the region's root first. A loop's header isn't in the loop.</param>
/// <param name="Subscripts">Null where not affine.</param>
/// <param name="Permutations">Where a subscript is an element of a [Unique] array: that element; null elsewhere.</param>
/// <param name="Owner">The statement; null in the header of the root.</param>
internal sealed record AccessSite(
    ArrayAccess Access,
    bool IsWrite,
    int Order,
    ImmutableArray<LoopDomain> Loops,
    ImmutableArray<AffineForm?> Subscripts,
    ImmutableArray<UniqueElement?> Permutations,
    Statement? Owner,
    bool IsConditional)
{
    /// <summary>
    /// The loops around it, by numbers of their own, in which iterations of the root don't keep step: after as many trips they
    /// aren't at the same index, or there is none.
    /// </summary>
    public ImmutableArray<int> OutOfStep { get; init; } = [];

    /// <summary>Forms that are at least 0 wherever the access is executed: what the conditions around it say of loop indices.</summary>
    public ImmutableArray<AffineForm> Within { get; init; } = [];

    public bool IsAffine => Subscripts.All(subscript => subscript is not null);

    public MemoryObject Object => Access.Object;

    /// <summary>After everything that the same statement loads.</summary>
    public (int Order, int Phase) Position => (Order, IsWrite ? 1 : 0);
}

/// <summary>An element of an array whose values are all different.</summary>
internal sealed record UniqueElement(MemoryObject Object, AffineForm Subscript);

/// <summary>A loop with its start and its bound as functions of what is outside it.</summary>
/// <param name="Starts">The index is on the far side of each of these; several for a maximum or minimum, none when not affine.</param>
/// <param name="Bounds">The same for the bound.</param>
internal sealed record LoopDomain(Loop Loop, ImmutableArray<AffineForm> Starts, ImmutableArray<AffineForm> Bounds)
{
    public Symbol Index { get; } = Symbol.Index(Loop);

    /// <summary>What the index grows by, as a function of symbols; null when it isn't affine.</summary>
    public AffineForm? Step { get; init; }

    /// <summary>1 when the index grows, −1 when it falls, 0 when that isn't known.</summary>
    public int Sign => Loop.ConstantStep is { } step
        ? Math.Sign(step)
        : Loop.Relation switch
        {
            LoopRelation.Less or LoopRelation.LessOrEqual => 1,
            LoopRelation.Greater or LoopRelation.GreaterOrEqual => -1,
            _ => 0,
        };

    /// <summary>Start and bound are one affine function each.</summary>
    public bool IsAffine => Starts.Length == 1 && Bounds.Length == 1;
}

/// <summary>A loop under analysis with all its accesses. Scalars that it doesn't assign are symbols.</summary>
internal sealed record Region(Loop Root, ImmutableArray<LoopDomain> Loops, ImmutableArray<AccessSite> Sites, ImmutableArray<MemoryObject> Objects)
{
    // The same loop is asked about for threads, for lanes and for each of its accesses.
    private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<Loop, Region> s_known = new();

    public static Region Of(Loop root) => s_known.GetValue(root, RegionReader.Read);

    public LoopDomain Domain(Loop loop) => Loops.First(domain => domain.Loop.Id == loop.Id);

    public bool Stores(MemoryObject item) => Sites.Any(site => site.IsWrite && site.Object.Id == item.Id);
}
