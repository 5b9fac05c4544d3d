using System.Collections.Immutable;
using System.Diagnostics;
using AutoPar.Generator.Analysis;
using AutoPar.Generator.Analysis.Dependences;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Tests.Analysis.Oracle;

/// <summary>
/// Compares the dependence test with an enumeration of random affine nests: what occurs is claimed, and what doesn't is
/// disproved. AUTOPAR_ORACLE sets how many nests, AUTOPAR_ORACLE_SEED the first.
/// </summary>
public class ExactnessTests(ITestOutputHelper output)
{
    private static int Setting(string name, int otherwise) => int.TryParse(Environment.GetEnvironmentVariable(name), out int value) ? value : otherwise;

    [Fact]
    public void The_test_claims_the_direction_vectors_that_occur_and_hardly_others()
    {
        int count = Setting("AUTOPAR_ORACLE", 2000);
        int first = Setting("AUTOPAR_ORACLE_SEED", 0);
        Stopwatch enumeration = new();
        Stopwatch analysis = new();
        (int independent, int proved, long vectors, long disproved, int wrong) = (0, 0, 0, 0, 0);
        List<int> missed = [];
        for (int seed = first; seed < first + count; seed++)
        {
            AffineNest nest = new(seed);
            enumeration.Start();
            bool[] occurring = new BruteForce(nest).Vectors();
            enumeration.Stop();
            analysis.Start();
            bool[] claimed = Claimed(nest, occurring.Length);
            analysis.Stop();
            for (int vector = 0; vector < occurring.Length; vector++)
            {
                wrong += occurring[vector] && !claimed[vector] ? 1 : 0;
                vectors += occurring[vector] ? 0 : 1;
                disproved += occurring[vector] || claimed[vector] ? 0 : 1;
            }

            Assert.True(wrong == 0, $"seed {seed} claims too little:\n{IrPrinter.Print(new IrBuilder().Nest(nest.Root))}");
            if (Array.TrueForAll(occurring, occurs => !occurs))
            {
                independent++;
                if (Array.TrueForAll(claimed, claims => !claims))
                {
                    proved++;
                }
                else
                {
                    missed.Add(seed);
                }
            }
        }

        output.WriteLine(
            $"{count} nests, {wrong} wrong; no dependence in {independent}, proved in {proved} ({(double)proved / independent:P3}); "
            + $"{vectors} vectors don't occur, {disproved} disproved ({(double)disproved / vectors:P3}); "
            + $"{analysis.Elapsed.TotalSeconds:F1} s analysis, {enumeration.Elapsed.TotalSeconds:F1} s enumeration; missed {string.Join(" ", missed.Take(20))}");
        Assert.True(independent > count / 5 && independent < count, $"{independent} of {count} without a dependence");
        Assert.True(proved >= 0.99 * independent, $"{proved} of {independent}, not {string.Join(" ", missed.Take(20))}");
        Assert.True(disproved >= 0.99 * vectors, $"{disproved} of {vectors} vectors");
    }

    /// <summary>That iterations are multiples of such a step apart isn't known, only that they are at least one apart.</summary>
    [Fact]
    public void With_a_symbolic_step_what_occurs_is_claimed()
    {
        int first = Setting("AUTOPAR_ORACLE_SEED", 0);
        int proved = 0;
        for (int seed = first; seed < first + Setting("AUTOPAR_ORACLE", 1000); seed++)
        {
            AffineNest nest = new(seed, hasSymbolicStep: true);
            bool[] occurring = new BruteForce(nest).Vectors();
            bool[] claimed = Claimed(nest, occurring.Length);
            Assert.True(
                occurring.Zip(claimed, (occurs, claims) => !occurs || claims).All(right => right),
                $"seed {seed} claims too little:\n{IrPrinter.Print(new IrBuilder().Nest(nest.Root))}");
            proved += Array.TrueForAll(claimed, claims => !claims) ? 1 : 0;
        }

        Assert.True(proved > 0);
    }

    [Fact]
    public void A_witness_is_two_iterations_that_meet()
    {
        int found = 0;
        int claimed = 0;
        for (int seed = 0; seed < 300; seed++)
        {
            AffineNest nest = new(seed);
            PairProblem problem = new(nest.Sites.Store, nest.Sites.Load, known: nest.Known);
            foreach (ImmutableArray<Directions> vector in problem.Vectors())
            {
                claimed++;
                if (problem.Witness(vector) is not { } witness)
                {
                    continue;
                }

                found++;
                long[] symbols = [.. nest.Symbols.Select(symbol => witness.Values.TryGetValue(symbol.Key, out long value) ? value : 0)];
                Assert.True(nest.Runs(symbols, [.. witness.First]) && nest.Runs(symbols, [.. witness.Second]), $"seed {seed}: {witness}");
                Assert.Equal(
                    nest.Stored.Select(subscript => subscript.At(symbols, [.. witness.First])),
                    nest.Loaded.Select(subscript => subscript.At(symbols, [.. witness.Second])));
                Assert.Equal(vector, vector.Select((_, level) => Math.Sign((witness.Second[level] - witness.First[level]) * nest.Loops[level].Step) switch
                {
                    > 0 => Directions.Less,
                    0 => Directions.Equal,
                    _ => Directions.Greater,
                }));
            }
        }

        Assert.True(claimed > 100 && found >= 0.95 * claimed, $"{found} of {claimed}");
    }

    private static bool[] Claimed(AffineNest nest, int vectors)
    {
        bool[] claimed = new bool[vectors];
        foreach (ImmutableArray<Directions> vector in new PairProblem(nest.Sites.Store, nest.Sites.Load, known: nest.Known).Vectors())
        {
            claimed[vector.Aggregate(0, (number, direction) => (3 * number) + direction switch
            {
                Directions.Greater => 0,
                Directions.Equal => 1,
                _ => 2,
            })] = true;
        }

        return claimed;
    }
}
