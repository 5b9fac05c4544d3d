using System.Diagnostics;
using System.Globalization;
using System.Runtime;

namespace AutoPar.LoopSuite;

/// <summary>Each loop as written, vectorized, and by the C compilers: side by side, on one thread, on the same arrays.</summary>
internal static class Speed
{
    private const double SampleNanoseconds = 100_000;

    private const int Rounds = 15;

    public static void Run(string filter, CPeer[] peers)
    {
        var data = new LoopData();
        var found = Verdicts.Found();
        var loops = LoopCase.All.Where(loop => (loop.Category + "." + loop.Name).Contains(filter, StringComparison.Ordinal))
            .Select(loop => (Loop: loop, Forms: Forms(loop, data, peers))).ToArray();
        WarmUp(loops, data);
        Console.WriteLine("Shortest of many samples in microseconds. Gain: as written / ours. Ratio: best of C / ours; above 1 we are faster.");
        Console.WriteLine($"{"",-48}{"written",10}{"lanes",10}{string.Concat(peers.Select(peer => peer.Name.PadLeft(10)))}{"gain",9}{"ratio",9}");
        List<double> gains = [], ratios = [], cGains = [];
        foreach (var (loop, forms) in loops)
        {
            double[] times = Time(loop, data, forms);
            double best = times[2..].DefaultIfEmpty(double.NaN).Min();
            gains.Add(times[0] / times[1]);
            ratios.Add(best / times[1]);
            cGains.Add(times[0] / best);
            bool done = Verdicts.IsVectorized(found[loop.Name]);
            Console.WriteLine($"{loop.Category,-21}{loop.Name,-26}{(done ? ' ' : '-')}{string.Concat(times.Select(time => Number(time / 1000, 10)))}"
                + Number(gains[^1], 9) + Number(ratios[^1], 9));
        }

        Console.WriteLine($"geometric means of {loops.Length}: gain {Mean(gains):F3}, gain of the best of C {Mean(cGains):F3}, ratio {Mean(ratios):F3}; "
            + $"ratio below 0.7: {ratios.Count(ratio => ratio < 0.7)}, gain below 0.95: {gains.Count(gain => gain < 0.95)}");
    }

    private static Action<int>[] Forms(LoopCase loop, LoopData data, CPeer[] peers) =>
        [LoopCase.Bind(loop.AsWritten, data).Run, LoopCase.Bind(loop.Vectorized, data).Run, .. peers.Select(peer => peer.Form(loop, data).Run)];

    /// <summary>
    /// For all loops at once: calls enough for the JIT's counters, and time for its background compilation, until a round
    /// of calls brings nothing new.
    /// </summary>
    private static void WarmUp((LoopCase Loop, Action<int>[] Forms)[] loops, LoopData data)
    {
        long before;
        int round = 0;
        do
        {
            before = JitInfo.GetCompiledMethodCount();
            foreach (var (loop, forms) in loops)
            {
                foreach (Action<int> form in forms[..2])
                {
                    long start = Stopwatch.GetTimestamp();
                    for (int i = 0; i < 40 && (i < 8 || Stopwatch.GetElapsedTime(start).TotalMilliseconds < 40); i++)
                    {
                        data.Reset(loop);
                        form(1);
                    }
                }
            }

            long compiled;
            do
            {
                compiled = JitInfo.GetCompiledMethodCount();
                Thread.Sleep(400);
            }
            while (JitInfo.GetCompiledMethodCount() != compiled);
        }
        while (++round < 4 || (round < 20 && JitInfo.GetCompiledMethodCount() != before));
    }

    private static double[] Time(LoopCase loop, LoopData data, Action<int>[] forms)
    {
        int[] calls = Array.ConvertAll(forms, form => CallsPerSample(loop, data, form));
        var shortest = new double[forms.Length];
        Array.Fill(shortest, double.PositiveInfinity);
        for (int round = 0; round < Rounds; round++)
        {
            for (int f = 0; f < forms.Length; f++)
            {
                for (int sample = 0; sample < 3; sample++)
                {
                    shortest[f] = Math.Min(shortest[f], Sample(loop, data, forms[f], calls[f]));
                }
            }
        }

        return shortest;
    }

    private static int CallsPerSample(LoopCase loop, LoopData data, Action<int> form)
    {
        int calls = 1;
        while (calls < 1 << 16 && Math.Min(Sample(loop, data, form, calls), Sample(loop, data, form, calls)) * calls < SampleNanoseconds)
        {
            calls *= 2;
        }

        return calls;
    }

    // The same data for each sample: values that grow or vanish over repetitions must not decide.
    private static double Sample(LoopCase loop, LoopData data, Action<int> form, int calls)
    {
        data.Reset(loop);
        form(1);
        long start = Stopwatch.GetTimestamp();
        form(calls);
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / calls;
    }

    private static double Mean(List<double> values) => Math.Exp(values.Where(double.IsFinite).Average(Math.Log));

    private static string Number(double value, int width) => value.ToString("F2", CultureInfo.InvariantCulture).PadLeft(width);
}
