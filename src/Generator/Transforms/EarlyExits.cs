using AutoPar.Generator.Analysis;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Transforms;

/// <summary>
/// Loops that <c>break</c>, <c>return</c> or <c>throw</c> may leave: whether an iteration leaves is computed
/// first, and the kernel ends before the first iteration that does, or the vector with it. From there the loop runs as written, so
/// what happens where it is left need not be understood. In all iterations before that, the branches that leave aren't taken.
/// </summary>
internal static class EarlyExits
{
    /// <returns>The nest itself when it has no such loop.</returns>
    public static LoopNest Apply(LoopNest nest)
    {
        if (nest.Root is not { } root || !LoopTree.Statements(root.Body).Any(statement => statement is Exit))
        {
            return nest;
        }

        var rewriter = new Rewriter();
        Loop stopping = rewriter.Visit(root);
        return !rewriter.HasChanged ? nest : nest with
        {
            Root = stopping,
            Transformations = nest.Transformations.Append("search: up to where an iteration leaves").ToEquatableArray(),
            Apart = nest.Apart.Concat(rewriter.Apart).Distinct().ToEquatableArray(),
        };
    }

    private sealed class Rewriter : IrRewriter
    {
        public bool HasChanged { get; private set; }

        public List<ObjectPair> Apart { get; } = [];

        public override Loop Visit(Loop loop)
        {
            loop = base.Visit(loop);
            var body = new StoppingBody(loop);
            if (loop.Resume is null || !body.TryWrite())
            {
                return loop;
            }

            HasChanged = true;
            Apart.AddRange(body.Apart);
            return loop with { Body = new Block(body.Statements.ToEquatableArray()), IsResumed = true };
        }
    }
}
