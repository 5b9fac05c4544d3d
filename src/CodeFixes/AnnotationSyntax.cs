using AutoPar.Generator.Frontend;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoPar.CodeFixes;

/// <summary>Finds AutoPar's attributes in source.</summary>
internal static class AnnotationSyntax
{
    /// <summary>The [Parallelize] or [Vectorize] attributes of the method that encloses the position, by full type name.</summary>
    public static IEnumerable<(AttributeSyntax Syntax, string Type)> Around(SyntaxNode root, SemanticModel model, int position,
        CancellationToken cancellation)
    {
        MethodDeclarationSyntax? method = root.FindToken(position).Parent?.FirstAncestorOrSelf<MethodDeclarationSyntax>();
        foreach (AttributeSyntax attribute in method?.AttributeLists.SelectMany(list => list.Attributes) ?? [])
        {
            string? type = model.GetSymbolInfo(attribute, cancellation).Symbol?.ContainingType.ToDisplayString();
            if (type is AttributeReader.Parallelize or AttributeReader.Vectorize)
            {
                yield return (attribute, type);
            }
        }
    }

    /// <summary>The option that the attribute sets by name.</summary>
    public static AttributeArgumentSyntax? Option(AttributeSyntax attribute, string name) =>
        attribute.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == name);
}
