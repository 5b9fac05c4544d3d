using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace AutoPar.Generator.Tests.Analyzers;

/// <summary>AP10xx in hand-written parallel code: what is reported where, in pairs of a racy method and its mended form.</summary>
public class HandWrittenRaceTests
{
    private const string Usings = "using System.Threading; using System.Collections.Concurrent;\n";

    [Theory]
    [InlineData("int s = 0; Parallel.For(0, a.Length, i => {|AP1002:s|} += a[i]);")]
    [InlineData("int s = 0; Parallel.For(0, a.Length, i => Interlocked.Add(ref s, a[i]));")]
    [InlineData("int s = 0; object g = new(); Parallel.For(0, a.Length, () => 0, (i, _, p) => p + a[i], p => { lock (g) s += p; });")]
    [InlineData("int s = 0; Parallel.For(0, a.Length, () => 0, (i, _, p) => p + a[i], p => {|AP1002:s|} += p);")]
    public Task Sums(string body) => VerifyAsync(body);

    [Theory]
    [InlineData("Parallel.For(1, a.Length, i => {|AP1001:a[i]|} = a[i - 1]);")]
    [InlineData("Parallel.For(1, a.Length, i => {|AP1010:b[i]|} = a[i - 1]);")]
    [InlineData("Parallel.For(1, a.Length, i => b[i] = a[i]);")]
    [InlineData("int[] c = new int[n]; Parallel.For(1, n, i => c[i] = a[i - 1]);")]
    [InlineData("Parallel.For(0, a.Length / 2, i => a[2 * i] = a[2 * i + 1]);")]
    [InlineData("Parallel.For(0, a.Length / 2, i => {|AP1001:a[2 * i]|} = a[2 * i + 2]);")]
    [InlineData("Parallel.For(0, a.Length / 2, i => a[i] = a[i + a.Length / 2]);")]
    [InlineData("Parallel.For(0, a.Length / 2 + 1, i => {|AP1001:a[i]|} = a[i + a.Length / 2]);")]
    [InlineData("Parallel.For(0, n, i => { for (int j = 0; j < n; j++) a[i * n + j] = i; });")]
    [InlineData("Parallel.For(0, n, i => { for (int j = 0; j <= n; j++) {|AP1001:a[i * n + j]|} = i; });")]
    [InlineData("Parallel.For(0, n, i => {|AP1010:a[b[i]]|} = i);")]
    [InlineData("Parallel.For(0, n, i => {|AP1010:a[i + k]|} = a[i]);")]
    [InlineData("Parallel.ForEach(Partitioner.Create(0, n), r => { for (int i = r.Item1; i < r.Item2; i++) a[i]++; });")]
    [InlineData("Parallel.ForEach(Partitioner.Create(0, n), r => { for (int i = r.Item1; i <= r.Item2; i++) {|AP1001:a[i]|}++; });")]
    [InlineData("Parallel.For(0, n, i => { if (i == 3) a[0] = i; });")]
    [InlineData("Parallel.For(0, n, i => { if (i >= 3) {|AP1001:a[0]|} = i; });")]
    public Task Elements(string body) => VerifyAsync(body);

    [Theory]
    [InlineData("int s = 0; object g = new(); Parallel.For(0, n, i => { b[i] = a[i]; lock (g) s += a[i]; });")]
    [InlineData("int s = 0; Parallel.For(0, n, i => { b[i] = a[i]; lock (new object()) {|AP1007:s|} += a[i]; });")]
    [InlineData("int s = 0; object g = new(), h = new(); Parallel.For(0, n, i => { b[i] = a[i]; if (i < 5) lock (g) s += a[i]; else lock (h) {|AP1002:s|} += a[i]; });")]
    [InlineData("object g = new(); Parallel.For(1, n, i => { b[i] = k; lock (g) {|AP1008:a[i]|} = a[i - 1] + b[i]; });")]
    [InlineData("int s = 0; Parallel.For(0, n, i => { int t = Volatile.Read(ref s) + 1; {|AP1009:Volatile.Write(ref s, t)|}; });")]
    [InlineData("var d = new ConcurrentDictionary<int, int>(); Parallel.For(0, n, i => { if (!d.ContainsKey(a[i])) {|AP1009:d[a[i]]|} = i; });")]
    [InlineData("var d = new ConcurrentDictionary<int, int>(); Parallel.For(0, n, i => d.TryAdd(a[i], i));")]
    public Task Locks_and_atomics(string body) => VerifyAsync(body);

    [Theory]
    [InlineData("var l = new List<int>(); Parallel.For(0, n, i => {|AP1005:l.Add(i)|});")]
    [InlineData("var l = new ConcurrentBag<int>(); Parallel.For(0, n, i => l.Add(i));")]
    [InlineData("var l = new List<int>(a); Parallel.For(0, n, i => l[i] = i);")]
    [InlineData("var r = new Random(1); Parallel.For(0, n, i => a[i] = {|AP1005:r.Next()|});")]
    [InlineData("Parallel.For(0, n, i => a[i] = Random.Shared.Next());")]
    public Task Objects(string body) => VerifyAsync(body);

    [Theory]
    [InlineData("var t = new Task[n]; for (int i = 0; i < n; i++) { t[i] = Task.Run(() => a[{|AP1006:i|}] = k); }")]
    [InlineData("var t = new Task[n]; for (int i = 0; i < n; i++) { int o = i; t[o] = Task.Run(() => a[o] = k); } Task.WaitAll(t);")]
    [InlineData("int x = 0; Task t = Task.Run(() => {|AP1002:x|} = 1); int y = x; t.Wait();")]
    [InlineData("int x = 0; Task t = Task.Run(() => x = 1); t.Wait(); int y = x;")]
    [InlineData("int x = 0; Parallel.Invoke(() => {|AP1002:x|} = 1, () => x = 2);")]
    [InlineData("int x = 0, y = 0; Parallel.Invoke(() => x = 1, () => y = 2);")]
    [InlineData("int x = 0; var t = new Thread(() => x++); t.Start(); {|AP1002:x|}++; t.Join();")]
    [InlineData("int x = 0; var t = new Thread(() => x++); t.Start(); t.Join(); x++;")]
    [InlineData("int c = 0; int s = a.AsParallel().Select(v => {|AP1002:c|}++ + v).Sum();")]
    [InlineData("int s = a.AsParallel().Select(v => 2 * v).Sum();")]
    public Task Tasks_threads_and_queries(string body) => VerifyAsync(body);

    [Fact]
    public async Task A_message_names_both_accesses_with_lines_and_two_iterations()
    {
        Diagnostic race = Assert.Single(await FindAsync("Parallel.For(1, n, i => a[i] = a[i - 1]);"));
        Assert.Equal("The iterations race on 'a': iteration i = 1 writes a[i] (line 4), iteration i = 2 reads a[i - 1] (line 4)", race.GetMessage());
        Location second = Assert.Single(race.AdditionalLocations);
        Assert.Equal("a[i - 1]", second.SourceTree!.ToString().Substring(second.SourceSpan.Start, second.SourceSpan.Length));
    }

    [Theory]
    [InlineData("Parallel.For(1, n - 1, i => a[i] = (a[i - 1] + a[i + 1]) / 2);", true)]
    [InlineData("Parallel.For(1, n - 1, i => { for (int j = 1; j < n - 1; j++) a[i * n + j] = a[(i - 1) * n + j] + a[(i + 1) * n + j]; });", true)]
    [InlineData("Parallel.For(2, n, i => a[i] = a[i - 1] + a[i - 2]);", false)]
    [InlineData("Parallel.For(0, n - 1, i => a[i] = a[i + 1]);", false)]
    public async Task A_stencil_in_place_is_told_of_double_buffering(string body, bool isTold) =>
        Assert.Equal(isTold, Assert.Single(await FindAsync(body)).GetMessage().Contains("double buffering", StringComparison.Ordinal));

    [Fact]
    public async Task One_variable_is_reported_once() =>
        Assert.Single(await FindAsync("int s = 0; Parallel.For(0, n, i => { s += a[i]; s++; if (s > 3) s = 0; });"));

    [Fact]
    public async Task A_race_in_a_called_method_is_reported_at_the_call()
    {
        Diagnostic race = Assert.Single(await FindAsync("Parallel.For(0, n, i => Count());", "static int s_count; static void Count() => s_count++;"));
        Assert.Equal("AP1004", race.Id);
        Assert.Contains("Count", race.GetMessage());
        Assert.Contains("s_count", race.GetMessage());
    }

    [Fact]
    public async Task Code_that_is_longer_than_the_budget_ends()
    {
        string loop = string.Concat(Enumerable.Repeat("for (int j = 0; j < n; j++) { a[j] += b[j] * k; k = k * 3 + j; }", 400));
        Assert.DoesNotContain(await FindAsync($"Parallel.For(0, n, i => {{ {loop} }});"), one => one.Id == "AP9999");
    }

    [Theory]
    [InlineData("long x = long.MinValue; a[i] = (int)-x;")]
    [InlineData("for (long k = long.MinValue; k < a[i]; k++) a[i] = (int)k;")]
    [InlineData("long x = long.MinValue + i; a[i] = (int)(x * x - long.MinValue);")]
    public async Task Numbers_beyond_64_bits_end_nothing(string body) =>
        Assert.DoesNotContain(await FindAsync($"Parallel.For(0, n, i => {{ {body} }});"), one => one.Id == "AP9999");

    private static Task VerifyAsync(string body) => AnalyzerVerifier.VerifyAsync(
        $"{Usings}{AnalyzerRun.Usings}static class C\n{{ static void M(int[] a, int[] b, int n, int k) {{ {body} }} }}");

    private static async Task<ImmutableArray<Diagnostic>> FindAsync(string body, string members = "") =>
        await AnalyzerRun.AnalyzeAsync($"{Usings}{AnalyzerRun.Usings}static class C {{ {members}\nstatic void M(int[] a, int[] b, int n, int k) {{ {body} }} }}");
}
