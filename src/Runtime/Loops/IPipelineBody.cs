namespace AutoPar.Runtime;

/// <summary>
/// The body of a loop that is a pipeline of two stages: what an iteration computes, on any thread, and what has to be done with it in the
/// order of the iterations, by one thread at a time. It hands values from one to the other in buffers with room for some blocks.
/// </summary>
public interface IPipelineBody
{
    /// <summary>The first stage of iterations [<paramref name="from"/>, <paramref name="to"/>), a block. Called from several threads at once.</summary>
    void Compute(long from, long to);

    /// <summary>The second stage of the same iterations, after that of all iterations before them.</summary>
    void Apply(long from, long to);
}

/// <summary>The blocks of a pipeline.</summary>
/// <param name="Block">Iterations in each but the last, which may have fewer.</param>
/// <param name="Slots">Blocks that buffers have room for: block b has the place b modulo this.</param>
public readonly record struct PipelineShape(long Block, int Slots)
{
    /// <summary>Iterations that buffers have room for.</summary>
    public long Length => Block * Slots;

    /// <summary>The iteration that would lie first in the buffers, if all blocks lay where one that begins with <paramref name="from"/> has its place.</summary>
    public long First(long from) => from - (from / Block % Slots * Block);
}
