using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoPar.Generator.Frontend;

/// <summary>
/// The using directives that a method's text sees, written so that they mean the same in another file.
/// Global usings are left out: they reach the generated file by themselves.
/// </summary>
internal static class UsingReader
{
    /// <returns>What stands at the top of the file, and what stands inside namespaces, which hides more.</returns>
    public static (string File, string Namespaces) Read(SyntaxNode method, SemanticModel model, CancellationToken cancellation)
    {
        List<string> externs = [];
        List<string> ofFile = [];
        List<string> ofNamespaces = [];
        foreach (SyntaxNode scope in method.Ancestors())
        {
            (SyntaxList<ExternAliasDirectiveSyntax> aliases, SyntaxList<UsingDirectiveSyntax> directives) = scope switch
            {
                CompilationUnitSyntax unit => (unit.Externs, unit.Usings),
                BaseNamespaceDeclarationSyntax space => (space.Externs, space.Usings),
                _ => (default, default),
            };
            foreach (ExternAliasDirectiveSyntax alias in aliases)
            {
                Add(externs, $"extern alias {alias.Identifier.Text};");
            }

            foreach (UsingDirectiveSyntax directive in directives)
            {
                if (directive.GlobalKeyword.IsKind(SyntaxKind.None) && Text(directive, model, cancellation) is { } text)
                {
                    Add(scope is CompilationUnitSyntax ? ofFile : ofNamespaces, text);
                }
            }
        }

        return (Lines(externs.Concat(ofFile)), Lines(ofNamespaces));
    }

    private static string Lines(IEnumerable<string> lines)
    {
        StringBuilder result = new();
        foreach (string line in lines)
        {
            result.Append(line).Append('\n');
        }

        return result.ToString();
    }

    private static void Add(List<string> lines, string line)
    {
        if (!lines.Contains(line))
        {
            lines.Add(line);
        }
    }

    private static string? Text(UsingDirectiveSyntax directive, SemanticModel model, CancellationToken cancellation)
    {
        // A name that doesn't resolve is an error in the user's file; one report of it is enough.
        if (model.GetSymbolInfo(directive.NamespaceOrType, cancellation).Symbol is not INamespaceOrTypeSymbol target
            || target is ITypeSymbol { TypeKind: TypeKind.Error })
        {
            return null;
        }

        string unsafeKeyword = directive.UnsafeKeyword.IsKind(SyntaxKind.None) ? "" : "unsafe ";
        string name = IsExternAlias(directive) ? directive.NamespaceOrType.ToString() : Name(target);
        return directive.Alias is { } alias ? $"using {unsafeKeyword}{alias.Name.Identifier.Text} = {name};"
            : directive.StaticKeyword.IsKind(SyntaxKind.None) ? $"using {name};"
            : $"using static {unsafeKeyword}{name};";
    }

    private static string Name(INamespaceOrTypeSymbol target) =>
        target is ITypeSymbol type ? TypeMap.Text(type) : target.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    private static bool IsExternAlias(UsingDirectiveSyntax directive) =>
        directive.NamespaceOrType.DescendantNodesAndSelf().OfType<AliasQualifiedNameSyntax>()
            .Any(name => name.Alias.Identifier.Text != "global");
}
