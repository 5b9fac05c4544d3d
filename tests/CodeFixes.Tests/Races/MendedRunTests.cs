using System.Reflection;
using AutoPar.CodeFixes.Races;
using AutoPar.Generator.Tests.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoPar.CodeFixes.Tests.Races;

/// <summary>Mended code, with what the generator adds to it, runs and gives what the loop in order gives.</summary>
public class MendedRunTests
{
    private const int Runs = 5;

    public static TheoryData<string, string, string> Cases => new()
    {
        { "LocalReductionCodeFix", "long s = 7; Parallel.For(0, a.Length, i => s += a[i]); return [s];", "long s = 7; foreach (int x in a) s += x; return [s];" },
        { "ExtractLoopCodeFix", "long s = 7; Parallel.For(0, a.Length, i => s += a[i]); return [s];", "long s = 7; foreach (int x in a) s += x; return [s];" },
        { "InterlockedCodeFix", "long s = 7; Parallel.ForEach(a, x => { s += x; }); return [s];", "long s = 7; foreach (int x in a) s += x; return [s];" },
        {
            "ExtractLoopCodeFix",
            "int most = -1; long odd = 0; Parallel.For(0, a.Length, i => { if (a[i] % 3 == 0) return; if (a[i] > most) most = a[i]; odd++; }); return [most, odd];",
            "int most = -1; long odd = 0; foreach (int x in a) { if (x % 3 == 0) continue; if (x > most) most = x; odd++; } return [most, odd];"
        },
        {
            "LocalReductionCodeFix",
            "int most = -1; long odd = 0; Parallel.For(0, a.Length, i => { if (a[i] % 3 == 0) return; if (a[i] > most) most = a[i]; odd++; }); return [most, odd];",
            "int most = -1; long odd = 0; foreach (int x in a) { if (x % 3 == 0) continue; if (x > most) most = x; odd++; } return [most, odd];"
        },
        { "LocalReductionCodeFix", "var r = new long[10]; r[3] = 5; Parallel.For(0, a.Length, i => r[a[i] % 10] += i); return r;", "var r = new long[10]; r[3] = 5; for (int i = 0; i < a.Length; i++) r[a[i] % 10] += i; return r;" },
        { "InterlockedCodeFix", "var r = new long[10]; Parallel.For(0, a.Length, i => r[a[i] % 10]++); return r;", "var r = new long[10]; foreach (int x in a) r[x % 10]++; return r;" },
        { "OrderedBufferCodeFix", "var l = new List<long>(); Parallel.For(0, a.Length, i => l.Add(a[i])); return [.. l];", "var l = new List<long>(); foreach (int x in a) l.Add(x); return [.. l];" },
        { "QueryItemsCodeFix", "var l = new List<long>(); Parallel.ForEach(a, x => l.Add(2 * x)); return [.. l];", "var l = new List<long>(); foreach (int x in a) l.Add(2 * x); return [.. l];" },
        { "LockObjectCodeFix", "var l = new List<long>(); Parallel.ForEach(a, x => { if (x > 50) { l.Add(x); } }); l.Sort(); return [.. l];", "var l = new List<long>(); foreach (int x in a) { if (x > 50) { l.Add(x); } } l.Sort(); return [.. l];" },
        { "DeclareInsideCodeFix", "var r = new long[a.Length]; int t; Parallel.For(0, a.Length, i => { t = a[i]; r[i] = t * t; }); return r;", "var r = new long[a.Length]; for (int i = 0; i < a.Length; i++) r[i] = a[i] * a[i]; return r;" },
        { "CopyLoopVariableCodeFix", "var r = new long[20]; var t = new Task[20]; for (int i = 0; i < 20; i++) { t[i] = Task.Run(() => { r[i] = a[i]; }); } Task.WaitAll(t); return r;", "var r = new long[20]; for (int i = 0; i < 20; i++) r[i] = a[i]; return r;" },
        { "SharedLockCodeFix", "long s = 0; Parallel.For(0, a.Length, i => { lock (new object()) { s += a[i]; } }); return [s];", "long s = 0; foreach (int x in a) s += x; return [s];" },
        { "SequentialLoopCodeFix", "Parallel.For(1, a.Length, i => a[i] += a[i - 1]); return [.. a];", "for (int i = 1; i < a.Length; i++) a[i] += a[i - 1]; return [.. a];" },
        { "LocalElementCodeFix", "var r = new long[8]; Parallel.For(0, 8, k => { for (int i = 0; i < a.Length; i++) r[k] += a[i] ^ k; }); return r;", "var r = new long[8]; for (int k = 0; k < 8; k++) foreach (int x in a) r[k] += x ^ k; return r;" },
        { "PlinqSumCodeFix", "long s = 1; a.AsParallel().ForAll(x => { if (x > 9) s += x; }); return [s];", "long s = 1; foreach (int x in a) if (x > 9) s += x; return [s];" },
        { "AtomicUpdateCodeFix", "int s = 0; Parallel.For(0, a.Length, i => Volatile.Write(ref s, Volatile.Read(ref s) + a[i])); return [s];", "int s = 0; foreach (int x in a) s += x; return [s];" },
        {
            "ConcurrentUpdateCodeFix",
            "var d = new ConcurrentDictionary<int, int>(); Parallel.ForEach(a, x => d[x] = d.GetOrAdd(x, 0) + 1); return [.. d.OrderBy(e => e.Key).Select(e => (long)e.Value)];",
            "return [.. a.GroupBy(x => x).OrderBy(e => e.Key).Select(e => (long)e.Count())];"
        },
        { "BlockingCodeFix", "var r = new long[50]; Parallel.For(0, 50, i => r[i] = Task.Run(() => a[i] + 1).Result); return r;", "var r = new long[50]; for (int i = 0; i < 50; i++) r[i] = a[i] + 1; return r;" },
        {
            "LockOrderCodeFix",
            "object p = new(), q = new(); long s = 0; Parallel.For(0, 9, i => { if (i % 2 == 0) lock (p) { lock (q) { s++; } } else lock (q) { lock (p) { s += 2; } } }); return [s];",
            "return [13];"
        },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Gives_what_the_loop_in_order_gives(string name, string racy, string inOrder)
    {
        var fix = (CodeFixProvider)Activator.CreateInstance(typeof(RaceCodeFix).Assembly.GetType($"AutoPar.CodeFixes.Races.{name}")!)!;
        Document document = CodeFixVerifier.CreateDocument(Source(racy, inOrder));
        var actions = new List<CodeAction>();
        foreach (Diagnostic diagnostic in await AnalyzerRun.AnalyzeAsync((await document.Project.GetCompilationAsync())!))
        {
            if (fix.FixableDiagnosticIds.Contains(diagnostic.Id))
            {
                await fix.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
            }
        }

        Assert.NotEmpty(actions);
        Type kernels = Load(await CodeFixVerifier.TextAsync(document, actions[0])).GetType("Kernels")!;
        int[] values = [.. Enumerable.Range(0, 20_000).Select(i => (int)(i * 7919L % 1000))];
        long[] expected = Run(kernels, "InOrder", values);
        for (int run = 0; run < Runs; run++)
        {
            Assert.Equal(expected, Run(kernels, "Mended", values));
        }
    }

    private static long[] Run(Type kernels, string method, int[] values) => (long[])kernels.GetMethod(method)!.Invoke(null, [values.Clone()])!;

    private static Assembly Load(string source)
    {
        (Compilation compilation, _) = AnalyzerRun.Generate(AnalyzerRun.Compile(source, "Mended" + Guid.NewGuid().ToString("N")), check: false);
        using var file = new MemoryStream();
        Assert.Empty(compilation.Emit(file).Diagnostics.Where(one => one.Severity == DiagnosticSeverity.Error));
        return Assembly.Load(file.ToArray());
    }

    private static string Source(string racy, string inOrder) => $$"""
        using System.Collections.Concurrent;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading;
        using System.Threading.Tasks;
        public static class Kernels
        {
            public static long[] Mended(int[] a)
            {
                {{racy}}
            }

            public static long[] InOrder(int[] a)
            {
                {{inOrder}}
            }
        }
        """;
}
