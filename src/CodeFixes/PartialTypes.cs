using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace AutoPar.CodeFixes;

/// <summary>Makes types partial, so that generated members can stand in them.</summary>
internal static class PartialTypes
{
    public static bool IsPartial(TypeDeclarationSyntax type) => type.Modifiers.Any(SyntaxKind.PartialKeyword);

    public static void Make(SyntaxEditor editor, TypeDeclarationSyntax type) => editor.ReplaceNode(
        type, (current, _) => current is TypeDeclarationSyntax declaration && !IsPartial(declaration) ? Made(declaration) : current);

    /// <summary>All types around a member.</summary>
    public static void MakeAround(SyntaxEditor editor, SyntaxNode member)
    {
        foreach (TypeDeclarationSyntax type in member.Ancestors().OfType<TypeDeclarationSyntax>().Where(type => !IsPartial(type)))
        {
            Make(editor, type);
        }
    }

    // partial is the last modifier. A type without modifiers has its comments and indentation on the keyword.
    private static TypeDeclarationSyntax Made(TypeDeclarationSyntax type)
    {
        SyntaxToken partial = SyntaxFactory.Token(SyntaxKind.PartialKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        return type.Modifiers.Count == 0
            ? type.WithKeyword(type.Keyword.WithLeadingTrivia())
                .WithModifiers(SyntaxFactory.TokenList(partial.WithLeadingTrivia(type.Keyword.LeadingTrivia)))
            : type.WithModifiers(type.Modifiers.Add(partial));
    }
}
