namespace AutoPar.Runtime;

/// <summary>
/// Doubles in some number of lanes: what a function of <see cref="VectorMath"/> is written in, once for every width. Each operation rounds once
/// as IEEE 754 has it, so the bits of a lane don't depend on the width.
/// </summary>
internal interface ILanes<TSelf>
    where TSelf : struct, ILanes<TSelf>
{
    /// <summary>The value in every lane.</summary>
    static abstract implicit operator TSelf(double value);

    static abstract TSelf operator +(TSelf left, TSelf right);

    static abstract TSelf operator -(TSelf left, TSelf right);

    static abstract TSelf operator -(TSelf value);

    static abstract TSelf operator *(TSelf left, TSelf right);

    static abstract TSelf operator /(TSelf left, TSelf right);

    /// <summary><c>left * right + addend</c>, rounded once; emulated where the hardware hasn't got it.</summary>
    static abstract TSelf MultiplyAdd(TSelf left, TSelf right, TSelf addend);

    static abstract TSelf Abs(TSelf value);

    static abstract TSelf Sqrt(TSelf value);

    /// <summary>The 64 bits as a lane's contents.</summary>
    static abstract TSelf FromBits(long bits);

    /// <summary>The sum of the lanes' bits as integers, wrapping.</summary>
    static abstract TSelf AddBits(TSelf left, TSelf right);

    static abstract TSelf operator &(TSelf left, TSelf right);

    static abstract TSelf operator |(TSelf left, TSelf right);

    static abstract TSelf operator ^(TSelf left, TSelf right);

    /// <summary>The lanes' bits, shifted to the left.</summary>
    static abstract TSelf operator <<(TSelf value, int count);

    /// <summary>The lanes' bits, shifted to the right; zeros come in.</summary>
    static abstract TSelf operator >>>(TSelf value, int count);

    /// <summary>In each lane: <paramref name="odd"/> where the lowest bit of <paramref name="number"/> is set, else <paramref name="even"/>.</summary>
    static abstract TSelf SelectOdd(TSelf number, TSelf odd, TSelf even);

    /// <summary>In each lane: <paramref name="less"/> where <c>left &lt; right</c>, else <paramref name="other"/>.</summary>
    static abstract TSelf SelectLess(TSelf left, TSelf right, TSelf less, TSelf other);

    /// <summary>Whether every lane lies between the bounds, both included. A NaN doesn't.</summary>
    static abstract bool AllBetween(TSelf value, double low, double high);

    /// <summary>Whether the absolute value of every lane is at most <paramref name="bound"/>. A NaN's isn't.</summary>
    static abstract bool AllWithin(TSelf value, double bound);
}
