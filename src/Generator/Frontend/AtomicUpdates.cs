using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Frontend;

/// <summary>Calls of <see cref="System.Threading.Interlocked"/> that update a variable by an operator that is exact in any order.</summary>
internal static class AtomicUpdates
{
    /// <summary>The operator, and whether the amount is the constant 1; null for any other method.</summary>
    public static (BinaryOperatorKind Operator, bool IsByOne)? Of(IMethodSymbol method) => !IsInterlocked(method.ContainingType) ? null : method.Name switch
    {
        "Add" => (BinaryOperatorKind.Add, false),
        "Increment" => (BinaryOperatorKind.Add, true),
        "Decrement" => (BinaryOperatorKind.Subtract, true),
        "And" => (BinaryOperatorKind.And, false),
        "Or" => (BinaryOperatorKind.Or, false),
        _ => null,
    };

    /// <summary>The variables that such calls update.</summary>
    public static IEnumerable<ISymbol> Targets(IOperation operation) => operation.DescendantsAndSelf().OfType<IInvocationOperation>()
        .Where(call => Of(call.TargetMethod) is not null)
        .Select(call => call.Arguments[0].Value switch
        {
            IFieldReferenceOperation field => field.Field,
            IParameterReferenceOperation parameter => parameter.Parameter,
            ILocalReferenceOperation local => local.Local,
            _ => (ISymbol?)null,
        })
        .OfType<ISymbol>();

    private static bool IsInterlocked(INamedTypeSymbol type) => type is
    {
        Name: "Interlocked",
        ContainingNamespace: { Name: "Threading", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } },
    };
}
