using System.Collections.Immutable;
using AutoPar.Generator.Analysis;
using AutoPar.Generator.Analysis.Dependences;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Tests.Analysis.Oracle;

/// <summary>
/// Enumerates the iterations of random small nests: each conflict that occurs is one that the analysis claims, and what
/// it calls legal gives the same memory in another order. AUTOPAR_ORACLE_NESTS sets how many.
/// </summary>
public class OracleTests
{
    private const int Default = 300;

    private static int Count => int.TryParse(Environment.GetEnvironmentVariable("AUTOPAR_ORACLE_NESTS"), out int count) ? count : Default;

    [Fact]
    public void Every_conflict_is_claimed()
    {
        int conflicts = 0;
        for (int seed = 0; seed < Count; seed++)
        {
            RandomNest nest = new(seed);
            Dictionary<(int, int), HashSet<string>> claimed = Claims(nest);
            List<(int Access, long[] Path)> touches = [];
            Dictionary<(int, long, long), List<int>> places = [];
            Interpreter.InOrder(nest, (access, place, path) =>
            {
                places.TryAdd(place, []);
                places[place].Add(touches.Count);
                touches.Add((access, path));
            });

            Dictionary<int, AccessSite> sites = Region.Of(nest.Root).Sites.ToDictionary(site => site.Access.Id);
            foreach (List<int> meeting in places.Values)
            {
                for (int later = 1; later < meeting.Count; later++)
                {
                    for (int earlier = 0; earlier < later; earlier++)
                    {
                        (AccessSite Site, long[] Path) first = (sites[touches[meeting[earlier]].Access], touches[meeting[earlier]].Path);
                        (AccessSite Site, long[] Path) second = (sites[touches[meeting[later]].Access], touches[meeting[later]].Path);
                        if (first.Site.IsWrite || second.Site.IsWrite)
                        {
                            conflicts++;
                            string vector = Vector(first.Path, second.Path, first.Site, second.Site);
                            Assert.True(
                                claimed.TryGetValue((first.Site.Access.Id, second.Site.Access.Id), out HashSet<string>? vectors) && vectors.Contains(vector),
                                $"seed {seed}: {first.Site.Access.Text} {vector} {second.Site.Access.Text} in\n{IrPrinter.Print(nest.Nest)}");
                        }
                    }
                }
            }
        }

        Assert.True(conflicts > Count);
    }

    [Theory]
    [InlineData(ExecutionTarget.Threads)]
    [InlineData(ExecutionTarget.Lanes)]
    internal void What_is_legal_keeps_the_result(ExecutionTarget target)
    {
        int legal = 0;
        int refused = 0;
        int cut = 0;
        for (int seed = 0; seed < Count; seed++)
        {
            RandomNest nest = new(seed);
            IReadOnlyDictionary<(int, long, long), long> expected = Interpreter.InOrder(nest).Memory;
            foreach (Loop loop in LoopTree.SelfAndDescendants(nest.Root))
            {
                LoopVerdict verdict = LoopAnalysis.Verdict(nest.Nest, nest.Root, loop, target, Generator.Ir.FloatMode.Reproducible);
                refused += verdict.IsLegal ? 0 : 1;
                if (!verdict.IsLegal || !verdict.Guards.All(guard => Holds(guard, nest)))
                {
                    continue;
                }

                legal++;
                cut += verdict.Cuts.IsEmpty ? 0 : 1;
                Random random = new(seed);
                int width = Math.Min(verdict.MaxLanes ?? 8, 1 << random.Next(1, 4));
                Interpreter run = new(nest, loop, count => target == ExecutionTarget.Lanes
                    ? [.. Pieces(verdict, nest, count).SelectMany(piece => piece.Chunk(width))]
                    : [.. Pieces(verdict, nest, count).SelectMany(piece => piece.OrderBy(_ => random.Next())).Select(number => new[] { number })]);
                run.Run();
                Assert.True(
                    run.Memory.Count == expected.Count && run.Memory.All(cell => expected.TryGetValue(cell.Key, out long value) && value == cell.Value),
                    $"seed {seed}, loop over {loop.Index.Name} ({Verdicts.Print(verdict)}, {width} lanes), one array {nest.AreOne}:\n{IrPrinter.Print(nest.Nest)}");
            }
        }

        Assert.True(legal > Count / 10, $"{legal} legal");
        Assert.True(refused > Count / 10, $"{refused} refused");
        Assert.True(cut > Count / 100, $"{cut} cut");
    }

    /// <summary>The iterations between two cuts.</summary>
    private static IEnumerable<IEnumerable<int>> Pieces(LoopVerdict verdict, RandomNest nest, int count)
    {
        long[] cuts = [.. verdict.Cuts.Select(cut =>
            (Interpreter.Evaluate(cut.Distance, variable => nest.Values[variable.Id]) + cut.Divisor - 1) / cut.Divisor)];
        return Enumerable.Range(0, count).GroupBy(number => cuts.Count(cut => cut <= number)).OrderBy(piece => piece.Key);
    }

    private static bool Holds(Guard guard, RandomNest nest) => guard switch
    {
        Holds holds => Interpreter.Evaluate(holds.Condition, variable => nest.Values[variable.Id]) != 0,
        Different => !nest.AreOne,
        NotNull or FiniteTripCount or InBounds => true,
        _ => throw new NotSupportedException(guard.ToString()),
    };

    /// <summary>For each ordered pair of accesses the direction vectors that are claimed, in the loops' own order.</summary>
    private static Dictionary<(int, int), HashSet<string>> Claims(RandomNest nest)
    {
        Dictionary<(int, int), HashSet<string>> claims = [];
        foreach (Conflict conflict in ConflictFinder.Of(Region.Of(nest.Root)))
        {
            Add(conflict.First.Access.Id, conflict.Second.Access.Id, conflict.Vectors);
            Add(conflict.Second.Access.Id, conflict.First.Access.Id, conflict.Vectors.Select(vector => vector.Select(Conflict.Reverse).ToImmutableArray()));
        }

        return claims;

        void Add(int first, int second, IEnumerable<ImmutableArray<Directions>> vectors)
        {
            claims.TryAdd((first, second), []);
            claims[(first, second)].UnionWith(vectors.Select(vector => string.Concat(vector.Select(Symbol))));
        }
    }

    private static string Vector(long[] first, long[] second, AccessSite one, AccessSite other) => string.Concat(one.Loops.Zip(other.Loops)
        .TakeWhile(pair => pair.First.Loop.Id == pair.Second.Loop.Id)
        .Select((pair, level) => Symbol((Math.Sign(second[level] - first[level]) * pair.First.Sign) switch
        {
            > 0 => Directions.Less,
            0 => Directions.Equal,
            _ => Directions.Greater,
        })));

    private static string Symbol(Directions direction) => direction switch
    {
        Directions.Less => "<",
        Directions.Equal => "=",
        Directions.Greater => ">",
        _ => "*",
    };
}
