using System.Diagnostics;
using AutoPar.Runtime;
using Gallery.Cases;

namespace AutoPar.Crossover;

/// <summary>Nanoseconds a call, of one kernel and size.</summary>
/// <param name="Forked">On all cores, however short the loop is.</param>
/// <param name="Chosen">What a call of the method runs.</param>
internal sealed record Times(double AsWritten, double Lanes, double Forked, double Chosen)
{
    /// <summary>What the choice itself may cost, in nanoseconds.</summary>
    public const double Allowance = 3;

    private const int Rounds = 15;
    private static readonly TimeSpan s_sample = TimeSpan.FromMicroseconds(200);
    private static readonly TimeSpan s_most = TimeSpan.FromSeconds(1);

    public double Best => Math.Min(AsWritten, Math.Min(Lanes, Forked));

    /// <summary>The shortest of several samples each, the forms in turns.</summary>
    public static Times Of(Workload work)
    {
        (double awake, double asleep) = (ForkCost.Threshold, ForkCost.WakeThreshold);
        Action[] forms = [work.Sequential, work.Vectorized, work.Parallel, work.Parallel];
        double[] shortest = [.. forms.Select(_ => double.PositiveInfinity)];
        work.Reset();
        WarmUp(forms);
        int[] calls = [.. forms.Select(Calls)];
        long begin = Stopwatch.GetTimestamp();
        for (int round = 0; round < Rounds || (round < 2 * Rounds && Stopwatch.GetElapsedTime(begin) < s_most); round++)
        {
            for (int form = 0; form < forms.Length; form++)
            {
                if (form == 2)
                {
                    ForkCost.Threshold = -1;
                }

                // The first calls bring the data, and the workers, back.
                Sample(forms[form], 1 + (calls[form] / 4));
                shortest[form] = Math.Min(shortest[form], Sample(forms[form], calls[form]));
                ForkCost.Threshold = awake;
                ForkCost.WakeThreshold = asleep;
            }
        }

        return new(shortest[0], shortest[1], shortest[2], shortest[3]);
    }

    private static double Sample(Action form, int calls)
    {
        long start = Stopwatch.GetTimestamp();
        for (int call = 0; call < calls; call++)
        {
            form();
        }

        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / calls;
    }

    private static int Calls(Action form) =>
        (int)Math.Clamp(s_sample.TotalNanoseconds / Sample(form, (int)Math.Clamp(s_sample.TotalNanoseconds / Sample(form, 1), 1, 1000)), 1, 100_000);

    /// <summary>The JIT counts calls, and optimizes when nothing new was called for 100 ms.</summary>
    private static void WarmUp(Action[] forms)
    {
        long begin = Stopwatch.GetTimestamp();
        for (int round = 0; round < 5; round++)
        {
            foreach (Action form in forms)
            {
                for (int call = 0; call < 40 && (call < 2 || Stopwatch.GetElapsedTime(begin) < s_most); call++)
                {
                    form();
                }
            }

            if (Stopwatch.GetElapsedTime(begin) < s_most)
            {
                Thread.Sleep(120);
            }
        }
    }
}
