using AutoPar.Runtime;

namespace AutoPar.Runtime.Tests.Loops;

public sealed class SearchTests : IDisposable
{
    private const int Minimum = 4;

    private readonly ForkEverything _fork = new();

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(1000)]
    [InlineData(3001)]
    public void The_lowest_of_several_hits_ends_the_loop(int trips)
    {
        var random = new System.Random(trips);
        foreach (int degree in (int[])[1, 2, 3, 8, 64])
        {
            AutoParOptions.MaxDegreeOfParallelism = degree;
            for (int repeat = 0; repeat < 100; repeat++)
            {
                int[] hits = [.. Enumerable.Range(0, random.Next(4)).Select(_ => random.Next(trips))];
                Found found = Search(trips, hits);
                Assert.Equal(hits.Append(trips).Min(), found.Done);
                Assert.Equal(Expected(found.Done), found.Sum);
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(2999)]
    [InlineData(3000)]
    [InlineData(3001)]
    public void One_hit_is_found_wherever_it_is(int hit)
    {
        Found found = Search(3001, [hit]);
        Assert.Equal(hit, found.Done);
        Assert.Equal(Expected(hit), found.Sum);
    }

    [Fact]
    public void Float_sums_have_the_same_bits_on_any_number_of_threads_and_wherever_helpers_come()
    {
        AutoParOptions.MaxDegreeOfParallelism = 1;
        Found[] alone = [.. Enumerable.Range(0, 40).Select(i => Search(3001, [i * 77]))];
        foreach (int degree in (int[])[2, 3, 8, 64])
        {
            AutoParOptions.MaxDegreeOfParallelism = degree;
            for (int repeat = 0; repeat < 20; repeat++)
            {
                for (int i = 0; i < alone.Length; i++)
                {
                    Assert.Equal(BitConverter.SingleToInt32Bits(alone[i].Sum), BitConverter.SingleToInt32Bits(Search(3001, [i * 77]).Sum));
                }
            }
        }
    }

    [Fact]
    public void Chunks_from_the_last_to_the_first_find_the_same()
    {
        ChunkQueue.IsDescending = true;
        try
        {
            for (int hit = 0; hit < 1000; hit += 13)
            {
                Assert.Equal(Math.Min(hit, 500), Search(1000, [999, hit, 500]).Done);
            }
        }
        finally
        {
            ChunkQueue.IsDescending = false;
        }
    }

    /// <summary>A thread that loses its processor in the block with the hit lets others run ahead: not every time.</summary>
    [Fact]
    public void Nothing_is_handed_out_behind_a_hit()
    {
        int least = int.MaxValue;
        for (int repeat = 0; repeat < 100; repeat++)
        {
            int blocks = 0;
            Assert.Equal(20, Search(1_000_000, [20], () => Interlocked.Increment(ref blocks)).Done);
            least = Math.Min(least, blocks);
        }

        Assert.InRange(least, 1, 500);
    }

    [Fact]
    public void What_is_thrown_behind_a_hit_is_not_seen_and_ends_the_search_before_its_block_otherwise()
    {
        var random = new System.Random(5);
        for (int repeat = 0; repeat < 300; repeat++)
        {
            int hit = random.Next(1000), thrower = random.Next(100, 1000);
            Found found;
            try
            {
                found = LoopDriver.Search<SearchBody, Found>(1000, new SearchBody([hit], thrower, null), ForkEverything.Schedule());
            }
            catch (InvalidOperationException)
            {
                // The caller alone ran it, in order.
                Assert.True(thrower < hit);
                continue;
            }

            Assert.InRange(found.Done, Math.Min(hit, thrower - Minimum), Math.Min(hit, thrower));
            Assert.Equal(Expected(found.Done), found.Sum);
        }
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(4, 3)]
    [InlineData(4, 100_000)]
    [InlineData(16_384, 1_000_000_000)]
    [InlineData(64, long.MaxValue)]
    public void Blocks_follow_each_other_and_are_a_small_part_of_what_is_before(int minimum, long trips)
    {
        long first = 0, block = 0;
        while (first < trips)
        {
            Assert.Equal(first, SearchBlocks.Start(block, minimum));
            Assert.Equal(block, SearchBlocks.Of(first, minimum));
            long length = SearchBlocks.Length(first, minimum);
            Assert.InRange(length, minimum, Math.Max(minimum, first / 128));
            length = Math.Min(length, trips - first);
            Assert.Equal(block, SearchBlocks.Of(first + length - 1, minimum));
            first += length;
            block++;
        }

        Assert.InRange(block, 1, 8000);
    }

    [Fact]
    public void Searches_inside_chunks_and_beside_each_other_find_their_own()
    {
        var failures = new int[200];
        LoopDriver.For(200, new ActionBody(i =>
        {
            if (Search(500, [(int)i, (int)i + 100]).Done != i)
            {
                failures[i]++;
            }
        }), ForkEverything.Schedule());
        Assert.All(failures, count => Assert.Equal(0, count));
    }

    /// <summary>Each iteration before the hit once, none behind it.</summary>
    [Fact]
    public void Effects_happen_up_to_the_hit_once()
    {
        var random = new System.Random(9);
        foreach (int degree in (int[])[1, 2, 3, 8, 64])
        {
            AutoParOptions.MaxDegreeOfParallelism = degree;
            for (int repeat = 0; repeat < 60; repeat++)
            {
                int trips = random.Next(1, 6000);
                int hit = random.Next(trips + 1);
                ChunkQueue.IsDescending = repeat % 4 == 0;
                var counts = new int[trips];
                Found found = LoopDriver.SearchAndRun<EffectsBody, Found>(trips, new EffectsBody(hit, -1, counts), ForkEverything.Schedule());
                Assert.Equal(hit, found.Done);
                Assert.Equal(Expected(hit), found.Sum);
                Assert.All(counts[..hit], count => Assert.Equal(1, count));
                Assert.All(counts[hit..], count => Assert.Equal(0, count));
            }
        }

        ChunkQueue.IsDescending = false;
    }

    [Fact]
    public void Effects_that_throw_surface_with_all_below_done_and_none_behind_the_hit()
    {
        for (int thrower = 0; thrower < 1500; thrower += 13)
        {
            var counts = new int[2000];
            var body = new EffectsBody(1700, thrower, counts);
            var thrown = Assert.Throws<InvalidOperationException>(() => LoopDriver.SearchAndRun<EffectsBody, Found>(2000, body, ForkEverything.Schedule()));
            Assert.Equal($"{thrower}", thrown.Message);
            Assert.All(counts[..thrower], count => Assert.Equal(1, count));
            Assert.All(counts[1700..], count => Assert.Equal(0, count));
        }
    }

    public void Dispose() => _fork.Dispose();

    private static Found Search(int trips, int[] hits, Action? atBlock = null) =>
        LoopDriver.Search<SearchBody, Found>(trips, new SearchBody(hits, -1, atBlock), ForkEverything.Schedule());

    // The same blocks, one after the other.
    private static float Expected(long done)
    {
        float sum = 0;
        for (long first = 0; first < done;)
        {
            long end = Math.Min(done, first + SearchBlocks.Length(first, Minimum));
            sum += SearchBody.Sum(first, end);
            first = end;
        }

        return sum;
    }

    private readonly record struct Found(long Done, float Sum);

    private readonly struct EffectsBody(int hit, int thrower, int[] counts) : IEffectfulSearchBody<Found>
    {
        public long Find(long from, long to) => Math.Clamp(hit, from, to) - from;

        public Found Run(long from, long to)
        {
            long end = from + Find(from, to);
            for (long i = from; i < end; i++)
            {
                counts[i] += i == thrower ? throw new InvalidOperationException($"{i}") : 1;
            }

            return new Found(end - from, SearchBody.Sum(from, end));
        }

        public Found Combine(in Found left, in Found right) => new(left.Done + right.Done, left.Sum + right.Sum);

        public long Done(in Found partial) => partial.Done;
    }

    private readonly struct SearchBody(int[] hits, int thrower, Action? atBlock) : ISearchBody<Found>
    {
        public Found Run(long from, long to)
        {
            atBlock?.Invoke();
            long end = to;
            foreach (int hit in hits)
            {
                end = hit >= from && hit < end ? hit : end;
            }

            return thrower >= from && thrower < end ? throw new InvalidOperationException() : new Found(end - from, Sum(from, end));
        }

        public Found Combine(in Found left, in Found right) => new(left.Done + right.Done, left.Sum + right.Sum);

        public long Done(in Found partial) => partial.Done;

        public static float Sum(long from, long to)
        {
            float sum = 0;
            for (long i = from; i < to; i++)
            {
                sum += 1f / (i + 1);
            }

            return sum;
        }
    }
}
