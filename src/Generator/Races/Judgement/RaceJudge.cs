using AutoPar.Generator.Races.Interpretation;
using AutoPar.Generator.Races.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoPar.Generator.Races.Judgement;

/// <summary>Finds the races among a method's accesses: one for each variable and construct.</summary>
internal sealed class RaceJudge(Interpreter run, Unknowns unknowns, CancellationToken cancellation)
{
    /// <summary>The most pairs that are compared for one method.</summary>
    public const int MostPairs = 1_500;

    /// <summary>The most linear systems that are solved for one method.</summary>
    public const int MostSystems = 3_000;

    private readonly PairJudge _judge = new(unknowns, run.Contents, run.Signals, Replaced(run.Accesses), [.. run.Opened],
        new Effort(MostSystems));
    private int _pairs;

    public IReadOnlyList<Verdict> Judge()
    {
        Dictionary<(string, SyntaxNode), Verdict> worst = [];
        if (run.Constructs.Count == 0)
        {
            return [];
        }

        foreach (IGrouping<string, Access> group in run.Accesses.Concat(Deliveries.Of(run))
            .GroupBy(access => Root(access.Location.Key), StringComparer.Ordinal))
        {
            Access[] accesses = Tolerated(Distinct(group));
            for (int first = 0; first < accesses.Length; first++)
            {
                for (int second = first; second < accesses.Length; second++)
                {
                    if ((accesses[first].IsWrite || accesses[second].IsWrite) && _pairs++ < MostPairs)
                    {
                        cancellation.ThrowIfCancellationRequested();
                        Keep(worst, _judge.Judge(accesses[first], accesses[second]));
                    }
                }
            }
        }

        return [.. worst.Values, .. new Aliases(run.Accesses, _judge).Find()];
    }

    /// <summary>The fields that parallel code puts another object into: a lock on what they hold is another lock each time.</summary>
    private static HashSet<string> Replaced(IEnumerable<Access> accesses) => [.. accesses
        .Where(access => access is { IsWrite: true, IsAtomic: false, Location.Kind: SpotKind.Field, Frame: not null }
            && access.Frame.Path().Any(frame => frame is ConstructFrame))
        .Select(access => access.Location.Key)];

    private static void Keep(Dictionary<(string, SyntaxNode), Verdict> worst, Verdict? verdict)
    {
        if (verdict is null)
        {
            return;
        }

        (string, SyntaxNode) key = (Root(verdict.First.Location.Key), verdict.Meeting.Construct.Group);
        if (!worst.TryGetValue(key, out Verdict? known) || Rank(verdict) > Rank(known))
        {
            worst[key] = verdict;
        }
    }

    // Of equals, a write that meets a read says more than one that meets another write.
    private static int Rank(Verdict verdict) => ((int)verdict.Kind * 2) + (verdict.Second.IsWrite ? 0 : 1);

    // A field of a struct is a part of the variable.
    private static string Root(string key)
    {
        int dot = key.StartsWith("S:", StringComparison.Ordinal) ? -1 : key.IndexOf('.');
        return dot < 0 ? key : key.Substring(0, dot);
    }

    /// <summary>
    /// Double-checked initialization of a reference, read once into a variable: whoever sees it unset looks again under the lock,
    /// in the section that sets it. Whether it is enough that references are read whole depends on what they refer to.
    /// </summary>
    private static Access[] Tolerated(Access[] accesses)
    {
        bool isTolerant = accesses.All(access => !access.IsWrite || (!access.Locks.IsEmpty && IsLookedAtAgain(access, accesses)));
        return !isTolerant ? accesses
            : [.. accesses.Select(access => !access.IsWrite && access.Locks.IsEmpty && IsKeptReference(access) ? access with { IsTolerant = true }
                : access)];
    }

    private static bool IsLookedAtAgain(Access write, Access[] accesses) =>
        accesses.Any(read => !read.IsWrite && read.Locks.Any(held => write.Locks.Any(other => other.Section == held.Section)));

    private static bool IsKeptReference(Access access) =>
        access.Location.Symbol is IFieldSymbol { Type.IsReferenceType: true } or ILocalSymbol { Type.IsReferenceType: true }
        && (access.Syntax.Parent is EqualsValueClauseSyntax
            || (access.Syntax.Parent is AssignmentExpressionSyntax kept && kept.Right == access.Syntax));

    private static Access[] Distinct(IEnumerable<Access> accesses) => [.. accesses
        .GroupBy(access => (
            access.Location.Text, access.IsWrite, access.Frame, access.IsAtomic,
                string.Join(",", access.Locks.Select(held => held.Lock.Key + held.Section)),
            string.Join(";", access.Constraints.Select(constraint => constraint.Form.Key + constraint.Relation)), access.Tick,
                access.SeparateRead is null, access.IsUpdate, access.Delivery))
        .Select(group => group.First())];
}
