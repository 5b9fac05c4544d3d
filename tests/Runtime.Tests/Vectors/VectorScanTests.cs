using System.Numerics;
using System.Runtime.Intrinsics;

namespace AutoPar.Runtime.Tests.Vectors;

/// <summary>Scans of a vector's lanes give what a loop over them would.</summary>
public class VectorScanTests
{
    [Fact]
    public void Sums_of_every_type_and_width()
    {
        Check<double>();
        Check<float>();
        Check<long>();
        Check<ulong>();
        Check<int>();
        Check<uint>();
        Check<short>();
        Check<ushort>();
        Check<sbyte>();
        Check<byte>();
    }

    private static void Check<T>()
        where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        T[] values = [.. Enumerable.Range(0, 64).Select(lane => T.CreateTruncating((lane * 7 % 11) - 3))];
        T[] before = [.. Enumerable.Range(0, 64).Select(lane => T.CreateTruncating(100 - lane))];
        var v512 = Vector512.Create<T>(values);
        var v256 = Vector256.Create<T>(values);
        var v128 = Vector128.Create<T>(values);
        int count = Vector512<T>.Count;

        Equal(Running(values, (left, right) => left + right), VectorScan.Inclusive<T, ScanSum>(v512, default), count);
        Equal(Running(values, (left, right) => left + right), VectorScan.Inclusive<T, ScanSum>(v256, default), count / 2);
        Equal(Running(values, (left, right) => left + right), VectorScan.Inclusive<T, ScanSum>(v128, default), count / 4);
        Equal(Running(values, (left, right) => left * right), VectorScan.Inclusive<T, ScanProduct>(v128, Vector128<T>.One), Math.Min(4, count / 4));
        Equal(Running(values, T.Max), VectorScan.Inclusive<T, ScanMax>(v512, Vector512.Create(T.MinValue)), count);
        Equal(Running(values, T.Min), VectorScan.Inclusive<T, ScanMin>(v256, Vector256.Create(T.MaxValue)), count / 2);
        Equal(Running(values, (left, right) => right > left ? right : left), VectorScan.Inclusive<T, ScanGreatest>(v512, Vector512.Create(T.MinValue)), count);
        Equal(Running(values, (left, right) => right < left ? right : left), VectorScan.Inclusive<T, ScanLeast>(v256, Vector256.Create(T.MaxValue)), count / 2);

        for (int distance = 1; distance <= count / 8; distance *= 2)
        {
            Equal(Moved(values, before, distance, count), VectorScan.Shifted(v512, Vector512.Create<T>(before), distance), count);
            Equal(Moved(values, before, distance, count / 2), VectorScan.Shifted(v256, Vector256.Create<T>(before), distance), count / 2);
            Equal(Moved(values, before, distance, count / 4), VectorScan.Shifted(v128, Vector128.Create<T>(before), distance), count / 4);
        }

        Equal(Moved(values, before, count / 2, count), VectorScan.Shifted(v512, Vector512.Create<T>(before), count / 2), count);
        if (count > 8)
        {
            Equal(Moved(values, before, 1, count / 8), VectorScan.ShiftedHalf(v128, Vector128.Create<T>(before), 1), count / 8);
            Assert.Equal(Vector128.Create(values[(count / 8) - 1]), VectorScan.LastHalf(v128));
        }

        Assert.Equal(Vector512.Create(values[count - 1]), VectorScan.Last(v512));
        Assert.Equal(Vector256.Create(values[(count / 2) - 1]), VectorScan.Last(v256));
        Assert.Equal(Vector128.Create(values[(count / 4) - 1]), VectorScan.Last(v128));
        foreach (ulong starts in new ulong[] { 0, 1, 0x8421_0842_1084_2109, 0xF0F0_0000_0180_00A6, ulong.MaxValue })
        {
            CheckSegments(values, starts);
        }
    }

    private static void CheckSegments<T>(T[] values, ulong starts)
        where T : unmanaged, INumber<T>
    {
        int count = Vector512<T>.Count;
        T[] flags = [.. Enumerable.Range(0, 64).Select(lane => (starts >> lane & 1) != 0 ? Vector128<T>.AllBitsSet[0] : T.Zero)];
        T[] expected = new T[64], kept = new T[64];
        bool[] started = new bool[64];
        T sum = T.Zero, last = T.Zero;
        bool any = false;
        for (int lane = 0; lane < 64; lane++)
        {
            bool starting = (starts >> lane & 1) != 0;
            sum = starting ? values[lane] : sum + values[lane];
            last = starting ? values[lane] : last;
            any |= starting;
            (expected[lane], kept[lane], started[lane]) = (sum, last, any);
        }

        Vector512<T> f512 = Vector512.Create<T>(flags);
        Vector256<T> f256 = Vector256.Create<T>(flags);
        Vector128<T> f128 = Vector128.Create<T>(flags);
        Equal(expected, VectorScan.Segmented<T, ScanSum>(Vector512.Create<T>(values), default, ref f512), count);
        Equal(expected, VectorScan.Segmented<T, ScanSum>(Vector256.Create<T>(values), default, ref f256), count / 2);
        Equal(expected, VectorScan.Segmented<T, ScanSum>(Vector128.Create<T>(values), default, ref f128), count / 4);
        for (int lane = 0; lane < count; lane++)
        {
            Assert.Equal(started[lane], !f512.GetElement(lane).Equals(T.Zero));
        }

        f512 = Vector512.Create<T>(flags);
        Vector512<T> forward = VectorScan.Segmented<T, ScanKept>(Vector512.Create<T>(values), default, ref f512);
        Equal(kept, Vector512.ConditionalSelect(f512, forward, Vector512<T>.Zero), count);
    }

    [Fact]
    public void Linear_recurrences()
    {
        CheckLinear(31);
        CheckLinear(0x9E3779B1u);
        CheckLinear(-3L);
        CheckLinear(6364136223846793005UL);
        CheckLinear(2.0);
        CheckLinear(-0.5f);
    }

    private static void CheckLinear<T>(T factor)
        where T : unmanaged, INumber<T>
    {
        T[] values = [.. Enumerable.Range(0, 64).Select(lane => T.CreateTruncating((lane * 7 % 11) - 3))];
        T[] powers = Running([.. Enumerable.Repeat(factor, 16)], (left, right) => left * right);
        T[] expected = new T[64];
        T value = T.Zero;
        for (int lane = 0; lane < 64; lane++)
        {
            expected[lane] = value = (value * factor) + values[lane];
        }

        T[] padded = [.. powers, .. new T[48]];
        Equal(expected, VectorScan.Linear(Vector512.Create<T>(values), Vector512.Create<T>(padded)), Vector512<T>.Count);
        Equal(expected, VectorScan.Linear(Vector256.Create<T>(values), Vector256.Create<T>(padded)), Vector256<T>.Count);
        Equal(expected, VectorScan.Linear(Vector128.Create<T>(values), Vector128.Create<T>(padded)), Vector128<T>.Count);
    }

    [Fact]
    public void Linear_recurrences_with_a_factor_for_each_step()
    {
        CheckSteps(lane => (lane * 5) - 7, 3);
        CheckSteps(lane => 0x9E3779B1u * (uint)lane, 11u);
        CheckSteps(lane => 6364136223846793005L + lane, -2L);
        CheckSteps(lane => (lane % 3) - 0.5, 1.0);
        CheckSteps(lane => lane % 2 == 0 ? 2f : 0.25f, -3f);
    }

    [Fact]
    public void Products_of_factors_may_leave_the_range()
    {
        CheckSteps(lane => lane % 5 == 3 ? 0f : 0.5f, 1f);
        CheckSteps(lane => MathF.ScaleB(1, lane % 2 == 0 ? 100 : -100), 1e-20f);
        CheckSteps(lane => lane < 3 ? 1e30f : 1e-30f, 0f);
        CheckSteps(lane => lane < 2 ? 1e-200 : 1e100, 1e250);
        CheckSteps(lane => lane == 4 ? double.PositiveInfinity : 2.0, 1.0);
        CheckSteps(lane => lane == 1 ? double.NaN : 2.0, 1.0);
    }

    private static void CheckSteps<T>(Func<int, T> factor, T before)
        where T : unmanaged, INumber<T>
    {
        T[] factors = [.. Enumerable.Range(0, 64).Select(factor)];
        T[] added = [.. Enumerable.Range(0, 64).Select(lane => T.CreateTruncating((lane * 7 % 11) - 3))];
        T[] expected = new T[64];
        T value = before;
        for (int lane = 0; lane < 64; lane++)
        {
            expected[lane] = value = (value * factors[lane]) + added[lane];
        }

        Equal(expected, VectorScan.LinearSteps(Vector512.Create<T>(added), Vector512.Create<T>(factors), Vector512.Create(before)), Vector512<T>.Count);
        Equal(expected, VectorScan.LinearSteps(Vector256.Create<T>(added), Vector256.Create<T>(factors), Vector256.Create(before)), Vector256<T>.Count);
        Equal(expected, VectorScan.LinearSteps(Vector128.Create<T>(added), Vector128.Create<T>(factors), Vector128.Create(before)), Vector128<T>.Count);
    }

    [Fact]
    public void A_sum_of_negative_zeros_stays_one()
    {
        Vector512<double> zeros = Vector512.Create(-0.0);
        Assert.Equal(zeros.AsInt64(), VectorScan.Inclusive<double, ScanSum>(zeros, zeros).AsInt64());
    }

    [Fact]
    public void The_first_of_equal_values_stays()
    {
        Vector512<double> start = Vector512.Create(-1.0);
        Vector512<double> values = Vector512.Create(-1.0, -0.0, 0.0, -1, 3, -1, 3, -1);
        Vector512<double> greatest = VectorScan.Inclusive<double, ScanGreatest>(values, start);
        Assert.Equal(Vector512.Create(-1.0, -0.0, -0.0, -0.0, 3, 3, 3, 3).AsInt64(), greatest.AsInt64());
    }

    private static T[] Running<T>(T[] values, Func<T, T, T> combine)
    {
        T[] result = [.. values];
        for (int lane = 1; lane < result.Length; lane++)
        {
            result[lane] = combine(result[lane - 1], values[lane]);
        }

        return result;
    }

    private static T[] Moved<T>(T[] values, T[] before, int distance, int count) =>
        [.. Enumerable.Range(0, count).Select(lane => lane < distance ? before[lane - distance + count] : values[lane - distance])];

    private static void Equal<T>(T[] expected, Vector512<T> lanes, int count) =>
        Assert.Equal(expected.Take(count), Enumerable.Range(0, count).Select(lane => lanes.GetElement(lane)));

    private static void Equal<T>(T[] expected, Vector256<T> lanes, int count) =>
        Assert.Equal(expected.Take(count), Enumerable.Range(0, count).Select(lane => lanes.GetElement(lane)));

    private static void Equal<T>(T[] expected, Vector128<T> lanes, int count) =>
        Assert.Equal(expected.Take(count), Enumerable.Range(0, count).Select(lane => lanes.GetElement(lane)));
}
