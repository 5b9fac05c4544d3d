using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Analysis;

/// <summary>Finds the counters that say where in an object the next active iteration stores to or loads from.</summary>
internal static class Cursors
{
    /// <summary>Those of a loop; where its iterations don't run one after the other, there are none.</summary>
    public static HashSet<int> Of(Loop loop) => !loop.IsResumed ? [] :
        [.. LoopTree.Statements(loop.Body).OfType<If>()
            .SelectMany(conditional => new[] { conditional.Then, conditional.Else })
            .Select(block => block.Statements.LastOrDefault() is Assign last && Is(loop, block, last) ? last.Target.Id : (int?)null)
            .OfType<int>()];

    /// <summary>An element at a cursor.</summary>
    public static bool IsAt(ArrayAccess access, IReadOnlyCollection<int> cursors) =>
        access.Subscripts is [var subscript] && CounterOf(subscript) is { } counter && cursors.Contains(counter.Id);

    /// <summary>The counter of the subscript <c>l</c> or, where it counts first, <c>l + 1</c>; null for others.</summary>
    public static Variable? CounterOf(Expression subscript) => subscript switch
    {
        VariableRead read => read.Variable,
        Binary { Operator: BinaryOperator.Add, Type: ElementType.Int32, IsChecked: false, Left: VariableRead read, Right: Constant { Value: 1 } }
            => read.Variable,
        _ => null,
    };

    /// <summary><c>l = l + 1</c></summary>
    public static bool IsIncrement(Assign assign) => assign.Target is { Type: ElementType.Int32, IsMemory: false }
        && assign.Value is Binary { Operator: BinaryOperator.Add, IsChecked: false, Left: VariableRead read, Right: Constant { Value: 1 } }
        && read.Variable.Id == assign.Target.Id;

    /// <summary>It is counted once, under a condition, after everything that uses it, which are subscripts in the same block.</summary>
    private static bool Is(Loop loop, Block block, Assign last)
    {
        if (!IsIncrement(last))
        {
            return false;
        }

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
    private static IEnumerable<ArrayAccess> Accesses(Statement statement)
    {
        IEnumerable<ArrayAccess> loads = ExpressionTree.Own(statement).SelectMany(Walk.Parts).OfType<Load>().Select(load => load.Access);
        return statement is Store store ? loads.Append(store.Target) : loads;
    }
}
