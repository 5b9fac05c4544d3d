using AutoPar.Generator.Diagnostics;
using AutoPar.Generator.Races.Interpretation;
using AutoPar.Generator.Races.Judgement;
using AutoPar.Generator.Races.Model;
using Microsoft.CodeAnalysis;

namespace AutoPar.Generator.Races.Report;

/// <summary>Which rule says what is wrong, where, and in which words.</summary>
internal sealed class RaceReport(SyntaxNode code, Interpreter run, Unknowns unknowns)
{
    public IEnumerable<Diagnostic> Of(IReadOnlyList<Verdict> verdicts)
    {
        Verdict[] own = [.. verdicts.Where(IsOwn).OrderBy(verdict => verdict.First.Place.SpanStart)];
        HashSet<SyntaxNode> told = [.. own.Where(verdict => verdict.Kind != VerdictKind.Unknown).Select(verdict => verdict.Meeting.Construct.Group)];
        List<Diagnostic> diagnostics = [];
        foreach (Verdict verdict in own)
        {
            // What may race beside what does is no news.
            if (verdict.Kind != VerdictKind.Unknown || !told.Contains(verdict.Meeting.Construct.Group))
            {
                diagnostics.Add(Describe(verdict));
            }
        }

        HashSet<SyntaxNode> open = [.. own.Select(verdict => verdict.Meeting.Construct.Group)];
        foreach (Finding finding in run.Findings.Where(finding => finding.Kind == FindingKind.UnknownCall && Contains(finding.Place)))
        {
            if (Construct(finding.Frame) is { } construct && open.Add(construct.Group))
            {
                diagnostics.Add(Diagnostic.Create(
                    RaceRules.MayRace, finding.Place.GetLocation(), finding.Text, "what the call does to shared state isn't known"));
            }
        }

        diagnostics.AddRange(new Advice(run, Contains).All());
        return diagnostics.GroupBy(one => (one.Id, one.Location, one.GetMessage())).Select(same => same.First());
    }

    private Diagnostic Describe(Verdict verdict)
    {
        RaceWords words = new(verdict, unknowns);
        (Access first, Access second) = (verdict.First, verdict.Second);
        bool swaps = !Contains(first.Place) && Contains(second.Place);
        Location at = (swaps ? second : first).Place.GetLocation();
        Location[] more = [(swaps ? first : second).Syntax.GetLocation()];
        string name = first.Location.Name;
        switch (verdict.Kind)
        {
            case VerdictKind.Unknown:
                return Diagnostic.Create(RaceRules.MayRace, at, more, name, verdict.SameAs is null ? words.May() : words.IfSame());
            case VerdictKind.Order:
                return Diagnostic.Create(RaceRules.OrderUnderLock, at, more, name, words.Both());
            case VerdictKind.Split:
                return Diagnostic.Create(RaceRules.SplitUpdate, at, more, name, words.Split());
        }

        if (IsLoopVariable(verdict))
        {
            // At the task's use, which is where the copy goes.
            (at, more) = Construct(first.Frame) is null && Construct(second.Frame) is not null
                ? (second.Place.GetLocation(), [first.Syntax.GetLocation()])
                : (at, more);
            return Diagnostic.Create(RaceRules.CapturedLoopVariable, at, more, name, words.Both());
        }

        if (verdict.HasOwnLocks)
        {
            return Diagnostic.Create(RaceRules.LockNotShared, at, more, name, words.Both());
        }

        if (first.Location.Kind == SpotKind.State)
        {
            return Diagnostic.Create(
                RaceRules.UnsafeSharedObject, at, more, RaceWords.Receiver(first), first.Location.Type?.Name ?? "", first.Member,
                    ": " + words.Both());
        }

        if (first.Callee is { } callee && first.CallSite is not null && first.Location.Kind != SpotKind.Variable)
        {
            string whose = first.Location.Holder is { Length: <= 30 } holder
                && holder.All(letter => char.IsLetterOrDigit(letter) || letter is '_' or '.') ? holder + "." : "";
            return Diagnostic.Create(RaceRules.RaceInCallee, at, more, callee.Name, $"touches {whose}{name}: {words.Both()}");
        }

        return first.Location.Kind switch
        {
            SpotKind.Element => Diagnostic.Create(RaceRules.RaceOnElement, at, more, name, RaceWords.Text(first.Syntax),
                RaceWords.Text(second.Syntax), words.Both() + Remedy.Of(first, run.Accesses)),
            SpotKind.Field => Diagnostic.Create(RaceRules.RaceOnField, at, more, name, words.Both()),
            _ => Diagnostic.Create(RaceRules.RaceOnScalar, at, more, name, words.Both()),
        };
    }

    /// <summary>The for variable that tasks of its loop use.</summary>
    private static bool IsLoopVariable(Verdict verdict)
    {
        for (Frame? frame = verdict.Meeting.Construct.Parent; frame is not null; frame = frame.Parent)
        {
            if (frame is LoopFrame { Variable: { } variable } && SymbolEqualityComparer.Default.Equals(variable, verdict.First.Location.Symbol))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A construct in a called method is reported where it stands.</summary>
    private bool IsOwn(Verdict verdict) => (Contains(verdict.Meeting.Construct.Group)
        && (Contains(verdict.First.Place) || Contains(verdict.Second.Place)))
        || Contains(verdict.First.Syntax) || Contains(verdict.Second.Syntax);

    private bool Contains(SyntaxNode node) => node.SyntaxTree == code.SyntaxTree && code.Span.Contains(node.Span);

    private static ConstructFrame? Construct(Frame? frame) => new Signal("", frame, 0).Construct;
}
