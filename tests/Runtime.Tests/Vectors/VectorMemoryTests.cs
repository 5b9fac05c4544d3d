using System.Runtime.Intrinsics;

namespace AutoPar.Runtime.Tests.Vectors;

/// <summary>Masked, strided and reversed accesses touch exactly the elements that they should.</summary>
public class VectorMemoryTests
{
    [Theory]
    [InlineData(0L)]
    [InlineData(1L)]
    [InlineData(0xA5L)]
    [InlineData(0x7FL)]
    public void Masked_store_leaves_inactive_elements(long lanes)
    {
        double[] target = [.. Enumerable.Range(0, 10).Select(x => (double)x)];
        Vector512<double> mask = Vector512.Create([.. Enumerable.Range(0, 8).Select(lane => (lanes >> lane & 1) != 0 ? -1L : 0)]).AsDouble();
        VectorMemory.StoreMasked(Vector512.Create(-1.0), ref target[0], 1, mask);
        for (int index = 0; index < target.Length; index++)
        {
            bool active = index is >= 1 and < 9 && (lanes >> (index - 1) & 1) != 0;
            Assert.Equal(active ? -1.0 : index, target[index]);
        }

        Vector512<double> loaded = VectorMemory.LoadMasked(ref target[0], 1, mask);
        for (int lane = 0; lane < 8; lane++)
        {
            Assert.Equal((lanes >> lane & 1) != 0 ? -1.0 : 0.0, loaded.GetElement(lane));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0xC3)]
    [InlineData(0xFFFF)]
    public void Masked_bytes(int lanes)
    {
        byte[] target = new byte[16];
        Vector128<byte> mask = Vector128.Create([.. Enumerable.Range(0, 16).Select(lane => (byte)((lanes >> lane & 1) != 0 ? 255 : 0))]);
        VectorMemory.StoreMasked(Vector128.Create((byte)7), ref target[0], 0, mask);
        Assert.Equal(Enumerable.Range(0, 16).Select(lane => (byte)((lanes >> lane & 1) != 0 ? 7 : 0)), target);
        byte[] half = new byte[8];
        VectorMemory.StoreMaskedHalf(Vector128.Create((byte)9), ref half[0], 0, Vector128<byte>.AllBitsSet);
        Assert.All(half, value => Assert.Equal(9, value));
    }

    [Fact]
    public void Strided_and_reversed()
    {
        int[] source = [.. Enumerable.Range(0, 64)];
        Vector512<int> strided = VectorMemory.LoadStrided512(ref source[0], 2, 3);
        Vector512<int> reversed = VectorMemory.LoadReversed512(ref source[0], 40);
        for (int lane = 0; lane < 16; lane++)
        {
            Assert.Equal(2 + (3 * lane), strided.GetElement(lane));
            Assert.Equal(40 - lane, reversed.GetElement(lane));
        }

        int[] target = new int[64];
        VectorMemory.StoreStrided512(strided, ref target[0], 2, 3);
        Assert.Equal(Enumerable.Range(0, 64).Select(x => x is >= 2 and <= 47 && (x - 2) % 3 == 0 ? x : 0), target);
        byte[] bytes = [.. Enumerable.Range(0, 32).Select(x => (byte)x)];
        Assert.Equal(31, VectorMemory.LoadReversed128(ref bytes[0], 31).GetElement(0));
        Assert.Equal(16, VectorMemory.LoadReversed128(ref bytes[0], 31).GetElement(15));
    }

    [Fact]
    public void Folds_take_halves()
    {
        Vector512<float> lanes = Vector512.Create([.. Enumerable.Range(0, 16).Select(x => 1.1f * x)]);
        float[] values = [.. Enumerable.Range(0, 16).Select(x => 1.1f * x)];
        for (int half = 8; half > 0; half /= 2)
        {
            for (int lane = 0; lane < half; lane++)
            {
                values[lane] += values[lane + half];
            }
        }

        Assert.Equal(values[0], VectorFold.Sum(lanes));
        Assert.Equal((byte)(136 * 2 & 255), VectorFold.Sum(Vector256.Create([.. Enumerable.Range(0, 32).Select(x => (byte)((x % 16) + 1))])));
        Assert.False(VectorFold.Holds(Vector512.Create(0.0), -0.0));
        Assert.Equal(-0.0, VectorFold.Min(Vector512.Create(0.0, 0, 0, -0.0, 0, 0, 0, 0)));
    }
}
