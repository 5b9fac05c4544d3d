using System.Numerics;
using AutoPar.Generator.Analysis;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Planning.Guards;

/// <summary>Tests that an access stays inside its object in every iteration.</summary>
internal sealed class BoundsTests(GuardConditions conditions, LoopExtents extents)
{
    /// <param name="limits">Where indices are when the access is executed.</param>
    public void Require(ArrayAccess access, EquatableArray<IndexLimit> limits)
    {
        if (access.Object.Kind == MemoryKind.Pointer)
        {
            RequireTrueValue(access);
            return;
        }

        conditions.RequireNotNull(access.Object);
        for (int dimension = 0; dimension < access.Subscripts.Count; dimension++)
        {
            if (access.Object.Kind == MemoryKind.Jagged || !TryRequireWithin(access, dimension, limits))
            {
                RequireDimension(access, dimension);
            }
        }
    }

    /// <summary>The least or greatest values of a subscript, one of which is the extreme; null when they can't be told.</summary>
    public IReadOnlyList<GuardSum>? Ends(ArrayAccess access, int dimension, bool most) =>
        extents.Corners(access, dimension, most) is { } ends && !ends.Any(end => end.Atoms.Any(Lengths.IsRowLength)) ? ends : null;

    // Nothing bounds a pointer's memory, but the address must be the one that the proof computed with: not wrapped.
    private void RequireTrueValue(ArrayAccess access)
    {
        if (Ends(access, 0, most: false) is not { } least || Ends(access, 0, most: true) is not { } most)
        {
            conditions.Fail();
            return;
        }

        ElementType type = access.Subscripts[0].Type;
        foreach (GuardSum value in least)
        {
            conditions.Require(value - GuardSum.Of(BigInteger.Max(IntegerRange.Min(type), -s_addresses)));
        }

        foreach (GuardSum value in most)
        {
            conditions.Require(GuardSum.Of(BigInteger.Min(IntegerRange.Max(type), s_addresses)) - value);
        }
    }

    private static readonly BigInteger s_addresses = BigInteger.One << 58;

    /// <summary>
    /// A subscript at the end of a range that is cut short twice is the nearer one of two: it is in range if one of them is. What
    /// isn't executed at all may fail the test, which only makes it stricter.
    /// </summary>
    private bool TryRequireWithin(ArrayAccess access, int dimension, EquatableArray<IndexLimit> limits)
    {
        if (limits.IsEmpty || LimitChoices.Of(limits) is not { } choices)
        {
            return false;
        }

        List<IReadOnlyList<GuardSum>> least = [];
        List<IReadOnlyList<GuardSum>> most = [];
        foreach (IReadOnlyList<IndexLimit> choice in choices)
        {
            if (extents.Corners(access, dimension, most: false, choice) is { } low && extents.Corners(access, dimension, most: true, choice) is { } high)
            {
                least.Add(low);
                most.Add([.. high.Select(value => Lengths.Of(access, dimension) - value - GuardSum.Of(1))]);
            }
        }

        conditions.RequireAny(least);
        conditions.RequireAny(most);
        return true;
    }

    private void RequireDimension(ArrayAccess access, int dimension)
    {
        if (extents.Corners(access, dimension, most: false) is not { } least || extents.Corners(access, dimension, most: true) is not { } most)
        {
            conditions.Fail();
            return;
        }

        foreach (GuardSum value in least)
        {
            Require(access, value);
        }

        foreach (GuardSum value in most)
        {
            Require(access, Lengths.Of(access, dimension) - value - GuardSum.Of(1));
        }

        if (access.Object.Kind == MemoryKind.Jagged && dimension == 0)
        {
            RequireRows(access, 0.ToString());
        }
    }

    private void Require(ArrayAccess access, GuardSum sum)
    {
        Atom[] rows = [.. sum.Atoms.Where(Lengths.IsRowLength)];
        if (rows.Length == 0)
        {
            conditions.Require(sum);
        }
        else if (access.Object.Kind == MemoryKind.Jagged && rows.Length == 1 && sum.FactorOf(rows[0]).IsOne
            && rows[0] == Lengths.RowLength(access.Object, access.Subscripts[0]))
        {
            RequireRows(access, (GuardSum.Of(rows[0]) - sum).Int64);
        }
        else
        {
            // Bounded by the length of another row, iteration by iteration.
            conditions.Fail();
        }
    }

    /// <summary>Each row that is visited exists and has a least length.</summary>
    private void RequireRows(ArrayAccess access, string length)
    {
        if (Ends(access, 0, most: false) is not [{ } first] || Ends(access, 0, most: true) is not [{ } last])
        {
            conditions.Fail();
            return;
        }

        conditions.RequireText($"global::AutoPar.Runtime.LoopGuards.RowsHave({access.Object.Name}, {first.Int64}, {last.Int64}, {length})");
    }
}
