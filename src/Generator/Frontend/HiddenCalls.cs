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
        // C# 14 has operators that change their operand.
        ICompoundAssignmentOperation { OperatorMethod.IsStatic: false } or IIncrementOrDecrementOperation { OperatorMethod.IsStatic: false } => true,
        ICompoundAssignmentOperation assignment => assignment.InConversion.IsUserDefined || assignment.OutConversion.IsUserDefined,
        // To a number and back.
        IIncrementOrDecrementOperation { OperatorMethod: null, Target.Type: var type } => !IsNumber(type),
        IConversionOperation { OperatorMethod: null } conversion
            when conversion.GetConversion() is { IsIdentity: false } tuple && (tuple.IsTupleConversion || tuple.IsTupleLiteralConversion) =>
            !IsPlain(conversion.Operand.Type, conversion.Type),
        ICoalesceOperation coalesce => coalesce.ValueConversion.IsUserDefined,
        // The operator false or true decides whether the second operand is looked at.
        IBinaryOperation { OperatorMethod: not null, OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } => true,
        IDeconstructionAssignmentOperation { Syntax: AssignmentExpressionSyntax syntax, SemanticModel: { } model } => Calls(model.GetDeconstructionInfo(syntax)),
        IDeconstructionAssignmentOperation => true,
        IForEachLoopOperation { Syntax: ForEachVariableStatementSyntax } => true,
        IForEachLoopOperation { Syntax: CommonForEachStatementSyntax syntax, SemanticModel: { } model } =>
            model.GetForEachStatementInfo(syntax).ElementConversion is { IsUserDefined: true } or { IsIdentity: false, IsTupleConversion: true },
        // It is asked for what to format with.
        IArgumentOperation { Parameter.Type: { Name: "IFormatProvider", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } } argument =>
            !IsFrameworkFormat(argument.Value),
        _ => false,
    };

    private static bool IsFrameworkFormat(IOperation value) => Operations.WithoutConversions(value) is var provider
        && (provider is { ConstantValue: { HasValue: true, Value: null } } or IDefaultValueOperation
            || provider?.Type is { Name: "CultureInfo" or "NumberFormatInfo" or "DateTimeFormatInfo", ContainingNamespace: { Name: "Globalization", ContainingNamespace.Name: "System" } });

    private static bool IsNumber(ITypeSymbol? type) => type is { TypeKind: TypeKind.Enum or TypeKind.Pointer } || TypeMap.Element(type) != Ir.ElementType.Other
        || type is { SpecialType: SpecialType.System_Decimal }
        || (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable && IsNumber(nullable.TypeArguments[0]));

    /// <summary>Element by element, from one number to another or to the same type.</summary>
    private static bool IsPlain(ITypeSymbol? from, ITypeSymbol? to) => SymbolEqualityComparer.Default.Equals(from, to) || (IsNumber(from) && IsNumber(to))
        || (from is INamedTypeSymbol { IsTupleType: true, TupleElements: var one } && to is INamedTypeSymbol { IsTupleType: true, TupleElements: var other }
            && one.Length == other.Length && one.Zip(other, (left, right) => IsPlain(left.Type, right.Type)).All(plain => plain));

    private static bool Calls(DeconstructionInfo info) =>
        info.Method is not null || info.Conversion is { IsUserDefined: true } || info.Nested.Any(Calls);
}
