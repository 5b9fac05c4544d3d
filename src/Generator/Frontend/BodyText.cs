using AutoPar.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AutoPar.Generator.Frontend;

/// <summary>
/// The text of a method's body that the generated siblings repeat. Directives, and text that they disable, are
/// replaced by as many blanks: they'd be wrong or unbalanced in another file, and offsets must not move.
/// </summary>
internal sealed class BodyText
{
    private readonly int _start;

    private BodyText(string text, int start)
    {
        Text = text;
        _start = start;
    }

    public string Text { get; }

    public static BodyText Of(MethodDeclarationSyntax method)
    {
        if (method.Body is { } block)
        {
            TextSpan span = TextSpan.FromBounds(block.OpenBraceToken.Span.End, Math.Max(block.OpenBraceToken.Span.End, block.CloseBraceToken.SpanStart));
            return new BodyText(Blanked(block, span), span.Start);
        }

        if (method.ExpressionBody is { } arrow)
        {
            bool isVoid = method.ReturnType is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword };
            return new BodyText((isVoid ? "" : "return ") + Blanked(arrow, arrow.Expression.Span) + ";", arrow.Expression.SpanStart);
        }

        return new BodyText("", 0);
    }

    public TextRange RangeOf(SyntaxNode node) => new(node.SpanStart - _start, node.Span.Length);

    /// <summary>The node's text in <paramref name="span"/> with directives, and what they disable, blanked out.</summary>
    public static string Blanked(SyntaxNode node, TextSpan span)
    {
        char[] text = node.SyntaxTree.GetText().ToString(span).ToCharArray();
        foreach (SyntaxTrivia trivia in node.DescendantTrivia(descendIntoTrivia: false))
        {
            if (!trivia.IsDirective && !trivia.IsKind(SyntaxKind.DisabledTextTrivia))
            {
                continue;
            }

            int end = Math.Min(trivia.FullSpan.End, span.End);
            for (int position = Math.Max(trivia.FullSpan.Start, span.Start); position < end; position++)
            {
                ref char character = ref text[position - span.Start];
                if (character is not ('\r' or '\n'))
                {
                    character = ' ';
                }
            }
        }

        return new string(text);
    }
}
