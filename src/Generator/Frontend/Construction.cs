using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Frontend;

/// <summary>What runs when a constructor is called.</summary>
/// <param name="Parts">Initializers of fields and properties, the call of another constructor, the body.</param>
/// <param name="Base">The base's constructor, where it isn't called in so many words.</param>
/// <param name="IsKnown">That is all.</param>
internal sealed record Construction(IReadOnlyList<IOperation> Parts, IMethodSymbol? Base, bool IsKnown)
{
    private static readonly Construction s_unknown = new([], null, false);

    public static Construction Of(IMethodSymbol constructor, MethodContext context)
    {
        INamedTypeSymbol type = constructor.ContainingType.OriginalDefinition;
        SyntaxNode? syntax = constructor.OriginalDefinition.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(context.Cancellation);
        if (constructor.IsExtern || Callee.StartsType(constructor, context) || syntax is TypeDeclarationSyntax { BaseList.Types: [PrimaryConstructorBaseTypeSyntax, ..] }
            || (syntax is null && !constructor.IsImplicitlyDeclared))
        {
            return s_unknown;
        }

        List<IOperation> parts = [];
        ConstructorInitializerSyntax? chained = null;
        IConstructorBodyOperation? body = null;
        if (syntax is ConstructorDeclarationSyntax declaration)
        {
            chained = declaration.Initializer;
            body = context.ModelOf(declaration.SyntaxTree).GetOperation(declaration, context.Cancellation) as IConstructorBodyOperation;
            if (body is null || body.DescendantsAndSelf().Any(operation => operation is IInvalidOperation))
            {
                return s_unknown;
            }
        }
        else if (syntax is not (null or TypeDeclarationSyntax))
        {
            return s_unknown;
        }

        if (!chained.IsKind(SyntaxKind.ThisConstructorInitializer))
        {
            foreach (EqualsValueClauseSyntax initializer in type.GetMembers().Where(member => !member.IsStatic).SelectMany(member => InitializersOf(member, context)))
            {
                if (context.ModelOf(initializer.SyntaxTree).GetOperation(initializer, context.Cancellation) is not ISymbolInitializerOperation { Value: var value })
                {
                    return s_unknown;
                }

                parts.Add(value);
            }
        }

        // Some compilers write down the call of the base's constructor that nobody has written.
        if (chained is not null && body?.Initializer is { } call)
        {
            parts.Add(call);
        }

        if ((body?.BlockBody ?? body?.ExpressionBody) is { } block)
        {
            parts.Add(block);
        }

        IMethodSymbol? ofBase = chained is null && type.BaseType is { SpecialType: not (SpecialType.System_Object or SpecialType.System_ValueType) } parent
            ? parent.InstanceConstructors.FirstOrDefault(candidate => candidate.Parameters.IsEmpty)
            : null;
        bool hasBase = chained is not null || type.BaseType is null or { SpecialType: SpecialType.System_Object or SpecialType.System_ValueType };
        return new Construction(parts, ofBase, hasBase || ofBase is not null);
    }

    private static IEnumerable<EqualsValueClauseSyntax> InitializersOf(ISymbol member, MethodContext context) => member is not (IFieldSymbol or IPropertySymbol or IEventSymbol) ? []
        : member.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(context.Cancellation) switch
        {
            VariableDeclaratorSyntax { Initializer: { } value } => value,
            PropertyDeclarationSyntax { Initializer: { } value } => value,
            _ => null,
        }).OfType<EqualsValueClauseSyntax>();
}
