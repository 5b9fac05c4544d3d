using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace AutoPar.CodeFixes;

/// <summary>The directive <c>using AutoPar;</c>, at its place in the alphabet, where the file's others are.</summary>
internal static class UsingDirective
{
    private const string Name = "AutoPar";

    /// <summary>Adds it unless the namespace's types can be named without.</summary>
    public static void Add(SyntaxEditor editor, SemanticModel model, int position)
    {
        if (!model.LookupNamespacesAndTypes(position, name: "ParallelizeAttribute").IsEmpty)
        {
            return;
        }

        SyntaxNode unit = editor.OriginalRoot;
        SyntaxNode owner = unit.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .OfType<UsingDirectiveSyntax>()
            .FirstOrDefault(IsPlain)?.Parent ?? unit;
        string newLine = LineSyntax.NewLine(unit);
        editor.ReplaceNode(owner, (current, _) => current switch
        {
            CompilationUnitSyntax { Usings.Count: 0 } file => First(file, newLine),
            CompilationUnitSyntax file => file.WithUsings(With(file.Usings, newLine)),
            BaseNamespaceDeclarationSyntax space => space.WithUsings(With(space.Usings, newLine)),
            _ => current,
        });
    }

    private static SyntaxList<UsingDirectiveSyntax> With(SyntaxList<UsingDirectiveSyntax> usings, string newLine)
    {
        if (usings.Any(known => IsPlain(known) && known.Name?.ToString() == Name))
        {
            return usings;
        }

        int index = usings.TakeWhile(known => !IsPlain(known) || IsBefore(known.Name!.ToString())).Count();
        while (index > 0 && (!IsPlain(usings[index - 1]) && usings[index - 1].GlobalKeyword.IsKind(SyntaxKind.None)))
        {
            index--;
        }

        // What stands above the first one is the head of the file.
        UsingDirectiveSyntax neighbour = usings[Math.Max(0, index - 1)];
        UsingDirectiveSyntax made = Directive(newLine).WithLeadingTrivia(index == 0
            ? neighbour.GetLeadingTrivia()
            : [.. neighbour.GetLeadingTrivia().Reverse().TakeWhile(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia))]);
        return index == 0
            ? usings.Replace(neighbour,
                neighbour.WithLeadingTrivia(neighbour.GetLeadingTrivia().Reverse().TakeWhile(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia))))
                    .Insert(0, made)
            : usings.Insert(index, made);
    }

    private static CompilationUnitSyntax First(CompilationUnitSyntax file, string newLine)
    {
        SyntaxTriviaList head = file.GetLeadingTrivia();
        return file.WithLeadingTrivia(SyntaxFactory.EndOfLine(newLine)).WithUsings([Directive(newLine).WithLeadingTrivia(head)]);
    }

    private static UsingDirectiveSyntax Directive(string newLine) => SyntaxFactory.UsingDirective(
        SyntaxFactory.Token(SyntaxKind.UsingKeyword).WithTrailingTrivia(SyntaxFactory.Space), default, null,
        SyntaxFactory.IdentifierName(Name), SyntaxFactory.Token(SyntaxKind.SemicolonToken).WithTrailingTrivia(SyntaxFactory.EndOfLine(newLine)));

    private static bool IsBefore(string other) =>
        other == "System" || other.StartsWith("System.", StringComparison.Ordinal) || string.CompareOrdinal(other, Name) < 0;

    private static bool IsPlain(UsingDirectiveSyntax directive) =>
        directive.GlobalKeyword.IsKind(SyntaxKind.None) && directive.StaticKeyword.IsKind(SyntaxKind.None) && directive.Alias is null;
}
