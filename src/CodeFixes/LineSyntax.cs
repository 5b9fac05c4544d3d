using Microsoft.CodeAnalysis;

namespace AutoPar.CodeFixes;

/// <summary>The lines of a file.</summary>
internal static class LineSyntax
{
    /// <summary>The white space that the line of a node begins with.</summary>
    public static string Indentation(SyntaxNode node)
    {
        string line = node.SyntaxTree.GetText().Lines.GetLineFromPosition(node.SpanStart).ToString();
        return line.Substring(0, line.Length - line.TrimStart().Length);
    }

    /// <summary>How the lines of the file end.</summary>
    public static string NewLine(SyntaxNode node) =>
        node.SyntaxTree.GetText().Lines is [{ EndIncludingLineBreak: var next, End: var end }, ..] && next - end == 2 ? "\r\n" : "\n";
}
