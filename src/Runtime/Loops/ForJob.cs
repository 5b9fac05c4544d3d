using System.Runtime.CompilerServices;

namespace AutoPar.Runtime;

/// <summary>A parallel loop without results.</summary>
internal sealed class ForJob<TBody> : LoopJob
    where TBody : struct, ILoopBody
{
    private static readonly JobSlots s_idle = new();

    private TBody _body;

    public static void Run(in ForkPlan plan, in TBody body)
    {
        ForJob<TBody> job = Unsafe.As<ForJob<TBody>>(s_idle.Take()) ?? new ForJob<TBody>();
        job._body = body;
        job.Run(in plan);
        job._body = default;
        job.Leave();
    }

    protected override void RunChunk(long from, long to)
    {
        // A copy: its fields can live in registers.
        TBody body = _body;
        body.Run(from, to);
    }

    protected override void Park() => s_idle.Return(this);
}
