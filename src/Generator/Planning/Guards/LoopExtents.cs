using AutoPar.Generator.Analysis;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Planning.Guards;

/// <summary>
/// The trip count of each loop of a region, and between which values its index lies. Bounds of inner loops may be affine
/// in outer indices.
/// </summary>
internal sealed partial class LoopExtents
{
    private readonly Dictionary<int, (IndexForm Least, IndexForm Most)> _extents = [];
    private readonly List<Loop> _loops;
    private readonly RegionPlan _region;
    private Atom _trips;
    private readonly GuardConditions _conditions;
    private readonly Invariants _invariants;
    private readonly IndexFormReader _reader;

    /// <summary>An index that stands for the number of the root's iteration, counted from 0.</summary>
    public const int Iteration = -1;

    public LoopExtents(RegionPlan region, GuardConditions conditions, Invariants invariants, string trips)
    {
        _region = region;
        _trips = new Atom(trips, trips, 1, long.MaxValue);
        _conditions = conditions;
        _invariants = invariants;
        _loops = [.. LoopTree.SelfAndDescendants(region.Root)];
        _reader = new IndexFormReader(region, invariants, RequireFit);
        foreach (Loop loop in _loops)
        {
            if (Extent(loop, loop.Id == region.Root.Id) is { } extent)
            {
                _extents[loop.Id] = extent;
            }
        }

        IndexForm last = IndexForm.Of(GuardSum.Of(_trips) - GuardSum.Of(1));
        _extents[Iteration] = (IndexForm.Of(GuardSum.Zero), last);
    }

    /// <summary>The guard's first steps, which end with the test of the root's trip count.</summary>
    public int TripSteps { get; private set; }

    /// <summary>The values that a subscript takes at the corners of the iteration domain; null when it isn't affine.</summary>
    public IReadOnlyList<GuardSum>? Corners(ArrayAccess access, int dimension, bool most) =>
        _reader.Read(access, dimension) is { } form ? Corners(form, most) : null;

    /// <summary>The same where indices go no further than these limits.</summary>
    public IReadOnlyList<GuardSum>? Corners(ArrayAccess access, int dimension, bool most, IEnumerable<IndexLimit> limits)
    {
        Dictionary<int, (IndexForm Least, IndexForm Most)> extents = new(_extents);
        IReadOnlyList<GuardSum>? corners = limits.All(TryNarrow) ? Corners(access, dimension, most) : null;
        foreach (KeyValuePair<int, (IndexForm Least, IndexForm Most)> extent in extents)
        {
            _extents[extent.Key] = extent.Value;
        }

        return corners;
    }

    private bool TryNarrow(IndexLimit limit)
    {
        Loop loop = _loops.First(loop => loop.Id == limit.LoopId);
        IReadOnlyList<Loop> path = LoopTree.Path(_region.Root, loop);
        IReadOnlyList<Loop> outer = [.. path.Take(path.Count - 1)];
        if (!_extents.TryGetValue(limit.LoopId, out (IndexForm Least, IndexForm Most) extent)
            || ValueOf(limit, outer) is not { } value || !IsOutside(value, outer))
        {
            return false;
        }

        _extents[limit.LoopId] = limit.IsLeast ? (value, extent.Most) : (extent.Least, value);
        return true;
    }

    /// <summary>With its true value, whatever the invariants in it are.</summary>
    private IndexForm? ValueOf(IndexLimit limit, IReadOnlyList<Loop> outer)
    {
        IndexForm sum = IndexForm.Of(GuardSum.Of(limit.Constant));
        foreach (LimitTerm term in limit.Terms)
        {
            if (_reader.Read(term.Value, outer) is not { } value)
            {
                return null;
            }

            sum += value * GuardSum.Of(term.Coefficient);
        }

        return sum;
    }

    private IReadOnlyList<GuardSum>? Corners(IndexForm form, bool most)
    {
        // Innermost first: its extremes are functions of the outer indices.
        int place = _loops.FindLastIndex(loop => form.Indices.Contains(loop.Id));
        int index = place >= 0 ? _loops[place].Id : Iteration;
        if (place < 0 && !form.Indices.Contains(Iteration))
        {
            return [form.Rest];
        }

        if (!_extents.TryGetValue(index, out (IndexForm Least, IndexForm Most) extent))
        {
            return null;
        }

        GuardSum coefficient = form.Coefficient(index);
        List<GuardSum> corners = [];
        foreach (IndexForm end in coefficient.Min.Sign >= 0 ? new[] { most ? extent.Most : extent.Least }
            : coefficient.Max.Sign <= 0 ? [most ? extent.Least : extent.Most]
            : [extent.Least, extent.Most])
        {
            if (Corners(form.Replace(index, end), most) is not { } inner)
            {
                return null;
            }

            corners.AddRange(inner);
        }

        return corners;
    }

    private void RequireFit(IndexForm form, ElementType type)
    {
        if (Corners(form, most: false) is not { } least || Corners(form, most: true) is not { } most)
        {
            _conditions.Fail();
            return;
        }

        foreach (GuardSum value in least)
        {
            _conditions.Require(value - GuardSum.Of(IntegerRange.Min(type)));
        }

        foreach (GuardSum value in most)
        {
            _conditions.Require(GuardSum.Of(IntegerRange.Max(type)) - value);
        }
    }

    private (IndexForm, IndexForm)? Extent(Loop loop, bool isRoot)
    {
        IReadOnlyList<Loop> outer = LoopTree.Path(_region.Root, loop);
        outer = [.. outer.Take(outer.Count - 1)];

        bool isUp = loop.Relation switch
        {
            LoopRelation.Less or LoopRelation.LessOrEqual => true,
            LoopRelation.Greater or LoopRelation.GreaterOrEqual => false,
            _ => loop.ConstantStep is not { } constant || constant > 0,
        };

        // Of an inner loop, a minimum or maximum may be replaced by a limit beyond it: what is tested is stricter for it.
        bool mayWiden = !isRoot && loop.Relation != LoopRelation.NotEqual;
        IntrinsicFunction nearer = isUp ? IntrinsicFunction.Min : IntrinsicFunction.Max;
        IntrinsicFunction farther = isUp ? IntrinsicFunction.Max : IntrinsicFunction.Min;
        IndexForm? from = mayWiden && loop.ConstantStep is 1 or -1 ? Limit(StartOf(loop, outer), outer, farther) : _reader.Read(StartOf(loop, outer), outer);
        IndexForm? to = mayWiden ? Limit(loop.Bound, outer, nearer) : _reader.Read(loop.Bound, outer);

        // Extents are functions of outer indices alone, so that the search for corners comes to an end.
        if (from is not { } start || to is not { } bound
            || _invariants.Value(loop.Step) is not { } step || !IsOutside(start, outer) || !IsOutside(bound, outer))
        {
            // The root's trips must be known; an index of unknown extent makes every test that needs it fail.
            if (isRoot)
            {
                _conditions.Fail();
            }

            return null;
        }

        GuardSum size = isUp ? step : GuardSum.Zero - step;
        _conditions.Require(size - GuardSum.Of(1));
        GuardSum one = GuardSum.Of(1);
        IndexForm end = loop.Relation is LoopRelation.LessOrEqual ? bound + IndexForm.Of(one)
            : loop.Relation is LoopRelation.GreaterOrEqual ? bound - IndexForm.Of(one)
            : bound;
        IndexForm span = isUp ? end - start : start - end;
        bool isUnit = size.Constant is { IsOne: true };
        if (loop.Relation == LoopRelation.NotEqual)
        {
            RequireReached(span, size, isUnit);
        }

        IndexForm last = isUp ? end - IndexForm.Of(one) : end + IndexForm.Of(one);
        if (span.Indices.Any())
        {
            RequireNoWrap(loop, last + IndexForm.Of(step));
            return isUp ? (start, last) : (last, start);
        }

        Atom? trips = isRoot ? RootTrips(span.Rest, size) : isUnit ? null : InnerTrips(loop, span.Rest, size);
        if (!isUnit && trips is not null)
        {
            last = start + IndexForm.Of(GuardSum.Of(trips) * step) - IndexForm.Of(step);
        }

        RequireNoWrap(loop, last + IndexForm.Of(step));
        return isUp ? (start, last) : (last, start);
    }

    /// <summary>One argument of a minimum or maximum stands for all, one without indices if there is one; all must be computed without a wrap.</summary>
    private IndexForm? Limit(Expression expression, IReadOnlyList<Loop> outer, IntrinsicFunction function)
    {
        Expression plain = expression is Conversion { Type: ElementType.Int64, Operand: var operand } ? operand : expression;
        if (plain is not IntrinsicCall { Type: ElementType.Int32 or ElementType.Int64, Arguments: [var one, var other] } call || call.Function != function)
        {
            return _reader.Read(expression, outer);
        }

        if (Limit(one, outer, function) is not { } first || Limit(other, outer, function) is not { } second)
        {
            return null;
        }

        RequireFit(first, one.Type);
        RequireFit(second, other.Type);
        return second.Indices.Any() ? first : second;
    }

    /// <summary>An inner loop that goes on with its index starts with what the statements before it assigned.</summary>
    private static Expression StartOf(Loop loop, IReadOnlyList<Loop> outer)
    {
        bool goesOn = outer.Count > 0 && loop.Start is VariableRead read && read.Variable.Id == loop.Index.Id;
        foreach (Block block in goesOn ? LoopTree.OwnBlocks(outer[outer.Count - 1].Body) : [])
        {
            int place = block.Statements.ToList().FindIndex(statement => statement is LoopStatement inner && inner.Loop.Id == loop.Id);
            if (place >= 0 && block.Statements.Take(place).LastOrDefault(statement => BodyPosition.Mentions(statement, loop.Index)) is Assign assign
                && assign.Target.Id == loop.Index.Id)
            {
                return assign.Value;
            }
        }

        return loop.Start;
    }

    private static bool IsOutside(IndexForm form, IReadOnlyList<Loop> outer) => form.Indices.All(index => outer.Any(loop => loop.Id == index));
}
