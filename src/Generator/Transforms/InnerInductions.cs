using AutoPar.Generator.Analysis;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Transforms;

/// <summary>
/// <c>int p = y * w; for (x…) { … p++; }</c> → p keeps its value from before the inner loop, and what reads it there takes <c>p + x</c> (induction
/// variable substitution). Where it's used after that loop, it moves by all steps at once; the outermost loop then moves it once. So each row
/// tells where it lies.
/// </summary>
internal static class InnerInductions
{
    /// <returns>The nest itself when it has no such counter.</returns>
    public static LoopNest Apply(LoopNest nest)
    {
        if (nest.Root is not { } root || LoopTree.Statements(root.Body).Any(statement => statement is Opaque or Exit or WhileStatement)
            || LoopTree.SelfAndDescendants(root).Any(loop => loop.IsResumed))
        {
            return nest;
        }

        var rewriter = new Rewriter(root);
        Loop rewritten = rewriter.Visit(root);
        foreach (Variable counter in rewriter.HasChanged ? rewritten.Body.Statements.OfType<Assign>().Select(assign => assign.Target).Distinct().ToArray() : [])
        {
            rewritten = CounterSteps.Of(counter, rewritten)?.Merged() ?? rewritten;
        }

        return rewriter.HasChanged
            ? nest with { Root = rewritten, Assumed = nest.Assumed.Concat(rewriter.Assumed).Distinct().ToEquatableArray() }
            : nest;
    }

    private sealed class Rewriter(Loop root) : IrRewriter
    {
        private readonly HashSet<int> _varying = [.. Walk.Assigned(root.Body), root.Index.Id];

        public bool HasChanged { get; private set; }

        public List<Comparison> Assumed { get; } = [];

        public override Block Visit(Block block)
        {
            List<Statement> statements = [];
            foreach ((Statement statement, int place) in base.Visit(block).Statements.Select((statement, place) => (statement, place)))
            {
                statements.AddRange(statement is LoopStatement loop ? Substituted(loop, block, place) : [statement]);
            }

            return new Block(statements.ToEquatableArray());
        }

        /// <summary>The loop without its counters' steps, and behind it those that it would have made.</summary>
        private List<Statement> Substituted(LoopStatement statement, Block block, int place)
        {
            Loop loop = statement.Loop;
            List<Statement> after = [];
            foreach (Variable counter in loop.Body.Statements.OfType<Assign>().Select(assign => assign.Target).Distinct().ToList())
            {
                if (CounterSteps.Of(counter, loop) is not { } steps)
                {
                    continue;
                }

                if (!IsDeadAfter(counter, block, place))
                {
                    if (steps.Sum(_varying) is not { } sum)
                    {
                        continue;
                    }

                    after.Add(new Assign(counter, sum, loop.Location));
                    Assumed.AddRange(steps.Runs() is { } runs ? [runs] : []);
                }

                loop = steps.Replaced();
                HasChanged = true;
            }

            return [statement with { Loop = loop }, .. after];
        }

        /// <summary>It gets a value before the loop, in the same block, and is read nowhere but between there and the loop's end.</summary>
        private bool IsDeadAfter(Variable counter, Block block, int place)
        {
            Statement[] before = [.. block.Statements.Take(place)];
            int start = Array.FindIndex(before, statement =>
                statement is Assign assign && assign.Target.Id == counter.Id && !Walk.Reads(assign.Value, counter));
            return start >= 0 && !counter.ReadAfter
                && Reads(root.Body) == Reads(new Block(block.Statements.Skip(start).Take(place + 1 - start).ToEquatableArray()));

            int Reads(Block body) => ExpressionTree.Of(body).SelectMany(Walk.Parts).Count(part => part is VariableRead read && read.Variable.Id == counter.Id);
        }
    }
}
