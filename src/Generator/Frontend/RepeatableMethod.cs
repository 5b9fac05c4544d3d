using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Frontend;

/// <summary>
/// Whether a method can run twice, once on copies of its arguments, so that nobody sees more of the first run than those copies:
/// all that it writes is its own, or in its arguments, and these can be copied. What isn't known not to matter does.
/// </summary>
internal sealed class RepeatableMethod(MethodContext context)
{
    public static bool Is(IMethodSymbol method, IOperation? body, MethodContext context) =>
        body is not null
        && !method.ReturnType.IsRefLikeType && IsCopied(method.ReturnType, isResult: true)
        && method.TypeParameters.IsEmpty
        && (method.IsStatic || !method.ContainingType.IsValueType)
        && method.Parameters.All(parameter => parameter.RefKind == RefKind.None && IsCopied(parameter.Type, isResult: false))
        && SpansAreAlone(method)
        && new RepeatableMethod(context).Has(body);

    /// <summary>Memory behind a span is compared with that of other spans and of one-dimensional arrays.</summary>
    private static bool SpansAreAlone(IMethodSymbol method)
    {
        Ir.MemoryKind[] kinds = [.. method.Parameters.Select(parameter => TypeMap.Memory(parameter.Type)?.Kind).OfType<Ir.MemoryKind>()];
        return !kinds.Any(kind => kind is Ir.MemoryKind.Span or Ir.MemoryKind.ReadOnlySpan)
            || kinds.All(kind => kind is Ir.MemoryKind.Span or Ir.MemoryKind.ReadOnlySpan or Ir.MemoryKind.Array);
    }

    private static bool IsCopied(ITypeSymbol type, bool isResult) =>
        IsPlain(type)
        || type.SpecialType is SpecialType.System_String or SpecialType.System_Decimal
        || (isResult && type.SpecialType == SpecialType.System_Void)
        || TypeMap.Text(type) == CancellationTokens.TypeText
        || (TypeMap.Memory(type) is { Kind: not Ir.MemoryKind.Pointer } memory && IsPlain(memory.Element));

    private static bool IsPlain(ITypeSymbol type) => TypeMap.Element(type) != Ir.ElementType.Other;

    private bool Has(IOperation operation)
    {
        context.Cancellation.ThrowIfCancellationRequested();
        return operation.ConstantValue.HasValue || (IsHarmless(operation) && operation.ChildOperations.All(Has));
    }

    private bool IsHarmless(IOperation operation) => operation switch
    {
        IBlockOperation or IExpressionStatementOperation or IVariableDeclarationGroupOperation or IVariableDeclarationOperation
            or IVariableDeclaratorOperation or IVariableInitializerOperation => true,
        ILoopOperation or IConditionalOperation or ISwitchOperation or ISwitchCaseOperation or ICaseClauseOperation or IBranchOperation
            or IReturnOperation or IEmptyOperation => true,
        ILiteralOperation or IDefaultValueOperation or IParenthesizedOperation or ITupleOperation or IDiscardOperation => true,
        ILocalReferenceOperation { Local.IsRef: var isRef } => !isRef,
        IParameterReferenceOperation or IArrayElementReferenceOperation => true,
        IArrayCreationOperation or IArrayInitializerOperation => true,
        ISimpleAssignmentOperation { IsRef: false } or IDeconstructionAssignmentOperation => true,
        ICompoundAssignmentOperation { OperatorMethod: var method } => IsPure(method),
        IIncrementOrDecrementOperation { OperatorMethod: var method } => IsPure(method),
        IUnaryOperation { OperatorMethod: var method } => IsPure(method),
        IBinaryOperation { OperatorMethod: var method } => IsPure(method),
        IConversionOperation { Parent: IForEachLoopOperation, OperatorMethod: null } => true,
        IConversionOperation { OperatorMethod: var method } conversion => IsPure(method) && conversion.Type is { IsReferenceType: false },
        IFieldReferenceOperation { Field: var field } => !field.IsVolatile && !Operations.IsWrite(operation) && IsPlain(field.Type) && field.RefKind == RefKind.None,
        IInstanceReferenceOperation { Parent: IFieldReferenceOperation } => true,
        IPropertyReferenceOperation { Property: var property, Instance: { } instance } => IsOfMemory(instance.Type, property),
        IInvocationOperation call => IsPure(call) || IsAppend(call),
        IArgumentOperation => true,
        IObjectCreationOperation { Constructor: { } constructor, Initializer: null } => FrameworkCalls.IsPureConstructor(constructor)
            || (IsListOfPlain(constructor.ContainingType) && constructor.Parameters.All(parameter => IsPlain(parameter.Type))),
        IThrowOperation => true,
        _ => false,
    };

    // Lengths and elements.
    private static bool IsOfMemory(ITypeSymbol? type, IPropertySymbol property) =>
        TypeMap.Memory(type) is not null && (property.IsIndexer || property.Name is "Length" or "LongLength" or "Count");

    private static bool IsListOfPlain(ITypeSymbol? type) => TypeMap.Memory(type) is { Kind: Ir.MemoryKind.List } list && IsPlain(list.Element);

    // A list that is a parameter's is copied, and any other is the method's own.
    private static bool IsAppend(IInvocationOperation call) => call is { TargetMethod: { Name: "Add", Parameters.Length: 1 }, Instance: ILocalReferenceOperation or IParameterReferenceOperation }
        && IsListOfPlain(call.Instance.Type);

    private bool IsPure(IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod;
        return (call.Instance is null || call.Instance.Type is { IsValueType: true } || TypeMap.Memory(call.Instance.Type) is not null)
            && ((method.Name is "GetLength" or "GetLongLength" && method.ContainingType.SpecialType == SpecialType.System_Array) || (IsPure(method) && !call.IsVirtual));
    }

    private bool IsPure(IMethodSymbol? method) =>
        method is null
        || IntrinsicTable.Find(method) is not null
        || (method.DeclaringSyntaxReferences.IsEmpty
            ? FrameworkCalls.Classify(method) == FrameworkCall.Pure
            : method.IsStatic && SourceEffects.Of(method, context) is { Unknown: null });
}
