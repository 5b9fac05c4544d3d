using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Frontend;

/// <summary>A field that a loop can read once: static, or of <c>this</c>; or an auto-property, which is one, or a constant table.</summary>
internal static class Members
{
    public sealed record Member(ISymbol Symbol, ITypeSymbol Type, bool IsVolatile);

    /// <summary>A member that can be named outside the loop: static, or of <c>this</c>, and not what <c>field</c> is in a property.</summary>
    public static Member? Of(IOperation operation) => operation is IMemberReferenceOperation reference && Any(operation) is { } member
        && member.Symbol.CanBeReferencedByName && IsReachable(member.Symbol, reference.Instance) ? member : null;

    /// <summary>A field or auto-property of whatever object.</summary>
    public static Member? Any(IOperation operation)
    {
        switch (operation)
        {
            case IFieldReferenceOperation { Field: { RefKind: RefKind.None, IsFixedSizeBuffer: false } field } when !IsThreadStatic(field):
                return new Member(field, field.Type, field.IsVolatile);
            case IPropertyReferenceOperation { Property: { IsIndexer: false, RefKind: RefKind.None } property } when IsAutomatic(property) || ConstantTable.Is(property):
                return new Member(property, property.Type, false);
            default:
                return null;
        }
    }

    /// <summary>The property has no code of its own, and no override can give it some.</summary>
    public static bool IsAutomatic(IPropertySymbol property) =>
        !property.IsAbstract && (!property.IsVirtual && !property.IsOverride || property.ContainingType.IsSealed || property.IsSealed)
        && property.ContainingType.TypeKind != TypeKind.Interface
        && property.ContainingType.GetMembers().OfType<IFieldSymbol>()
            .Any(field => field.IsImplicitlyDeclared && SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property))
        && IsWithoutBodies(property);

    // With the field keyword a property has both a backing field and code.
    private static bool IsWithoutBodies(IPropertySymbol property) =>
        property is { PartialDefinitionPart: null, PartialImplementationPart: null }
        && new[] { property.GetMethod, property.SetMethod }.OfType<IMethodSymbol>().SelectMany(accessor => accessor.DeclaringSyntaxReferences)
            .All(reference => reference.GetSyntax() is AccessorDeclarationSyntax { Body: null, ExpressionBody: null } or ParameterSyntax);

    // Reading a static field early must not run a static constructor that the loop, with no trips, wouldn't run.
    private static bool IsReachable(ISymbol member, IOperation? instance) => member.IsStatic
        ? !member.ContainingType.StaticConstructors.Any(constructor => !constructor.IsImplicitlyDeclared)
        : instance is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance, Syntax: not BaseExpressionSyntax };

    /// <summary>By the member's name <paramref name="user"/> finds another one, of a class between its own and the member's.</summary>
    public static bool IsHidden(ISymbol member, INamedTypeSymbol user)
    {
        bool isHidden = false;
        for (INamedTypeSymbol? type = member.IsStatic ? null : user; type is not null; type = type.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, member.ContainingType.OriginalDefinition))
            {
                return isHidden;
            }

            isHidden |= type.GetMembers(member.Name).Any(other => !other.IsOverride);
        }

        return false;
    }

    /// <summary>The text of <paramref name="user"/> can name the type: no type parameters of other methods are in it, and no types that only their own file knows.</summary>
    public static bool HasName(ITypeSymbol? type, IMethodSymbol user) => type switch
    {
        ITypeParameterSymbol { DeclaringMethod: { } owner } => SymbolEqualityComparer.Default.Equals(owner.OriginalDefinition, user.OriginalDefinition),
        IArrayTypeSymbol array => HasName(array.ElementType, user),
        INamedTypeSymbol { IsFileLocal: true } => false,
        INamedTypeSymbol named => named.TypeArguments.All(argument => HasName(argument, user)) && HasName(named.ContainingType, user),
        _ => true,
    };

    public static bool IsThreadStatic(IFieldSymbol field) =>
        field.IsStatic && field.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "ThreadStaticAttribute");
}
