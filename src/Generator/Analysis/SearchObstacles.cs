using AutoPar.Generator.Diagnostics;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Analysis;

/// <summary>Why threads can't look ahead for where a loop is left early, what lies behind that being dropped.</summary>
internal static class SearchObstacles
{
    public static IEnumerable<Refusal> Find(Loop loop, EquatableArray<ScalarRole> roles)
    {
        if (!loop.IsResumed)
        {
            yield break;
        }

        if (loop.CopiesWritten > 1 || !LoopTree.Statements(new Block(loop.Body.Statements.Skip(loop.ContentTests).ToEquatableArray())).Any(IsStop))
        {
            yield return Refuse(loop.Location, "a search for where it ends", "its last iterations run as written");
        }

        foreach (Statement effect in LoopTree.Statements(loop.Body).Where(statement => statement is Store or Opaque).Take(1))
        {
            yield return Refuse(effect.Location, "a search before all else", "the loop stores, and is left early");
        }

        HashSet<int> before = BeforeStop(loop);
        foreach (ScalarRole role in roles)
        {
            if (role is Private { IsLiveOut: true })
            {
                yield return Refuse(loop.Location, "a search for values", $"the value of '{role.Variable.Name}' is needed where the loop is left");
            }
            else if (role is not (Private or Induction) && before.Contains(role.Variable.Id))
            {
                yield return Refuse(loop.Location, "a search for values", $"'{role.Variable.Name}' is updated before the loop may be left");
            }
        }
    }

    /// <summary>What an iteration has assigned when it leaves.</summary>
    private static HashSet<int> BeforeStop(Loop loop) => Walk.Assigned(new Block(loop.Body.Statements.Reverse()
        .SkipWhile(statement => !LoopTree.Statements(new Block(EquatableArray.Of(statement))).Any(IsStop)).ToEquatableArray()));

    private static bool IsStop(Statement statement) => statement is Exit { Kind: ExitKind.Stop };

    private static Refusal Refuse(SourceLocation location, string what, string why) =>
        new(RuleIds.NeedsTransformation, location, EquatableArray.Of(what, why));
}
