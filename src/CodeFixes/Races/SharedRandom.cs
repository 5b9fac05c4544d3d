using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoPar.CodeFixes.Races;

/// <summary>A variable of type Random, and how it was made.</summary>
internal static class SharedRandom
{
    public static bool IsRandom(ISymbol symbol, Compilation compilation)
    {
        ITypeSymbol? type = symbol switch
        {
            ILocalSymbol local => local.Type,
            IParameterSymbol parameter => parameter.Type,
            IFieldSymbol field => field.Type,
            _ => null,
        };
        return type is not null && SymbolEqualityComparer.Default.Equals(type, compilation.GetTypeByMetadataName("System.Random"));
    }

    public static bool HasSharedInstance(Compilation compilation) =>
        compilation.GetTypeByMetadataName("System.Random")?.GetMembers("Shared").IsEmpty == false;

    /// <summary>The declarator of a local variable that is a new Random.</summary>
    public static VariableDeclaratorSyntax? Declaration(SharedPlace shared) =>
        shared.Symbol is ILocalSymbol
        && shared.Symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(shared.Cancellation) is VariableDeclaratorSyntax
            { Initializer.Value: BaseObjectCreationExpressionSyntax } declarator
            ? declarator
            : null;
}
