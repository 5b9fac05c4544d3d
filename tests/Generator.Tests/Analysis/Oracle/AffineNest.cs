using System.Collections.Immutable;
using AutoPar.Generator.Analysis;
using AutoPar.Generator.Analysis.Affine;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Tests.Analysis.Oracle;

/// <summary>An integer function of a nest's symbols and indices: constant, symbols, then indices from the outermost.</summary>
internal sealed record AffineFunction(long Constant, long[] Symbols, long[] Indices)
{
    public long At(long[] symbols, long[] indices)
    {
        long value = Constant;
        for (int symbol = 0; symbol < Symbols.Length; symbol++)
        {
            value += Symbols[symbol] * symbols[symbol];
        }

        for (int level = 0; level < Indices.Length; level++)
        {
            value += Indices[level] * indices[level];
        }

        return value;
    }
}

/// <summary>The index goes from the largest of its starts (the smallest when it falls) to the tightest of its bounds.</summary>
/// <param name="IsSymbolic">The step is the first symbol times <paramref name="Step"/>.</param>
internal sealed record AffineLoop(AffineFunction[] Starts, AffineFunction[] Bounds, long Step, bool IsInclusive, bool IsSymbolic = false)
{
    public long StepAt(long[] symbols) => IsSymbolic ? Step * symbols[0] : Step;
}

/// <summary>
/// A random nest of one to three affine loops over up to two symbols of a few values each, with a store and a load of one
/// array at any depth: constant, symbolic, triangular and min/max bounds, steps other than 1, coupled subscripts.
/// </summary>
internal sealed class AffineNest
{
    private readonly Random _random;

    /// <param name="hasSymbolicStep">The outermost loop steps by the first symbol, which is positive.</param>
    public AffineNest(int seed, bool hasSymbolicStep = false)
    {
        _random = new Random(seed);
        int symbols = hasSymbolicStep ? 2 : _random.Next(3);
        Least = [.. Enumerable.Range(0, symbols).Select(_ => (long)_random.Next(-1, 2))];
        if (hasSymbolicStep)
        {
            Least[0] = _random.Next(1, 4);
        }

        Most = [.. Least.Select(least => least + _random.Next(1, 5))];
        Loops = [.. Enumerable.Range(0, _random.Next(1, 4)).Select(RandomLoop)];
        if (hasSymbolicStep)
        {
            int sign = Math.Sign(Loops[0].Step);
            Loops[0] = Loops[0] with { Starts = [Loops[0].Starts[0]], Step = sign, IsSymbolic = true };
        }

        int rank = _random.Next(4) == 0 ? 2 : 1;
        int depth = Loops.Length > 1 && _random.Next(5) == 0 ? Loops.Length - 1 : Loops.Length;
        Stored = [.. Enumerable.Range(0, rank).Select(_ => Subscript(Loops.Length))];
        Loaded = [.. Stored.Select(subscript => _random.Next(3) == 0 ? Subscript(depth) : Shifted(subscript, depth))];
        (Root, Sites) = Build(rank, depth);
    }

    /// <summary>The least value of each symbol.</summary>
    public long[] Least { get; }

    public long[] Most { get; }

    public AffineLoop[] Loops { get; }

    /// <summary>The subscripts of the store, in the innermost loop.</summary>
    public AffineFunction[] Stored { get; }

    /// <summary>The subscripts of the load; it may stand outside the innermost loop.</summary>
    public AffineFunction[] Loaded { get; }

    public Loop Root { get; }

    public (AccessSite Store, AccessSite Load) Sites { get; }

    /// <summary>The ranges of the symbols as forms that are at least 0.</summary>
    public ImmutableArray<AffineForm> Known { get; private set; } = [];

    public IReadOnlyList<Symbol> Symbols { get; private set; } = [];

    /// <summary>Is there such an iteration of the outermost loops?</summary>
    public bool Runs(long[] symbols, long[] indices) => indices.Select((index, level) => (index, Loop: Loops[level])).All(item =>
    {
        int sign = Math.Sign(item.Loop.Step);
        long start = sign * item.Loop.Starts.Max(function => sign * function.At(symbols, indices));
        long bound = sign * item.Loop.Bounds.Min(function => sign * function.At(symbols, indices));
        return (item.index - start) % item.Loop.Step == 0 && sign * (item.index - start) >= 0
            && sign * (bound - item.index) >= (item.Loop.IsInclusive ? 0 : 1);
    });

    private AffineLoop RandomLoop(int level)
    {
        long step = _random.Next(8) switch { 0 => 2, 1 => 3, 2 => -1, 3 => -2, _ => 1 };
        AffineFunction[] low = [End(level, -1, 2)];
        AffineFunction[] high = [End(level, 2, 6)];
        if (_random.Next(8) == 0)
        {
            high = [.. high, End(level, 2, 6)];
        }

        if (_random.Next(8) == 0 && step is 1 or -1)
        {
            low = [.. low, End(level, -1, 2)];
        }

        return step > 0
            ? new AffineLoop(low, high, step, _random.Next(3) == 0)
            : new AffineLoop(step == -1 ? high : [high[0]], low, step, _random.Next(3) == 0);
    }

    private AffineFunction End(int level, int least, int most)
    {
        long[] symbols = new long[Least.Length];
        long[] indices = new long[level];
        int kind = _random.Next(6);
        if (kind is 0 or 1 && level > 0)
        {
            indices[_random.Next(level)] = kind == 0 ? 1 : _random.Next(2) == 0 ? 2 : -1;
            return new AffineFunction(_random.Next(-1, 3), symbols, indices);
        }

        if (kind is 2 or 3 && symbols.Length > 0)
        {
            symbols[_random.Next(symbols.Length)] = _random.Next(4) == 0 ? -1 : 1;
            return new AffineFunction(_random.Next(-1, 3), symbols, indices);
        }

        return new AffineFunction(_random.Next(least, most), symbols, indices);
    }

    private AffineFunction Subscript(int depth) => new(
        _random.Next(-3, 4),
        [.. Least.Select(_ => (long)(_random.Next(5) switch { 0 => 1, 1 => -1, _ => 0 }))],
        [.. Enumerable.Range(0, depth).Select(_ => (long)(_random.Next(9) switch { 0 => 2, 1 => 3, 2 => -1, 3 => -2, 4 or 5 => 0, 6 => 4, _ => 1 }))]);

    private AffineFunction Shifted(AffineFunction subscript, int depth) => subscript with
    {
        Constant = subscript.Constant + _random.Next(-3, 4),
        Indices = subscript.Indices[..depth],
    };

    private (Loop Root, (AccessSite Store, AccessSite Load) Sites) Build(int rank, int depth)
    {
        IrBuilder builder = new();
        Variable[] symbols = [.. Least.Select((_, number) => builder.Int(number == 0 ? "n" : "m"))];
        Variable[] indices = [.. Loops.Select((_, level) => builder.Int("ijk"[level].ToString()))];
        Symbols = [.. symbols.Select(Symbol.Variable)];
        Known = [.. symbols.SelectMany((symbol, number) => new[]
        {
            AffineForm.Of(Symbol.Variable(symbol)).Subtract(AffineForm.Of(Least[number])),
            AffineForm.Of(Most[number]).Subtract(AffineForm.Of(Symbol.Variable(symbol))),
        })];
        MemoryObject array = builder.Array("a", rank);
        MemoryObject other = builder.Array("b");
        Expression[] Written(AffineFunction[] functions) => [.. functions.Select(function => Write(function, symbols, indices))];
        Store store = builder.Store(builder.Access(array, Written(Stored)), new Constant(ElementType.Double, 0.0));
        Store load = builder.Store(builder.Access(other, Constant.Int32(0)), builder.Load(array, Written(Loaded)));
        Loop? inner = null;
        for (int level = Loops.Length - 1; level >= 0; level--)
        {
            AffineLoop loop = Loops[level];
            bool isUp = loop.Step > 0;
            List<Statement> body = inner is null ? [store] : [IrBuilder.Inner(inner)];
            if (depth == level + 1)
            {
                body.Add(load);
            }

            inner = builder.For(
                indices[level], Tightest(loop.Starts, isUp), Tightest(loop.Bounds, !isUp),
                isUp ? loop.IsInclusive ? LoopRelation.LessOrEqual : LoopRelation.Less : loop.IsInclusive ? LoopRelation.GreaterOrEqual : LoopRelation.Greater,
                loop.Step, [.. body]);
            inner = loop.IsSymbolic ? inner with { Step = Symbolic(loop.Step) } : inner;
        }

        Region region = Region.Of(inner!);
        return (inner!, (region.Sites.Single(site => site.IsWrite && site.Object.Id == array.Id), region.Sites.Single(site => !site.IsWrite)));

        Expression Symbolic(long sign)
        {
            Expression step = new Conversion(ElementType.Int64, IrBuilder.Read(symbols[0]));
            return sign > 0 ? step : new Unary(UnaryOperator.Negate, step);
        }

        Expression Tightest(AffineFunction[] functions, bool isLargest) => functions.Select(function => Write(function, symbols, indices))
            .Aggregate((one, second) => new IntrinsicCall(
                ElementType.Int32, isLargest ? IntrinsicFunction.Max : IntrinsicFunction.Min, Helpers.EquatableArray.Of(one, second)));
    }

    private static Expression Write(AffineFunction function, Variable[] symbols, Variable[] indices)
    {
        Expression sum = Constant.Int32((int)function.Constant);
        foreach ((long factor, Variable variable) in function.Symbols.Zip(symbols).Concat(function.Indices.Zip(indices)))
        {
            sum = factor == 0 ? sum : IrBuilder.Add(sum, IrBuilder.Times((int)factor, IrBuilder.Read(variable)));
        }

        return sum;
    }
}
