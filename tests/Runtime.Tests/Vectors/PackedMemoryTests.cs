using System.Numerics;
using System.Runtime.Intrinsics;

namespace AutoPar.Runtime.Tests.Vectors;

/// <summary>Active lanes side by side in memory: no other element is stored, at any width and size.</summary>
public class PackedMemoryTests
{
    private static readonly int[] s_patterns = [0, 1, 2, 0b1010_0110, 0x5A5A, 0xFFFF, 0x8000, 0x7FFE, -1, unchecked((int)0xDEADBEEF)];

    [Fact]
    public void Doubles() => Of<double>();

    [Fact]
    public void Floats() => Of<float>();

    [Fact]
    public void Longs() => Of<long>();

    [Fact]
    public void Ints() => Of<int>();

    [Fact]
    public void Shorts() => Of<short>();

    [Fact]
    public void Bytes() => Of<byte>();

    private static void Of<T>()
        where T : unmanaged, INumber<T>
    {
        foreach (int pattern in s_patterns)
        {
            Vector512<T> value = Vector512.Create([.. Enumerable.Range(1, Vector512<T>.Count).Select(number => T.CreateTruncating(number))]);
            Vector512<T> mask = Mask<T>(pattern);
            Check(value, mask, Vector512<T>.Count, (ref T target) => VectorMemory.StorePacked(value, ref target, 1, mask), (ref T source) => VectorMemory.LoadPacked(ref source, 1, mask));
            Check(value, mask, Vector256<T>.Count, (ref T target) => VectorMemory.StorePacked(value.GetLower(), ref target, 1, mask.GetLower()),
                (ref T source) => VectorMemory.LoadPacked(ref source, 1, mask.GetLower()).ToVector512());
            Vector128<T> low = value.GetLower().GetLower();
            Vector128<T> lowMask = mask.GetLower().GetLower();
            Check(value, mask, Vector128<T>.Count, (ref T target) => VectorMemory.StorePacked(low, ref target, 1, lowMask),
                (ref T source) => VectorMemory.LoadPacked(ref source, 1, lowMask).ToVector256().ToVector512());
            Check(value, mask, Vector128<T>.Count / 2, (ref T target) => VectorMemory.StorePackedHalf(low, ref target, 1, lowMask),
                (ref T source) => VectorMemory.LoadPackedHalf(ref source, 1, lowMask).ToVector256().ToVector512());
        }
    }

    private delegate void Storing<T>(ref T target);

    private delegate Vector512<T> Loading<T>(ref T source);

    private static void Check<T>(Vector512<T> value, Vector512<T> mask, int lanes, Storing<T> store, Loading<T> load)
        where T : unmanaged, INumber<T>
    {
        T[] memory = new T[lanes + 2];
        store(ref memory[0]);
        int next = 1;
        for (int lane = 0; lane < lanes; lane++)
        {
            if (!mask.GetElement(lane).Equals(T.Zero))
            {
                Assert.Equal(value.GetElement(lane), memory[next++]);
            }
        }

        Assert.Equal(T.Zero, memory[0]);
        Assert.All(memory[next..], element => Assert.Equal(T.Zero, element));

        T[] source = [.. Enumerable.Range(0, lanes + 1).Select(number => T.CreateTruncating(number))];
        Vector512<T> loaded = load(ref source[0]);
        next = 1;
        for (int lane = 0; lane < lanes; lane++)
        {
            Assert.Equal(mask.GetElement(lane).Equals(T.Zero) ? T.Zero : source[next++], loaded.GetElement(lane));
        }
    }

    private static Vector512<T> Mask<T>(int pattern)
        where T : unmanaged, INumber<T>
    {
        T[] lanes = new T[Vector512<T>.Count];
        for (int lane = 0; lane < lanes.Length; lane++)
        {
            lanes[lane] = (pattern >> (lane % 32) & 1) != 0 ? T.One : T.Zero;
        }

        return ~Vector512.Equals(Vector512.Create(lanes), Vector512<T>.Zero);
    }
}
