using AutoPar.Generator.Frontend;
using AutoPar.Generator.Helpers;
using Microsoft.CodeAnalysis;

namespace AutoPar.Generator.Interception;

/// <summary>Tells whether C# allows an interceptor for a method at all, and what it must look like.</summary>
internal static class InterceptionTargetReader
{
    /// <summary>The name by which a call site finds the target again.</summary>
    public static string Key(IMethodSymbol method) => method.GetDocumentationCommentId() ?? method.ToDisplayString();

    /// <summary>Null when the attributes say no, when a call need not run the method, or when nothing outside the type may name it.</summary>
    public static InterceptionTarget? Read(IMethodSymbol method)
    {
        if (!WantsInterception(method) || IsOverridable(method) || !IsVisible(method.ContainingType) || !SignatureIsVisible(method))
        {
            return null;
        }

        ITypeParameterSymbol[] parameters = [.. ContainingTypes(method).SelectMany(type => type.TypeParameters), .. method.TypeParameters];
        if (parameters.Select(parameter => parameter.Name).Distinct().Count() != parameters.Length)
        {
            // The method's T hides the type's: an interceptor has no way to name both.
            return null;
        }

        return new InterceptionTarget(
            Key(method),
            SignatureReader.Identifier(method.Name),
            method.IsStatic ? "" : Receiver(method),
            parameters.Select(parameter => SignatureReader.Identifier(parameter.Name)).ToEquatableArray(),
            parameters.Select(Constraint).OfType<string>().ToEquatableArray(),
            method.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal));
    }

    public static bool WantsInterception(IMethodSymbol method) =>
        AttributeReader.ReadParallelize(method) is not { Intercept: false } && AttributeReader.ReadVectorize(method) is not { Intercept: false };

    /// <summary>A call of it may run an override; and a sibling that calls it, called for <c>base.X()</c>, would come back.</summary>
    private static bool IsOverridable(IMethodSymbol method) =>
        (method.IsVirtual || method.IsOverride || method.IsAbstract) && !method.IsSealed && !method.ContainingType.IsSealed;

    private static string Receiver(IMethodSymbol method)
    {
        string kind = !method.ContainingType.IsValueType ? "" : method.IsReadOnly ? "in " : "ref ";
        return "this " + kind + TypeMap.Text(method.ContainingType);
    }

    private static IEnumerable<INamedTypeSymbol> ContainingTypes(IMethodSymbol method)
    {
        Stack<INamedTypeSymbol> types = new();
        for (INamedTypeSymbol? type = method.ContainingType; type is not null; type = type.ContainingType)
        {
            types.Push(type);
        }

        return types;
    }

    private static bool SignatureIsVisible(IMethodSymbol method) =>
        IsVisible(method.ReturnType)
        && method.Parameters.All(parameter => IsVisible(parameter.Type))
        && method.TypeParameters.All(parameter => parameter.ConstraintTypes.All(IsVisible));

    private static bool IsVisible(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => IsVisible(array.ElementType),
        IPointerTypeSymbol pointer => IsVisible(pointer.PointedAtType),
        INamedTypeSymbol named =>
            named.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal or Accessibility.NotApplicable
            && !named.IsFileLocal
            && (named.ContainingType is null || IsVisible(named.ContainingType))
            && named.TypeArguments.All(IsVisible),
        IFunctionPointerTypeSymbol => false,
        _ => true,
    };

    private static string? Constraint(ITypeParameterSymbol parameter)
    {
        List<string> parts = [];
        if (parameter.HasUnmanagedTypeConstraint)
        {
            parts.Add("unmanaged");
        }
        else if (parameter.HasValueTypeConstraint)
        {
            parts.Add("struct");
        }
        else if (parameter.HasReferenceTypeConstraint)
        {
            parts.Add(parameter.ReferenceTypeConstraintNullableAnnotation == NullableAnnotation.Annotated ? "class?" : "class");
        }
        else if (parameter.HasNotNullConstraint)
        {
            parts.Add("notnull");
        }

        parts.AddRange(parameter.ConstraintTypes.Select(TypeMap.Text));
        if (parameter.HasConstructorConstraint)
        {
            parts.Add("new()");
        }

        if (parameter.AllowsRefLikeType)
        {
            parts.Add("allows ref struct");
        }

        return parts.Count == 0 ? null : $"where {SignatureReader.Identifier(parameter.Name)} : {string.Join(", ", parts)}";
    }
}
