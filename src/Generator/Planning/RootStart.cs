using AutoPar.Generator.Ir;
using AutoPar.Generator.Transforms;

namespace AutoPar.Generator.Planning;

/// <summary>
/// <c>while (i &lt; n) { …; i++; }</c> starts where i stands: inside a region i is the index, so that the value from before
/// becomes a variable of its own, an input.
/// </summary>
internal sealed class RootStart : IrRewriter
{
    private readonly Variable _index;
    private readonly Variable _before;

    private RootStart(LoopNest nest, Variable index)
    {
        string name = new FreshVariables(nest).Name(index.Name.TrimStart('@') + "Start");
        // No variable of the nest has a negative id, and the probes of a content guard have those just below 0.
        _index = index;
        _before = index with { Id = int.MinValue + index.Id, Name = name, ReadAfter = false };
    }

    public static Loop Named(LoopNest nest, Loop root) => ExpressionTree.SelfAndDescendants(root.Start)
        .Any(part => part is VariableRead read && read.Variable.Id == root.Index.Id)
            ? root with { Start = new RootStart(nest, root.Index).Visit(root.Start) }
            : root;

    public override Variable Visit(Variable variable) => variable.Id == _index.Id ? _before : variable;
}
