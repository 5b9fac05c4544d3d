using System.Diagnostics;
using AutoPar.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoPar.AnalysisCost;

/// <summary>What the generator takes for each annotated method, and how much longer its output is than the method.</summary>
internal static class MethodCosts
{
    public static void Print(SourceSet set, int runs)
    {
        CSharpCompilation compilation = set.Compilation;
        long cold = Stopwatch.GetTimestamp();
        Phases.Generate(compilation);
        double first = Stopwatch.GetElapsedTime(cold).TotalMilliseconds;

        MethodCost[] costs = [.. Annotated(compilation).Select(method => Measure(compilation, method, runs)).OfType<MethodCost>()];
        Console.WriteLine($"\n## {set.Name}: {costs.Length} annotated methods, the first run {first:N0} ms together\n");
        Console.WriteLine("| | median | 90% | most |\n| --- | ---: | ---: | ---: |");
        Row("ms for a method, the JIT done", [.. costs.Select(cost => cost.Milliseconds)]);
        Row("characters generated / written", [.. costs.Select(cost => cost.Growth)]);
        Console.WriteLine("\nSlowest and largest:\n\n| method | ms | generated / written |\n| --- | ---: | ---: |");
        foreach (MethodCost cost in costs.OrderByDescending(cost => cost.Milliseconds).Take(4).Concat(costs.OrderByDescending(cost => cost.Growth).Take(4)))
        {
            Console.WriteLine($"| `{cost.Name}` | {cost.Milliseconds:N1} | {cost.Growth:N0} |");
        }
    }

    private static IEnumerable<MethodDeclarationSyntax> Annotated(CSharpCompilation compilation) => compilation.SyntaxTrees
        .SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>())
        .Where(Phases.IsAnnotated);

    /// <summary>All stages on one method, the least of several runs, each with nothing bound yet; null when it can't have siblings.</summary>
    private static MethodCost? Measure(CSharpCompilation compilation, MethodDeclarationSyntax syntax, int runs)
    {
        double least = double.MaxValue;
        string? source = null;
        for (int run = 0; run < runs; run++)
        {
            SemanticModel model = compilation.Clone().GetSemanticModel(syntax.SyntaxTree);
            IMethodSymbol symbol = model.GetDeclaredSymbol(syntax)!;
            long start = Stopwatch.GetTimestamp();
            source = MethodCompiler.Default.Compile(symbol, syntax, model, CancellationToken.None).Source;
            least = Math.Min(least, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return source is null ? null : new MethodCost(syntax.Identifier.ValueText, least, (double)source.Length / syntax.Span.Length);
    }

    private static void Row(string name, double[] values)
    {
        Array.Sort(values);
        Console.WriteLine($"| {name} | {values[values.Length / 2]:N1} | {values[values.Length * 9 / 10]:N1} | {values[^1]:N1} |");
    }

    private sealed record MethodCost(string Name, double Milliseconds, double Growth);
}
