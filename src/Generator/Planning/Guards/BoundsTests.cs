using System.Numerics;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Planning.Guards;

/// <summary>Tests that an access stays inside its object in every iteration.</summary>
internal sealed class BoundsTests(GuardConditions conditions, LoopExtents extents)
{
    public void Require(ArrayAccess access)
    {
        if (access.Object.Kind == MemoryKind.Pointer)
        {
            RequireTrueValue(access);
            return;
        }

        conditions.RequireNotNull(access.Object);
        for (int dimension = 0; dimension < access.Subscripts.Count; dimension++)
        {
            RequireDimension(access, dimension);
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
