using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Frontend;

/// <summary>Operations that do nothing but what their operands do.</summary>
internal static class HarmlessOperations
{
    /// <summary>Calls, places, jumps and locks are not among them: their collectors look at them one by one.</summary>
    public static bool Contains(IOperation operation) => operation
        is IBlockOperation or IExpressionStatementOperation or IEmptyOperation
        or IVariableDeclarationGroupOperation or IVariableDeclarationOperation or IVariableInitializerOperation
        or ISimpleAssignmentOperation { IsRef: false } or ICompoundAssignmentOperation or IIncrementOrDecrementOperation
        or IDeconstructionAssignmentOperation or ICoalesceAssignmentOperation
        or IConversionOperation or IParenthesizedOperation or IBinaryOperation or IUnaryOperation
        or IConditionalOperation or ICoalesceOperation or IConditionalAccessOperation or IConditionalAccessInstanceOperation
        or ISwitchOperation or ISwitchCaseOperation or ISwitchExpressionOperation or ISwitchExpressionArmOperation
        or ISingleValueCaseClauseOperation or IDefaultCaseClauseOperation or IPatternCaseClauseOperation
        or IIsPatternOperation or IIsTypeOperation or IConstantPatternOperation or IRelationalPatternOperation
        or INegatedPatternOperation or IBinaryPatternOperation or IDiscardPatternOperation or ITypePatternOperation
        or ILiteralOperation or IDefaultValueOperation or ITypeOfOperation or ISizeOfOperation or INameOfOperation or ITupleOperation
        or IArrayCreationOperation or IArrayInitializerOperation or IDiscardOperation or IArgumentOperation or IInstanceReferenceOperation
        or IObjectOrCollectionInitializerOperation
        or IInterpolatedStringOperation or IInterpolatedStringTextOperation or IInterpolationOperation
        or ILoopOperation or IThrowOperation or ITryOperation or ICatchClauseOperation { Filter: null };
}
