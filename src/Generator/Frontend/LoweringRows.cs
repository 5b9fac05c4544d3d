using AutoPar.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Frontend;

/// <summary>Rows of arrays of arrays: <c>J[i]</c>, a local that holds one, or a parameter of an inlined method that is given one.</summary>
internal sealed partial class Lowering
{
    private readonly Dictionary<ISymbol, IArrayElementReferenceOperation> _rows = new(SymbolEqualityComparer.Default);

    private IArrayElementReferenceOperation? RowOf(IOperation array) => Operations.WithoutConversions(array) switch
    {
        IArrayElementReferenceOperation element => element,
        IParameterReferenceOperation { Parameter: var parameter } => _rows.TryGetValue(parameter, out IArrayElementReferenceOperation? row) ? row : null,
        var other => nest.Rows.RowOf(other),
    };

    /// <summary>The row must be there, also if no element of it is used.</summary>
    private bool LowerRow(IArrayElementReferenceOperation row)
    {
        if (row.Indices is not [var index] || ObjectOf(row.ArrayReference) is not { Kind: MemoryKind.Jagged } jagged || LowerExpression(index) is not { } place)
        {
            return false;
        }

        ToTemporary(new ObjectLength(ElementType.Int32, jagged, null, place), "length", Locations.Of(row));
        return true;
    }

    /// <summary>The row that an argument is, if the same subscript says so all through the call; the method that is inlined can't replace rows.</summary>
    private IArrayElementReferenceOperation? SteadyRow(IArgumentOperation argument, IInvocationOperation call)
    {
        if (argument.Parameter is not { RefKind: RefKind.None, Type: IArrayTypeSymbol { Rank: 1, ElementType: not IArrayTypeSymbol } } || RowOf(argument.Value) is not { Indices: [var index] } row
            || !SymbolEqualityComparer.Default.Equals(row.Type, argument.Parameter.OriginalDefinition.Type))
        {
            return null;
        }

        HashSet<ISymbol> written = Operations.WrittenSymbols([call]);
        return index.DescendantsAndSelf().All(part => part switch
        {
            ILiteralOperation or IConversionOperation { OperatorMethod: null } or IParenthesizedOperation or IBinaryOperation { OperatorMethod: null } => true,
            ILocalReferenceOperation { Local: { IsRef: false } local } => IsSame(local),
            IParameterReferenceOperation { Parameter: { RefKind: RefKind.None } parameter } => IsSame(parameter),
            _ => false,
        }) ? row : null;

        bool IsSame(ISymbol symbol) => !written.Contains(symbol) && !Method.Uses.IsCaptured(symbol) && !Method.Uses.IsAliased(symbol);
    }
}
