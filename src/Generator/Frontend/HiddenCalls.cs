using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Frontend;

/// <summary>Calls of the user's methods that an operation makes, and that none of its operands shows.</summary>
internal static class HiddenCalls
{
    public static bool In(IOperation operation) => operation switch
    {
        ICompoundAssignmentOperation assignment => assignment.InConversion.IsUserDefined || assignment.OutConversion.IsUserDefined,
        ICoalesceOperation coalesce => coalesce.ValueConversion.IsUserDefined,
        // The operator false or true decides whether the second operand is looked at.
        IBinaryOperation { OperatorMethod: not null, OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } => true,
        IDeconstructionAssignmentOperation { Syntax: AssignmentExpressionSyntax syntax, SemanticModel: { } model } => Calls(model.GetDeconstructionInfo(syntax)),
        IDeconstructionAssignmentOperation => true,
        IForEachLoopOperation { Syntax: ForEachVariableStatementSyntax } => true,
        IForEachLoopOperation { Syntax: CommonForEachStatementSyntax syntax, SemanticModel: { } model } =>
            model.GetForEachStatementInfo(syntax).ElementConversion.IsUserDefined,
        _ => false,
    };

    private static bool Calls(DeconstructionInfo info) =>
        info.Method is not null || info.Conversion is { IsUserDefined: true } || info.Nested.Any(Calls);
}
