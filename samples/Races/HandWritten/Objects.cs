namespace AutoPar.Samples.Races.HandWritten;

/// <summary>Objects that are not made for several threads (AP1005), and places that may be one (AP1010).</summary>
internal static class Objects
{
    /// <summary>AP1005: two calls of Add store to one place, or while the list grows.</summary>
    public static List<int> Collect(int[] values)
    {
        var list = new List<int>();
        Parallel.For(0, values.Length, i => list.Add(values[i] + 1));
        return list;
    }

    public static List<int> CollectMended(int[] values)
    {
        var list = new List<int>();
        int[] buffer = new int[values.Length];
        Parallel.For(0, values.Length, i => buffer[i] = values[i] + 1);
        list.AddRange(buffer);
        return list;
    }

    /// <summary>AP1005: a Random that several threads call loses its state, and another order gives other numbers.</summary>
    public static double[] Draw(int[] values)
    {
        double[] drawn = new double[values.Length];
        var random = new Random(1);
        Parallel.For(0, drawn.Length, i => drawn[i] = random.NextDouble());
        return drawn;
    }

    /// <summary>Number i of the seed in iteration i: the same numbers in any order.</summary>
    public static double[] DrawMended(int[] values)
    {
        double[] drawn = new double[values.Length];
#pragma warning disable AP1010 // ParallelRandom has no state that iterations could share.
        Parallel.For(0, drawn.Length, i => drawn[i] = ParallelRandom.Double(1, i));
#pragma warning restore AP1010
        return drawn;
    }

    /// <summary>AP1010: whether two indices are equal only the caller knows. Here they are, and any of the stores may be the last.</summary>
    public static int[] Scatter(int[] targets)
    {
        int[] last = new int[targets.Length];
        Parallel.For(0, targets.Length, i => last[targets[i]] = i);
        return last;
    }

    /// <summary>The greatest index wins, whichever comes last.</summary>
    public static int[] ScatterMended(int[] targets)
    {
        int[] last = new int[targets.Length];
        for (int i = 0; i < targets.Length; i++)
        {
            last[targets[i]] = i;
        }

        return last;
    }
}
