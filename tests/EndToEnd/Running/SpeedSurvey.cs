using System.Diagnostics;
using AutoPar.Runtime;

namespace AutoPar.EndToEnd;

/// <summary>Times every form of the corpus against the method as written: it should never be slower.</summary>
internal static class SpeedSurvey
{
    private const int Repetitions = 15;

    /// <summary>Prints a line for each kernel and trip count: microseconds as written, then the speed-up of each form.</summary>
    public static void Run(IEnumerable<Kernel> kernels, TextWriter output)
    {
        AutoParOptions.MaxDegreeOfParallelism = Environment.ProcessorCount;
        foreach (Kernel kernel in kernels)
        {
            int[] sizes = kernel.Depth switch { 1 => [2_000, 20_000, 200_000], 2 => [40, 400], _ => [20, 100] };
            foreach (int trips in sizes.Where(size => size <= kernel.MaxTrips))
            {
                output.WriteLine(Line(kernel, new Recipe(1, trips, ValueKind.Positive)));
            }
        }
    }

    private static string Line(Kernel kernel, Recipe recipe)
    {
        double[] best = [.. kernel.Forms.Select(_ => double.PositiveInfinity)];
        for (int repetition = 0; repetition < Repetitions; repetition++)
        {
            for (int form = 0; form < kernel.Forms.Length; form++)
            {
                best[form] = Math.Min(best[form], Microseconds(kernel, recipe, kernel.Forms[form]));
            }
        }

        IEnumerable<string> ratios = kernel.Forms.Zip(best).Skip(1).Where(pair => pair.First.Name is "Vectorized" or "Parallel")
            .Select(pair => $"{pair.First.Name} {best[0] / pair.Second,6:F2}");
        return $"{kernel.Name,-32} {recipe.Trips,7} {best[0],10:F1} µs  {string.Join("  ", ratios)}";
    }

    // Calls change their arguments, so each gets new ones.
    private static double Microseconds(Kernel kernel, Recipe recipe, Form form)
    {
        var world = new World(kernel, recipe);
        long start = Stopwatch.GetTimestamp();
        try
        {
            form.Run(world.Arguments);
        }
        catch (Exception)
        {
            return double.NaN;
        }

        return Stopwatch.GetElapsedTime(start).TotalMicroseconds;
    }
}
