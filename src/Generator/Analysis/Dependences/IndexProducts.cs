using AutoPar.Generator.Analysis.Affine;

namespace AutoPar.Generator.Analysis.Dependences;

/// <summary>
/// Products of an index with symbols, as in the flattened <c>a[i * w + j]</c>. A product is an unknown of its own; where the
/// symbols are never negative, what is known of the index, times the symbols, is known of the product. That is enough
/// to tell rows apart when j stays in [0, w).
/// </summary>
internal sealed class IndexProducts(LinearSystem system, IterationSpace space)
{
    private readonly Dictionary<Symbol, List<AffineForm>> _factors = [];
    private readonly Dictionary<Symbol, bool> _signs = [];

    /// <summary>What a loop's index is multiplied by and is never negative.</summary>
    public IReadOnlyList<AffineForm> FactorsOf(Symbol index) => _factors.TryGetValue(index, out List<AffineForm>? factors) ? factors : [];

    /// <summary>Finds what the subscripts of an access, and the bounds of the loops around it, multiply indices by.</summary>
    public void Read(AccessSite site, string tag)
    {
        IEnumerable<AffineForm> bounds = site.Loops.SelectMany(domain => domain.Starts.Concat(domain.Bounds));
        foreach (Term product in site.Subscripts.OfType<AffineForm>().Concat(bounds).SelectMany(form => form.Terms).Where(term => !term.IsLinear))
        {
            if (product.Symbols.Where(symbol => symbol.Mentions(part => part.Kind == SymbolKind.Index))
                .ToArray() is [{ Kind: SymbolKind.Index } index]
                && product.Symbols.All(symbol => symbol.Equals(index) || IsNeverNegative(symbol, tag)))
            {
                Add(index, product.Symbols.Remove(index).Aggregate(AffineForm.Of(1), (factor, symbol) => factor.Multiply(AffineForm.Of(symbol))));
            }
        }
    }

    /// <summary>States the bounds of the loops around an access, times the factors of their indices.</summary>
    public void State(AccessSite site, string tag)
    {
        foreach (LoopDomain domain in site.Loops)
        {
            foreach (AffineForm factor in FactorsOf(domain.Index))
            {
                space.StateBounds(domain, factor, tag);
            }
        }
    }

    private void Add(Symbol index, AffineForm factor)
    {
        if (!_factors.TryGetValue(index, out List<AffineForm>? factors))
        {
            _factors.Add(index, factors = []);
        }

        if (!factors.Contains(factor))
        {
            factors.Add(factor);
        }
    }

    private bool IsNeverNegative(Symbol symbol, string tag)
    {
        if (!_signs.TryGetValue(symbol, out bool isNeverNegative))
        {
            LinearSum value = space.Sum(AffineForm.Of(symbol), tag);
            LinearSystem negative = system.Clone();
            negative.AddAtLeastZero(new LinearSum().Plus(value, -1).Plus(-1));
            _signs.Add(symbol, isNeverNegative = negative.IsInfeasible());
        }

        return isNeverNegative;
    }
}
