using System.Runtime.Intrinsics;

namespace AutoPar.Runtime.Tests.Vectors;

/// <summary>Conversions of lanes against C#'s casts, on the values where they differ from the hardware's.</summary>
public class VectorConvertTests
{
    private static readonly double[] s_doubles =
    [
        0.0, -0.0, 0.9, -0.9, 1.5, -1.5, double.NaN, double.PositiveInfinity, double.NegativeInfinity, 2147483647.0, 2147483647.9, 2147483648.0,
        -2147483648.9, -2147483649.0, 4294967295.9, 4294967296.0, 9.2233720368547748e18, 9.2233720368547758e18, -9.2233720368547758e18, -1e19,
        1.8446744073709550e19, 1.8446744073709552e19, 1e300, -1e300, double.Epsilon, 300, -300,
    ];

    private static readonly long[] s_longs =
    [
        0, 1, -1, long.MaxValue, long.MinValue, int.MaxValue, int.MinValue, 0x1000001, 0x20000000000001, 0x20000000000003, 0x7fffff4000000001, 0x7fffffc000000001,
        -0x7fffff4000000001, 0x4000004000000001, 255, 256, 65535, 65536, -32769,
    ];

    [Fact]
    public void Double_to_integers()
    {
        foreach (double x in s_doubles)
        {
            Vector512<double> lanes = Vector512.Create(x, 1, x, 2, x, 3, x, 4);
            Assert.Equal(unchecked((int)x), VectorConvert.ToInt32(lanes).GetElement(4));
            Assert.Equal(unchecked((uint)x), VectorConvert.ToUInt32(lanes).GetElement(2));
            Assert.Equal(unchecked((long)x), VectorConvert.ToInt64(lanes).GetElement(6));
            Assert.Equal(unchecked((ulong)x), VectorConvert.ToUInt64(lanes).GetElement(0));
            Assert.Equal(unchecked((int)x), VectorConvert.ToInt32(lanes.GetLower()).GetElement(2));
            Assert.Equal(unchecked((uint)x), VectorConvert.ToUInt32Half(Vector128.Create(x, 1)).GetElement(0));
        }
    }

    [Fact]
    public void Float_to_integers()
    {
        foreach (float x in s_doubles.Select(x => (float)x))
        {
            Assert.Equal(unchecked((int)x), VectorConvert.ToInt32(Vector512.Create(x)).GetElement(9));
            Assert.Equal(unchecked((uint)x), VectorConvert.ToUInt32(Vector512.Create(x)).GetElement(9));
            Assert.Equal(unchecked((long)x), VectorConvert.ToInt64(Vector256.Create(x)).GetElement(5));
            Assert.Equal(unchecked((ulong)x), VectorConvert.ToUInt64(Vector256.Create(x)).GetElement(5));
            Assert.Equal((double)x, VectorConvert.Widen(Vector256.Create(x)).GetElement(7));
        }
    }

    [Fact]
    public void Integers_to_floats_round_once()
    {
        foreach (long x in s_longs)
        {
            Assert.Equal((float)x, VectorConvert.ToSingle(Vector512.Create(x)).GetElement(3));
            Assert.Equal((float)(ulong)x, VectorConvert.ToSingle(Vector512.Create((ulong)x)).GetElement(3));
            Assert.Equal((float)x, VectorConvert.ToSingle(Vector256.Create(x)).GetElement(3));
            Assert.Equal((double)x, VectorConvert.ToDouble(Vector512.Create(x)).GetElement(3));
            Assert.Equal((double)(ulong)x, VectorConvert.ToDouble(Vector512.Create((ulong)x)).GetElement(3));
            Assert.Equal((float)(int)x, VectorConvert.ToSingle(Vector512.Create((int)x)).GetElement(3));
            Assert.Equal((float)(uint)x, VectorConvert.ToSingle(Vector512.Create((uint)x)).GetElement(3));
            Assert.Equal((double)(uint)x, VectorConvert.ToDouble(Vector256.Create((uint)x)).GetElement(3));
        }
    }

    [Fact]
    public void Narrowing_drops_bits()
    {
        foreach (long x in s_longs)
        {
            Assert.Equal(unchecked((int)x), VectorConvert.Narrow(Vector512.Create(x)).GetElement(7));
            Assert.Equal(unchecked((short)x), VectorConvert.Narrow(Vector512.Create((int)x)).GetElement(15));
            Assert.Equal(unchecked((byte)x), VectorConvert.Narrow(Vector512.Create((ushort)x)).GetElement(31));
            Assert.Equal(unchecked((sbyte)x), VectorConvert.NarrowHalf(Vector128.Create((short)x)).GetElement(7));
        }
    }
}
