using System.Diagnostics;
using Microsoft.CodeAnalysis;

namespace AutoPar.EndToEnd;

/// <summary>What is wrong with a random method.</summary>
internal sealed record FuzzFailure(FuzzMethod Method, string Message);

/// <summary>Compiles random methods in batches, and runs each on a few argument sets.</summary>
internal static class FuzzRunner
{
    private const string Prelude = """
        using AutoPar;
        using System.Runtime.CompilerServices;
        namespace Kernels;
        public static class Helpers
        {
            public static int Twice(int v) => v > 100 ? v - 7 : v * 2;
            public static double MixD(double v, double w) { if (v < w) return v + w; return v * 0.5; }
            public static float MixF(float v, float w) => v > 0 ? v - w : w;
        }

        """;

    /// <summary>Runs methods of the seeds from <paramref name="first"/> on; stops early after ten failures.</summary>
    /// <param name="make">Makes the method of a seed.</param>
    public static List<FuzzFailure> Run(ulong first, int count, int batch, TextWriter? progress = null, Func<ulong, FuzzMethod>? make = null)
    {
        var failures = new List<FuzzFailure>();
        var clock = Stopwatch.StartNew();
        for (int done = 0; done < count && failures.Count < 10; done += batch)
        {
            ulong from = first + (ulong)done;
            FuzzMethod[] methods = [.. Enumerable.Range(0, Math.Min(batch, count - done)).Select(i => (make ?? MethodMaker.Make)(from + (ulong)i))];
            failures.AddRange(Run(methods));
            progress?.WriteLine($"{done + methods.Length} methods, {clock.Elapsed.TotalSeconds:F1} s, {failures.Count} failures");
        }

        return failures;
    }

    public static List<FuzzFailure> Run(IReadOnlyList<FuzzMethod> methods)
    {
        var failures = new List<FuzzFailure>();
        var byName = methods.ToDictionary(method => method.Name);
        SyntaxTree[] sources =
        [
            KernelCompiler.Parse(Prelude, "/kernels/Prelude.cs"),
            KernelCompiler.Parse(File.ReadAllText(Path.Combine(Corpus.Folder, "Support.cs")), "/kernels/Support.cs"),
            .. methods.Select(method => KernelCompiler.Parse(
                $"using AutoPar;\nnamespace Kernels;\npublic static partial class C{method.Seed}\n{{\n{method.Text()}}}\n", $"/kernels/{method.Name}.cs")),
        ];
        using CompiledKernels compiled = KernelCompiler.Compile(sources);
        foreach (IGrouping<string?, Diagnostic> errors in compiled.Errors.GroupBy(KernelCompiler.MethodOf))
        {
            failures.Add(new FuzzFailure(
                errors.Key is not null && byName.TryGetValue(errors.Key, out FuzzMethod? method) ? method : methods[0],
                "does not compile: " + string.Join("; ", errors.Take(3))));
        }

        foreach (SyntaxTree tree in compiled.Generated.Where(tree => tree.ToString().Contains("AP9999", StringComparison.Ordinal)))
        {
            failures.Add(new FuzzFailure(byName.Values.First(method => tree.ToString().Contains(method.Name, StringComparison.Ordinal)), "AP9999 " + tree));
        }

        foreach (Kernel kernel in compiled.Kernels)
        {
            string name = kernel.Name[(kernel.Name.IndexOf('.') + 1)..].Split('(')[0];
            if (Differential.Mismatch(kernel, Recipes(kernel, byName[name].Seed)) is { } mismatch)
            {
                failures.Add(new FuzzFailure(byName[name], mismatch));
            }
        }

        return failures;
    }

    private static IEnumerable<Recipe> Recipes(Kernel kernel, ulong seed)
    {
        var rng = new Rng(seed + 5);
        int most = kernel.Depth switch { <= 1 => 140, 2 => 40, _ => 12 };
        yield return new Recipe(rng.Next(), rng.Pick(16, 33, 64, 100) % most, ValueKind.Whole);
        yield return new Recipe(rng.Next(), 1 + rng.Below(most), ValueKind.Whole);
        yield return new Recipe(rng.Next(), 1 + rng.Below(most), ValueKind.Special);
        for (int i = 0; i < 3; i++)
        {
            Recipe recipe = RecipeBook.Random(kernel, most, ref rng);
            yield return recipe with { Trips = Math.Max(0, recipe.Trips), Values = kernel.IsReassociated && recipe.Values != ValueKind.Special ? ValueKind.Whole : recipe.Values };
        }

        foreach (double trips in kernel.Hints.FirstOrDefault(hint => hint.Kind == "ExtraTrips")?.Numbers ?? [])
        {
            yield return new Recipe(rng.Next(), (int)trips);
        }

        if (kernel.Depth == 1 && seed % 8 == 0)
        {
            yield return new Recipe(rng.Next(), 3000, ValueKind.Whole);
        }
    }
}
