namespace AutoPar.EndToEnd;

/// <summary>How arguments are made, so that every form gets equal ones: the same recipe always makes the same.</summary>
/// <param name="Trips">The value of n, or the length of the arrays where there is no n.</param>
/// <param name="Alias">The second of these parameters gets the first one's memory.</param>
/// <param name="AliasBytes">For spans: how far the second starts behind the first.</param>
/// <param name="Null">The parameter that is null.</param>
/// <param name="Short">The parameter that is too short.</param>
internal sealed record Recipe(
    ulong Seed,
    int Trips,
    ValueKind Values = ValueKind.Ordinary,
    SizeKind Sizes = SizeKind.Roomy,
    (int First, int Second)? Alias = null,
    int AliasBytes = 0,
    int? Null = null,
    int? Short = null);

internal enum ValueKind
{
    /// <summary>Small numbers of both signs; integers that may serve as indexes.</summary>
    Ordinary,

    /// <summary>Positive numbers near 1: sums without cancellation.</summary>
    Positive,

    /// <summary>Small whole numbers: float sums of them are exact in any order.</summary>
    Whole,

    /// <summary>Not a number, infinities, signed zeros, denormals, extreme integers, among ordinary ones.</summary>
    Special,

    /// <summary>Any bits.</summary>
    Any,
}

internal enum SizeKind
{
    /// <summary>Long enough for strides and offsets.</summary>
    Roomy,

    /// <summary>Exactly n.</summary>
    Exact,

    /// <summary>Anything from empty to roomy.</summary>
    Random,
}
