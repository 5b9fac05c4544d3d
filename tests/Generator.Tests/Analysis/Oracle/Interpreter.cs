using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Tests.Analysis.Oracle;

/// <summary>
/// Runs a nest with the iterations of one loop in an order of the caller's choice, on memory without bounds whose cells
/// tell in which order they were computed.
/// </summary>
internal sealed class Interpreter(RandomNest nest, Loop reordered, Func<int, IReadOnlyList<int[]>> blocks)
{
    private readonly Dictionary<(int Object, long Row, long Place), long> _memory = [];

    /// <summary>Every access as it happens: its id, the place, and the indices of the loops around it.</summary>
    public Action<int, (int, long, long), long[]>? Touched { get; init; }

    public IReadOnlyDictionary<(int Object, long Row, long Place), long> Memory => _memory;

    public static Interpreter InOrder(RandomNest nest, Action<int, (int, long, long), long[]>? touched = null)
    {
        Interpreter interpreter = new(nest, nest.Root, count => [.. Enumerable.Range(0, count).Select(number => new[] { number })]) { Touched = touched };
        interpreter.Run();
        return interpreter;
    }

    public void Run() => Run(nest.Root, [new Lane([], [])]);

    /// <summary>The indices' values, by variable and in order of nesting, of one iteration.</summary>
    private sealed record Lane(Dictionary<int, long> Values, long[] Path);

    private void Run(Loop loop, List<Lane> lanes)
    {
        if (loop.Id != reordered.Id)
        {
            // Trip by trip: a lane that has run all of its own takes no part any more.
            List<List<long>> indices = [.. lanes.Select(lane => Indices(loop, lane))];
            for (int trip = 0; trip < indices.Max(own => own.Count); trip++)
            {
                Run(loop.Body, [.. lanes.Zip(indices).Where(pair => trip < pair.Second.Count).Select(pair => With(pair.First, loop, pair.Second[trip]))]);
            }

            return;
        }

        List<long> all = Indices(loop, lanes[0]);
        foreach (int[] block in blocks(all.Count))
        {
            Run(loop.Body, [.. block.Select(number => With(lanes[0], loop, all[number]))]);
        }
    }

    private void Run(Block block, List<Lane> lanes)
    {
        foreach (Statement statement in block.Statements)
        {
            if (statement is LoopStatement { Loop: var inner })
            {
                Run(inner, lanes);
                continue;
            }

            Store store = (Store)statement;
            List<long> values = [.. lanes.Select(lane => Mix(store.Target.Id, Value(store.Value, lane), lane))];
            for (int number = 0; number < lanes.Count; number++)
            {
                (int, long, long) place = Place(store.Target, lanes[number]);
                _memory[place] = values[number];
                Touched?.Invoke(store.Target.Id, place, lanes[number].Path);
            }
        }
    }

    private static Lane With(Lane lane, Loop loop, long index) =>
        new(new(lane.Values) { [loop.Index.Id] = index }, [.. lane.Path, index]);

    private List<long> Indices(Loop loop, Lane lane)
    {
        List<long> indices = [];
        long bound = Integer(loop.Bound, lane);
        for (long index = Integer(loop.Start, lane); Continues(index, bound, loop.Relation); index += loop.ConstantStep!.Value)
        {
            indices.Add(index);
        }

        return indices;
    }

    private static bool Continues(long index, long bound, LoopRelation relation) => relation switch
    {
        LoopRelation.Less => index < bound,
        LoopRelation.LessOrEqual => index <= bound,
        LoopRelation.Greater => index > bound,
        _ => index >= bound,
    };

    private long Value(Expression expression, Lane lane)
    {
        if (expression is Binary { Left: var left, Right: var right })
        {
            return unchecked((Value(left, lane) * 31) + Value(right, lane));
        }

        ArrayAccess access = ((Load)expression).Access;
        (int, long, long) place = Place(access, lane);
        Touched?.Invoke(access.Id, place, lane.Path);
        return _memory.TryGetValue(place, out long value) ? value : place.GetHashCode();
    }

    // Which statement of which iteration stored it, and from what.
    private static long Mix(int statement, long value, Lane lane) =>
        lane.Path.Aggregate(unchecked((value * 1000003) + statement), (mixed, index) => unchecked((mixed * 8191) + index));

    private (int, long, long) Place(ArrayAccess access, Lane lane) => (
        nest.AreOne ? 0 : access.Object.Id,
        access.Subscripts.Count == 2 ? Integer(access.Subscripts[0], lane) : 0,
        Integer(access.Subscripts[access.Subscripts.Count - 1], lane));

    private long Integer(Expression expression, Lane lane) => Evaluate(expression, variable =>
        lane.Values.TryGetValue(variable.Id, out long index) ? index : nest.Values[variable.Id]);

    public static long Evaluate(Expression expression, Func<Variable, long> valueOf) => expression switch
    {
        Constant constant => Convert.ToInt64(constant.Value),
        VariableRead read => valueOf(read.Variable),
        Conversion conversion => Evaluate(conversion.Operand, valueOf),
        Binary binary => binary.Operator switch
        {
            BinaryOperator.Add => Evaluate(binary.Left, valueOf) + Evaluate(binary.Right, valueOf),
            BinaryOperator.Subtract => Evaluate(binary.Left, valueOf) - Evaluate(binary.Right, valueOf),
            _ => Evaluate(binary.Left, valueOf) * Evaluate(binary.Right, valueOf),
        },
        Unary { Operator: UnaryOperator.Negate } unary => -Evaluate(unary.Operand, valueOf),
        ShortCircuit both => both.IsAnd
            ? Evaluate(both.Left, valueOf) & Evaluate(both.Right, valueOf)
            : Evaluate(both.Left, valueOf) | Evaluate(both.Right, valueOf),
        Comparison comparison => Compare(comparison.Operator, Evaluate(comparison.Left, valueOf), Evaluate(comparison.Right, valueOf)) ? 1 : 0,
        _ => throw new NotSupportedException(expression.ToString()),
    };

    private static bool Compare(ComparisonOperator @operator, long left, long right) => @operator switch
    {
        ComparisonOperator.Equal => left == right,
        ComparisonOperator.NotEqual => left != right,
        ComparisonOperator.Less => left < right,
        ComparisonOperator.LessOrEqual => left <= right,
        ComparisonOperator.Greater => left > right,
        _ => left >= right,
    };
}
