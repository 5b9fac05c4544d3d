using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Planning;

/// <summary>
/// Loop collapse: where the root has few iterations, threads take parts of its inner loop's, too. All iterations of both are
/// independent, and nothing else in the root has an effect.
/// </summary>
/// <param name="Inner">The inner loop, as the region has it.</param>
/// <param name="End">Its index after the last iteration; like its start, known before the region.</param>
/// <param name="Tile">The region with the inner loop from <paramref name="First"/> to <paramref name="Last"/>, which are its last inputs.</param>
/// <param name="First">The inner index of a tile's first iteration.</param>
/// <param name="Last">The inner index after a tile's last iteration.</param>
internal sealed record CollapsePlan(Loop Inner, Expression End, RegionPlan Tile, Variable First, Variable Last)
{
    /// <summary>Iterations of the inner loop in one vector.</summary>
    public int Lanes => Tile.Vector is { } vector && vector.Loop.Id == Inner.Id ? vector.Lanes : 1;
}
