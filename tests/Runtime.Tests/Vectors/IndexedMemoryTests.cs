using System.Runtime.Intrinsics;

namespace AutoPar.Runtime.Tests.Vectors;

/// <summary>Gathers and scatters touch the elements of active lanes, in the order of the lanes, and no other memory.</summary>
public class IndexedMemoryTests
{
    private static readonly double[] s_doubles = [.. Enumerable.Range(0, 100).Select(value => value + 0.5)];

    [Fact]
    public void Gathers_of_every_width()
    {
        Vector512<int> sixteen = Vector512.Create([.. Enumerable.Range(0, 16).Select(lane => (lane * 37) % 100)]);
        Vector256<int> eight = sixteen.GetLower();
        Vector128<int> four = eight.GetLower();
        float[] floats = [.. s_doubles.Select(value => (float)value)];
        byte[] bytes = [.. Enumerable.Range(0, 100).Select(value => (byte)value)];
        short[] shorts = [.. Enumerable.Range(0, 100).Select(value => (short)-value)];
        Same(s_doubles, VectorMemory.LoadIndexed512(ref s_doubles[0], 100, eight), 8);
        Same(s_doubles, VectorMemory.LoadIndexed256(ref s_doubles[0], 100, four).ToVector512(), 4);
        Same(floats, VectorMemory.LoadIndexed512(ref floats[0], 100, sixteen), 16);
        Same(floats, VectorMemory.LoadIndexed256(ref floats[0], 100, eight).ToVector512(), 8);
        Same(floats, VectorMemory.LoadIndexed128(ref floats[0], 100, four).ToVector256().ToVector512(), 4);
        Same(shorts, VectorMemory.LoadIndexed256(ref shorts[0], 100, sixteen).ToVector512(), 16);
        Same(shorts, VectorMemory.LoadIndexed128(ref shorts[0], 100, eight).ToVector256().ToVector512(), 8);
        Same(shorts, VectorMemory.LoadIndexedHalf(ref shorts[0], 100, four).ToVector256().ToVector512(), 4);
        Same(bytes, VectorMemory.LoadIndexed128(ref bytes[0], 100, sixteen).ToVector256().ToVector512(), 16);
        Same(bytes, VectorMemory.LoadIndexedHalf(ref bytes[0], 100, eight).ToVector256().ToVector512(), 8);

        static void Same<T>(T[] source, Vector512<T> gathered, int lanes)
        {
            for (int lane = 0; lane < lanes; lane++)
            {
                Assert.Equal(source[(lane * 37) % 100], gathered.GetElement(lane));
            }
        }
    }

    [Fact]
    public void Scatters_of_every_width()
    {
        Vector512<int> sixteen = Vector512.Create([.. Enumerable.Range(0, 16).Select(lane => (lane * 37) % 100)]);
        Vector256<int> eight = sixteen.GetLower();
        Vector128<int> four = eight.GetLower();
        Stored<double>(8, target => VectorMemory.StoreIndexed512(Vector512<double>.Indices, ref target[0], 100, eight));
        Stored<double>(4, target => VectorMemory.StoreIndexed256(Vector256<double>.Indices, ref target[0], 100, four));
        Stored<float>(16, target => VectorMemory.StoreIndexed512(Vector512<float>.Indices, ref target[0], 100, sixteen));
        Stored<int>(8, target => VectorMemory.StoreIndexed256(Vector256<int>.Indices, ref target[0], 100, eight));
        Stored<int>(4, target => VectorMemory.StoreIndexed128(Vector128<int>.Indices, ref target[0], 100, four));
        Stored<short>(16, target => VectorMemory.StoreIndexed256(Vector256<short>.Indices, ref target[0], 100, sixteen));
        Stored<short>(8, target => VectorMemory.StoreIndexed128(Vector128<short>.Indices, ref target[0], 100, eight));
        Stored<short>(4, target => VectorMemory.StoreIndexedHalf(Vector128<short>.Indices, ref target[0], 100, four));
        Stored<byte>(16, target => VectorMemory.StoreIndexed128(Vector128<byte>.Indices, ref target[0], 100, sixteen));
        Stored<byte>(8, target => VectorMemory.StoreIndexedHalf(Vector128<byte>.Indices, ref target[0], 100, eight));

        static void Stored<T>(int lanes, Action<T[]> store)
            where T : System.Numerics.INumber<T>
        {
            T none = T.CreateChecked(99);
            T[] expected = [.. Enumerable.Repeat(none, 100)], target = [.. expected];
            for (int lane = 0; lane < lanes; lane++)
            {
                expected[(lane * 37) % 100] = T.CreateChecked(lane);
            }

            store(target);
            Assert.Equal(expected, target);
        }
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(100)]
    [InlineData(int.MinValue)]
    [InlineData(int.MaxValue)]
    public void A_subscript_out_of_range_throws_before_anything_is_stored(int subscript)
    {
        double[] target = new double[100];
        Vector256<int> subscripts = Vector256.Create(1, 2, 3, 4, 5, 6, 7, subscript);
        Assert.Throws<IndexOutOfRangeException>(() => VectorMemory.LoadIndexed512(ref target[0], 100, subscripts));
        Assert.Throws<IndexOutOfRangeException>(() => VectorMemory.StoreIndexed512(Vector512.Create(1.0), ref target[0], 100, subscripts));
        Assert.All(target, value => Assert.Equal(0.0, value));
    }

    [Fact]
    public void Inactive_lanes_may_hold_anything()
    {
        Vector256<int> subscripts = Vector256.Create(-5, 3, 1000, 99, int.MinValue, 0, 100, 7);
        Vector256<int> mask = Vector256.Create(0, -1, 0, -1, 0, -1, 0, -1);
        Vector512<double> loaded = VectorMemory.LoadIndexed512(ref s_doubles[0], 100, subscripts, mask);
        double[] target = new double[100];
        VectorMemory.StoreIndexed512(loaded, ref target[0], 100, subscripts, mask);
        for (int lane = 1; lane < 8; lane += 2)
        {
            Assert.Equal(s_doubles[subscripts[lane]], loaded.GetElement(lane));
            Assert.Equal(s_doubles[subscripts[lane]], target[subscripts[lane]]);
        }

        Assert.Equal(4, target.Count(value => value != 0));
    }

    [Fact]
    public void No_active_lane_touches_nothing()
    {
        double none = 0;
        Vector256<int> subscripts = Vector256.Create(5);
        Assert.Equal(Vector512<double>.Zero, VectorMemory.LoadIndexed512(ref none, 0, subscripts, Vector256<int>.Zero));
        VectorMemory.StoreIndexed512(Vector512.Create(1.0), ref none, 0, subscripts, Vector256<int>.Zero);
        Assert.Equal(0.0, none);
    }

    [Fact]
    public void Of_two_lanes_at_one_place_the_later_one_stays()
    {
        float[] target = new float[4];
        Vector512<int> subscripts = Vector512.Create([.. Enumerable.Range(0, 16).Select(lane => lane % 3)]);
        VectorMemory.StoreIndexed512(Vector512<float>.Indices, ref target[0], 4, subscripts);
        Assert.Equal([15f, 13f, 14f, 0f], target);
        VectorMemory.StoreIndexed512(-Vector512<float>.Indices, ref target[0], 4, subscripts, Vector512.Create([.. Enumerable.Range(0, 16).Select(lane => lane < 6 ? -1 : 0)]));
        Assert.Equal([-3f, -4f, -5f, 0f], target);
    }

    [Fact]
    public void Wide_subscripts_are_cut_only_when_in_range()
    {
        Vector512<long> subscripts = Vector512.Create(0L, 1, int.MaxValue, 1L << 32, -1, long.MinValue, long.MaxValue, (1L << 31));
        Assert.Equal(Vector256.Create(0, 1, int.MaxValue, -1, -1, -1, -1, -1), VectorMemory.Subscripts32(subscripts));
        Assert.Equal(Vector128.Create(0, 1, int.MaxValue, -1), VectorMemory.Subscripts32(subscripts.GetLower()));
    }
}
