using AutoPar.Generator.Analysis;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Transforms;

namespace AutoPar.Generator.Planning;

/// <summary>
/// How chunks on threads end whose last iterations load what the next chunk overwrites: before the fork <paramref name="Saving"/>
/// runs for the last iterations of each chunk but the last, and they themselves run <paramref name="Ending"/>.
/// </summary>
/// <param name="Saving">The root, with copies of the elements as its body.</param>
/// <param name="Ending">The root, with loads of the copies in place of those of the elements.</param>
/// <param name="Copies">The arrays of copies, which both have as further objects.</param>
/// <param name="First">A further input of both: the iteration whose copies lie first in the arrays, if those of this chunk came first.</param>
/// <param name="Distances">The longest of them is the number of iterations that load copies.</param>
/// <param name="LeastChunk">Chunks are at least so many times as long, so that scalar iterations at their ends don't matter.</param>
internal sealed record SeamPlan(
    Loop Saving, Loop Ending, EquatableArray<SeamArray> Copies, Variable First, EquatableArray<Expression> Distances, int LeastChunk)
{
    // Of a chunk's time, its end may take about this part.
    private const int Share = 16;
    private const int LargestChunk = 256;

    /// <summary>Null where the verdict asks for no copies.</summary>
    /// <param name="root">As the kernel has it, before lanes.</param>
    public static SeamPlan? Of(LoopNest nest, Loop root, LoopVerdict verdict, LoopCost cost)
    {
        if (verdict.Seams.IsEmpty)
        {
            return null;
        }

        var loops = new SeamLoops(nest, root, verdict.Seams);
        return new SeamPlan(
            loops.Saving(), loops.Ending(), loops.Copies, loops.First,
            verdict.Seams.Select(seam => seam.Distance).Distinct().ToEquatableArray(),
            (int)Math.Min(Math.Max(Share, Share * cost.SequentialNanoseconds / Math.Max(cost.VectorNanoseconds, 0.01)), LargestChunk))
        {
            Loads = verdict.Seams.Select(seam => seam.Load.Text).Distinct().ToEquatableArray(),
        };
    }

    /// <summary>What is copied, as written.</summary>
    public EquatableArray<string> Loads { get; init; } = EquatableArray<string>.Empty;

    /// <summary>What is evaluated besides the kernel: of values from before the region.</summary>
    public IEnumerable<Expression> Values => Distances.Concat(Copies.Select(copy => copy.Trips).OfType<Expression>())
        .Concat(ExpressionTree.Of(Saving.Body));
}
