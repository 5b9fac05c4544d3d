using AutoPar.Generator.Analysis.Affine;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Analysis.Guards;

/// <summary>What a guard may mention: values that are the same before the region as in it.</summary>
internal sealed class Visible(Loop root)
{
    private readonly HashSet<int> _assigned = [.. Walk.Assigned(root.Body), root.Index.Id];

    public bool IsInvariant(Expression expression) => IsInvariantButLoads(expression) && !Walk.Parts(expression).Any(part => part is Load);

    /// <summary>The same as long as nothing stores to what it loads.</summary>
    public bool IsInvariantButLoads(Expression expression) =>
        Walk.Parts(expression).All(part => part is not VariableRead read || !_assigned.Contains(read.Variable.Id));

    /// <summary>A form over loop indices and values from before the region, without quotients of indices.</summary>
    public static bool IsPlain(AffineForm form) => !form.Mentions(symbol =>
        symbol.Kind == SymbolKind.Quotient && symbol.Dividend!.Mentions(part => part.Kind == SymbolKind.Index));
}
