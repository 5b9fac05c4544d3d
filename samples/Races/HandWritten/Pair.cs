using System.Diagnostics;

namespace AutoPar.Samples.Races.HandWritten;

/// <summary>A racy method and its mended twin, run on one input and compared with what is right.</summary>
/// <param name="Racy">Null where it may never end.</param>
internal sealed record Pair(string Rule, string Name, Func<int[], double[]>? Racy, Func<int[], double[]> Mended, Func<int[], double[]> Right)
{
    private const int Runs = 20;

    /// <summary>What is right for the mended twin, where that is something else: the numbers of another generator.</summary>
    public Func<int[], double[]>? RightMended { get; init; }

    public static Pair Of(string rule, string name, Func<int[], double>? racy, Func<int[], double> mended, Func<int[], double> right) =>
        new(rule, name, racy is null ? null : values => [racy(values)], values => [mended(values)], values => [right(values)]);

    /// <summary>How a method fared, in words.</summary>
    public static (string Text, bool IsRight) Try(Func<int[], double[]> method, int[] values, double[] right)
    {
        int wrong = 0;
        string example = "";
        var clock = Stopwatch.StartNew();
        for (int run = 0; run < Runs; run++)
        {
            if (Fault(method, values, right) is { } fault)
            {
                wrong++;
                example = fault;
            }
        }

        return wrong == 0
            ? ($"right in {Runs} runs, {clock.Elapsed.TotalMilliseconds / Runs:F1} ms each", true)
            : ($"wrong in {wrong} of {Runs} runs: {example}", false);
    }

    private static string? Fault(Func<int[], double[]> method, int[] values, double[] right)
    {
        try
        {
            double[] found = method(values);
            int at = Enumerable.Range(0, Math.Min(found.Length, right.Length)).FirstOrDefault(i => found[i] != right[i], -1);
            return at >= 0 ? $"{found[at]} for {right[at]}" : found.Length != right.Length ? $"{found.Length} items for {right.Length}" : null;
        }
        catch (AggregateException exception)
        {
            return exception.InnerException!.GetType().Name;
        }
    }
}
