namespace AutoPar.Runtime.Tests.Guards;

public class ElementOwnersTests
{
    private const int Elements = 200;

    [Theory]
    [InlineData(2)]
    [InlineData(10)]
    [InlineData(60)]
    public void Owners_tell_what_comparing_all_pairs_tells(int trips)
    {
        var random = new System.Random(trips);
        int independent = 0;
        for (int round = 0; round < 2000; round++)
        {
            int touches = 1 + random.Next(4);
            (int Iteration, int Element, bool IsWrite)[] log = [.. Enumerable.Range(0, trips * touches)
                .Select(number => (number / touches, Element(random, number / touches, trips), random.Next(3) == 0))];
            bool expected = !log.Any(one => one.IsWrite && log.Any(other => other.Element == one.Element && other.Iteration != one.Iteration));
            Assert.Equal(expected, AreIndependent(log, trips));
            independent += expected ? 1 : 0;
        }

        Assert.InRange(independent, 100, 1900);
    }

    [Fact]
    public void Marks_tell_whether_all_are_different()
    {
        var random = new System.Random(5);
        int different = 0;
        for (int round = 0; round < 2000; round++)
        {
            int[] elements = [.. Enumerable.Range(0, 12).Select(_ => random.Next(Elements))];
            Assert.True(ElementMarks.TryRent(Elements, elements.Length, out ElementMarks marks));
            bool all = elements.All(element => marks.Add(element));
            marks.Return();
            Assert.Equal(elements.Distinct().Count() == elements.Length, all);
            different += all ? 1 : 0;
        }

        Assert.InRange(different, 100, 1900);
    }

    [Fact]
    public void An_element_that_is_not_there_throws()
    {
        Assert.True(ElementMarks.TryRent(Elements, Elements, out ElementMarks marks));
        Assert.True(ElementOwners.TryRent(Elements, Elements, out ElementOwners owners));
        Assert.ThrowsAny<Exception>(() => marks.Add(-1));
        Assert.ThrowsAny<Exception>(() => marks.Add(long.MinValue));
        Assert.ThrowsAny<Exception>(() => marks.Add(1L << 40));
        Assert.ThrowsAny<Exception>(() => owners.Write(-1));
        Assert.ThrowsAny<Exception>(() => owners.Read(1L << 40));
        marks.Return();
        owners.Return();
    }

    [Fact]
    public void A_table_much_larger_than_the_loop_is_not_worth_cleaning()
    {
        Assert.False(ElementMarks.TryRent(1_000_000, 10, out _));
        Assert.False(ElementOwners.TryRent(1_000_000, 10, out _));
        Assert.False(ElementOwners.TryRent(10, long.MaxValue / 16, out _));
        Assert.True(ElementMarks.TryRent(0, 0, out ElementMarks none));
        none.Return();
    }

    [Fact]
    public void A_look_is_worth_its_while_only_where_the_fork_gains_more()
    {
        double threshold = ForkCost.Threshold;
        int most = AutoParOptions.MaxDegreeOfParallelism;
        try
        {
            ForkCost.Threshold = 4000;
            AutoParOptions.MaxDegreeOfParallelism = 4;
            var schedule = new LoopSchedule(Schedule.Auto, 0, 0, 2, 1);
            Assert.False(LoopDriver.IsWorthInspecting(1000, 1, in schedule));
            Assert.True(LoopDriver.IsWorthInspecting(100_000, 1, in schedule));
            Assert.False(LoopDriver.IsWorthInspecting(100_000, 1.6, in schedule));
            AutoParOptions.MaxDegreeOfParallelism = 1;
            Assert.False(LoopDriver.IsWorthInspecting(100_000, 1, in schedule));
        }
        finally
        {
            ForkCost.Threshold = threshold;
            AutoParOptions.MaxDegreeOfParallelism = most;
        }
    }

    /// <summary>Mostly an element of the iteration's own.</summary>
    private static int Element(System.Random random, int iteration, int trips) =>
        (3 * (random.Next(3 * trips) == 0 ? random.Next(trips) : iteration)) + random.Next(3);

    private static bool AreIndependent(IEnumerable<(int Iteration, int Element, bool IsWrite)> log, int trips)
    {
        Assert.True(ElementOwners.TryRent(Elements, Math.Max(trips, Elements), out ElementOwners owners));
        bool isIndependent = true;
        foreach (var iteration in log.GroupBy(touch => touch.Iteration))
        {
            owners.Next();
            foreach ((int _, int element, bool isWrite) in iteration)
            {
                isIndependent &= isWrite ? owners.Write(element) : owners.Read(element);
            }
        }

        owners.Return();
        return isIndependent;
    }
}
