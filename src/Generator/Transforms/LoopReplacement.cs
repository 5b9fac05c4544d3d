using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Transforms;

/// <summary>Puts a loop in the place of the one with its id.</summary>
internal sealed class LoopReplacement(Loop loop) : IrRewriter
{
    public override Loop Visit(Loop other) => other.Id == loop.Id ? loop : base.Visit(other);
}
