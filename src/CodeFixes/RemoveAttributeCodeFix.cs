using System.Collections.Immutable;
using System.Composition;
using AutoPar.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace AutoPar.CodeFixes;

/// <summary>AP0003: removes the attribute from a method that has no loop.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class RemoveAttributeCodeFix : EditingCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.NoLoop];

    private protected override Fix? Find(SyntaxNode root, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellation)
    {
        string? name = DiagnosticArguments.Get(diagnostic, 1);
        AttributeSyntax? attribute = AnnotationSyntax.Around(root, model, diagnostic.Location.SourceSpan.Start, cancellation)
            .Where(candidate => candidate.Type == $"AutoPar.{name}Attribute")
            .Select(candidate => candidate.Syntax)
            .FirstOrDefault();
        return attribute is null ? null : new Fix($"Remove [{name}]", attribute, editor => Remove(editor, attribute));
    }

    // An attribute list that becomes empty goes as well, but the comment above the method stays.
    private static void Remove(SyntaxEditor editor, AttributeSyntax attribute)
    {
        if (attribute.Parent is AttributeListSyntax { Attributes.Count: 1, Parent: MethodDeclarationSyntax method } list)
        {
            MethodDeclarationSyntax without = method.WithAttributeLists(method.AttributeLists.Remove(list));
            editor.ReplaceNode(method, method.AttributeLists[0] == list ? without.WithLeadingTrivia(list.GetLeadingTrivia()) : without);
        }
        else
        {
            editor.RemoveNode(attribute);
        }
    }
}
