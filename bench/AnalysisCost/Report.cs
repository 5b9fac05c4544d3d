using AutoPar.Generator.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoPar.AnalysisCost;

/// <summary>Measures and prints tables in Markdown.</summary>
internal static class Report
{
    private const int Slowest = 8;
    private const int MostSeconds = 20;

    public static void Of(SourceSet set, int runs)
    {
        CSharpCompilation compilation = set.Compilation;
        int errors = compilation.Clone().GetDiagnostics().Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Console.WriteLine($"\n## {set.Name}: {set.Lines:N0} lines in {compilation.SyntaxTrees.Length} files ({set.Mix}; {errors} compile errors)\n");
        Console.WriteLine("| | ms | processor ms | MB allocated | peak MB |\n| --- | ---: | ---: | ---: | ---: |");

        Row("binding alone (the compiler's own)", runs, () => Phases.Bind(compilation));
        Row("generator, cold", runs, () => Phases.Generate(compilation));
        GeneratorDriver driver = Phases.Generate(compilation);
        Edit("after a character in an ordinary method", annotated: false);
        Edit("after a character in an annotated method", annotated: true);
        Row("analyzer, concurrent", runs, () => Phases.Analyze(compilation, new AutoParAnalyzer(), concurrent: true));
        Row("analyzer, one thread", runs, () => Phases.Analyze(compilation, new AutoParAnalyzer(), concurrent: false));
        Slow(compilation, runs);

        void Edit(string when, bool annotated)
        {
            (CSharpCompilation edited, SyntaxTree tree) = Phases.Edited(compilation, annotated);
            Row($"generator, {when}", runs, () => driver.RunGenerators(edited.Clone()));
            Row($"analyzer on that file, {when}", runs, () => Phases.AnalyzeFile(edited, tree));
        }
    }

    /// <summary>Single methods, each as a project of its own.</summary>
    public static void OfMethods(string title, IReadOnlyDictionary<string, string> methods, int runs)
    {
        Console.WriteLine($"\n## {title}\n\n| | ms |\n| --- | ---: |");
        foreach ((string name, string source) in methods)
        {
            SourceSet set = SourceSet.Of(name, "", [("Hostile.cs", source)]);
            MethodClock clock = new();
            string remark = "";
            for (int run = 0; run < runs && remark.Length == 0; run++)
            {
                using CancellationTokenSource tooLong = new(MostSeconds * 1000);
                try
                {
                    Phases.Analyze(set.Compilation, clock, concurrent: false, tooLong.Token);
                }
                catch (OperationCanceledException)
                {
                    remark = $" (given up after {MostSeconds} s)";
                }
            }

            Console.WriteLine($"| {name} | {clock.Times.Values.DefaultIfEmpty().Max():N0}{remark} |");
        }
    }

    private static void Row(string name, int runs, Action action)
    {
        Sample sample = Sample.Of(runs, action);
        Console.WriteLine($"| {name} | {sample.Milliseconds:N0} | {sample.Processor:N0} | {sample.Megabytes:N0} | {sample.Peak:N0} |");
    }

    private static void Slow(CSharpCompilation compilation, int runs)
    {
        MethodClock clock = new();
        for (int run = 0; run < runs; run++)
        {
            Phases.Analyze(compilation, clock, concurrent: false);
        }

        foreach (var part in clock.Times.GroupBy(item => item.Key.Part))
        {
            Console.WriteLine($"\nSlowest methods of {part.Count():N0}, {part.Key} ({part.Sum(item => item.Value):N0} ms together):\n\n| ms | method | place |\n| ---: | --- | --- |");
            foreach (var item in part.OrderByDescending(item => item.Value).Take(Slowest))
            {
                Console.WriteLine($"| {item.Value:N1} | `{item.Key.Method}` | {item.Key.File} |");
            }
        }
    }
}
