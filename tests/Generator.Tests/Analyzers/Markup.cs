using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;

namespace AutoPar.Generator.Tests.Analyzers;

/// <summary>C# with expected diagnostics in it: <c>{|AP2001:a[i]|}</c>. Marks may nest.</summary>
internal static partial class Markup
{
    public static (string Source, List<(string Id, TextSpan Span)> Expected) Parse(string markup)
    {
        var source = new StringBuilder();
        var open = new Stack<(string Id, int Start)>();
        var expected = new List<(string Id, TextSpan Span)>();
        for (int i = 0; i < markup.Length;)
        {
            if (Opening().Match(markup, i) is { Success: true } match && match.Index == i)
            {
                open.Push((match.Groups[1].Value, source.Length));
                i += match.Length;
            }
            else if (open.Count > 0 && string.CompareOrdinal(markup, i, "|}", 0, 2) == 0)
            {
                (string id, int start) = open.Pop();
                expected.Add((id, TextSpan.FromBounds(start, source.Length)));
                i += 2;
            }
            else
            {
                source.Append(markup[i++]);
            }
        }

        Assert.Empty(open);
        return (source.ToString(), expected);
    }

    [GeneratedRegex(@"\G\{\|(AP\d{4}):")]
    private static partial Regex Opening();
}
