using System.Diagnostics;
using System.Globalization;
using System.Runtime.Loader;
using Xunit.Runner.InProc.SystemConsole;

namespace AutoPar.EndToEnd;

/// <summary>
/// The test program, and what it runs in processes of its own: <c>hash</c> prints a hash for each kernel,
/// <c>mismatches</c> what differs in a part of a compiled corpus, <c>differential [name]</c> runs the differential run,
/// <c>fuzz [--exits | --parts]</c> the fuzzer,
/// <c>verdicts</c> what the user is told of each kernel, <c>speed [name]</c> how fast its forms are.
/// </summary>
internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        switch (args.FirstOrDefault())
        {
            case "hash":
                return PrintHashes(args[1]);
            case "mismatches":
                return PrintMismatches(args[1], int.Parse(args[2], CultureInfo.InvariantCulture), int.Parse(args[3], CultureInfo.InvariantCulture));
            case "differential":
                return RunDifferential(args.ElementAtOrDefault(1) ?? "");
            case "fuzz":
                return Fuzz(Option(args, "--seed", 1), (int)Option(args, "--count", 1000), (int)Option(args, "--batch", 250), Maker(args));
            case "verdicts":
                return PrintVerdicts();
            case "speed":
                SpeedSurvey.Run(Corpus.Compiled.Kernels.Where(kernel => kernel.Name.Contains(args.ElementAtOrDefault(1) ?? "", StringComparison.Ordinal)), Console.Out);
                return 0;
            case "throws":
                return PrintThrows();
            default:
                return await ConsoleRunner.Run(args);
        }
    }

    private static ulong Option(string[] args, string name, ulong otherwise) =>
        Array.IndexOf(args, name) is var at && at >= 0 ? ulong.Parse(args[at + 1], CultureInfo.InvariantCulture) : otherwise;

    private static Func<ulong, FuzzMethod> Maker(string[] args) => args.Contains("--exits") ? RunningExitMaker.Make
        : args.Contains("--parts") ? PartsMaker.Make
        : args.Contains("--nests") ? NestMaker.Make
        : MethodMaker.Make;

    private static int Fuzz(ulong seed, int count, int batch, Func<ulong, FuzzMethod> make)
    {
        List<FuzzFailure> failures = FuzzRunner.Run(seed, count, batch, Console.Out, make);
        foreach (FuzzFailure failure in failures)
        {
            Console.WriteLine($"seed {failure.Method.Seed}: {failure.Message}");
        }

        foreach (FuzzFailure failure in failures)
        {
            Console.WriteLine($"seed {failure.Method.Seed}: {failure.Message}");
            FuzzFailure shrunk = Shrinker.Shrink(failure);
            Console.WriteLine($"shrunk: {shrunk.Message}\n{shrunk.Method.Text()}");
        }

        return failures.Count == 0 ? 0 : 1;
    }

    /// <summary>For every kernel of a compiled corpus a hash of all that its generated forms did.</summary>
    private static int PrintHashes(string image)
    {
        Console.WriteLine($"simd {System.Runtime.Intrinsics.Vector512.IsHardwareAccelerated} "
            + $"{System.Runtime.Intrinsics.Vector256.IsHardwareAccelerated} {System.Runtime.Intrinsics.Vector128.IsHardwareAccelerated}");
        foreach (Kernel kernel in CompiledKernels.Load(File.ReadAllBytes(image), AssemblyLoadContext.Default))
        {
            Console.WriteLine($"{kernel.Name} {Differential.Hash(kernel, RecipeBook.For(kernel, brief: true)):X16}");
        }

        return 0;
    }

    /// <summary>What differs between forms of the kernels of one part, of so many, of a compiled corpus; and how many kernels these are.</summary>
    private static int PrintMismatches(string image, int part, int parts)
    {
        Kernel[] kernels = [.. CompiledKernels.Load(File.ReadAllBytes(image), AssemblyLoadContext.Default).Where((_, number) => number % parts == part)];
        foreach (string mismatch in kernels.Select(kernel => Differential.Mismatch(kernel, RecipeBook.For(kernel))).OfType<string>())
        {
            Console.WriteLine(mismatch);
        }

        Console.WriteLine(kernels.Length);
        return 0;
    }

    /// <summary>The table verdicts.txt as it is today, its comments aside.</summary>
    private static int PrintVerdicts()
    {
        foreach ((string name, Verdict verdict, string because) in VerdictTests.Found())
        {
            Console.WriteLine($"{name,-24} {verdict.Threads,-28} {verdict.Lanes,-12} # {because}");
        }

        return 0;
    }

    /// <summary>How many of a kernel's calls end with an exception: a kernel that always throws tests little.</summary>
    private static int PrintThrows()
    {
        foreach (Kernel kernel in Corpus.Compiled.Kernels)
        {
            var thrown = RecipeBook.For(kernel).Where(recipe => recipe.Trips < 10_000)
                .Select(recipe => Outcome.Of(kernel, recipe, kernel.Forms[0], 1).Exception?.GetType().Name ?? "none").CountBy(name => name);
            Console.WriteLine($"{kernel.Name}: {string.Join(", ", thrown.Select(pair => $"{pair.Value} {pair.Key}"))}");
        }

        return 0;
    }

    private static int RunDifferential(string name)
    {
        int failures = 0;
        foreach (var error in Corpus.Compiled.Errors)
        {
            Console.WriteLine(error);
            failures++;
        }

        foreach (Kernel kernel in Corpus.Compiled.Kernels.Where(kernel => kernel.Name.Contains(name, StringComparison.Ordinal)))
        {
            var clock = Stopwatch.StartNew();
            string? mismatch = Differential.Mismatch(kernel, RecipeBook.For(kernel));
            failures += mismatch is null ? 0 : 1;
            Console.WriteLine($"{(mismatch is null ? "ok  " : "FAIL")} {clock.ElapsedMilliseconds,6} ms {kernel.Name} {mismatch}");
        }

        Console.WriteLine($"{failures} failures");
        return failures == 0 ? 0 : 1;
    }
}
