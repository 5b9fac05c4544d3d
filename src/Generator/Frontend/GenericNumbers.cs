using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Frontend;

/// <summary>
/// Operators that a type parameter has from System.Numerics. Of a primitive type they are pure and don't throw; a type of
/// the user's may do anything.
/// </summary>
internal static class GenericNumbers
{
    /// <summary>The type parameter whose operator it is; null for any other operation, and for operators that may throw.</summary>
    public static ITypeParameterSymbol? Of(IOperation operation, Compilation compilation) => operation switch
    {
        // The statement's text moves to where the project's own setting holds.
        _ when compilation.Options is CSharpCompilationOptions { CheckOverflow: true } => null,
        IBinaryOperation { IsChecked: false, OperatorMethod: { } method } binary when IsPure(binary.OperatorKind) =>
            Of(method, binary.ConstrainedToType, binary.LeftOperand.Type, binary.RightOperand.Type),
        ICompoundAssignmentOperation { IsChecked: false, OperatorMethod: { } method } assignment
            when IsPure(assignment.OperatorKind) && assignment.InConversion.IsIdentity && assignment.OutConversion.IsIdentity =>
            Of(method, assignment.ConstrainedToType, assignment.Target.Type, assignment.Value.Type),
        IUnaryOperation { IsChecked: false, OperatorKind: UnaryOperatorKind.Minus, OperatorMethod: { } method } unary =>
            Of(method, unary.ConstrainedToType, unary.Operand.Type),
        _ => null,
    };

    private static bool IsPure(BinaryOperatorKind kind) => kind
        is BinaryOperatorKind.Add or BinaryOperatorKind.Subtract or BinaryOperatorKind.Multiply
        or BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals
        or BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual;

    private static ITypeParameterSymbol? Of(IMethodSymbol method, ITypeSymbol? constrainedTo, params ITypeSymbol?[] operands) =>
        constrainedTo is ITypeParameterSymbol parameter && method.ContainingNamespace?.ToDisplayString() == "System.Numerics"
        && operands.All(operand => SymbolEqualityComparer.Default.Equals(operand, parameter)) ? parameter : null;
}
