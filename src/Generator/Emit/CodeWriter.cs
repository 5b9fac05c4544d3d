using System.Text;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Emit;

/// <summary>Writes indented C#: lines, and blocks in braces that <c>using</c> closes.</summary>
/// <param name="aliases">Short names for namespaces, which lines are written with.</param>
internal sealed class CodeWriter(EquatableArray<NamespaceAlias> aliases = default)
{
    private readonly HashSet<NamespaceAlias> _used = [];
    private readonly StringBuilder _text = new();
    private int _indent;
    private bool _pendingBlank;
    private bool _afterOpening = true;

    /// <summary>The aliases that lines were written with, in their order.</summary>
    public IEnumerable<NamespaceAlias> UsedAliases => aliases.Where(_used.Contains);

    /// <summary>A line; of several empty ones in a row one is kept, and none next to a brace.</summary>
    public void Line(string text = "") => Verbatim(Abbreviated(text));

    /// <summary>A line of the user's own.</summary>
    public void Verbatim(string text)
    {
        if (text.Length == 0)
        {
            _pendingBlank = true;
            return;
        }

        if (_pendingBlank && !_afterOpening && text[0] != '}')
        {
            _text.Append('\n');
        }

        _pendingBlank = false;
        _afterOpening = text == "{";
        _text.Append(' ', 4 * _indent).Append(text).Append('\n');
    }

    /// <summary>Writes text of several lines as it is, each line indented.</summary>
    public void Lines(string text)
    {
        foreach (string line in text.Replace("\r\n", "\n").Split('\n'))
        {
            Line(line);
        }
    }

    // A string, and what follows it, keeps its text.
    private string Abbreviated(string text)
    {
        int quote = text.IndexOf('"');
        string rest = quote < 0 ? "" : text.Substring(quote);
        text = quote < 0 ? text : text.Substring(0, quote);
        foreach (NamespaceAlias alias in aliases)
        {
            if (text.Contains(alias.Long))
            {
                _used.Add(alias);
                text = text.Replace(alias.Long, alias.Short);
            }
        }

        return text + rest;
    }

    /// <summary>Writes text of the user's, of several lines, each line indented.</summary>
    public void VerbatimLines(string text)
    {
        foreach (string line in text.Replace("\r\n", "\n").Split('\n'))
        {
            Verbatim(line);
        }
    }

    /// <summary>Writes text exactly as it is.</summary>
    public void Raw(string text) => _text.Append(text);

    /// <summary>Opens a block headed by <paramref name="header"/>; disposing closes it, with <paramref name="end"/> after the brace.</summary>
    public Closer Block(string header, string end = "")
    {
        if (header.Length > 0)
        {
            Line(header);
        }

        Line("{");
        _indent++;
        return new Closer(this, end);
    }

    public override string ToString() => _text.ToString();

    internal readonly struct Closer(CodeWriter writer, string end) : IDisposable
    {
        public void Dispose()
        {
            writer._indent--;
            writer.Line("}" + end);
        }
    }
}
