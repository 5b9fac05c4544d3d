using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Frontend;

/// <summary>The body of a method whose source is in the compilation.</summary>
internal static class Callee
{
    /// <summary>The block of a method, local function or getter; null when there is no source, or more to it than a body.</summary>
    public static IBlockOperation? BodyOf(IMethodSymbol method, MethodContext context)
    {
        IMethodSymbol definition = method.OriginalDefinition;
        definition = definition.PartialImplementationPart ?? definition;
        if (definition.IsAsync || definition.IsExtern || definition.RefKind != RefKind.None || definition.IsAbstract || definition.DeclaringSyntaxReferences is not [var reference]
            || IsConditional(definition) || IsSynchronized(definition) || StartsType(method, context))
        {
            return null;
        }

        SyntaxNode syntax = reference.GetSyntax(context.Cancellation);
        SemanticModel model = context.ModelOf(syntax.SyntaxTree);
        IBlockOperation? block = syntax switch
        {
            LocalFunctionStatementSyntax => (model.GetOperation(syntax, context.Cancellation) as ILocalFunctionOperation)?.Body,
            ArrowExpressionClauseSyntax => model.GetOperation(syntax, context.Cancellation) as IBlockOperation,
            _ => model.GetOperation(syntax, context.Cancellation) is IMethodBodyBaseOperation body ? body.BlockBody ?? body.ExpressionBody : null,
        };
        return block is null || block.DescendantsAndSelf().Any(operation => operation is IInvalidOperation) ? null : block;
    }

    /// <summary>The first such call runs a static constructor; that of the method's own type has run before.</summary>
    public static bool StartsType(IMethodSymbol method, MethodContext context) =>
        (method.IsStatic || method.MethodKind == MethodKind.Constructor) && method.MethodKind != MethodKind.LocalFunction
        && method.ContainingType is { } type && StartsType(type, context);

    public static bool StartsType(INamedTypeSymbol type, MethodContext context) =>
        type.StaticConstructors.Any(constructor => !constructor.IsImplicitlyDeclared) && !SymbolEqualityComparer.Default.Equals(type, context.Method.ContainingType);

    /// <summary>Calls that the compiler may leave out.</summary>
    public static bool IsConditional(IMethodSymbol method) =>
        method.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "ConditionalAttribute")
        || (method.OverriddenMethod is { } overridden && IsConditional(overridden));

    /// <summary>The body runs in a lock on the object, or on the type.</summary>
    public static bool IsSynchronized(IMethodSymbol method) => method.MethodImplementationFlags.HasFlag(MethodImplAttributes.Synchronized);

    /// <summary>The method that runs is the one that is named: no override can take its place.</summary>
    public static bool IsBound(IMethodSymbol method, bool isVirtualCall) =>
        method.IsStatic
            ? !method.IsAbstract && !method.IsVirtual
            : !isVirtualCall || method.ContainingType.IsSealed || method.IsSealed || !(method.IsVirtual || method.IsOverride || method.IsAbstract);
}
