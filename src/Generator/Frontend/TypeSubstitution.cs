using Microsoft.CodeAnalysis;

namespace AutoPar.Generator.Frontend;

/// <summary>A type parameter and the type that stands for it: tells whether one symbol becomes another by that.</summary>
internal sealed class TypeSubstitution(ITypeParameterSymbol parameter, INamedTypeSymbol type)
{
    public INamedTypeSymbol Type => type;

    public bool IsParameter(ITypeSymbol? original) => SymbolEqualityComparer.Default.Equals(original, parameter);

    public bool Maps(ITypeSymbol? original, ITypeSymbol? copy) => (original, copy) switch
    {
        (null, null) => true,
        (null, _) or (_, null) => false,
        (ITypeParameterSymbol, _) when IsParameter(original) => SymbolEqualityComparer.Default.Equals(copy, type),
        (IArrayTypeSymbol one, IArrayTypeSymbol other) => one.Rank == other.Rank && Maps(one.ElementType, other.ElementType),
        (INamedTypeSymbol one, INamedTypeSymbol other) =>
            SymbolEqualityComparer.Default.Equals(one.OriginalDefinition, other.OriginalDefinition)
            && Maps(one.ContainingType, other.ContainingType)
            && Map(one.TypeArguments, other.TypeArguments),
        _ => SymbolEqualityComparer.Default.Equals(original, copy),
    };

    /// <summary>One definition with the same type arguments, or the type's own implementation of an interface's member.</summary>
    public bool Maps(IMethodSymbol? original, IMethodSymbol? copy) => (original, copy) switch
    {
        (null, null) => true,
        (null, _) or (_, null) => false,
        _ when SymbolEqualityComparer.Default.Equals(original.OriginalDefinition, copy.OriginalDefinition) =>
            Maps(original.ContainingType, copy.ContainingType) && Map(original.TypeArguments, copy.TypeArguments),
        _ => SymbolEqualityComparer.Default.Equals(Implementation(original), copy.OriginalDefinition) && Map(original.TypeArguments, copy.TypeArguments),
    };

    private bool Map(IReadOnlyCollection<ITypeSymbol> original, IReadOnlyCollection<ITypeSymbol> copy) =>
        original.Count == copy.Count && original.Zip(copy, Maps).All(same => same);

    /// <summary>The member of <see cref="Type"/> that a call through the type parameter reaches.</summary>
    private ISymbol? Implementation(IMethodSymbol method)
    {
        INamedTypeSymbol? home = method.ContainingType is { TypeKind: TypeKind.Interface } declared
            ? type.AllInterfaces.FirstOrDefault(implemented => Maps(declared, implemented))
            : null;
        return home?.GetMembers(method.Name).FirstOrDefault(member => SymbolEqualityComparer.Default.Equals(member.OriginalDefinition, method.OriginalDefinition))
            is { } member ? type.FindImplementationForInterfaceMember(member) : null;
    }
}
