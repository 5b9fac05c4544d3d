using AutoPar.Generator.Diagnostics;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Analysis;

/// <summary>Why threads can't look ahead for where a loop is left early: what lies behind is dropped, or not run at all.</summary>
internal static class SearchObstacles
{
    /// <param name="mayMeet">Iterations may touch what others store to, which a test before, copies or an order see to.</param>
    /// <param name="endsWithoutRoom">It ends where there is no room at a cursor, and then at once in all blocks behind: nothing need be looked for.</param>
    /// <param name="tellsScans">What a block does to running values is told before it runs.</param>
    public static IEnumerable<Refusal> Find(Loop loop, EquatableArray<ScalarRole> roles, bool mayMeet, bool endsWithoutRoom, bool tellsScans)
    {
        if (!loop.IsResumed)
        {
            yield break;
        }

        Block behindTests = new(loop.Body.Statements.Skip(loop.ContentTests).ToEquatableArray());
        if (loop.CopiesWritten > 1 || (!endsWithoutRoom && !LoopTree.Statements(behindTests).Any(IsStop)))
        {
            yield return Refuse(loop.Location, "a search for where it ends", "its last iterations run as written");
        }

        if (!endsWithoutRoom && HasEffects(loop) && (mayMeet || Slice(loop) is null))
        {
            yield return Refuse(loop.Location, "a search before all else", "how far it runs can't be told before its effects");
        }

        HashSet<int> before = BeforeStop(loop);
        foreach (ScalarRole role in roles)
        {
            if (role is Private { IsLiveOut: true })
            {
                yield return Refuse(loop.Location, "a search for values", $"the value of '{role.Variable.Name}' is needed where the loop is left");
            }
            else if (tellsScans && !endsWithoutRoom && ReductionOperators.Reassociates(role))
            {
                yield return Refuse(loop.Location, "a search for values", $"'{role.Variable.Name}' is added up beside a running value");
            }
            else if (!(role is Private or Induction || (role is Scan && tellsScans)) && before.Contains(role.Variable.Id))
            {
                yield return Refuse(loop.Location, "a search for values", $"'{role.Variable.Name}' is updated before the loop may be left");
            }
        }
    }

    /// <summary>What is behind the iteration that leaves must not run.</summary>
    public static bool HasEffects(Loop loop) => LoopTree.Statements(loop.Body).Any(statement => statement is Store or Opaque);

    /// <summary>The loop with its tests alone, and what they need; null where an effect comes before.</summary>
    public static Loop? Slice(Loop loop)
    {
        Statement[] tests = [.. Tests(loop)];
        HashSet<int> needed = [.. tests.OfType<If>().SelectMany(test => Reads(test.Condition))];
        List<Statement> slice = [];
        foreach (Statement statement in tests)
        {
            switch (statement)
            {
                case If { Then.Statements: [Exit { Kind: ExitKind.Stop }], Else.Statements.IsEmpty: true }:
                    slice.Insert(0, statement);
                    break;
                case Assign { Target: { IsMemory: false } target } assign when target.DeclaringLoop == loop.Id:
                    if (needed.Contains(target.Id))
                    {
                        slice.Insert(0, statement);
                        needed.UnionWith(Reads(assign.Value));
                    }

                    break;
                default:
                    return null;
            }
        }

        return loop with { Body = new Block(slice.ToEquatableArray()) };
    }

    /// <summary>What an iteration has assigned when it leaves.</summary>
    private static HashSet<int> BeforeStop(Loop loop) => Walk.Assigned(new Block(Tests(loop).ToEquatableArray()));

    /// <summary>The statements up to the last test, from there to the first.</summary>
    private static IEnumerable<Statement> Tests(Loop loop) => loop.Body.Statements.Reverse()
        .SkipWhile(statement => !LoopTree.Statements(new Block(EquatableArray.Of(statement))).Any(IsStop));

    private static IEnumerable<int> Reads(Expression expression) =>
        ExpressionTree.SelfAndDescendants(expression).OfType<VariableRead>().Select(read => read.Variable.Id);

    private static bool IsStop(Statement statement) => statement is Exit { Kind: ExitKind.Stop };

    private static Refusal Refuse(SourceLocation location, string what, string why) =>
        new(RuleIds.NeedsTransformation, location, EquatableArray.Of(what, why));
}
