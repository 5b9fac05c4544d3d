using AutoPar.Generator.Analysis;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Transforms;

namespace AutoPar.Generator.Planning;

/// <summary>
/// One loop of a method that generated code takes over, with all that is in it. Emit turns it into members, among them
/// <c>{Name}Guard</c> (may we?), <c>{Name}Kernel</c> (run iterations [from, to) of <see cref="Root"/>) and, when it
/// runs on threads, <c>{Name}Body</c> (what the loop driver calls).
/// </summary>
/// <param name="Name">Prefix of the generated members: <c>DotLoop1</c>.</param>
/// <param name="Root">The loop that is replaced in the method's text.</param>
/// <param name="Roles">Roles of the scalars that <paramref name="Root"/> assigns.</param>
/// <param name="Guards">See <see cref="LoopVerdict.Guards"/>.</param>
/// <param name="Inputs">Scalars whose value from before the region the kernel reads, invariant ones and accumulators.</param>
/// <param name="Objects">What the region accesses.</param>
/// <param name="Vector">The loop that runs across lanes: <paramref name="Root"/> or one inside; null for a scalar kernel.</param>
/// <param name="RunsOnThreads">Chunks of Root's iterations run on several threads.</param>
/// <param name="MinimumTrips">
/// With fewer iterations the loop runs as written: the kernel wouldn't gain. The same in every form of the method, so
/// that the order of a float sum remains a function of the trip count.
/// </param>
/// <param name="NeedsThis">The kernel uses <c>this</c> (opaque statements): it is then an instance method.</param>
internal sealed record RegionPlan(
    string Name,
    Loop Root,
    EquatableArray<ScalarRole> Roles,
    EquatableArray<Guard> Guards,
    EquatableArray<Variable> Inputs,
    EquatableArray<MemoryObject> Objects,
    VectorLoopPlan? Vector,
    bool RunsOnThreads,
    long MinimumTrips,
    bool NeedsThis,
    FloatMode FloatMode,
    LoopCost Cost)
{
    /// <summary><c>&lt;T&gt;</c> where it uses type parameters of the method: its members then stand in a generic class of their own.</summary>
    public string TypeParameters { get; init; } = "";

    public string Constraints { get; init; } = "";

    /// <summary>Scalars whose value from after the region the method needs, in order of <see cref="Roles"/>.</summary>
    public IEnumerable<ScalarRole> Outputs => Roles.Where(role => IsOutput(role) || (BlockTotals is not null && role is Scan));

    /// <summary>The method needs the scalar's value from after the region.</summary>
    public static bool IsOutput(ScalarRole role) => role is Reduction or AssociativeReduction or ArgReduction or Companion or LastAssigned or Scan { Variable.Kind: not VariableKind.Carried }
        or Ordered { Variable.Kind: not VariableKind.Carried } or Cursor or Private { IsLiveOut: true };

    /// <summary>Iterations carry a value from one to the next: the kernel runs all of them, not blocks.</summary>
    public bool RunsInOrder => Roles.Any(role => role is Scan or Ordered);

    /// <summary>Without lanes only a fork gains. What a reduction yields must not depend on whether there is one.</summary>
    public bool GainsByForkAlone => RunsOnThreads && Vector is null && !HasOutputs;

    public IEnumerable<MemoryObject> Spans => Objects.Where(item => item.IsSpan);

    /// <summary>See <see cref="LoopNest.Token"/>.</summary>
    public string? Token { get; init; }

    /// <summary>See <see cref="LoopNest.IsSliced"/>; not where iterations hand values on that no partial result holds.</summary>
    public bool IsSliced { get; init; }

    /// <summary>Sums that may have overflowed: then what the region yields isn't used, and the loop runs as written.</summary>
    public EquatableArray<CheckedSum> CheckedSums { get; init; } = EquatableArray<CheckedSum>.Empty;

    /// <summary>
    /// What isn't tested before, since the region has no effects: a run in which it turns out not to hold throws, and the loop
    /// runs as written. Null when all is tested.
    /// </summary>
    public string? Speculation { get; init; }

    /// <summary>Where iterations of the root, which is in lanes, are cut into pieces that run one after the other.</summary>
    public EquatableArray<IndexCut> Cuts { get; init; } = EquatableArray<IndexCut>.Empty;

    /// <summary>Where iterations are cut into pieces of which threads run one after the other.</summary>
    public EquatableArray<IndexCut> ThreadCuts { get; init; } = EquatableArray<IndexCut>.Empty;

    /// <summary>Objects that chunks on threads update copies of.</summary>
    public EquatableArray<ArrayReduction> ArrayReductions { get; init; } = EquatableArray<ArrayReduction>.Empty;

    /// <summary>Lists that iterations append to: on threads each chunk appends to lists of its own.</summary>
    public EquatableArray<MemoryObject> Appended { get; init; } = EquatableArray<MemoryObject>.Empty;

    /// <summary>Threads look ahead for where the loop is left: its blocks are those of Runtime's SearchBlocks.</summary>
    public bool IsSearched { get; init; }

    /// <summary>Of a loop with effects that threads search: the search alone, which yields nothing but how far it came.</summary>
    public RegionPlan? Find { get; init; }

    /// <summary>Taken for the whole run; null when iterations lock nothing.</summary>
    public RegionLock? Lock { get; init; }

    /// <summary>How threads run the statements of <see cref="Loop.Ordered"/> in order; null when none must.</summary>
    public PipelinePlan? Pipeline { get; init; }

    /// <summary>How chunks on threads end that load what the next one overwrites; null when none do.</summary>
    public SeamPlan? Seams { get; init; }

    /// <summary>On threads: they may take parts of the inner loop, too; null where the root's iterations stay whole.</summary>
    public CollapsePlan? Collapse { get; init; }

    /// <summary>On threads, where iterations carry values: the region that tells what a block does to them, run before the block.</summary>
    public RegionPlan? BlockTotals { get; init; }

    /// <summary>
    /// On threads, in place of a kernel: loops that run one after the other and do what it does (loop distribution). The region's guard
    /// is theirs, too, and asks whether threads gain.
    /// </summary>
    public EquatableArray<RegionPlan> Parts { get; init; } = EquatableArray<RegionPlan>.Empty;

    /// <summary>Where the guard of such a region fails: what takes over the loop on one thread; null when it runs as written.</summary>
    public RegionPlan? Otherwise { get; init; }

    /// <summary>It is one of those, and runs for one strip of the iterations after the other.</summary>
    public bool IsPart { get; init; }

    /// <summary>
    /// On one thread: loops that run after this one, all if this one does: together they are the loop that was written (loop distribution).
    /// Each has a guard of its own, and all guards come before all runs.
    /// </summary>
    public EquatableArray<RegionPlan> Further { get; init; } = EquatableArray<RegionPlan>.Empty;

    /// <summary>A fork runs a piece of the iterations.</summary>
    public bool RunsInPieces => IsPart || !ThreadCuts.IsEmpty;

    /// <summary>Elements that iterations hand on in scalars: a block of theirs starts with what the one before has left.</summary>
    public IEnumerable<Variable> HandedOn => BlockTotals is null ? [] : Roles.OfType<Scan>().Select(role => role.Variable)
        .Where(variable => variable.Kind == VariableKind.Carried);

    /// <summary>Of a region that is another's <see cref="BlockTotals"/>: what it tells.</summary>
    public EquatableArray<BlockTotal> Totals { get; init; } = EquatableArray<BlockTotal>.Empty;

    /// <summary>Of one for a loop that running values end: what shows that a block doesn't; null where each block has to run.</summary>
    public ExitTest? Exit { get; init; }

    /// <summary>The order of a float sum depends on the blocks, so that one thread runs the same.</summary>
    public bool ScansInBlocks => BlockTotals is not null && Roles.Any(ReductionOperators.Reassociates);

    /// <summary>See <see cref="LoopNest.BlockSums"/>; a block starts with the sums of those before it, in every form.</summary>
    public EquatableArray<BlockSum> BlockSums { get; init; } = EquatableArray<BlockSum>.Empty;

    /// <summary>Conditions that are the same all through a piece: the loop in lanes reads scalars in their place.</summary>
    public EquatableArray<PieceCondition> Conditions { get; init; } = EquatableArray<PieceCondition>.Empty;

    /// <summary>The content guards that run in lanes.</summary>
    public EquatableArray<ContentPlan> Contents { get; init; } = EquatableArray<ContentPlan>.Empty;

    /// <summary>Blocks of fixed size and a fixed order of combination, see Runtime's LoopBlocks.</summary>
    public bool HasOutputs => Outputs.Any() || Root.IsResumed;
}

/// <param name="Test">A region without effects that yields whether the guard <paramref name="Content"/> holds.</param>
internal sealed record ContentPlan(Content Content, RegionPlan Test, Variable Holds);

/// <param name="Lanes">Iterations per vector: 64 bytes / the widest type computed with, so the same on every machine.</param>
/// <param name="Unroll">Vectors in flight; for reductions also the number of accumulators.</param>
/// <param name="Roles">Roles of the scalars that <paramref name="Loop"/> assigns.</param>
/// <param name="IsInterleaved">The vectors in flight run through the body statement by statement: they share its inner loops.</param>
/// <param name="MasksRemainder">The iterations that don't fill a vector are one under a mask; otherwise they run one by one.</param>
internal sealed record VectorLoopPlan(
    Loop Loop, int Lanes, int Unroll, EquatableArray<ScalarRole> Roles, bool IsInterleaved = false, bool MasksRemainder = false)
{
    /// <summary>The vectors in flight are for machines with 32 registers of 64 bytes; others go on with single vectors.</summary>
    public bool FillsRegisters { get; init; }

    /// <summary>Loads that the vector before has stored.</summary>
    public EquatableArray<CarriedVector> Carried { get; init; } = EquatableArray<CarriedVector>.Empty;
}

/// <summary>Estimates for one iteration of the region's root, in nanoseconds on a 4 GHz core.</summary>
/// <param name="InnerTrips">
/// The iterations of inner loops per iteration of the root, an Int64 expression over the region's inputs (may come out
/// negative or wrap: it's only an estimate); null when there are none or they can't be told before the region.
/// </param>
/// <param name="NanosecondsPerInnerTrip">
/// With <paramref name="InnerTrips"/>: the cost of an iteration of the root is this times the inner trips; it replaces
/// <paramref name="VectorNanoseconds"/> in the decision to fork.
/// </param>
internal sealed record LoopCost(
    double SequentialNanoseconds, double VectorNanoseconds, Expression? InnerTrips = null, double NanosecondsPerInnerTrip = 0);
