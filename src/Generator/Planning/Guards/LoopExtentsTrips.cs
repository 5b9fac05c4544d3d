using System.Numerics;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Planning.Guards;

/// <summary>How often loops run, and that they end where their bound says.</summary>
internal sealed partial class LoopExtents
{
    private Atom RootTrips(GuardSum span, GuardSum size)
    {
        _conditions.Require(GuardSum.Of(long.MaxValue) - span - size);
        string count = Count(span, size);
        _conditions.Declare($"{_trips.Text} = {(IsBig(span, size) ? $"(long)({count})" : count)};");
        _conditions.RequireText($"{_trips.Text} >= {Math.Max(1, _region.MinimumTrips)}");
        TripSteps = _conditions.Steps.Count;
        _conditions.RequireText("global::AutoPar.AutoParOptions.Enabled");
        BigInteger most = BigInteger.Max(1, (span.Max / BigInteger.Max(1, size.Min)) + 1);
        _trips = _trips with { Max = BigInteger.Min(most, long.MaxValue) };
        return _trips;
    }

    /// <summary>Of a loop without trips one is assumed, which only makes the test stricter.</summary>
    private Atom InnerTrips(Loop loop, GuardSum span, GuardSum size)
    {
        string name = $"{_trips.Text}_{loop.Id}";
        bool isBig = IsBig(span, size);
        string type = isBig ? "global::System.Int128" : "long";
        _conditions.Declare($"{type} {name} = {(isBig ? "(global::System.Int128)" : "")}{Count(span, size)};");
        _conditions.Declare($"{name} = {name} < 1 ? 1 : {name};");
        return new Atom(name, name, 1, BigInteger.Max(1, span.Max));
    }

    // Also what fits into a long may be printed as a wider sum.
    private static bool IsBig(GuardSum span, GuardSum size) =>
        span.Max + size.Max > long.MaxValue || span.IsBig || (span + size).IsBig || (span + size - GuardSum.Of(1)).IsBig;

    private static string Count(GuardSum span, GuardSum size) =>
        size.Constant is { IsOne: true } ? span.Constant is null && span.Text.StartsWith("(", StringComparison.Ordinal) ? span.Text : $"({span.Text})"
        : size.Constant is { } constant ? $"(({(span + GuardSum.Of(constant - 1)).Text}) / {constant})"
        : $"(({(span + size - GuardSum.Of(1)).Text}) / ({size.Text}))";

    /// <summary><c>!=</c> ends the loop only when the index meets the bound exactly.</summary>
    private void RequireReached(IndexForm span, GuardSum size, bool isUnit)
    {
        if (Corners(span, most: false) is not { } corners)
        {
            _conditions.Fail();
            return;
        }

        foreach (GuardSum corner in corners)
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
    private void RequireNoWrap(Loop loop, IndexForm final) => RequireFit(final, loop.Index.Type);
}
