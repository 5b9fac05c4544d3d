using AutoPar.Generator.Planning;

namespace AutoPar.Generator.Tests.Emit;

public class AsyncFormTests
{
    [Theory]
    [InlineData("public static void F(int[] a)", "Task FAsync(int[] a, global::System.IProgress<double>? progress = null, global::System.Threading.CancellationToken cancellationToken = default)")]
    [InlineData("public static int[] F(int[] a)", "Task<int[]> FAsync(int[] a, ")]
    [InlineData("internal static void F(int[] a, double t = 2)", "FAsync(int[] a, double t = 2, global::System.IProgress<double>? progress = null")]
    [InlineData("public static void F(params int[] a)", "FAsync(int[] a, ")]
    [InlineData("public static void F(int[] a, int progress, int cancellationToken)", "global::System.IProgress<double>? progress2 = null, global::System.Threading.CancellationToken cancellationToken2 = default)")]
    [InlineData("public static void F(int[] a, System.Threading.CancellationToken stop)", "FAsync(int[] a, global::System.Threading.CancellationToken stop, global::System.IProgress<double>? progress = null)")]
    [InlineData("public static void F<T>(T[] b, int[] a) where T : struct", "FAsync<T>(T[] b, int[] a, ")]
    public void The_signature_is_the_methods_with_progress_and_token(string signature, string expected)
    {
        string result = signature.Contains(" void ", StringComparison.Ordinal) ? "" : "return a;";
        string text = GeneratedCode.Of($"[Parallelize(Async = true)] {signature} {{ for (int i = 0; i < a.Length; i++) a[i] = i; {result} }}").Text;
        Assert.Contains(expected, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_task_runs_the_parallel_form()
    {
        GeneratedCode code = GeneratedCode.Of("""
            [Parallelize(Async = true)]
            public static long F(int[] a)
            {
                long sum = 0;
                for (int i = 0; i < a.Length; i++)
                    sum += a[i];
                return sum;
            }
            """);
        Assert.Contains("LoopTask.Run(() => FParallel(a), 1, progress, cancellationToken)", code.Text, StringComparison.Ordinal);
        Assert.Equal(45L, await (Task<long>)code.Call("FAsync", Enumerable.Range(0, 10).ToArray(), null, CancellationToken.None)!);
    }

    [Fact]
    public void Loops_that_run_again_and_again_are_not_counted()
    {
        string text = GeneratedCode.Of("""
            [Parallelize(Async = true)]
            public static void F(int[] a, int[] b, int steps)
            {
                for (int t = 0; t < steps; t++)
                {
                    for (int i = 0; i < a.Length; i++)
                        b[i] = a[i] + 1;
                    for (int i = 0; i < a.Length; i++)
                        a[i] = b[i] * 2;
                }
            }
            """, MethodPlanner.Plan).Text;
        Assert.Contains("LoopTask.Run(() => FParallel(a, b, steps), 0, progress, cancellationToken)", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Looking_at_the_token_is_left_to_the_driver()
    {
        GeneratedCode code = GeneratedCode.Of("""
            [Parallelize, Vectorize]
            public static void F(int[] a, System.Threading.CancellationToken token)
            {
                for (int i = 0; i < a.Length; i++)
                {
                    token.ThrowIfCancellationRequested();
                    a[i] = i;
                }
            }
            """);
        Assert.Contains("{ Token = token };", code.Text, StringComparison.Ordinal);
        foreach (string form in new[] { "FParallel", "FVectorized" })
        {
            int[] a = new int[100];
            Assert.Throws<OperationCanceledException>(() => code.Call(form, a, new CancellationToken(true)));
            Assert.All(a, element => Assert.Equal(0, element));
            code.Call(form, a, CancellationToken.None);
            Assert.Equal(Enumerable.Range(0, 100), a);
        }
    }
}
