namespace AutoPar.Runtime.Tests.Guards;

public class DifferentObjectsTests
{
    private const double NoLimit = double.PositiveInfinity;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(1000)]
    [InlineData(100_003)]
    public void Objects_are_different_in_any_order(int count)
    {
        object[] objects = Make(count);
        Assert.True(LoopGuards.ObjectsDiffer<object>(objects, NoLimit));
        Array.Reverse(objects);
        Assert.True(LoopGuards.ObjectsDiffer<object>(objects, NoLimit));
        new System.Random(3).Shuffle(objects);
        Assert.True(LoopGuards.ObjectsDiffer<object>(objects, NoLimit));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0, 999)]
    [InlineData(499, 501)]
    [InlineData(998, 999)]
    public void One_that_stands_twice_is_found_in_any_order(int one, int other)
    {
        object[] objects = Make(1000);
        objects[other] = objects[one];
        Assert.False(LoopGuards.ObjectsDiffer<object>(objects, NoLimit));
        Array.Reverse(objects);
        Assert.False(LoopGuards.ObjectsDiffer<object>(objects, NoLimit));
        new System.Random(3).Shuffle(objects);
        Assert.False(LoopGuards.ObjectsDiffer<object>(objects, NoLimit));
    }

    [Fact]
    public void Nulls_do_not_count()
    {
        object?[] objects = Make(100);
        objects[0] = objects[40] = objects[41] = objects[99] = null;
        Assert.True(LoopGuards.ObjectsDiffer<object?>(objects, NoLimit));
        objects[50] = objects[60];
        Assert.False(LoopGuards.ObjectsDiffer<object?>(objects, NoLimit));
    }

    [Fact]
    public void A_test_that_would_take_too_long_is_not_made()
    {
        object[] objects = Make(1000);
        Assert.True(LoopGuards.ObjectsDiffer<object>(objects, 1000 * 4));
        Assert.False(LoopGuards.ObjectsDiffer<object>(objects, 1000));
        new System.Random(3).Shuffle(objects);
        Assert.False(LoopGuards.ObjectsDiffer<object>(objects, 1000 * 4));
        Assert.True(LoopGuards.ObjectsDiffer<object>(objects, 1000 * 40));
    }

    [Fact]
    public void Of_objects_the_loop_visits_too_few_of_nothing_is_told()
    {
        object[] objects = Make(1000);
        Assert.True(LoopGuards.VisitedObjectsDiffer<object>(objects, 250));
        Assert.False(LoopGuards.VisitedObjectsDiffer<object>(objects, 249));
        objects[7] = objects[900];
        Assert.False(LoopGuards.VisitedObjectsDiffer<object>(objects, 1000));
    }

    [Fact]
    public void Runs_of_addresses_may_not_overlap()
    {
        Assert.True(DifferentObjects.AreInOrder([8, 16, 24]));
        Assert.True(DifferentObjects.AreInOrder([40, 48, 8, 16, 24]));
        Assert.False(DifferentObjects.AreInOrder([40, 48, 8, 16, 40]));
        Assert.False(DifferentObjects.AreInOrder([40, 40]));
        Assert.False(DifferentObjects.AreInOrder([8, 0, 16]));
        Assert.False(DifferentObjects.AreInOrder([.. Enumerable.Range(0, 100).Select(number => (nuint)(1000 - number))]));
    }

    [Fact]
    public void Collections_that_move_objects_meanwhile_change_nothing()
    {
        bool isOver = false;
        var collector = new Thread(() =>
        {
            while (!Volatile.Read(ref isOver))
            {
                _ = Make(1000);
                GC.Collect(1, GCCollectionMode.Forced, blocking: true, compacting: true);

                // Nothing else runs during a collection.
                Thread.Sleep(1);
            }
        });
        collector.Start();
        for (int repeat = 0; repeat < 50; repeat++)
        {
            object[] objects = Make(20_000);
            Assert.True(LoopGuards.ObjectsDiffer<object>(objects, NoLimit));
            objects[19_999] = objects[repeat];
            Assert.False(LoopGuards.ObjectsDiffer<object>(objects, NoLimit));
        }

        Volatile.Write(ref isOver, true);
        collector.Join();
    }

    private static object[] Make(int count)
    {
        object[] objects = new object[count];
        for (int i = 0; i < count; i++)
        {
            objects[i] = new object();
        }

        return objects;
    }
}
