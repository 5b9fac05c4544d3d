using AutoPar.Generator.Analysis;
using AutoPar.Generator.Analysis.Scalars;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Transforms;

/// <summary>
/// Whether a block of iterations of a loop that running values end (<c>if (count > m) return i;</c>) leaves it, told by between which
/// values they stay in the block. Where it doesn't, the block need not run.
/// </summary>
/// <param name="Never">No iteration leaves, in terms of <see cref="RunningBounds.Most"/> and <see cref="RunningBounds.Least"/>.</param>
internal sealed record ExitTest(Expression Never, EquatableArray<RunningBounds> Bounds)
{
    /// <summary>What a block's total tells for it, from 0 on.</summary>
    public IEnumerable<Variable> Told => Bounds.SelectMany(bounds => bounds.Told);

    /// <summary>Null when something else decides, too, or the loop yields more than its running values.</summary>
    public static ExitTest? Of(LoopNest nest, Loop loop, EquatableArray<Scan> scans)
    {
        if (!LoopTree.Exits(loop.Body).Any() || loop.Index.Type.Size() > 4
            || LoopAnalysis.Roles(nest, loop).Any(role => role is not (Scan or Private { IsLiveOut: false } or Induction)))
        {
            return null;
        }

        var conditions = new ExitConditions(loop, RunningBounds.Of(nest, loop, scans));
        Expression? never = null;
        foreach (If test in LoopTree.Statements(loop.Body).OfType<If>().Where(test => test.Then.Statements is [Exit { Kind: ExitKind.Stop }]))
        {
            if (conditions.Never(test.Condition, true) is not { } condition)
            {
                return null;
            }

            never = never is null ? condition : new ShortCircuit(IsAnd: true, never, condition);
        }

        return never is null ? null : new ExitTest(never, conditions.Used.ToEquatableArray());
    }
}
