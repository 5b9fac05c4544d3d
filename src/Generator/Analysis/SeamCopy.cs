using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Analysis;

/// <summary>
/// Elements that an iteration loads and one at most <paramref name="Distance"/> iterations later overwrites (an anti dependence).
/// Chunks on threads run in any order if the last so many iterations of each read copies that were made before the fork.
/// </summary>
/// <param name="Load">The access that loads; all loads with its id.</param>
/// <param name="Place">Its subscripts in 64 bits, over indices and values from before the loop.</param>
/// <param name="Distance">An Int64 expression over values from before the loop, at least 0.</param>
/// <param name="Inner">The inner loop around the load, whose start and bound are values from before the root; null when there is none.</param>
/// <param name="Trips">The trips of that loop, an Int64 expression, less than 1 for none.</param>
/// <param name="MayBeOutside">Not every iteration loads it: its place may be outside the object.</param>
internal sealed record SeamCopy(
    ArrayAccess Load, EquatableArray<Expression> Place, Expression Distance, Loop? Inner, Expression? Trips, bool MayBeOutside);
