using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Frontend;

/// <summary>Which methods may be inlined: their text must mean the same in the method's own.</summary>
internal sealed partial class Lowering
{
    // In the text of another generic type's method a field would be that of its own type parameters.
    private bool IsInlinable(IMethodSymbol method, IOperation? instance, bool isVirtualCall) =>
        Callee.IsBound(method, isVirtualCall)
        && (instance is null or IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance })
        && (!method.ContainingType.IsGenericType || SymbolEqualityComparer.Default.Equals(method.ContainingType, Method.Method.ContainingType))
        && !_inlining.Contains(method.OriginalDefinition, SymbolEqualityComparer.Default)
        && !SymbolEqualityComparer.Default.Equals(method.OriginalDefinition, Method.Method)
        && ++_inlinedCalls <= MostInlinedCalls;

    private bool IsInlinable(IBlockOperation body) =>
        body.Descendants().OfType<IMemberReferenceOperation>().All(member =>
            IsVisible(member.Member) && !Members.IsHidden(member.Member, Method.Method.ContainingType) && Members.HasName(member.Member.ContainingType, Method.Method))
        && body.Descendants().All(operation => operation.Type is not { TypeKind: TypeKind.Enum } type || Members.HasName(type, Method.Method))
        && !body.Descendants().Any(StoresToPart)
        && !body.Descendants().Any(operation => operation
            is IAnonymousFunctionOperation or ILocalFunctionOperation or IAddressOfOperation or IThrowOperation
            or ITryOperation or ILockOperation or IUsingOperation or IUsingDeclarationOperation or IAwaitOperation
            or IVariableDeclaratorOperation { Symbol.IsRef: true } or IBranchOperation { BranchKind: BranchKind.GoTo })
        && (!body.Descendants().Any(operation => operation is ILoopOperation) || (nest.InlinesLoops && ++_inlinedNests <= MostInlinedNests));

    // Another type's private field has no name here.
    private bool IsVisible(ISymbol member) => Method.Model.Compilation.IsSymbolAccessibleWithin(member, Method.Method.ContainingType);

    /// <summary>A field of a struct that is in a field: the nest would still have it in a local of its own.</summary>
    private static bool StoresToPart(IOperation operation) =>
        operation is IMemberReferenceOperation { Instance: IMemberReferenceOperation { Type.IsValueType: true } } && Operations.IsWrite(operation);
}
