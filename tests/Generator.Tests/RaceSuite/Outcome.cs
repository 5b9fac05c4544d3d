using Microsoft.CodeAnalysis;

namespace AutoPar.Generator.Tests.RaceSuite;

/// <summary>What the analyzer says about a method, against what is true.</summary>
internal sealed record Outcome(LabelledMethod Method, IReadOnlyList<Diagnostic> Findings)
{
    public bool IsWarned => Findings.Any(one => one.Severity >= DiagnosticSeverity.Warning);

    public bool IsInformed => !IsWarned && Findings.Count > 0;

    /// <summary>A racy method is found by a warning that names what it races on; what depends on an order alone, by any finding.</summary>
    public bool IsFound => Method.Label switch
    {
        Label.Racy => Findings.Any(one => one.Severity >= DiagnosticSeverity.Warning && Method.IsNamedIn(one.GetMessage())),
        Label.OrderDependent => Findings.Any(one => Method.IsNamedIn(one.GetMessage())),
        _ => false,
    };

    public bool IsMissed => Method.Label is Label.Racy or Label.OrderDependent && !IsFound;

    public bool IsFalseAlarm => Method.Label is Label.Safe or Label.CannotKnow && IsWarned;

    /// <summary>A finding in no labelled method: nothing there is racy by itself.</summary>
    public static Outcome Outside(SyntaxTree tree, Diagnostic finding) => new(
        new LabelledMethod(
            Path.GetFileNameWithoutExtension(tree.FilePath),
            "(no labelled method)",
            finding.Location.GetLineSpan().StartLinePosition.Line + 1,
            finding.Location.SourceSpan,
            Label.Safe,
            []),
        [finding]);

    public override string ToString() => string.Join(
        "\n        ",
        Findings.Select(one => $"{one.Severity} {one.Id} line {one.Location.GetLineSpan().StartLinePosition.Line + 1}: {one.GetMessage()}")
            .Prepend($"{Method.File}.cs({Method.Line}): {Method.Name} [{Method.Label}{string.Concat(Method.Names.Select(name => $" {name}"))}]"));
}
