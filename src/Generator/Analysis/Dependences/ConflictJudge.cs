using System.Collections.Immutable;
using AutoPar.Generator.Analysis.Guards;
using AutoPar.Generator.Diagnostics;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Analysis.Dependences;

/// <summary>
/// Decides for each conflict whether the order in which the target runs iterations breaks it, and if so, what helps: a
/// guard, a limit on lanes, or nothing, which is an obstacle.
/// </summary>
internal sealed class ConflictJudge(
    Loop root, Region region, ImmutableArray<Conflict> conflicts, IReadOnlyCollection<ScalarRole> roles, ExecutionTarget target, GuardList guards)
{
    private readonly bool _isLanes = target == ExecutionTarget.Lanes;
    private readonly IndexSetSplitting? _splitting =
        root.Id == region.Root.Id && !root.IsResumed && root.Ordered is null && roles.All(role => OutlivesCuts(role, target))
            ? new IndexSetSplitting(region.Domain(region.Root), guards, target) : null;

    // Threads run a loop with cursors only where they don't wrap.
    private readonly IReadOnlyDictionary<int, Cursor> _cursors = roles.OfType<Cursor>().ToDictionary(role => role.Variable.Id);

    private readonly SeamCopies? _seams = target == ExecutionTarget.Threads ? SeamCopies.Of(root, region, roles, guards) : null;

    /// <summary>Where the root's iterations are to be cut. Copies are combined after one run of all iterations.</summary>
    public EquatableArray<IndexCut> Cuts => Reductions.IsEmpty ? _splitting?.Cuts ?? EquatableArray<IndexCut>.Empty : EquatableArray<IndexCut>.Empty;

    /// <summary>Objects that threads are to update copies of.</summary>
    public EquatableArray<ArrayReduction> Reductions { get; private set; } = EquatableArray<ArrayReduction>.Empty;

    /// <summary>On threads, <see cref="Loop.Ordered"/> must run for one iteration after the other.</summary>
    public bool IsPipelined { get; private set; }

    /// <summary>What the last iterations of a chunk on threads load from copies.</summary>
    public EquatableArray<SeamCopy> Seams => _seams?.Copies ?? EquatableArray<SeamCopy>.Empty;

    /// <summary>Adds guards and obstacles; returns the most iterations in flight, null for any number.</summary>
    public int? Judge(ImmutableArray<Refusal>.Builder obstacles)
    {
        int? maxLanes = null;
        List<Conflict> left = [];
        List<Conflict> cut = [];
        foreach (Conflict conflict in conflicts.Where(IsBroken))
        {
            if ((_seams?.Removes(conflict) ?? false) || AddGuard(conflict, ref maxLanes))
            {
                continue;
            }

            int? lanes = _isLanes ? LoopOrder.MostLanes(conflict) : null;
            if (lanes is null or < SymbolicDistance.LanesInFlight && (_splitting?.Removes(conflict, ref maxLanes) ?? false))
            {
                cut.Add(conflict);
                continue;
            }

            if (lanes is { } most)
            {
                maxLanes = most < LoopOrder.MostInFlight ? Math.Min(most, maxLanes ?? most) : maxLanes;
                continue;
            }

            left.Add(conflict);
        }

        Reductions = _isLanes ? EquatableArray<ArrayReduction>.Empty
            : left.GroupBy(conflict => conflict.First.Object.Id)
                .Select(group => ArrayReductions.TryAdd(region, group.First().First.Object, guards)).OfType<ArrayReduction>().ToEquatableArray();
        if (!Reductions.IsEmpty)
        {
            left.AddRange(cut);
        }

        Conflict[] reduced = [.. left.Where(conflict => Reductions.Any(reduction => reduction.Object.Id == conflict.First.Object.Id))];
        left.RemoveAll(reduced.Contains);
        IsPipelined = !_isLanes && left.RemoveAll(AreInOrder) > 0;
        if (IsPipelined)
        {
            Reductions = EquatableArray<ArrayReduction>.Empty;
            left.AddRange(reduced.Where(conflict => !AreInOrder(conflict)));
        }

        if (_seams is not null)
        {
            // One thing at a time: chunks that end where copies were made, or pieces, or copies of all.
            IEnumerable<Conflict> spoiling = Cuts.IsEmpty && Reductions.IsEmpty ? left : left.Concat(_seams.Removed);
            left.AddRange(_seams.TakeBack(spoiling, conflicts.Where(conflict => LoopOrder.BreaksOnThreads(conflict) && StoresEqualValues(conflict))));
        }

        Report(left, obstacles);
        return maxLanes;
    }

    /// <summary>In lanes a piece hands nothing on but outputs, which are combined; threads that run piece by piece yield none.</summary>
    private static bool OutlivesCuts(ScalarRole role, ExecutionTarget target) => target == ExecutionTarget.Lanes
        ? role is not (Scan or Ordered)
        : role is Private { IsLiveOut: false } or Induction;

    private bool IsBroken(Conflict conflict) =>
        _isLanes ? !AreInOrder(conflict) && LoopOrder.BreaksInLanes(conflict)
        : LoopOrder.BreaksOnThreads(conflict) && !StoresEqualValues(conflict) && !Cursors.AreApart(conflict.First.Access, conflict.Second.Access, _cursors);

    private bool AreInOrder(Conflict conflict) => IsInOrder(conflict.First) && IsInOrder(conflict.Second);

    /// <summary>The statement runs for one iteration after the other.</summary>
    private bool IsInOrder(AccessSite site) => site.Owner is { } owner && OrderedStatements.Of(region.Root)
        .SelectMany(statement => LoopTree.Statements(new Block(EquatableArray.Of(statement)))).Any(statement => ReferenceEquals(statement, owner));

    private bool AddGuard(Conflict conflict, ref int? maxLanes)
    {
        MemoryObject first = conflict.First.Object;
        MemoryObject second = conflict.Second.Object;
        if (conflict.Objects != AliasKind.Same)
        {
            guards.Add(first.Id < second.Id ? new Different(first, second) : new Different(second, first));
            return true;
        }

        if (first.Kind == MemoryKind.Jagged && !IsCarriedBetweenRows(conflict))
        {
            guards.Add(new DifferentRows(first, region.Root));
            return true;
        }

        if (SymbolicDistance.Removal(conflict, target) is not { } condition || !new Visible(root).IsInvariant(condition))
        {
            return false;
        }

        guards.Add(new Holds(condition));
        maxLanes = _isLanes ? Math.Min(SymbolicDistance.LanesInFlight, maxLanes ?? SymbolicDistance.LanesInFlight) : maxLanes;
        return true;
    }

    /// <summary>Would the conflict remain if rows with different numbers were different arrays?</summary>
    private static bool IsCarriedBetweenRows(Conflict conflict) =>
        new PairProblem(conflict.First, conflict.Second).Vectors().Any(vector => vector[0] != Directions.Equal);

    /// <summary>Two stores of one constant: their order makes no difference, and no store is torn.</summary>
    private static bool StoresEqualValues(Conflict conflict) =>
        conflict.First.Owner is Store { Value: Constant one } && conflict.Second.Owner is Store { Value: Constant other }
        && conflict.First.IsWrite && conflict.Second.IsWrite && Walk.Same(one, other);

    /// <summary>A store of an inlined method to an array that it wasn't handed, but knows from a field.</summary>
    private static AccessSite? SharedByCallee(Conflict conflict) => new[] { conflict.First, conflict.Second }.FirstOrDefault(site =>
        site.IsWrite && site.Access.Callee is not null && site.Object.Origin is MemoryOrigin.StaticField or MemoryOrigin.InstanceField);

    /// <summary>
    /// May the subscripts turn out to be all different? A histogram's won't, nor those of an object with a dependence that is
    /// known to occur.
    /// </summary>
    private static bool IsWorthInspecting(Conflict[] conflicts, Remedies remedies) =>
        conflicts.Any(conflict => remedies.Of(conflict).Kind == RemedyKind.Unknown)
        && conflicts.All(conflict => remedies.Of(conflict).Kind != RemedyKind.None
            && !(conflict.First.IsAffine && conflict.Second.IsAffine) && SharedByCallee(conflict) is null);

    private void Report(List<Conflict> left, ImmutableArray<Refusal>.Builder obstacles)
    {
        if (left.Count == 0)
        {
            return;
        }

        Remedies remedies = new(region, conflicts, _isLanes);
        HashSet<int> raced = [];
        HashSet<int> inspected = [.. left.GroupBy(conflict => conflict.First.Object.Id)
            .Where(group => !_isLanes && IsWorthInspecting([.. group], remedies)
                && IndependenceGuards.TryAdd(region, group.First().First.Object, roles, guards))
            .Select(group => group.Key)];
        foreach (Conflict conflict in left.Where(conflict => !inspected.Contains(conflict.First.Object.Id)))
        {
            Remedy remedy = remedies.Of(conflict);
            if (remedy.Kind != RemedyKind.Transformation && SharedByCallee(conflict) is { } write)
            {
                if (!_isLanes && raced.Add(write.Object.Id))
                {
                    obstacles.Add(Messages.RaceInCallee(conflict, write));
                }

                obstacles.Add(Messages.Dependent(
                    conflict, $"nothing that AutoPar knows: all calls of {write.Access.Callee} share {write.Object.Name}", _isLanes));
                continue;
            }

            switch (remedy.Kind)
            {
                case RemedyKind.Transformation:
                    obstacles.Add(Messages.Needs(conflict, remedy.Name, _isLanes));
                    break;
                case RemedyKind.Unknown:
                    AccessSite unknown = conflict.First.IsAffine ? conflict.Second : conflict.First;
                    obstacles.Add(new Refusal(
                        _isLanes ? RuleIds.LanesGatherScatter : RuleIds.NonAffineSubscript, unknown.Access.Location,
                        EquatableArray.Of(
                            unknown.Access.Text,
                            "two iterations may touch one element; if the values of an index array are all different, say so with [Unique]"),
                        conflict.First.Access.Location));
                    break;
                default:
                    if (!_isLanes && raced.Add(conflict.First.Object.Id))
                    {
                        obstacles.Add(Messages.Race(conflict));
                    }

                    obstacles.Add(Messages.Dependent(conflict, "nothing that AutoPar knows: each iteration needs the one before", _isLanes));
                    break;
            }
        }
    }
}
