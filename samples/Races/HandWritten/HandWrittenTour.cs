namespace AutoPar.Samples.Races.HandWritten;

/// <summary>Every race rule on hand-written parallel code: what goes wrong, and the mended twin.</summary>
internal static class HandWrittenTour
{
    private static readonly Pair[] s_pairs =
    [
        new("AP1001", "Histogram", v => [.. Variables.Histogram(v)], v => [.. Variables.HistogramMended(v)], v => [.. Enumerable.Range(0, 4).Select(bin => v.Count(value => (value & 3) == bin))]),
        Pair.Of("AP1002", "Sum", v => Variables.Sum(v), v => Variables.SumMended(v), v => v.Sum()),
        Pair.Of("AP1002", "Largest", v => Variables.Largest(v), v => Variables.LargestMended(v), v => v.Max()),
        new("AP1002", "Squares", v => [.. Variables.Squares(v)], v => [.. Variables.SquaresMended(v)], v => [.. v.Select(value => value * value)]),
        Pair.Of("AP1003", "CountEven", v => Variables.CountEven(v), v => Variables.CountEvenMended(v), v => v.Count(value => value % 2 == 0)),
        new("AP1004", "Digits", v => [.. Variables.Digits(v)], v => [.. Variables.DigitsMended(v)], v => [.. v.Select(value => value.ToString().Sum(digit => digit - '0'))]),
        new("AP1005", "Collect", v => [.. Objects.Collect(v)], v => [.. Objects.CollectMended(v)], v => [.. v.Select(value => value + 1)]),
        new("AP1005", "Draw", Objects.Draw, Objects.DrawMended, v => Drawn(v.Length))
        {
            RightMended = v => [.. v.Select((_, i) => ParallelRandom.Double(1, i))],
        },
        new("AP1006", "Mark", v => [.. Variables.Mark(v)], v => [.. Variables.MarkMended(v)], v => [.. v.Select((value, i) => i < 100 ? value : 0)]),
        Pair.Of("AP1007", "OwnLocks", v => Locks.OwnLocks(v), v => Locks.OwnLocksMended(v), v => v.Sum()),
        new("AP1008", "RunningSums", v => [.. Locks.RunningSums(v)], v => [.. Locks.RunningSumsMended(v)], v => [.. Running(v)]),
        Pair.Of("AP1009", "Count", v => Locks.Count(v), v => Locks.CountMended(v), v => v.Length),
        new("AP1010", "Scatter", v => [.. Objects.Scatter(v)], v => [.. Objects.ScatterMended(v)], v => [.. Enumerable.Range(0, v.Length).Select(i => Math.Max(0, Array.LastIndexOf(v, i, v.Length - 1, Math.Min(v.Length, 2000))))]),
        new("AP1011", "Wait", v => [.. SlowShapes.Wait(v)], v => [.. SlowShapes.WaitMended(v)], v => [.. v.Take(200).Select(value => value + 1)]),
        Pair.Of("AP1012", "Transfer", null, v => Locks.TransferMended(v), v => v.Length),
        Pair.Of("AP1013", "SumUnderLock", v => SlowShapes.SumUnderLock(v), v => SlowShapes.SumUnderLockMended(v), v => v.Sum()),
        new("AP1014", "RowSums", v => [.. SlowShapes.RowSums(v)], v => [.. SlowShapes.RowSumsMended(v)], v => [.. Enumerable.Range(0, 8).Select(row => v.Sum(value => value ^ row))]),
    ];

    /// <summary>Prints the tour; whether every mended method is right.</summary>
    public static bool Run()
    {
        int[] values = [.. Enumerable.Range(0, 1_000_000).Select(i => (int)(i * 7919L % 1000))];
        bool allRight = true;
        foreach (Pair pair in s_pairs)
        {
            double[] right = pair.Right(values);
            string racy = pair.Racy is null ? "not run: it may never end" : Pair.Try(pair.Racy, values, right).Text;
            (string mended, bool isRight) = Pair.Try(pair.Mended, values, pair.RightMended?.Invoke(values) ?? right);
            allRight &= isRight;
            Console.WriteLine($"{pair.Rule} {pair.Name,-13} {racy}");
            Console.WriteLine($"{"",-6} {"mended",-13} {mended}");
        }

        return allRight;
    }

    private static double[] Drawn(int count)
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextDouble())];
    }

    private static IEnumerable<double> Running(int[] values)
    {
        int sum = 0;
        foreach (int value in values)
        {
            yield return sum += value;
        }
    }
}
