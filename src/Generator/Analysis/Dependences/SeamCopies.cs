using AutoPar.Generator.Analysis.Affine;
using AutoPar.Generator.Analysis.Guards;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Analysis.Dependences;

/// <summary>
/// Finds the anti dependences of known distance that copies at the chunks' ends remove. What such a load sees is the element's
/// value from before the loop: a store in an earlier iteration would be a dependence of its own, and one earlier in the same iteration is
/// looked for.
/// </summary>
internal sealed class SeamCopies
{
    private const int LargestTried = 4;

    private readonly Region _region;
    private readonly HashSet<int> _computed;
    private readonly GuardList _guards;
    private readonly List<(Conflict Conflict, AccessSite Load, SeamCopy Copy)> _found = [];

    private SeamCopies(Region region, IEnumerable<ScalarRole> roles, GuardList guards)
    {
        _region = region;
        // An induction variable's name stands for its value from before the loop.
        _computed = [.. Walk.Assigned(region.Root.Body).Except(roles.OfType<Induction>().Select(role => role.Variable.Id))];
        _guards = guards;
    }

    /// <summary>Null where the loop holds what can't be run in two parts, or what a part's end would change.</summary>
    public static SeamCopies? Of(Loop root, Region region, IReadOnlyCollection<ScalarRole> roles, GuardList guards) =>
        root.Id == region.Root.Id && root.ConstantStep is not (null or 0) && root.Ordered is null && !root.IsResumed
            && LoopTree.Statements(root.Body).All(statement => statement is Assign or Store or If or LoopStatement) && roles.All(MayBeParted)
            ? new SeamCopies(region, roles, guards) : null;

    /// <summary>The conflicts that the copies remove.</summary>
    public IEnumerable<Conflict> Removed => _found.Select(item => item.Conflict);

    public EquatableArray<SeamCopy> Copies => _found.Select(item => item.Copy).Distinct().ToEquatableArray();

    public bool Removes(Conflict conflict)
    {
        AccessSite load = conflict.First.IsWrite ? conflict.Second : conflict.First;
        if (conflict.Objects != AliasKind.Same || load.IsWrite || load.Object.Kind is MemoryKind.Jagged or MemoryKind.Pointer
            || load.Owner is not (Assign or Store or If) || !conflict.First.IsAffine || !conflict.Second.IsAffine || SeesOwnIteration(load))
        {
            return false;
        }

        try
        {
            if (Distance(conflict, load) is not { } found || Copy(load, found.Distance) is not { } copy)
            {
                return false;
            }

            if (found.Guard is { } guard)
            {
                _guards.Add(new Holds(guard));
            }

            _found.Add((conflict, load, copy));
            return true;
        }
        catch (OverflowException)
        {
            return false;
        }
    }

    /// <summary>
    /// Takes back what other conflicts spoil: an object that others leave dependent, or of which not all loads at a place are known.
    /// </summary>
    /// <param name="left">Conflicts that nothing removes.</param>
    /// <param name="harmless">Stores whose order makes no difference, but which a load may see.</param>
    public IReadOnlyList<Conflict> TakeBack(IEnumerable<Conflict> left, IEnumerable<Conflict> harmless)
    {
        HashSet<int> spoilt = [.. left.Concat(harmless).SelectMany(conflict => new[] { conflict.First.Object.Id, conflict.Second.Object.Id })];
        HashSet<AccessSite> loads = [.. _found.Select(item => item.Load)];
        spoilt.UnionWith(_found.Where(item => _region.Sites.Any(site => !site.IsWrite && site.Access.Id == item.Copy.Load.Id && !loads.Contains(site)))
            .Select(item => item.Load.Object.Id));
        Conflict[] back = [.. _found.Where(item => spoilt.Contains(item.Load.Object.Id)).Select(item => item.Conflict)];
        _found.RemoveAll(item => spoilt.Contains(item.Load.Object.Id));
        return back;
    }

    /// <summary>A store of the same iteration may come before it: then a copy from before the loop is too old.</summary>
    private bool SeesOwnIteration(AccessSite load) => ConflictFinder.Of(_region).Any(conflict =>
        (ReferenceEquals(conflict.First, load) ? conflict.Second : ReferenceEquals(conflict.Second, load) ? conflict.First : null) is { IsWrite: true } store
        && conflict.Vectors.Any(vector => vector[0] == Directions.Equal
            && !(vector.All(direction => direction == Directions.Equal) && store.Position.CompareTo(load.Position) > 0)));

    /// <summary>A chunk's last iterations are a run of their own, combined with the one before: not for what depends on where that begins.</summary>
    private static bool MayBeParted(ScalarRole role) => role switch
    {
        Scan or Ordered or Cursor => false,
        _ => !ReductionOperators.Reassociates(role),
    };

    private (Expression Distance, Expression? Guard)? Distance(Conflict conflict, AccessSite load)
    {
        IEnumerable<Dependence> carried = conflict.Dependences().Where(dependence => dependence.Carrier == _region.Root.Id);
        if (carried.All(dependence => dependence.Kind == DependenceKind.Anti) && Farthest(conflict, load) is { } distance)
        {
            return (Constant.Int64(distance), null);
        }

        return SymbolicDistance.Ahead(conflict, ReferenceEquals(load, conflict.First)) is { } ahead
            && new Visible(_region.Root).IsInvariant(ahead.Guard)
                ? (ahead.Distance, ahead.Guard) : null;
    }

    /// <summary>The most iterations from the load to the store.</summary>
    private static long? Farthest(Conflict conflict, AccessSite load)
    {
        if (conflict.Problem.Distance(0) is { } distance)
        {
            return checked(Math.Abs(distance));
        }

        PairProblem problem = ReferenceEquals(load, conflict.First) ? conflict.Problem : conflict.Problem.Reversed();
        for (int most = 1; most <= LargestTried; most++)
        {
            if (!problem.MeetBeyond(most))
            {
                return most;
            }
        }

        return null;
    }

    private SeamCopy? Copy(AccessSite load, Expression distance)
    {
        if (load.Subscripts.Any(form => !Visible.IsPlain(form!) || form!.Mentions(IsComputed)))
        {
            return null;
        }

        EquatableArray<Expression> place = load.Subscripts.Select(form => form!.ToExpression()).ToEquatableArray();
        bool mayBeOutside = load.IsConditional || !load.Within.IsEmpty;
        LoopDomain[] around = [.. load.Loops.Skip(1).Where(domain => load.Subscripts.Any(form => form!.Mentions(domain.Index)))];
        return around.Length == 0 ? new SeamCopy(load.Access, place, distance, null, null, mayBeOutside || load.Loops.Length > 1)
            : load.Loops is [_, var inner] && !mayBeOutside && Row(inner) is { } row
                ? new SeamCopy(load.Access, place, distance, row.Loop, row.Trips, MayBeOutside: false)
            : null;
    }

    /// <summary>An inner loop that is the same in each iteration.</summary>
    private (Loop Loop, Expression Trips)? Row(LoopDomain inner)
    {
        if (!inner.IsAffine || inner.Loop.ConstantStep is not (1 or -1) || inner.Loop.Relation == LoopRelation.NotEqual || inner.Loop.Form == LoopForm.Do
            || inner.Loop.Index.Type.Size() > 4 || LoopTree.Exits(inner.Loop.Body).Any()
            || new[] { inner.Starts[0], inner.Bounds[0] }.Any(form => form.Mentions(symbol => symbol.Kind == SymbolKind.Index || IsComputed(symbol))))
        {
            return null;
        }

        AffineForm length = inner.Bounds[0].Subtract(inner.Starts[0]).Scale(inner.Sign);
        length = inner.Loop.Relation is LoopRelation.LessOrEqual or LoopRelation.GreaterOrEqual ? length.Add(AffineForm.Of(1)) : length;
        Loop row = inner.Loop with { Start = inner.Starts[0].ToExpression(), Bound = inner.Bounds[0].ToExpression(), Body = Block.Empty };
        return (row, length.ToExpression());
    }

    private bool IsComputed(Symbol symbol) => symbol.Kind == SymbolKind.Variable && _computed.Contains(symbol.Id);
}
