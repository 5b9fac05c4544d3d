using AutoPar.Generator.Analysis;
using AutoPar.Generator.Analysis.Guards;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Transforms;

/// <summary>
/// Loops with gathers, scatters or a search, for lanes: each vector tests first whether its subscripts are in range and its
/// operations succeed, in place of a run through all of them before the loop. The vectors end before the first one in which
/// some iteration fails; from there the loop runs as written, so that it throws where it does and has stored what it has.
/// </summary>
internal static class RunningTests
{
    /// <returns>The nest itself when it has nothing to test, or a test can't come first.</returns>
    public static LoopNest Apply(LoopNest nest)
    {
        if (nest.Root is not { Resume: not null, TestsContents: false, Form: not LoopForm.Do } root || LoopTree.Children(root).Any()
            || LoopTree.Statements(root.Body).Any(statement => statement is not (Assign or Store or If or Exit { Kind: ExitKind.Stop })))
        {
            return nest;
        }

        // What a search tests decides nothing here: an iteration that leaves may stop the vectors for another reason, too.
        Loop open = root with { Body = WithoutStops(root.Body) };
        Region region = Region.Of(open);
        HashSet<int> proven = ContentGuards.Proven(region);
        if (ShadowLoop.Of(open, access => !proven.Contains(access.Id), MayThrow.ByItself) is not { Throws: true, Loop: { } shadow })
        {
            return nest;
        }

        var tests = new ContentTests(root, proven);
        if (NaNProbes.Of(LoopAnalysis.Roles(nest, root)).Count > 0 || !(IsSearch(root) || HasSubscript(shadow)) || !tests.TryWrite(shadow.Body))
        {
            return nest;
        }

        return nest with
        {
            Root = root with
            {
                Body = new Block(tests.Statements.Concat(Rest(root, tests)).ToEquatableArray()),
                IsResumed = true,
                ContentTests = tests.Statements.Count,
            },
            Transformations = nest.Transformations.Append("contents tested while running: vectors up to the one in which a test fails").ToEquatableArray(),
        };
    }

    private static IEnumerable<Statement> Rest(Loop root, ContentTests tests) => root.Body.Statements.Where(statement => !tests.HasMoved(statement));

    private static bool IsSearch(Loop loop) => LoopTree.Statements(loop.Body).Any(statement => statement is Exit);

    private static bool HasSubscript(Loop shadow) => LoopTree.Statements(shadow.Body).Any(statement => statement is Assign { Value: Load, Target: var target } && ShadowLoop.IsProbe(target));

    private static Block WithoutStops(Block block) => new(block.Statements.Where(statement => statement is not Exit)
        .Select(statement => statement is If conditional
            ? conditional with { Then = WithoutStops(conditional.Then), Else = WithoutStops(conditional.Else) }
            : statement)
        .ToEquatableArray());
}
