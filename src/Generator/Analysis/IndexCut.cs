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
