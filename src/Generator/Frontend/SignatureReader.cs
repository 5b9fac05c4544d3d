using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoPar.Generator.Frontend;

/// <summary>What the generated siblings repeat of a method's and its types' declarations.</summary>
internal static class SignatureReader
{
    private static readonly SymbolDisplayFormat s_constraints = SymbolDisplayFormat.FullyQualifiedFormat
        .WithGenericsOptions(SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints)
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    public static MethodSignature Read(IMethodSymbol method, MethodDeclarationSyntax syntax) => new(
        Identifier(method.Name),
        Accessibility(method.DeclaredAccessibility),
        method.IsStatic,
        syntax.Ancestors().OfType<TypeDeclarationSyntax>().Any(type => Has(type.Modifiers, SyntaxKind.UnsafeKeyword))
            || Has(syntax.Modifiers, SyntaxKind.UnsafeKeyword),
        method.IsReadOnly,
        RefPrefix(method.RefKind) + TypeMap.Text(method.ReturnType),
        TypeMap.Element(method.ReturnType),
        method.ReturnsVoid,
        TypeParameters(method.TypeParameters),
        Constraints(method),
        method.Parameters.Select(Parameter).ToEquatableArray(),
        TypeMap.Text(method.ContainingType));

    /// <summary>What tells a method from its overloads, as <see cref="MethodSignature.Key"/> does.</summary>
    public static string Key(IMethodSymbol method) =>
        MethodSignature.KeyOf(Identifier(method.Name), method.Parameters.Select(parameter => TypeMap.Text(parameter.Type)));

    /// <summary>The containing types, outermost first.</summary>
    public static EquatableArray<TypeHeader> Types(INamedTypeSymbol innermost)
    {
        List<TypeHeader> headers = [];
        for (INamedTypeSymbol? type = innermost; type is not null; type = type.ContainingType)
        {
            string keyword = type switch
            {
                { TypeKind: TypeKind.Interface } => "interface",
                { IsRecord: true, TypeKind: TypeKind.Struct } => "record struct",
                { IsRecord: true } => "record",
                { TypeKind: TypeKind.Struct } => "struct",
                _ => "class",
            };
            string modifiers = type.IsStatic ? "static partial " : "partial ";
            headers.Insert(0, new TypeHeader(
                modifiers + keyword + " " + Identifier(type.Name) + TypeParameters(type.TypeParameters),
                Identifier(type.Name),
                type.IsGenericType,
                type.TypeKind == TypeKind.Struct,
                type.IsRefLikeType));
        }

        return headers.ToEquatableArray();
    }

    /// <summary>A name as C# spells it: with @ where it's a keyword, or a word that starts an expression or a type.</summary>
    public static string Identifier(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || name is "await" or "field" or "from" or "nameof" or "var" or "dynamic" or "scoped"
            ? "@" + name
            : name;

    private static ParameterModel Parameter(IParameterSymbol parameter) => new(
        Identifier(parameter.Name),
        Modifier(parameter),
        TypeMap.Text(parameter.Type),
        TypeMap.Element(parameter.Type),
        parameter.HasExplicitDefaultValue ? DefaultValue(parameter) : null,
        AttributeReader.IsNoAlias(parameter),
        AttributeReader.IsUnique(parameter));

    // An interceptor must say scoped where the method does; out parameters are so without saying it.
    private static string Modifier(IParameterSymbol parameter)
    {
        bool isReceiver = parameter is { Ordinal: 0, ContainingSymbol: IMethodSymbol { IsExtensionMethod: true } };
        string[] modifiers =
        [
            isReceiver ? "this" : "",
            parameter.IsParams ? "params" : "",
            parameter.ScopedKind != ScopedKind.None && parameter.RefKind != RefKind.Out ? "scoped" : "",
            parameter.RefKind switch
            {
                RefKind.Ref => "ref",
                RefKind.In => "in",
                RefKind.Out => "out",
                RefKind.RefReadOnlyParameter => "ref readonly",
                _ => "",
            },
        ];
        return string.Join(" ", modifiers.Where(modifier => modifier.Length > 0));
    }

    private static string DefaultValue(IParameterSymbol parameter)
    {
        object? value = parameter.ExplicitDefaultValue;
        if (value is null)
        {
            return "default";
        }

        string literal = value switch
        {
            double and (double.NaN or double.PositiveInfinity or double.NegativeInfinity) => Special((double)value, "double"),
            float and (float.NaN or float.PositiveInfinity or float.NegativeInfinity) => Special((float)value, "float"),
            _ => SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false),
        };
        string suffix = value switch
        {
            float => "f",
            decimal => "m",
            _ => "",
        };
        return literal.Contains("::") || value is string or bool or char
            ? parameter.Type.TypeKind == TypeKind.Enum ? $"({TypeMap.Text(parameter.Type)}){literal}" : literal
            : parameter.Type.TypeKind == TypeKind.Enum ? $"({TypeMap.Text(parameter.Type)})({literal})" : literal + suffix;
    }

    private static string Special(double value, string type) =>
        "global::System." + (type == "double" ? "Double." : "Single.")
        + (double.IsNaN(value) ? "NaN" : value > 0 ? "PositiveInfinity" : "NegativeInfinity");

    private static string TypeParameters(IEnumerable<ITypeParameterSymbol> parameters)
    {
        string names = string.Join(", ", parameters.Select(parameter => Identifier(parameter.Name)));
        return names.Length == 0 ? "" : $"<{names}>";
    }

    private static string Constraints(IMethodSymbol method)
    {
        if (method.TypeParameters.IsEmpty)
        {
            return "";
        }

        string display = method.ToDisplayString(s_constraints);
        int where = display.IndexOf(" where ", StringComparison.Ordinal);
        return where < 0 ? "" : display.Substring(where + 1);
    }

    private static string RefPrefix(RefKind kind) => kind switch
    {
        RefKind.Ref => "ref ",
        RefKind.RefReadOnly => "ref readonly ",
        _ => "",
    };

    private static string Accessibility(Accessibility accessibility) => accessibility switch
    {
        Microsoft.CodeAnalysis.Accessibility.Public => "public",
        Microsoft.CodeAnalysis.Accessibility.Protected => "protected",
        Microsoft.CodeAnalysis.Accessibility.Internal => "internal",
        Microsoft.CodeAnalysis.Accessibility.ProtectedOrInternal => "protected internal",
        Microsoft.CodeAnalysis.Accessibility.ProtectedAndInternal => "private protected",
        _ => "private",
    };

    private static bool Has(SyntaxTokenList modifiers, SyntaxKind kind)
    {
        foreach (SyntaxToken modifier in modifiers)
        {
            if (modifier.IsKind(kind))
            {
                return true;
            }
        }

        return false;
    }
}
