using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace AutoPar.Generator.Frontend;

/// <summary>
/// A file made of another's text. What is found in it is told where the text came from: nobody ever sees the file itself.
/// </summary>
internal sealed class SpecializedSource(SyntaxTree original)
{
    private static readonly ConditionalWeakTable<SyntaxTree, SpecializedSource> s_sources = new();

    private readonly StringBuilder _text = new();
    private readonly List<Piece> _pieces = [];

    /// <param name="Start">In this file.</param>
    /// <param name="Original">In the original, for a piece that is taken over as it is of the same length.</param>
    private readonly record struct Piece(int Start, TextSpan Original, bool IsVerbatim);

    public string Text => _text.ToString();

    /// <summary>The place in the user's own file.</summary>
    public static Location Original(Location location) =>
        location.SourceTree is { } tree && s_sources.TryGetValue(tree, out SpecializedSource source) ? source.Map(location.SourceSpan) : location;

    /// <summary>Text of no origin.</summary>
    public void Add(string text) => _text.Append(text);

    /// <summary>Text that stands for <paramref name="origin"/>.</summary>
    public void Add(string text, TextSpan origin, bool isVerbatim)
    {
        _pieces.Add(new Piece(_text.Length, origin, isVerbatim));
        _text.Append(text);
    }

    public void Belongs(SyntaxTree tree) => s_sources.Add(tree, this);

    private Location Map(TextSpan span)
    {
        int start = Map(span.Start, isEnd: false);
        return Location.Create(original, TextSpan.FromBounds(start, Math.Max(start, Map(span.End, isEnd: true))));
    }

    private int Map(int position, bool isEnd)
    {
        // An end belongs to the piece before it.
        Piece piece = _pieces.LastOrDefault(piece => isEnd ? piece.Start < position : piece.Start <= position);
        return piece.IsVerbatim ? Math.Min(piece.Original.Start + position - piece.Start, piece.Original.End)
            : isEnd ? piece.Original.End : piece.Original.Start;
    }
}
