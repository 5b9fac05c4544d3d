namespace AutoPar.Runtime;

/// <summary>Whether two values count as equal.</summary>
/// <param name="Kind">What may have been done to floating-point numbers.</param>
/// <param name="Longest">The length of the longest array.</param>
/// <param name="Largest">The largest element of an array, without its sign.</param>
internal readonly record struct Closeness(ComparedAs Kind, long Longest, double Largest)
{
    public bool AreEqual<T>(T asWritten, T generated) => (asWritten, generated) switch
    {
        (double one, double other) => BitConverter.DoubleToInt64Bits(one) == BitConverter.DoubleToInt64Bits(other)
            || AreClose(one, other, double.MaxValue, 2.3e-16),
        (float one, float other) => BitConverter.SingleToInt32Bits(one) == BitConverter.SingleToInt32Bits(other)
            || AreClose(one, other, float.MaxValue, 1.2e-7),
        _ => EqualityComparer<T>.Default.Equals(asWritten, generated),
    };

    private bool AreClose(double one, double other, double most, double rounding)
    {
        if (double.IsNaN(one) && double.IsNaN(other))
        {
            return true;
        }

        if (Kind == ComparedAs.Bits)
        {
            return false;
        }

        double largest = Math.Max(Math.Abs(one), Math.Abs(other));
        double terms = Math.Max(Largest, Largest * Largest);
        if (!double.IsFinite(largest))
        {
            // What overflows on the way depends on the order.
            return Kind.HasFlag(ComparedAs.Reassociated) && terms * Longest >= most;
        }

        double bound = (Kind.HasFlag(ComparedAs.Reassociated) ? 16 * rounding * (Longest + 8) * Math.Max(largest, terms) : 0)
            + (Kind.HasFlag(ComparedAs.Approximated) ? 1024 * rounding * Math.Max(largest, 1) : 0);
        return Math.Abs(one - other) <= bound;
    }
}
