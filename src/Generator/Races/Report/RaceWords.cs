using AutoPar.Generator.Races.Judgement;
using AutoPar.Generator.Races.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoPar.Generator.Races.Report;

/// <summary>The sentences of a message: who does what, in which iterations, on which lines.</summary>
internal sealed class RaceWords(Verdict verdict, Unknowns unknowns)
{
    public string Both() => $"{Actor(verdict.First, verdict.FirstIndex, "one")} {Does(verdict.First)}, "
        + $"{Actor(verdict.Second, verdict.SecondIndex, "another")} {Does(verdict.Second)}{Repetition()}";

    private string Repetition() => !verdict.MayRepeat ? ""
        : Subscript(verdict.First.Syntax) is { } subscript ? $"; two of them may have the same {subscript}"
        : "; the data may lead two of them to the same one";

    private static string? Subscript(SyntaxNode syntax) => syntax.DescendantNodesAndSelf().OfType<ElementAccessExpressionSyntax>().FirstOrDefault()
        is { ArgumentList.Arguments: [.., { Expression: not LiteralExpressionSyntax } last] } ? Text(last) : null;

    public string May() => $"{Kind(verdict.First)} {Does(verdict.First)}, and another one that {(verdict.Second.IsWrite ? "writes" : "reads")} "
        + $"{Text(verdict.Second.Syntax)} (line {Line(verdict.Second.Syntax)}) may mean the same place";

    public string IfSame() => $"if {verdict.First.Location.Name} and {verdict.SameAs} are the same array, {Both()}";

    public string Split()
    {
        Access write = verdict.First.SeparateRead is not null ? verdict.First : verdict.Second;
        return $"it is read (line {Line(write.SeparateRead!)}) and written back (line {Line(write.Syntax)}) in two steps, "
            + $"between which another {Kind(write)} may write it";
    }

    /// <summary>Source on one line, of bearable length.</summary>
    public static string Text(SyntaxNode syntax)
    {
        string text = string.Join(" ", syntax.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Length <= 60 ? text : text.Substring(0, 57) + "...";
    }

    /// <summary>The object that a member is called on, as the source names it there, and as it was called first.</summary>
    public static string Receiver(Access access)
    {
        string? text = access.Syntax switch
        {
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax call } when IsReceiver(call.Expression, access) =>
                call.Expression.ToString(),
            ElementAccessExpressionSyntax element => element.Expression.ToString(),
            MemberAccessExpressionSyntax member when IsReceiver(member.Expression, access) => member.Expression.ToString(),
            _ => null,
        };
        string name = access.Location.Name;
        return text is not { Length: <= 40 } || text.IndexOf('\n') >= 0 ? name
            : name.Length > 40 || name == text || text.EndsWith("." + name, StringComparison.Ordinal)
                || name.Any(letter => letter is '(' or ' ') ? text
            : $"{text} ({name})";
    }

    private static bool IsReceiver(ExpressionSyntax expression, Access access) =>
        ((MemberAccessExpressionSyntax)expression.Parent!).Name.Identifier.ValueText == access.Member
        && expression is not IdentifierNameSyntax { Identifier.ValueText: "CollectionsMarshal" };

    private string Actor(Access access, long? index, string which)
    {
        if (verdict.Meeting.Diverging?.Index is { } symbol)
        {
            string name = unknowns[symbol].Name;
            return index is { } number ? $"iteration {name} = {number}" : $"{which} iteration";
        }

        return Kind(access) switch
        {
            "" => "the code after the start",
            var kind => $"the {kind} of line {Line(Construct(access)!.Syntax)}",
        };
    }

    private static string Kind(Access access) => Construct(access)?.Kind switch
    {
        null => "",
        ConstructKind.Iterations or ConstructKind.Query => "iteration",
        ConstructKind.Branch => "branch",
        ConstructKind.Task => "task",
        ConstructKind.Thread => "thread",
        ConstructKind.Timer => "timer",
        _ => "work item",
    };

    private static string Does(Access access) => $"{Verb(access)} {Text(access.Syntax)} (line {Line(access.Syntax)})";

    private static string Verb(Access access) =>
        !access.IsWrite ? "reads" : access.Location.Kind == SpotKind.State ? "changes" : "writes";

    private static int Line(SyntaxNode syntax) => syntax.GetLocation().GetLineSpan().StartLinePosition.Line + 1;

    private static ConstructFrame? Construct(Access access)
    {
        for (Frame? frame = access.Frame; frame is not null; frame = frame.Parent)
        {
            if (frame is ConstructFrame construct)
            {
                return construct;
            }
        }

        return null;
    }
}
