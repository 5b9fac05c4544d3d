using System.Numerics;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Analysis.Guards;

/// <summary>
/// Subscripts whose type or last operation bounds them (<c>r[u[i]]</c> of bytes, <c>r[x &amp; 15]</c>) are in range of every object
/// that is long enough: then nothing needs to be looked at.
/// </summary>
internal static class TypeBounds
{
    /// <summary>Lengths under which nothing in the shadow loop throws; null when they don't tell.</summary>
    /// <param name="proven">Accesses that are in range where other guards hold.</param>
    public static Expression? Of(Loop shadow, Loop root, ICollection<int> proven)
    {
        if (LoopTree.Statements(root.Body).Any(statement => statement is Opaque { Effects.ScalarWrites.IsEmpty: false }))
        {
            // They aren't in the shadow loop.
            return null;
        }

        Dictionary<int, (MemoryObject Item, BigInteger Most)> needed = [];
        Statement[] statements = [.. LoopTree.Statements(shadow.Body)];
        foreach (Assign probe in statements.OfType<Assign>().Where(assign => ShadowLoop.IsProbe(assign.Target)))
        {
            if (probe.Value is not Load { Access: { Object: { Rank: 1, Kind: MemoryKind.Array or MemoryKind.Span or MemoryKind.ReadOnlySpan } item, Subscripts: [var subscript] } }
                || Decides(subscript, statements) is var value && Walk.Parts(value).Any(part => part is Load inner && !proven.Contains(inner.Access.Id))
                || ValueRange.Of(value) is not { Low.Sign: >= 0 } range || range.High > ushort.MaxValue)
            {
                return null;
            }

            needed[item.Id] = (item, needed.TryGetValue(item.Id, out var before) ? BigInteger.Max(before.Most, range.High) : range.High);
        }

        return needed.OrderBy(pair => pair.Key).Select(pair => (Expression)new Comparison(
                ComparisonOperator.Greater, new ObjectLength(ElementType.Int32, pair.Value.Item, null), Constant.Int32((int)pair.Value.Most)))
            .Aggregate((Expression?)null, (all, one) => all is null ? one : new ShortCircuit(true, all, one));
    }

    /// <summary>The subscript, or what the temporary was assigned that it is.</summary>
    private static Expression Decides(Expression subscript, Statement[] statements)
    {
        if (subscript is not VariableRead { Variable: var variable })
        {
            return subscript;
        }

        Assign[] assigns = [.. statements.OfType<Assign>().Where(assign => assign.Target.Id == variable.Id)];
        return assigns is [{ Value: var value }] && variable.DeclaringLoop is not null
            && !statements.Any(statement => statement is LoopStatement { Loop.Index.Id: var index } && index == variable.Id)
            ? value : subscript;
    }
}
