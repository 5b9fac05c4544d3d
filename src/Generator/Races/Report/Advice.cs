using AutoPar.Generator.Analysis.Affine;
using AutoPar.Generator.Diagnostics;
using AutoPar.Generator.Races.Interpretation;
using AutoPar.Generator.Races.Judgement;
using AutoPar.Generator.Races.Model;
using Microsoft.CodeAnalysis;

namespace AutoPar.Generator.Races.Report;

/// <summary>What is no race but slow, or may never end: waits in the pool, locks in opposite orders or around everything, false sharing.</summary>
internal sealed class Advice(Interpreter run, Func<SyntaxNode, bool> isOwn)
{
    public IEnumerable<Diagnostic> All() => Waits().Concat(LockOrders()).Concat(WholeBodies()).Concat(SharedLines());

    private IEnumerable<Diagnostic> Waits() => Of(FindingKind.Blocking)
        .Select(finding => Diagnostic.Create(RaceRules.BlockingInBody, finding.Place.GetLocation(), RaceWords.Text(finding.Syntax)));

    private IEnumerable<Diagnostic> WholeBodies() => Of(FindingKind.WholeBodyLocked)
        .Select(finding => Diagnostic.Create(RaceRules.WholeBodyLocked, finding.Place.GetLocation(), finding.Text));

    private IEnumerable<Diagnostic> LockOrders()
    {
        Finding[] nested = [.. Of(FindingKind.NestedLock).Where(finding => finding is { Outer: not null, Inner: not null })];
        for (int first = 0; first < nested.Length; first++)
        {
            Finding one = nested[first];
            Finding? other = nested.Skip(first + 1).FirstOrDefault(other => other.Outer!.Equals(one.Inner) && other.Inner!.Equals(one.Outer)
                && MayMeet(one, other));
            if (other is not null)
            {
                int line = other.Syntax.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
                yield return Diagnostic.Create(
                    RaceRules.LockOrder, one.Place.GetLocation(), [other.Syntax.GetLocation()], one.Outer!.Name, one.Inner!.Name, line);
            }
        }
    }

    /// <summary>Both run at once, and no lock taken before keeps them apart.</summary>
    private static bool MayMeet(Finding one, Finding other) =>
        !Before(one).Any(held => Before(other).Any(held.Equals)) && Meetings.Of(AsAccess(one), AsAccess(other)).Any();

    private static IEnumerable<ObjectId> Before(Finding finding) =>
        finding.Locks.TakeWhile(held => !held.Lock.Equals(finding.Outer)).Select(held => held.Lock);

    private static Access AsAccess(Finding finding) => new(
        new Spot("", [], SpotKind.Variable, ""), true, finding.Syntax, finding.Frame, finding.Tick) { Running = finding.Running };

    /// <summary>Writes in an inner loop to the element whose number is the iteration's.</summary>
    private IEnumerable<Diagnostic> SharedLines() => run.Accesses
        .Where(access => access is { IsWrite: true, Location.Kind: SpotKind.Element, Frame: LoopFrame } && isOwn(access.Place))
        .Where(access => access.Location.Subscripts is [{ } place] && Index(access.Frame) is { } index
            && place.Subtract(AffineForm.Of(index)).IsConstant)
        .GroupBy(access => access.Location.Key)
        .Select(group => Diagnostic.Create(RaceRules.FalseSharing, group.First().Place.GetLocation(), group.First().Location.Name,
            RaceWords.Text(group.First().Syntax)));

    private static Symbol? Index(Frame? frame)
    {
        while (frame is LoopFrame)
        {
            frame = frame.Parent;
        }

        return frame is ConstructFrame { Kind: ConstructKind.Iterations, IsSequential: false } construct ? construct.Index : null;
    }

    private IEnumerable<Finding> Of(FindingKind kind) => run.Findings.Where(finding => finding.Kind == kind && isOwn(finding.Place))
        .GroupBy(finding => finding.Syntax).Select(same => same.First());
}
