using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

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

    /// <summary>The elements are whole numbers, all different.</summary>
    public static bool IsPermutation(IPropertySymbol property) => Is(property)
        && property.DeclaringSyntaxReferences[0].GetSyntax() is PropertyDeclarationSyntax { ExpressionBody.Expression: not LiteralExpressionSyntax and var value }
        && AreDifferent(Elements(value).Select(Value));

    /// <summary>The same of an array that a local holds from its declaration on.</summary>
    public static bool IsPermutation(IOperation? value) => Operations.WithoutConversions(value) switch
    {
        IArrayCreationOperation { Initializer.ElementValues: var elements } => AreDifferent(elements.Select(Value)),
        ICollectionExpressionOperation { Elements: var elements } => AreDifferent(elements.Select(Value)),
        _ => false,
    };

    private static bool AreDifferent(IEnumerable<long?> elements)
    {
        HashSet<long> seen = [];
        return elements.All(element => element is { } number && seen.Add(number));
    }

    private static long? Value(IOperation element) => element.ConstantValue is { HasValue: true, Value: var value } ? Value(value) : null;

    private static long? Value(ExpressionSyntax item) => item switch
    {
        LiteralExpressionSyntax literal => Value(literal.Token.Value),
        PrefixUnaryExpressionSyntax { Operand: var operand } => -Value(operand),
        _ => null,
    };

    private static long? Value(object? constant) => constant is sbyte or byte or short or ushort or int or uint or long or char
        ? Convert.ToInt64(constant, CultureInfo.InvariantCulture) : null;

    private static IEnumerable<ExpressionSyntax> Elements(ExpressionSyntax value) => value switch
    {
        CollectionExpressionSyntax collection => collection.Elements.OfType<ExpressionElementSyntax>().Select(element => element.Expression),
        ArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions,
        ImplicitArrayCreationExpressionSyntax { Initializer: var initializer } => initializer.Expressions,
        _ => [],
    };

    private static bool IsTable(ExpressionSyntax value) => value switch
    {
        CollectionExpressionSyntax collection => collection.Elements.All(element => element is ExpressionElementSyntax) && Elements(value).All(IsLiteral),
        ArrayCreationExpressionSyntax { Initializer: not null } or ImplicitArrayCreationExpressionSyntax => Elements(value).All(IsLiteral),
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
