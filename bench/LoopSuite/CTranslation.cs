using System.Text;
using System.Text.RegularExpressions;

namespace AutoPar.LoopSuite;

/// <summary>
/// The loops' C# as C: the subset that they are written in differs in declarations, in subscripts of matrices and in the
/// names of functions. Arrays become restrict pointers: what the C# form must test, the C compilers are told.
/// </summary>
internal static partial class CTranslation
{
    private const string Prologue = """
        #include <math.h>
        #include <stdlib.h>
        typedef unsigned char byte;
        typedef unsigned int uint;


        """;

    private static readonly (string From, string To)[] s_names =
    [
        ("MathF.Abs", "fabsf"), ("MathF.Min", "fminf"), ("MathF.Max", "fmaxf"), ("MathF.Sqrt", "sqrtf"), ("MathF.Sin", "sinf"),
        ("MathF.Cos", "cosf"), ("MathF.Exp", "expf"), ("MathF.Log", "logf"), ("MathF.Pow", "powf"),
    ];

    /// <summary>The loops.</summary>
    public static string Loops()
    {
        var text = new StringBuilder(Prologue);
        foreach (LoopSource source in LoopSource.All.Where(source => source.Signature.EndsWith(';') && !source.Signature.Contains("=>", StringComparison.Ordinal)))
        {
            text.Append(source.Signature.Replace("private ", "", StringComparison.Ordinal)).Append('\n');
        }

        foreach (LoopSource source in LoopSource.All.Where(source => !source.IsLoop && source.Signature.Contains('(', StringComparison.Ordinal)))
        {
            text.Append("static inline ").Append(Function(source)).Append('\n');
        }

        foreach (LoopSource source in LoopSource.All.Where(source => source.IsLoop))
        {
            text.Append(Function(source)).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Repetitions of the calls, for a file of its own: a compiler that doesn't see the loop can't move or drop it.</summary>
    public static string Repetitions()
    {
        var text = new StringBuilder(Prologue);
        foreach (LoopSource source in LoopSource.All.Where(source => source.IsLoop))
        {
            Match signature = SignatureOf(source);
            string[] parameters = [.. ParametersOf(signature)];
            string type = signature.Groups[1].Value;
            IEnumerable<string> arguments = parameters.Select((parameter, at) => parameter[..(parameter.IndexOf(' ', StringComparison.Ordinal))] switch
            {
                var array when array.EndsWith("[,]", StringComparison.Ordinal) => $"({array[..^3]} (*)[{LoopData.Side}])p[{at}]",
                var array when array.EndsWith("[]", StringComparison.Ordinal) => $"({array[..^2]} *)p[{at}]",
                var scalar => $"*({scalar} *)p[{at}]",
            });
            string call = $"loop_{source.Name}({string.Join(", ", arguments)})";
            string statement = type == "void" ? call : $"*({type} *)p[{parameters.Length}] = {call}";
            text.Append($"{type} loop_{source.Name}({Declarations(signature)});\n")
                .Append($"void run_{source.Name}(void **p, int calls) {{ while (calls-- > 0) {statement}; }}\n");
        }

        return text.ToString();
    }

    private static string Function(LoopSource source)
    {
        Match signature = SignatureOf(source);
        string head = $"{signature.Groups[1].Value} {(source.IsLoop ? "loop_" : "")}{source.Name}({Declarations(signature)})";
        string body = signature.Groups[4].Success ? $"\n{{\n    return {signature.Groups[4].Value};\n}}" : "\n" + string.Join('\n', source.Body);
        return head + Statements(body) + "\n";
    }

    private static Match SignatureOf(LoopSource source) => Signature().Match(source.Signature);

    private static string[] ParametersOf(Match signature) => signature.Groups[3].Value.Replace("[Unique] ", "", StringComparison.Ordinal).Split(", ");

    private static string Declarations(Match signature) => string.Join(", ", ParametersOf(signature).Select(parameter =>
        MatrixParameter().IsMatch(parameter) ? MatrixParameter().Replace(parameter, $"$1 (*restrict $2)[{LoopData.Side}]")
        : ArrayParameter().Replace(parameter, "$1 *restrict $2")));

    private static string Statements(string body)
    {
        foreach ((string from, string to) in s_names)
        {
            body = body.Replace(from + "(", to + "(", StringComparison.Ordinal);
        }

        body = SpanLocal().Replace(body, "$1 *$2 = $3 + $4;");
        foreach (Match jump in GotoCase().Matches(body))
        {
            body = body.Replace($"    case {jump.Groups[1].Value}:", $"    case {jump.Groups[1].Value}: case_{jump.Groups[1].Value}:", StringComparison.Ordinal);
        }

        return Subscripts(GotoCase().Replace(body, "goto case_$1;"));
    }

    /// <summary>A comma directly between brackets parts two subscripts.</summary>
    private static string Subscripts(string text)
    {
        var result = new StringBuilder();
        var open = new Stack<char>();
        foreach (char letter in text)
        {
            if (letter is '[' or '(')
            {
                open.Push(letter);
            }
            else if (letter is ']' or ')')
            {
                open.Pop();
            }

            result.Append(letter == ',' && open.TryPeek(out char bracket) && bracket == '[' ? "][" : letter.ToString());
        }

        return result.ToString();
    }

    [GeneratedRegex(@"static (\w+) (\w+)\((.*?)\)(?: => (.*);)?$")]
    private static partial Regex Signature();

    [GeneratedRegex(@"^(\w+)\[,\] (\w+)$")]
    private static partial Regex MatrixParameter();

    [GeneratedRegex(@"^(\w+)\[\] (\w+)$")]
    private static partial Regex ArrayParameter();

    [GeneratedRegex(@"Span<(\w+)> (\w+) = (\w+)\.AsSpan\((\w+)\);")]
    private static partial Regex SpanLocal();

    [GeneratedRegex(@"goto case (\d+);")]
    private static partial Regex GotoCase();
}
