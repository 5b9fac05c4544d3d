using AutoPar.Runtime;

namespace AutoPar.Runtime.Tests.Loops;

public sealed class ArrayCopiesTests : IDisposable
{
    private readonly ForkEverything _fork = new();

    [Theory]
    [InlineData(ArrayOperator.Add)]
    [InlineData(ArrayOperator.Multiply)]
    [InlineData(ArrayOperator.And)]
    [InlineData(ArrayOperator.Or)]
    [InlineData(ArrayOperator.Xor)]
    [InlineData(ArrayOperator.Min)]
    [InlineData(ArrayOperator.Max)]
    public void Copies_start_at_the_identity_and_combine_in_any_type(ArrayOperator @operator)
    {
        Check<byte>(@operator);
        Check<char>(@operator);
        Check<short>(@operator);
        Check<int>(@operator);
        Check<uint>(@operator);
        Check<long>(@operator);
        Check<ulong>(@operator);
        Check<nint>(@operator);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    public void A_histogram_counts_every_iteration(int degree)
    {
        for (int repeat = 0; repeat < 20; repeat++)
        {
            int[] table = new int[37];
            var copies = new ArrayCopies<int>(table.Length, ArrayOperator.Add);
            LoopDriver.For(100_000, new CountingBody(table, copies), ForkEverything.Schedule(Schedule.Dynamic, 100, degree));
            copies.CombineInto(table);
            for (int bin = 0; bin < table.Length; bin++)
            {
                Assert.Equal((100_000 - bin + 36) / 37, table[bin]);
            }
        }
    }

    [Fact]
    public void Nobody_has_what_another_has()
    {
        var copies = new ArrayCopies<int>(3, ArrayOperator.Add);
        Assert.Null(copies.Take());
        int[]? first = copies.Take();
        int[]? second = copies.Take();
        Assert.NotSame(first, second);
        copies.Return(second);
        Assert.Same(second, copies.Take());
        copies.Return(null);
        Assert.Null(copies.Take());
    }

    [Fact]
    public void Copies_must_pay()
    {
        ForkCost.Threshold = 4000;
        var schedule = new LoopSchedule(Schedule.Auto, 0, 8, 1, 1);
        LoopSchedule small = schedule;
        Assert.True(LoopDriver.IsWorthCopying(10_000_000, 1024, ref small));
        Assert.Equal(8, small.MaxDegreeOfParallelism);
        LoopSchedule large = schedule;
        Assert.False(LoopDriver.IsWorthCopying(10_000_000, 400_000_000, ref large));
        LoopSchedule some = schedule;
        Assert.True(LoopDriver.IsWorthCopying(10_000_000, 4_000_000, ref some));
        Assert.InRange(some.MaxDegreeOfParallelism, 2, 4);
    }

    public void Dispose() => _fork.Dispose();

    private static void Check<T>(ArrayOperator @operator)
        where T : unmanaged, System.Numerics.IBinaryInteger<T>, System.Numerics.IMinMaxValue<T>
    {
        var random = new System.Random(1);
        T[] array = new T[77];
        T[] expected = new T[77];
        for (int i = 0; i < array.Length; i++)
        {
            expected[i] = array[i] = T.CreateTruncating(random.NextInt64());
        }

        var copies = new ArrayCopies<T>(array.Length, @operator);
        T[]? target = copies.Take();
        T[]?[] taken = [target, copies.Take(), copies.Take()];
        for (int update = 0; update < 500; update++)
        {
            int place = random.Next(array.Length);
            T value = T.CreateTruncating(random.NextInt64());
            T[] copy = taken[update % 3] ?? array;
            copy[place] = Apply(@operator, copy[place], value);
            expected[place] = Apply(@operator, expected[place], value);
        }

        copies.CombineInto(array);
        Assert.Equal(expected, array);
    }

    private static T Apply<T>(ArrayOperator @operator, T left, T right)
        where T : System.Numerics.IBinaryInteger<T> => unchecked(@operator switch
        {
            ArrayOperator.Add => left + right,
            ArrayOperator.Multiply => left * right,
            ArrayOperator.And => left & right,
            ArrayOperator.Or => left | right,
            ArrayOperator.Xor => left ^ right,
            ArrayOperator.Min => left < right ? left : right,
            _ => left > right ? left : right,
        });

    private readonly struct CountingBody(int[] table, ArrayCopies<int> copies) : ILoopBody
    {
        public void Run(long from, long to)
        {
            int[]? copy = copies.Take();
            int[] counts = copy ?? table;
            for (long i = from; i < to; i++)
            {
                counts[i % 37]++;
            }

            copies.Return(copy);
        }
    }
}
