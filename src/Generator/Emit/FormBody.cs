using System.Text;
using AutoPar.Generator.Emit.Regions;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Planning;

namespace AutoPar.Generator.Emit;

/// <summary>The method's own text, in which loops are replaced by a test, the region, and the loop as written.</summary>
internal static class FormBody
{
    /// <param name="wholeMethod">Statements that run all of the method as written, if that may stand for the loop.</param>
    public static void Write(CodeWriter code, MethodModel method, IReadOnlyList<RegionPlan> regions, string? wholeMethod = null)
    {
        var names = new FormNames(method);
        string text = method.BodyText;
        var result = new StringBuilder();
        int position = 0;
        foreach (RegionPlan region in regions.OrderBy(region => region.Root.Range.Start))
        {
            TextRange range = region.Root.Range;
            result.Append(text, position, range.Start - position);
            string fallback = wholeMethod ?? text.Substring(range.Start, range.Length);
            result.Append(RegionCall.Text(region, names, text, fallback, Indentation(text, range.Start)));
            position = range.End;
        }

        result.Append(text, position, text.Length - position);
        WriteText(code, result.ToString());
    }

    private static string Indentation(string text, int position)
    {
        int line = text.LastIndexOf('\n', Math.Max(0, position - 1)) + 1;
        int end = line;
        while (end < position && text[end] is ' ' or '\t')
        {
            end++;
        }

        return text.Substring(line, end - line);
    }

    private static void WriteText(CodeWriter code, string text)
    {
        if (UserText.HasLongLiteral(text))
        {
            code.Raw(text + "\n");
            return;
        }

        string[] lines = [.. text.Replace("\r\n", "\n").Split('\n').Select(line => line.TrimEnd())];
        int first = Array.FindIndex(lines, line => line.Length > 0);
        int last = Array.FindLastIndex(lines, line => line.Length > 0);
        if (first < 0)
        {
            return;
        }

        // Text behind the opening brace has no indentation of its own.
        int indent = lines.Skip(Math.Max(first, 1)).Where(line => line.Length > 0).Select(line => line.Length - line.TrimStart().Length)
            .DefaultIfEmpty(0).Min();
        for (int number = first; number <= last; number++)
        {
            string line = lines[number];
            code.Verbatim(number == 0 ? line.TrimStart() : line.Length == 0 ? "" : line.Substring(indent));
        }
    }
}
