using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Analysis;

/// <summary>Finds the counters that say where in an object the next active iteration stores to or loads from.</summary>
internal static class Cursors
{
    // Places a little behind a counter.
    private const long LargestOffset = 1 << 20;

    /// <summary>Those of a loop, by their ids; where its iterations don't run one after the other, there are none.</summary>
    public static IReadOnlyDictionary<int, Cursor> Of(Loop loop)
    {
        Dictionary<int, Cursor> cursors = [];
        IEnumerable<If> branches = loop.IsResumed ? LoopTree.Statements(loop.Body).OfType<If>() : [];
        foreach (Block block in branches.SelectMany(branch => new[] { branch.Then, branch.Else }))
        {
            if (block.Statements.LastOrDefault() is Assign last && AmountOf(last) is { } amount && Is(loop, block, last))
            {
                cursors.Add(last.Target.Id, new Cursor(last.Target, amount));
            }
        }

        return cursors;
    }

    /// <summary>An element at a cursor, or a little behind it.</summary>
    public static bool IsAt(ArrayAccess access, IEnumerable<int> cursors) =>
        access.Subscripts is [var subscript] && CounterOf(subscript) is { } counter && cursors.Contains(counter.Id);

    /// <summary>All accesses of the loop's body at a cursor.</summary>
    public static IEnumerable<ArrayAccess> Accesses(Loop loop, IEnumerable<int> cursors) =>
        LoopTree.Statements(loop.Body).SelectMany(Accesses).Where(access => IsAt(access, cursors));

    /// <summary>
    /// Both are at one cursor, which each iteration that comes there moves on by more than lies between them: while it doesn't wrap, no
    /// two iterations are at the same place.
    /// </summary>
    public static bool AreApart(ArrayAccess one, ArrayAccess other, IReadOnlyDictionary<int, Cursor> cursors) =>
        IsAt(one, cursors.Keys) && IsAt(other, cursors.Keys)
        && CounterOf(one.Subscripts[0])!.Id == CounterOf(other.Subscripts[0])!.Id
        && Math.Abs(OffsetOf(one.Subscripts[0]) - OffsetOf(other.Subscripts[0])) < cursors[CounterOf(one.Subscripts[0])!.Id].Amount;

    /// <summary>The counter of the subscript <c>l</c> or, where it counts first, <c>l + 1</c>; null for others.</summary>
    public static Variable? CounterOf(Expression subscript) => subscript switch
    {
        VariableRead { Variable: { Type: ElementType.Int32 or ElementType.Int64, IsMemory: false } variable } => variable,
        Binary { Operator: BinaryOperator.Add, IsChecked: false, Left: var left, Right: Constant { Value: int or long } by } sum
            when sum.Type == left.Type && Convert.ToInt64(by.Value) is >= 0 and < LargestOffset && OffsetOf(left) < LargestOffset => CounterOf(left),
        _ => null,
    };

    /// <summary>What such a subscript adds to its counter.</summary>
    public static long OffsetOf(Expression subscript) =>
        subscript is Binary { Left: var left, Right: Constant { Value: int or long } by } ? OffsetOf(left) + Convert.ToInt64(by.Value) : 0;

    /// <summary>What <c>l = l + 1</c> adds; null for anything but such a sum.</summary>
    public static long? AmountOf(Assign assign) =>
        CounterOf(assign.Value) is { } counter && counter.Id == assign.Target.Id && OffsetOf(assign.Value) is > 0 and var amount ? amount : null;

    /// <summary>It is counted once, under a condition, after everything that uses it, which are subscripts in the same block.</summary>
    private static bool Is(Loop loop, Block block, Assign last)
    {
        int id = last.Target.Id;
        Statement[] own = [.. block.Statements.Take(block.Statements.Count - 1)];
        return LoopTree.Statements(loop.Body).OfType<Assign>().Count(assign => assign.Target.Id == id) == 1
            && own.All(statement => statement is Assign or Store)
            && own.Any(statement => Accesses(statement).Any(IsOwn))
            && ExpressionTree.Of(loop.Body).Sum(CountReads) == 1 + own.Sum(statement => Accesses(statement).Count(IsOwn));

        bool IsOwn(ArrayAccess access) => access is { Object: { Rank: 1, Kind: not MemoryKind.Pointer }, Subscripts: [var subscript] }
            && CounterOf(subscript)?.Id == id;
        int CountReads(Expression expression) => Walk.Parts(expression).Count(part => part is VariableRead read && read.Variable.Id == id);
    }

    /// <summary>The statement's own accesses, each once.</summary>
    public static IEnumerable<ArrayAccess> Accesses(Statement statement)
    {
        IEnumerable<ArrayAccess> loads = ExpressionTree.Own(statement).SelectMany(Walk.Parts).OfType<Load>().Select(load => load.Access);
        return statement is Store store ? loads.Append(store.Target) : loads;
    }
}
