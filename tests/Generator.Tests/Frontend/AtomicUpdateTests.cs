using AutoPar.Generator.Tests.Support;

namespace AutoPar.Generator.Tests.Frontend;

/// <summary>What a region adds to a variable that Interlocked updates, it adds by one such call.</summary>
public class AtomicUpdateTests
{
    [Theory]
    [InlineData("Interlocked.Add(ref Hits, p[i]);", "Interlocked.Add(ref global::C.Hits, result.Hits);")]
    [InlineData("Interlocked.Increment(ref Hits);", "Interlocked.Add(ref global::C.Hits, result.Hits);")]
    [InlineData("Interlocked.Decrement(ref Hits);", "Interlocked.Add(ref global::C.Hits, result.Hits);")]
    [InlineData("Interlocked.Or(ref Hits, p[i]);", "Interlocked.Or(ref global::C.Hits, result.Hits);")]
    [InlineData("if (p[i] > 0) Interlocked.And(ref Hits, p[i]);", "Interlocked.And(ref global::C.Hits, result.Hits);")]
    public void One_call_stands_for_all(string body, string expected)
    {
        string stages = Stages.Of($$"""
            using AutoPar; using System.Threading;
            public static partial class C
            {
                public static int Hits;
                [Parallelize] public static void M(int[] p, int n) { for (int i = 0; i < n; i++) { {{body}} } }
            }
            """);
        Assert.Contains(expected, stages);
        Assert.DoesNotContain("global::C.Hits =", stages);
    }
}
