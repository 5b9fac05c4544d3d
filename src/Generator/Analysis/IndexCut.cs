using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Analysis;

/// <summary>
/// Where the iterations of a loop are cut into pieces: a piece starts with iteration <paramref name="Distance"/> /
/// <paramref name="Divisor"/>, rounded up, counted from 0. It may lie outside the loop, which then isn't cut there.
/// </summary>
/// <param name="Distance">An Int64 expression over values from before the loop, which doesn't throw and doesn't wrap.</param>
/// <param name="Divisor">At least 1.</param>
/// <param name="Place">For the user: <c>at i = m</c>.</param>
internal sealed record IndexCut(Expression Distance, long Divisor, string Place);

/// <summary>A condition that the cuts make the same all through each piece.</summary>
/// <param name="Condition">As the loop's body has it.</param>
/// <param name="Test">Over the index and values from before the loop, in 64 bits, which don't wrap.</param>
internal sealed record CutCondition(Comparison Condition, Comparison Test);
