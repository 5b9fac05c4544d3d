using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Frontend;

/// <summary>
/// Whether a copy does what the generic method does for the type: operation for operation. With a concrete type, C# may
/// choose another overload, promote an operand or convert a result; a copy for which it does isn't used.
/// </summary>
internal sealed class SpecializationCheck(TypeSubstitution substitution)
{
    public bool IsSame(IOperation? original, IOperation? copy) => (original, copy) switch
    {
        (null, null) => true,
        (null, _) or (_, null) => false,
        (IPropertyReferenceOperation { Instance: null } number, _) when SpecializableType.IsOfNumerics(number.Property.ContainingType) => IsNumber(number, copy),
        _ => original.Kind == copy.Kind
            && IsUnderstood(original)
            && substitution.Maps(original.Type, copy.Type)
            && (!original.ConstantValue.HasValue || Equals(original.ConstantValue.Value, copy.ConstantValue.Value))
            && IsSameSymbol(original, copy)
            && original.ChildOperations.Count == copy.ChildOperations.Count
            && original.ChildOperations.Zip(copy.ChildOperations, IsSame).All(same => same),
    };

    /// <summary>A literal for <c>T.Zero</c>, or the type's constant of the same name: <c>double.Pi</c>.</summary>
    private bool IsNumber(IPropertyReferenceOperation original, IOperation copy) =>
        substitution.IsParameter(original.ConstrainedToType)
        && substitution.Maps(original.Type, copy.Type)
        && (SpecializableType.Number(original.Property.Name) is { } number
            ? copy.ConstantValue is { HasValue: true, Value: { } value } && Convert.ToDouble(value) == number
            : copy is IFieldReferenceOperation { Field: { IsConst: true } field } && field.Name == original.Property.Name
                && SymbolEqualityComparer.Default.Equals(field.ContainingType, substitution.Type));

    /// <summary>Arithmetic, accesses, calls and control flow. What looks at the type itself isn't: boxing, patterns, <c>typeof</c>.</summary>
    private static bool IsUnderstood(IOperation operation) => operation
        is IMethodBodyOperation or IBlockOperation or IExpressionStatementOperation or IEmptyOperation or IReturnOperation or IBranchOperation
        or IVariableDeclarationGroupOperation or IVariableDeclarationOperation or IVariableDeclaratorOperation or IVariableInitializerOperation
        or IForLoopOperation or IForEachLoopOperation or IWhileLoopOperation or IConditionalOperation
        or ISwitchOperation or ISwitchCaseOperation or ISingleValueCaseClauseOperation or IDefaultCaseClauseOperation
        or ISimpleAssignmentOperation or ICompoundAssignmentOperation or IIncrementOrDecrementOperation
        or IDeconstructionAssignmentOperation or ITupleOperation or IDeclarationExpressionOperation
        or IBinaryOperation or IUnaryOperation or IConversionOperation or ILiteralOperation or IDefaultValueOperation
        or ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation
        or IArrayElementReferenceOperation or IInstanceReferenceOperation or IInvocationOperation or IArgumentOperation
        or ILocalFunctionOperation;

    private bool IsSameSymbol(IOperation original, IOperation copy) => (original, copy) switch
    {
        (IBinaryOperation one, IBinaryOperation other) => one.OperatorKind == other.OperatorKind && one.IsLifted == other.IsLifted
            && IsSameOperator(one.OperatorMethod, one.ConstrainedToType, one.IsChecked, other.OperatorMethod, other.IsChecked),
        (IUnaryOperation one, IUnaryOperation other) => one.OperatorKind == other.OperatorKind && one.IsLifted == other.IsLifted
            && IsSameOperator(one.OperatorMethod, one.ConstrainedToType, one.IsChecked, other.OperatorMethod, other.IsChecked),
        (ICompoundAssignmentOperation one, ICompoundAssignmentOperation other) => one.OperatorKind == other.OperatorKind && one.IsLifted == other.IsLifted
            && one.InConversion.Equals(other.InConversion) && one.OutConversion.Equals(other.OutConversion)
            && IsSameOperator(one.OperatorMethod, one.ConstrainedToType, one.IsChecked, other.OperatorMethod, other.IsChecked),
        (IIncrementOrDecrementOperation one, IIncrementOrDecrementOperation other) => one.IsPostfix == other.IsPostfix && one.IsLifted == other.IsLifted
            && IsSameOperator(one.OperatorMethod, one.ConstrainedToType, one.IsChecked, other.OperatorMethod, other.IsChecked),
        (IConversionOperation one, IConversionOperation other) => IsSameConversion(one, other),
        (IInvocationOperation { TargetMethod: var one }, IInvocationOperation { TargetMethod: var other }) =>
            one.MethodKind == MethodKind.LocalFunction ? one.Arity == 0 && other.MethodKind == one.MethodKind && one.Name == other.Name : substitution.Maps(one, other),
        (IArgumentOperation one, IArgumentOperation other) => one.Parameter?.Ordinal == other.Parameter?.Ordinal
            && one.Parameter?.RefKind == other.Parameter?.RefKind && one.ArgumentKind == other.ArgumentKind,
        (IMemberReferenceOperation one, IMemberReferenceOperation other) =>
            SymbolEqualityComparer.Default.Equals(one.Member.OriginalDefinition, other.Member.OriginalDefinition)
            && substitution.Maps(one.Member.ContainingType, other.Member.ContainingType),
        (ILocalReferenceOperation one, ILocalReferenceOperation other) => one.Local.Name == other.Local.Name,
        (IParameterReferenceOperation one, IParameterReferenceOperation other) => one.Parameter.Name == other.Parameter.Name,
        (IVariableDeclaratorOperation one, IVariableDeclaratorOperation other) => one.Symbol.Name == other.Symbol.Name
            && one.Symbol.RefKind == other.Symbol.RefKind && substitution.Maps(one.Symbol.Type, other.Symbol.Type),

        // What these call besides isn't among their operations.
        (IForEachLoopOperation one, _) => TypeMap.Memory(Operations.WithoutConversions(one.Collection)?.Type) is not null,
        (IDeconstructionAssignmentOperation one, _) => one.Value is ITupleOperation,
        (IBranchOperation one, IBranchOperation other) => one.BranchKind == other.BranchKind && one.BranchKind != BranchKind.GoTo,
        (ILocalFunctionOperation one, ILocalFunctionOperation other) => one.Symbol.Arity == 0 && one.Symbol.Name == other.Symbol.Name,
        _ => true,
    };

    /// <summary>An operator that the type parameter has from System.Numerics is C#'s own of the type; any other is itself.</summary>
    private bool IsSameOperator(IMethodSymbol? original, ITypeSymbol? constrainedTo, bool isChecked, IMethodSymbol? copy, bool isCopyChecked) =>
        substitution.IsParameter(constrainedTo) && original is not null
            ? copy is null && SpecializableType.IsOfNumerics(original.ContainingType) && !isChecked && !isCopyChecked
                && !original.Name.StartsWith("op_Checked", StringComparison.Ordinal)
            : isChecked == isCopyChecked && substitution.Maps(original, copy);

    private bool IsSameConversion(IConversionOperation original, IConversionOperation copy) =>
        original.IsChecked == copy.IsChecked
        && substitution.Maps(original.OperatorMethod, copy.OperatorMethod)
        && (substitution.IsParameter(original.Type) || substitution.IsParameter(original.Operand.Type)
            ? KeepsValue(original) && KeepsValue(copy)
            : original.Conversion.IsNumeric == copy.Conversion.IsNumeric && original.Conversion.IsUserDefined == copy.Conversion.IsUserDefined);

    /// <summary>A boxed number, or one of another type, shows the type that it had.</summary>
    private static bool KeepsValue(IConversionOperation operation) => operation.GetConversion() is { IsIdentity: true } or { IsDefaultLiteral: true };
}
