using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Frontend;

/// <summary>The variables that statements assign, loop indices included.</summary>
internal static class Assigned
{
    public static IEnumerable<Variable> In(Block block) => block.Statements.SelectMany(In);

    private static IEnumerable<Variable> In(Statement statement) => statement switch
    {
        Assign assign => [assign.Target],
        If branch => In(branch.Then).Concat(In(branch.Else)),
        LoopStatement { Loop: var loop } => In(loop.Body).Concat([loop.Index]),
        WhileStatement loop => In(loop.Body),
        Opaque opaque => opaque.Effects.ScalarWrites,
        _ => [],
    };
}
