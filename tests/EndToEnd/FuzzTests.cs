using System.Globalization;

namespace AutoPar.EndToEnd;

/// <summary>
/// Random loops of fixed seeds. AUTOPAR_FUZZ_COUNT and AUTOPAR_FUZZ_SEED run more, or others; from the command line:
/// <c>dotnet AutoPar.EndToEnd.dll fuzz --seed 1 --count 100000</c>.
/// </summary>
public class FuzzTests
{
    [Fact]
    public void Random_loops_do_what_they_do_as_written()
    {
        List<FuzzFailure> failures = FuzzRunner.Run((ulong)Number("AUTOPAR_FUZZ_SEED", 1), Number("AUTOPAR_FUZZ_COUNT", 2000), batch: 250);
        Assert.True(failures.Count == 0, string.Join("\n", failures.Select(Describe)));
    }

    [Fact]
    public void Random_loops_that_running_values_end_do_what_they_do_as_written() => Passes(RunningExitMaker.Make, count: 60);

    [Fact]
    public void Random_loops_to_distribute_do_what_they_do_as_written() => Passes(PartsMaker.Make, count: 60);

    [Fact]
    public void Random_nests_do_what_they_do_as_written() => Passes(NestMaker.Make, count: 80);

    [Fact]
    public void Seeds_that_once_failed_still_pass()
    {
        FuzzMethod[] methods = [.. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Fuzzing", "seeds.txt"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => MethodMaker.Make(ulong.Parse(line.Split(' ')[0], CultureInfo.InvariantCulture)))];
        List<FuzzFailure> failures = methods.Length == 0 ? [] : FuzzRunner.Run(methods);
        Assert.True(failures.Count == 0, string.Join("\n", failures.Select(Describe)));
    }

    private static void Passes(Func<ulong, FuzzMethod> make, int count)
    {
        List<FuzzFailure> failures = FuzzRunner.Run(1, count, batch: count, make: make);
        Assert.True(failures.Count == 0, string.Join("\n", failures.Select(Describe)));
    }

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out int number) ? number : otherwise;

    private static string Describe(FuzzFailure failure) => $"seed {failure.Method.Seed}: {failure.Message}\n{failure.Method.Text()}";
}
