using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Frontend;

/// <summary>
/// Locals of a nest that hold a row of a jagged array, <c>double[] row = J[i];</c>, and nothing else: <c>row[j]</c> then means
/// <c>J[i][j]</c>, as long as neither the rows nor what chooses one can change in between.
/// </summary>
internal sealed class RowLocals
{
    private readonly Dictionary<ISymbol, IArrayElementReferenceOperation> _rows = new(SymbolEqualityComparer.Default);

    public RowLocals(IOperation nest, LocalUses uses)
    {
        IVariableDeclaratorOperation[] candidates = [.. nest.Descendants().OfType<IVariableDeclaratorOperation>().Where(declarator => RowOf(declarator, uses) is not null)];
        if (candidates.Length > 0 && !nest.Descendants().Any(MayReplaceRows))
        {
            foreach (IVariableDeclaratorOperation declarator in candidates)
            {
                _rows.Add(declarator.Symbol, RowOf(declarator, uses)!);
            }
        }
    }

    public bool Any => _rows.Count > 0;

    /// <summary>The row that a local stands for: <c>J[i]</c>.</summary>
    public IArrayElementReferenceOperation? RowOf(IOperation? reference) =>
        Operations.WithoutConversions(reference) is ILocalReferenceOperation { Local: var local } ? RowOf(local) : null;

    public IArrayElementReferenceOperation? RowOf(ILocalSymbol local) => _rows.TryGetValue(local, out IArrayElementReferenceOperation? row) ? row : null;

    private static IArrayElementReferenceOperation? RowOf(IVariableDeclaratorOperation declarator, LocalUses uses)
    {
        ILocalSymbol local = declarator.Symbol;
        return !local.IsRef && !uses.IsCaptured(local) && uses.IsUsedForElements(local)
            && Operations.WithoutConversions(uses.OnlyValue(local)) is IArrayElementReferenceOperation { Indices: [var index] } row
            && IsRow(row.Type) && SymbolEqualityComparer.Default.Equals(row.Type, local.Type)
            && row.ArrayReference.Type is IArrayTypeSymbol { Rank: 1 } && Body(declarator) is { } body && KeepsValue(index, body)
            ? row : null;
    }

    private static bool IsRow(ITypeSymbol? type) => type is IArrayTypeSymbol { Rank: 1, ElementType: not IArrayTypeSymbol };

    /// <summary>The body of the innermost loop around a declaration: the local lives for one iteration of it.</summary>
    private static IOperation? Body(IOperation declarator)
    {
        for (IOperation? around = declarator.Parent; around is not null; around = around.Parent)
        {
            if (around.Parent is ILoopOperation loop)
            {
                return loop.Body == around ? around : null;
            }
        }

        return null;
    }

    /// <summary>The subscript is arithmetic on locals and parameters that the iteration doesn't assign.</summary>
    private static bool KeepsValue(IOperation index, IOperation body)
    {
        HashSet<ISymbol> written = Operations.WrittenSymbols([body]);
        return index.DescendantsAndSelf().All(part => part switch
        {
            ILiteralOperation or IConversionOperation { OperatorMethod: null } or IParenthesizedOperation or IBinaryOperation { OperatorMethod: null } => true,
            ILocalReferenceOperation { Local: { IsRef: false } local } => !written.Contains(local),
            IParameterReferenceOperation { Parameter: { RefKind: RefKind.None } parameter } => !written.Contains(parameter),
            _ => false,
        });
    }

    /// <summary>A row is assigned, or code that isn't in sight may do that.</summary>
    private static bool MayReplaceRows(IOperation operation) => operation switch
    {
        IInvocationOperation call => IntrinsicTable.Find(call.TargetMethod) is null,
        IArrayElementReferenceOperation { Type: IArrayTypeSymbol } element => Operations.IsWrite(element) || element.Parent is IArgumentOperation or IAddressOfOperation,
        IAnonymousFunctionOperation or ILocalFunctionOperation or IAwaitOperation => true,
        IPropertyReferenceOperation { Property: { IsIndexer: true } } or IObjectCreationOperation => true,
        _ => false,
    };
}
