namespace AutoPar.Runtime;

/// <summary>When floating-point numbers of both ways count as equal.</summary>
[Flags]
public enum ComparedAs
{
    /// <summary>The same bits; any NaN is any NaN.</summary>
    Bits = 0,

    /// <summary>
    /// Sums of them may be added in another order: up to 16 units of rounding for each element of the longest array, of the largest
    /// of the number itself, an element and an element's square.
    /// </summary>
    Reassociated = 1,

    /// <summary>Vector math functions take part: up to 1,024 units of rounding of the number itself or of 1.</summary>
    Approximated = 2,
}
