using AutoPar.Generator.Analysis;
using AutoPar.Generator.Analysis.Guards;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Transforms;

/// <summary>Leaves out assignments to scalars of the loop's own that nothing reads any more.</summary>
internal sealed class UnusedScalars : IrRewriter
{
    private readonly HashSet<int> _unused;

    private UnusedScalars(HashSet<int> unused) => _unused = unused;

    /// <param name="before">The loop as it was when all that is assigned in it was read.</param>
    public static Loop Removed(Loop loop, Loop before)
    {
        HashSet<int> unused = [.. Reads(before)];
        unused.ExceptWith(Reads(loop));
        return new UnusedScalars(unused).Visit(loop);
    }

    public override Block Visit(Block block) => base.Visit(new Block(block.Statements.Where(statement => statement is not Assign assign
        || !_unused.Contains(assign.Target.Id) || assign.Target is not { IsMemory: false, DeclaringLoop: not null, ReadAfter: false }
        || Walk.Parts(assign.Value).Any(part => part is Load || MayThrow.ByItself(part))).ToEquatableArray()));

    private static IEnumerable<int> Reads(Loop loop) => ExpressionTree.Of(loop.Body).Concat(ExpressionTree.Header(loop))
        .SelectMany(Walk.Parts).OfType<VariableRead>().Select(read => read.Variable.Id);
}
