using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AutoPar.Generator.Frontend;

/// <summary>A generic method's text with a type in place of its type parameter, under another name.</summary>
internal sealed class SpecializedMethod(IMethodSymbol method, MethodDeclarationSyntax syntax, SemanticModel model, CancellationToken cancellation)
{
    private readonly ITypeParameterSymbol _parameter = method.TypeParameters[0];

    /// <summary>The nodes to replace, the same for each type.</summary>
    private List<(SyntaxNode Node, ISymbol? Symbol)>? _places;

    public void Write(SpecializedSource source, SpecializableType type, string name)
    {
        string text = BodyText.Blanked(syntax, syntax.Span);
        int position = syntax.SpanStart;
        foreach ((TextSpan span, string replacement) in Edits(type, name).OrderBy(edit => edit.Span.Start))
        {
            Keep(TextSpan.FromBounds(position, span.Start));
            source.Add(replacement, span, isVerbatim: false);
            position = span.End;
        }

        Keep(TextSpan.FromBounds(position, syntax.Span.End));
        source.Add("\n");

        void Keep(TextSpan span) => source.Add(text.Substring(span.Start - syntax.SpanStart, span.Length), span, isVerbatim: true);
    }

    private IEnumerable<(TextSpan Span, string Text)> Edits(SpecializableType type, string name)
    {
        yield return (syntax.Identifier.Span, name);
        yield return (syntax.TypeParameterList!.Span, "");
        foreach (TypeParameterConstraintClauseSyntax clause in syntax.ConstraintClauses)
        {
            yield return (clause.Span, "");
        }

        foreach ((SyntaxNode node, ISymbol? symbol) in _places ??= [.. Places()])
        {
            // Either the whole of T.Zero, or its T.
            if (type.Literal(symbol) is { } literal)
            {
                yield return (node.Span, literal);
            }
            else
            {
                yield return (node is MemberAccessExpressionSyntax access ? access.Expression.Span : node.Span, type.Keyword);
            }
        }
    }

    /// <summary>Each mention of the type parameter; where a member is taken of it, with that member.</summary>
    private IEnumerable<(SyntaxNode Node, ISymbol? Symbol)> Places()
    {
        foreach (IdentifierNameSyntax name in syntax.DescendantNodes().OfType<IdentifierNameSyntax>())
        {
            if (name.Identifier.ValueText != _parameter.Name
                || name.FirstAncestorOrSelf<TypeParameterConstraintClauseSyntax>() is not null
                || !SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellation).Symbol, _parameter))
            {
                continue;
            }

            yield return name.Parent is MemberAccessExpressionSyntax access && access.Expression == name
                ? (access, model.GetSymbolInfo(access, cancellation).Symbol)
                : (name, null);
        }
    }
}
