using System.Numerics;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Planning;

namespace AutoPar.Generator.Emit.Guards;

/// <summary>
/// The trip count of each loop of a region, and between which values its index lies. Bounds of inner loops may be affine
/// in outer indices.
/// </summary>
internal sealed class LoopExtents
{
    private readonly Dictionary<int, (AffineForm Least, AffineForm Most)> _extents = [];
    private readonly List<Loop> _loops;
    private readonly RegionPlan _region;
    private Atom _trips;
    private readonly GuardConditions _conditions;
    private readonly Invariants _invariants;
    private readonly AffineReader _reader;

    /// <summary>An index that stands for the number of the root's iteration, counted from 0.</summary>
    public static Variable Iteration { get; } = new(-1, "", ElementType.Int64, "long", VariableKind.Temporary, "", null, false);

    public LoopExtents(RegionPlan region, GuardConditions conditions, Invariants invariants, string trips)
    {
        _region = region;
        _trips = new Atom(trips, trips, 1, long.MaxValue);
        _conditions = conditions;
        _invariants = invariants;
        _loops = [.. LoopTree.SelfAndDescendants(region.Root)];
        _reader = new AffineReader(region, invariants, RequireFit);
        foreach (Loop loop in _loops)
        {
            if (Extent(loop, loop.Id == region.Root.Id) is { } extent)
            {
                _extents[loop.Index.Id] = extent;
            }
        }

        AffineForm last = AffineForm.Of(LinearSum.Of(_trips) - LinearSum.Of(1));
        _extents[Iteration.Id] = (AffineForm.Of(LinearSum.Zero), last);
    }

    /// <summary>The values that a subscript takes at the corners of the iteration domain; null when it isn't affine.</summary>
    public IReadOnlyList<LinearSum>? Corners(ArrayAccess access, int dimension, bool most) =>
        _reader.Read(access.Subscripts[dimension], access) is { } form ? Corners(form, most) : null;

    private IReadOnlyList<LinearSum>? Corners(AffineForm form, bool most, int depth = 0)
    {
        // An extent that mentions its own index (a loop that starts where the index stands) has no end.
        if (depth > _loops.Count + 1)
        {
            return null;
        }

        // Innermost first: its extremes are functions of the outer indices.
        Variable? index = _loops.Select(loop => loop.Index).LastOrDefault(item => form.Indices.Contains(item.Id))
            ?? (form.Indices.Contains(Iteration.Id) ? Iteration : null);
        if (index is null)
        {
            return [form.Rest];
        }

        if (!_extents.TryGetValue(index.Id, out (AffineForm Least, AffineForm Most) extent))
        {
            return null;
        }

        LinearSum coefficient = form.Coefficient(index.Id);
        List<LinearSum> corners = [];
        foreach (AffineForm end in coefficient.Min.Sign >= 0 ? new[] { most ? extent.Most : extent.Least }
            : coefficient.Max.Sign <= 0 ? [most ? extent.Least : extent.Most]
            : [extent.Least, extent.Most])
        {
            if (Corners(form.Replace(index.Id, end), most, depth + 1) is not { } inner)
            {
                return null;
            }

            corners.AddRange(inner);
        }

        return corners;
    }

    private void RequireFit(AffineForm form, ElementType type)
    {
        if (Corners(form, most: false) is not { } least || Corners(form, most: true) is not { } most)
        {
            _conditions.Fail();
            return;
        }

        foreach (LinearSum value in least)
        {
            _conditions.Require(value - LinearSum.Of(TypeRange.Min(type)));
        }

        foreach (LinearSum value in most)
        {
            _conditions.Require(LinearSum.Of(TypeRange.Max(type)) - value);
        }
    }

    private (AffineForm, AffineForm)? Extent(Loop loop, bool isRoot)
    {
        if (_reader.Read(loop.Start) is not { } start || _reader.Read(loop.Bound) is not { } bound || _invariants.Value(loop.Step) is not { } step)
        {
            // The root's trips must be known; an index of unknown extent makes every test that needs it fail.
            if (isRoot)
            {
                _conditions.Fail();
            }

            return null;
        }

        bool isUp = loop.Relation switch
        {
            LoopRelation.Less or LoopRelation.LessOrEqual => true,
            LoopRelation.Greater or LoopRelation.GreaterOrEqual => false,
            _ => loop.ConstantStep is not { } constant || constant > 0,
        };
        LinearSum size = isUp ? step : LinearSum.Zero - step;
        _conditions.Require(size - LinearSum.Of(1));
        LinearSum one = LinearSum.Of(1);
        AffineForm end = loop.Relation is LoopRelation.LessOrEqual ? bound + AffineForm.Of(one)
            : loop.Relation is LoopRelation.GreaterOrEqual ? bound - AffineForm.Of(one)
            : bound;
        AffineForm span = isUp ? end - start : start - end;
        bool isUnit = size.Constant is { IsOne: true };
        if (loop.Relation == LoopRelation.NotEqual)
        {
            RequireReached(span, size, isUnit);
        }

        AffineForm last = isUp ? end - AffineForm.Of(one) : end + AffineForm.Of(one);
        if (span.Indices.Any())
        {
            RequireNoWrap(loop, last + AffineForm.Of(step));
            return isUp ? (start, last) : (last, start);
        }

        Atom? trips = isRoot ? RootTrips(span.Rest, size) : isUnit ? null : InnerTrips(loop, span.Rest, size);
        if (!isUnit && trips is not null)
        {
            last = start + AffineForm.Of(LinearSum.Of(trips) * step) - AffineForm.Of(step);
        }

        RequireNoWrap(loop, last + AffineForm.Of(step));
        return isUp ? (start, last) : (last, start);
    }

    private Atom RootTrips(LinearSum span, LinearSum size)
    {
        _conditions.Require(LinearSum.Of(long.MaxValue) - span - size);
        string count = Count(span, size);
        _conditions.Declare($"{_trips.Text} = {(span.Max + size.Max > long.MaxValue ? "(long)" : "")}{count};");
        _conditions.RequireText($"{_trips.Text} >= {Math.Max(1, _region.MinimumTrips)}");
        _conditions.RequireText("global::AutoPar.AutoParOptions.Enabled");
        BigInteger most = BigInteger.Max(1, (span.Max / BigInteger.Max(1, size.Min)) + 1);
        _trips = _trips with { Max = BigInteger.Min(most, long.MaxValue) };
        return _trips;
    }

    /// <summary>Of a loop without trips one is assumed, which only makes the test stricter.</summary>
    private Atom InnerTrips(Loop loop, LinearSum span, LinearSum size)
    {
        string name = $"{_trips.Text}_{loop.Id}";
        bool isBig = span.Max + size.Max > long.MaxValue;
        string type = isBig ? "global::System.Int128" : "long";
        _conditions.Declare($"{type} {name} = {(isBig ? "(global::System.Int128)" : "")}{Count(span, size)};");
        _conditions.Declare($"{name} = {name} < 1 ? 1 : {name};");
        return new Atom(name, name, 1, BigInteger.Max(1, span.Max));
    }

    private static string Count(LinearSum span, LinearSum size) =>
        size.Constant is { IsOne: true } ? span.Constant is null && span.Text.StartsWith("(", StringComparison.Ordinal) ? span.Text : $"({span.Text})"
        : size.Constant is { } constant ? $"(({(span + LinearSum.Of(constant - 1)).Text}) / {constant})"
        : $"(({(span + size - LinearSum.Of(1)).Text}) / ({size.Text}))";

    /// <summary><c>!=</c> ends the loop only when the index meets the bound exactly.</summary>
    private void RequireReached(AffineForm span, LinearSum size, bool isUnit)
    {
        if (Corners(span, most: false) is not { } corners)
        {
            _conditions.Fail();
            return;
        }

        foreach (LinearSum corner in corners)
        {
            _conditions.Require(corner);
            if (!isUnit)
            {
                if (span.Indices.Any())
                {
                    _conditions.Fail();
                }

                _conditions.RequireText($"({corner.Text}) % ({size.Text}) == 0");
            }
        }
    }

    /// <summary>The value that ends the loop is one that the index can hold.</summary>
    private void RequireNoWrap(Loop loop, AffineForm final) => RequireFit(final, loop.Index.Type);
}
