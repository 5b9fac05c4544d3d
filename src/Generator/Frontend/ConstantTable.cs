using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoPar.Generator.Frontend;

/// <summary>
/// <c>static ReadOnlySpan&lt;int&gt; Table => [3, 1, 0, 2];</c>: the same elements whenever it is read, and nobody can
/// change them.
/// </summary>
internal static class ConstantTable
{
    public static bool Is(IPropertySymbol property) =>
        property is { IsStatic: true, IsAbstract: false, IsVirtual: false, SetMethod: null, DeclaringSyntaxReferences: [var declaration] }
        && TypeMap.Memory(property.Type) is { Kind: Ir.MemoryKind.ReadOnlySpan }
        && declaration.GetSyntax() is PropertyDeclarationSyntax { ExpressionBody.Expression: var value } && IsTable(value);

    private static bool IsTable(ExpressionSyntax value) => value switch
    {
        CollectionExpressionSyntax collection => collection.Elements.All(element => element is ExpressionElementSyntax { Expression: var item } && IsLiteral(item)),
        ArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions.All(IsLiteral),
        ImplicitArrayCreationExpressionSyntax { Initializer: var initializer } => initializer.Expressions.All(IsLiteral),
        LiteralExpressionSyntax text => text.IsKind(SyntaxKind.Utf8StringLiteralExpression),
        _ => false,
    };

    private static bool IsLiteral(ExpressionSyntax item) => item switch
    {
        LiteralExpressionSyntax => true,
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression, Operand: var operand } => IsLiteral(operand),
        _ => false,
    };
}
