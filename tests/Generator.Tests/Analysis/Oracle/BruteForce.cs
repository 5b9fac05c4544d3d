namespace AutoPar.Generator.Tests.Analysis.Oracle;

/// <summary>Runs through all iterations of a nest for all values of its symbols, and notes where its two accesses meet.</summary>
internal sealed class BruteForce(AffineNest nest)
{
    private readonly int _common = Math.Min(nest.Stored[0].Indices.Length, nest.Loaded[0].Indices.Length);
    private readonly List<(long Place, long[] Indices)> _stores = [];
    private readonly Dictionary<long, List<long[]>> _loads = [];

    /// <summary>The direction vectors that occur, from the store to the load, one base-3 digit a loop: 0 earlier, 1 the same, 2 later.</summary>
    public bool[] Vectors()
    {
        bool[] seen = new bool[(int)Math.Pow(3, _common)];
        long[] symbols = [.. nest.Least];
        do
        {
            _stores.Clear();
            _loads.Clear();
            Run(0, symbols, new long[nest.Loops.Length]);
            foreach ((long place, long[] store) in _stores)
            {
                foreach (long[] load in _loads.TryGetValue(place, out List<long[]>? meeting) ? meeting : [])
                {
                    seen[Number(store, load)] = true;
                }
            }
        }
        while (Next(symbols));

        return seen;
    }

    private void Run(int level, long[] symbols, long[] indices)
    {
        if (level == nest.Stored[0].Indices.Length)
        {
            _stores.Add((Place(nest.Stored, symbols, indices), (long[])indices.Clone()));
        }

        if (level == nest.Loaded[0].Indices.Length)
        {
            long place = Place(nest.Loaded, symbols, indices);
            if (!_loads.TryGetValue(place, out List<long[]>? loads))
            {
                _loads.Add(place, loads = []);
            }

            loads.Add((long[])indices.Clone());
        }

        if (level == nest.Loops.Length)
        {
            return;
        }

        AffineLoop loop = nest.Loops[level];
        bool isUp = loop.Step > 0;
        long step = loop.StepAt(symbols);
        long start = Tightest(loop.Starts, isUp, symbols, indices);
        long bound = Tightest(loop.Bounds, !isUp, symbols, indices);
        for (long index = start; isUp ? index < bound : index > bound; index += step)
        {
            indices[level] = index;
            Run(level + 1, symbols, indices);
        }

        if (loop.IsInclusive && (bound - start) * Math.Sign(loop.Step) >= 0 && (bound - start) % step == 0)
        {
            indices[level] = bound;
            Run(level + 1, symbols, indices);
        }

        indices[level] = 0;
    }

    private static long Tightest(AffineFunction[] functions, bool isLargest, long[] symbols, long[] indices)
    {
        long value = functions[0].At(symbols, indices);
        for (int number = 1; number < functions.Length; number++)
        {
            long other = functions[number].At(symbols, indices);
            value = isLargest ? Math.Max(value, other) : Math.Min(value, other);
        }

        return value;
    }

    private static long Place(AffineFunction[] subscripts, long[] symbols, long[] indices)
    {
        long place = 0;
        foreach (AffineFunction subscript in subscripts)
        {
            place = (place * 10_000) + subscript.At(symbols, indices);
        }

        return place;
    }

    private int Number(long[] store, long[] load)
    {
        int number = 0;
        for (int level = 0; level < _common; level++)
        {
            number = (3 * number) + 1 + (Math.Sign(load[level] - store[level]) * Math.Sign(nest.Loops[level].Step));
        }

        return number;
    }

    private bool Next(long[] symbols)
    {
        for (int symbol = 0; symbol < symbols.Length; symbol++)
        {
            if (symbols[symbol]++ < nest.Most[symbol])
            {
                return true;
            }

            symbols[symbol] = nest.Least[symbol];
        }

        return false;
    }
}
