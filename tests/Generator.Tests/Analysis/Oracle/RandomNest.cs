using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Tests.Analysis.Oracle;

/// <summary>A random nest of one to three affine loops over one or two arrays, with values for its symbols.</summary>
internal sealed class RandomNest
{
    private readonly Random _random;
    private readonly IrBuilder _builder = new();
    private readonly List<Variable> _symbols;
    private readonly List<MemoryObject> _arrays;

    public RandomNest(int seed)
    {
        _random = new Random(seed);
        _symbols = [.. new[] { "n", "m", "k" }.Select(name => _builder.Int(name))];
        Values = _symbols.ToDictionary(symbol => symbol.Id, symbol => (long)_random.Next(symbol.Name == "k" ? -3 : 0, 7));
        int rank = _random.Next(3) == 0 ? 2 : 1;
        _arrays = [.. Enumerable.Range(0, _random.Next(1, 3)).Select(number => _builder.Array(number == 0 ? "a" : "b", rank))];
        AreOne = _random.Next(2) == 0;
        Root = Nested(_random.Next(1, 4), []);
        Nest = _builder.Nest(Root);
    }

    public LoopNest Nest { get; }

    public Loop Root { get; }

    /// <summary>The value of each symbol.</summary>
    public IReadOnlyDictionary<int, long> Values { get; }

    /// <summary>Both arrays are one object.</summary>
    public bool AreOne { get; }

    private Loop Nested(int depth, List<Variable> outer)
    {
        Variable index = _builder.Int("ijo"[outer.Count].ToString());
        List<Variable> indices = [.. outer, index];
        List<Statement> body = [];
        if (depth > 1)
        {
            if (_random.Next(4) == 0)
            {
                body.Add(Statement(indices));
            }

            body.Add(IrBuilder.Inner(Nested(depth - 1, indices)));
        }

        for (int count = depth > 1 ? _random.Next(2) : _random.Next(1, 4); count > 0; count--)
        {
            body.Add(Statement(indices));
        }

        long step = _random.Next(6) switch { 0 => 2, 1 => -1, 2 => -2, _ => 1 };
        bool inclusive = _random.Next(3) == 0;
        Expression low = End(outer, -1, 2);
        Expression high = End(outer, 3, 7);
        return step > 0
            ? _builder.For(index, low, high, inclusive ? LoopRelation.LessOrEqual : LoopRelation.Less, step, [.. body])
            : _builder.For(index, high, low, inclusive ? LoopRelation.GreaterOrEqual : LoopRelation.Greater, step, [.. body]);
    }

    private Expression End(List<Variable> outer, int least, int most) => _random.Next(5) switch
    {
        0 when outer.Count > 0 => IrBuilder.Add(IrBuilder.Read(outer[_random.Next(outer.Count)]), Constant.Int32(_random.Next(-1, 3))),
        1 => IrBuilder.Read(_symbols[_random.Next(2)]),
        _ => Constant.Int32(_random.Next(least, most)),
    };

    private Statement Statement(List<Variable> indices)
    {
        Expression value = _builder.Load(Array(), Subscripts(indices));
        if (_random.Next(2) == 0)
        {
            value = new Binary(BinaryOperator.Add, ElementType.Double, value, _builder.Load(Array(), Subscripts(indices)));
        }

        return _builder.Store(_builder.Access(Array(), Subscripts(indices)), value);
    }

    private MemoryObject Array() => _arrays[_random.Next(_arrays.Count)];

    private Expression[] Subscripts(List<Variable> indices) =>
        [.. Enumerable.Range(0, _arrays[0].Rank).Select(_ => Subscript(indices))];

    private Expression Subscript(List<Variable> indices)
    {
        Expression sum = Constant.Int32(_random.Next(-3, 4));
        foreach (Variable index in indices)
        {
            int factor = _random.Next(8) switch { 0 => 2, 1 => -1, 2 or 3 => 0, 4 => 3, _ => 1 };
            if (factor != 0)
            {
                sum = IrBuilder.Add(sum, IrBuilder.Times(factor, IrBuilder.Read(index)));
            }
        }

        return _random.Next(6) switch
        {
            0 => IrBuilder.Add(sum, IrBuilder.Read(_symbols[2])),
            1 => IrBuilder.Add(sum, new Binary(BinaryOperator.Multiply, ElementType.Int32, IrBuilder.Read(_symbols[2]), IrBuilder.Read(indices[0]))),
            _ => sum,
        };
    }
}
