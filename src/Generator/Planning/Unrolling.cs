using AutoPar.Generator.Analysis;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Planning;

/// <summary>How many vectors are in flight at once.</summary>
internal static class Unrolling
{
    // Four independent accumulators hide the latency of an addition (2 to 4 cycles at two loads a cycle).
    private const int Accumulators = 4;

    // With more of them in all, accumulators would be spilled: x64 has 32 vector registers with AVX-512, 16 without.
    private const int MostAccumulators = 8;

    public static int Choose(Loop loop, EquatableArray<ScalarRole> roles, int lanes, int? maxLanes)
    {
        int reductions = roles.Count(role => role is Reduction or ArgReduction or Companion);
        int unroll = reductions == 0 || LoopTree.Children(loop).Any()
            ? 1
            : Math.Max(1, Math.Min(Accumulators, MostAccumulators / reductions));
        while (unroll > 1 && lanes * unroll > maxLanes)
        {
            unroll /= 2;
        }

        // Accumulators are folded in pairs.
        return unroll == 3 ? 2 : unroll;
    }
}
