using AutoPar.CodeFixes.Races;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AutoPar.CodeFixes.Tests.Races;

/// <summary>AP1009: one step in place of two.</summary>
public class SplitUpdateTests
{
    [Theory]
    [InlineData("Volatile.Write(ref n, Volatile.Read(ref n) + 1)", "Interlocked.Increment(ref n)")]
    [InlineData("Volatile.Write(ref n, a[i] * 2 + Volatile.Read(ref n))", "Interlocked.Add(ref n, a[i] * 2)")]
    [InlineData("Interlocked.Exchange(ref n, Volatile.Read(ref n) + a[i])", "Interlocked.Add(ref n, a[i])")]
    public Task An_atomic_write_of_an_atomic_read(string update, string expected) => VerifyAsync(
        new AtomicUpdateCodeFix(), $"Parallel.For(0, a.Length, i => {update});", $"Parallel.For(0, a.Length, i => {expected});");

    [Fact]
    public Task A_variable_between_the_two_goes() => VerifyAsync(
        new AtomicUpdateCodeFix(),
        """
        Parallel.For(0, a.Length, i =>
                {
                    // One more.
                    int next = Volatile.Read(ref n) + 1;
                    Volatile.Write(ref n, next); // there
                });
        """,
        """
        Parallel.For(0, a.Length, i =>
                {
                    Interlocked.Increment(ref n); // there
                });
        """);

    [Theory]
    [InlineData("Volatile.Write(ref n, Volatile.Read(ref n) * 2)")]
    [InlineData("Volatile.Write(ref n, 5 - Volatile.Read(ref n))")]
    [InlineData("{ int next = Volatile.Read(ref n) + 1; a[i] = next; Volatile.Write(ref n, next); }")]
    public Task No_sum_no_fix(string update) => CodeFixVerifier.VerifyNothingAsync(
        new AtomicUpdateCodeFix(), "AP1009", Method($"Parallel.For(0, a.Length, i => {update});"));

    [Fact]
    public Task A_volatile_field() => VerifyAsync(
        new InterlockedCodeFix(), "Parallel.For(0, a.Length, i => s_count++);", "Parallel.For(0, a.Length, i => Interlocked.Increment(ref s_count));");

    [Theory]
    [InlineData("d[a[i]]++", "d.AddOrUpdate(a[i], 1, (_, n2) => n2 + 1)")]
    [InlineData("d[a[i]] += i + 1", "d.AddOrUpdate(a[i], i + 1, (_, n2) => n2 + (i + 1))")]
    [InlineData("d[a[i]] = d.GetOrAdd(a[i], 0) + 2", "d.AddOrUpdate(a[i], 2, (_, n2) => n2 + 2)")]
    [InlineData("d[a[i]] = d.GetOrAdd(a[i], 5) + i", "d.AddOrUpdate(a[i], 5 + i, (_, n2) => n2 + i)")]
    [InlineData("{ if (!d.ContainsKey(a[i])) { d[a[i]] = i; } }", "{ d.TryAdd(a[i], i); }")]
    [InlineData("{ if (!d.ContainsKey(a[i])) d[a[i]] = i; }", "{ d.TryAdd(a[i], i); }")]
    public Task An_item_of_a_concurrent_dictionary(string update, string expected) => VerifyAsync(
        new ConcurrentUpdateCodeFix(),
        $"Parallel.For(0, a.Length, i => {update});",
        $"Parallel.For(0, a.Length, i => {expected});");

    [Theory]
    [InlineData("{ if (!d.ContainsKey(a[i])) d[a[i]] = Next(); }")]
    [InlineData("{ if (!d.ContainsKey(a[i])) { d[a[i]] = i; n = i; } }")]
    [InlineData("d[a[i]] = d.GetOrAdd(i, 0) + 2")]
    [InlineData("d[a[i]]--")]
    public Task No_one_step_for_it(string update) => CodeFixVerifier.VerifyNothingAsync(
        new ConcurrentUpdateCodeFix(), "AP1009", Method($"Parallel.For(0, a.Length, i => {update});"));

    private static Task VerifyAsync(CodeFixProvider fix, string body, string expected) =>
        CodeFixVerifier.VerifyAsync(fix, "AP1009", Method(body), Method(expected));

    private static string Method(string body) => $$"""
        using System.Collections.Concurrent;
        using System.Threading;
        using System.Threading.Tasks;
        public static class Kernels
        {
            private static volatile int s_count;
            public static int Run(int[] a, ConcurrentDictionary<int, int> d)
            {
                int n = 0;
                {{body}}
                return n + s_count;
            }
            private static int Next() => 1;
        }
        """;
}
