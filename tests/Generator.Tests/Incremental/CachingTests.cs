using AutoPar.Generator.Tests.Support;
using Microsoft.CodeAnalysis;

namespace AutoPar.Generator.Tests.Incremental;

public class CachingTests
{
    private const string Kernels = """
        using AutoPar;

        public static partial class Kernels
        {
            [Parallelize, Vectorize]
            public static void Twice(int[] a)
            {
                for (int i = 0; i < a.Length; i++)
                    a[i] = a[i] * 2;
            }

            [Vectorize]
            public static void Negate(float[] a)
            {
                for (int i = 0; i < a.Length; i++)
                    a[i] = -a[i];
            }
        }
        """;

    private const string Caller = """
        public static class Caller
        {
            public static void Run(int[] a) => Kernels.Twice(a);
        }
        """;

    private const string Other = """
        public static class Other
        {
            public static int Value => 1;
        }
        """;

    [Fact]
    public void An_unrelated_edit_runs_nothing_again()
    {
        GeneratorRun run = GeneratorRun.Of(Kernels, Caller, Other);

        run.Edit(2, text => text.Replace("=> 1", "=> 2 + 3"));

        Assert.All(AutoParGenerator.Steps.All, step => Assert.NotEmpty(Reasons(run, step)));
        Assert.All(AutoParGenerator.Steps.All.SelectMany(step => Reasons(run, step)), IsUnchanged);
        Assert.All(OutputReasons(run), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void An_edit_of_one_method_runs_its_own_steps_again()
    {
        GeneratorRun run = GeneratorRun.Of(Kernels, Caller, Other);
        string before = run.Files.Single(file => file.Key.Contains("Negate")).Value;

        run.Edit(0, text => text.Replace("-a[i]", "~(int)a[i]"));

        Assert.Equal(1, Reasons(run, AutoParGenerator.Steps.Plan).Count(reason => reason == IncrementalStepRunReason.Modified));
        Assert.Equal(1, Reasons(run, AutoParGenerator.Steps.Plan).Count(reason => reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged));
        Assert.NotEqual(before, run.Files.Single(file => file.Key.Contains("Negate")).Value);
    }

    [Fact]
    public void An_edit_of_a_caller_changes_interceptors_alone()
    {
        GeneratorRun run = GeneratorRun.Of(Kernels, Caller, Other);

        run.Edit(1, text => text.Replace("Run(", "RunAll("));

        Assert.All(Reasons(run, AutoParGenerator.Steps.Plan), IsUnchanged);
        Assert.Contains(IncrementalStepRunReason.Modified, Reasons(run, AutoParGenerator.Steps.Interceptors));
    }

    [Fact]
    public void A_new_call_is_found()
    {
        GeneratorRun run = GeneratorRun.Of(Kernels, Caller, Other);

        run.Edit(2, text => text.Replace("public static int Value => 1;", "public static void More(int[] a) { Kernels.Twice(a); Kernels.Negate(new float[3]); }"));

        Assert.Contains(IncrementalStepRunReason.New, Reasons(run, AutoParGenerator.Steps.Interceptors));
        run.AssertClean();
    }

    private static void IsUnchanged(IncrementalStepRunReason reason) =>
        Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, reason.ToString());

    private static IEnumerable<IncrementalStepRunReason> Reasons(GeneratorRun run, string step) =>
        run.Result.TrackedSteps[step].SelectMany(item => item.Outputs).Select(output => output.Reason);

    private static IEnumerable<IncrementalStepRunReason> OutputReasons(GeneratorRun run) =>
        run.Result.TrackedOutputSteps.SelectMany(pair => pair.Value).SelectMany(item => item.Outputs).Select(output => output.Reason);
}
