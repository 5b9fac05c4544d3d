using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.Intrinsics;

namespace AutoPar.Runtime.Tests.Vectors;

/// <summary>Bits in lanes as one by one.</summary>
public class LaneBitsTests
{
    private static readonly ulong[] s_numbers =
        [0, 1, 2, 3, 0x80, 0xff, 0x8000_0000, 0xffff_ffff, 0x1_0000_0000, 0x8000_0000_0000_0000, ulong.MaxValue, 0x0123_4567_89ab_cdef, 0xfedc_ba98_7654_3210, 0xaaaa_aaaa_5555_5555];

    [Fact]
    public void Counts()
    {
        foreach (ulong wide in s_numbers)
        {
            uint x = (uint)wide;
            Vector512<ulong> wides = Vector512.Create(1ul).WithElement(5, wide);
            Vector512<uint> many = Vector512.Create(1u).WithElement(9, x);
            Vector256<uint> eight = Vector256.Create(1u).WithElement(6, x);
            Assert.Equal(((ulong)BitOperations.PopCount(wide), 1ul), (LaneMath.PopCount(wides)[5], LaneMath.PopCount(wides)[0]));
            Assert.Equal(((ulong)BitOperations.LeadingZeroCount(wide), 63ul), (LaneMath.LeadingZeroCount(wides)[5], LaneMath.LeadingZeroCount(wides)[0]));
            Assert.Equal(((ulong)BitOperations.TrailingZeroCount(wide), 0ul), (LaneMath.TrailingZeroCount(wides)[5], LaneMath.TrailingZeroCount(wides)[0]));
            Assert.Equal((uint)BitOperations.PopCount(x), LaneMath.PopCount(many)[9]);
            Assert.Equal((uint)BitOperations.PopCount(x), LaneMath.PopCount(eight)[6]);
            Assert.Equal((uint)BitOperations.LeadingZeroCount(x), LaneMath.LeadingZeroCount(many)[9]);
            Assert.Equal((uint)BitOperations.LeadingZeroCount(x), LaneMath.LeadingZeroCount(eight)[6]);
            Assert.Equal((uint)BitOperations.TrailingZeroCount(x), LaneMath.TrailingZeroCount(many)[9]);
            Assert.Equal((uint)BitOperations.TrailingZeroCount(x), LaneMath.TrailingZeroCount(eight)[6]);
        }
    }

    [Fact]
    public void Rotations_by_any_count()
    {
        foreach (int count in (int[])[0, 1, 7, 31, 32, 33, 63, 64, -1, -40, int.MinValue, int.MaxValue])
        {
            foreach (ulong wide in s_numbers)
            {
                uint x = (uint)wide;
                Assert.Equal(BitOperations.RotateLeft(wide, count), LaneMath.RotateLeft(Vector512.Create(wide), count)[2]);
                Assert.Equal(BitOperations.RotateLeft(x, count), LaneMath.RotateLeft(Vector512.Create(x), count)[2]);
                Assert.Equal(BitOperations.RotateLeft(x, count), LaneMath.RotateLeft(Vector256.Create(x), count)[2]);
                Assert.Equal(BitOperations.RotateLeft(wide, count), LaneMath.RotateLeft(Vector512.Create(wide), Vector512.Create((ulong)count))[2]);
                Assert.Equal(BitOperations.RotateRight(x, count), LaneMath.RotateLeft(Vector512.Create(x), -Vector512.Create((uint)count))[2]);
                Assert.Equal(BitOperations.RotateRight(x, count), LaneMath.RotateLeft(Vector256.Create(x), -Vector256.Create((uint)count))[2]);
            }
        }
    }

    [Fact]
    public void The_other_order_of_bytes()
    {
        foreach (ulong wide in s_numbers)
        {
            Assert.Equal(BinaryPrimitives.ReverseEndianness(wide), LaneMath.ReverseEndianness(Vector512.Create(wide))[7]);
            Assert.Equal(BinaryPrimitives.ReverseEndianness((int)wide), LaneMath.ReverseEndianness(Vector512.Create((int)wide))[13]);
            Assert.Equal(BinaryPrimitives.ReverseEndianness((int)wide), LaneMath.ReverseEndianness(Vector256.Create((int)wide))[1]);
            Assert.Equal(BinaryPrimitives.ReverseEndianness((ushort)wide), LaneMath.ReverseEndianness(Vector512.Create((ushort)wide))[31]);
            Assert.Equal(BinaryPrimitives.ReverseEndianness((short)wide), LaneMath.ReverseEndianness(Vector128.Create((short)wide))[4]);
        }
    }
}
