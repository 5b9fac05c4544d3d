using AutoPar.Generator.Analysis;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Transforms;

/// <summary>
/// <c>if (c) b[l++] = x;</c>, and <c>if (c) b[i] = a[l++];</c>, for lanes: the active lanes' elements lie side by side behind
/// those of the vectors before. The pass puts the counting last, which makes <c>l</c> a <see cref="Cursor"/>. Vectors run
/// while there is room for all lanes, whether they are active or not; the rest of the loop runs as written.
/// </summary>
internal static class Packing
{
    /// <returns>The nest itself when no loop has such a counter.</returns>
    public static LoopNest Apply(LoopNest nest)
    {
        if (nest.Root is not { } root)
        {
            return nest;
        }

        var rewriter = new Rewriter();
        Loop packed = rewriter.Visit(root);
        return !rewriter.HasChanged ? nest : nest with
        {
            Root = packed,
            Transformations = nest.Transformations.Append("packing: vectors while there is room").ToEquatableArray(),
        };
    }

    private sealed class Rewriter : IrRewriter
    {
        public bool HasChanged { get; private set; }

        public override Loop Visit(Loop loop)
        {
            loop = base.Visit(loop);
            if (loop.Resume is null || LoopTree.Statements(loop.Body).Any(statement => statement is LoopStatement or WhileStatement or Opaque))
            {
                return loop;
            }

            HashSet<int> outside = [.. Walk.Assigned(loop.Body)];
            outside.ExceptWith(LoopTree.Statements(loop.Body).OfType<Assign>().Where(assign => assign.Target.DeclaringLoop == loop.Id).Select(assign => assign.Target.Id));
            Loop packed = loop with { Body = new Block(loop.Body.Statements.Select(statement => Pack(statement, outside)).ToEquatableArray()), IsResumed = true };
            if (Cursors.Of(packed).Count == 0)
            {
                return loop;
            }

            HasChanged = true;
            return packed;
        }

        private static Statement Pack(Statement statement, HashSet<int> counters) => statement is not If conditional ? statement
            : conditional with { Then = Pack(conditional.Then, counters), Else = Pack(conditional.Else, counters) };

        private static Block Pack(Block block, HashSet<int> counters)
        {
            List<Statement> statements = [.. block.Statements.Select(statement => Pack(statement, counters))];
            foreach (Assign increment in statements.OfType<Assign>().Where(assign => counters.Contains(assign.Target.Id) && Cursors.IsIncrement(assign)).ToList())
            {
                Sink(statements, increment);
            }

            return new Block(statements.ToEquatableArray());
        }

        /// <summary>Moves the increment to the end of its block, past statements that use the value from before it.</summary>
        private static void Sink(List<Statement> statements, Assign increment)
        {
            int place = statements.IndexOf(increment);
            Assign? old = statements.Take(place).OfType<Assign>().LastOrDefault(assign =>
                assign is { Target.Kind: VariableKind.Temporary, Value: VariableRead read } && read.Variable.Id == increment.Target.Id);
            List<Statement> after = [.. statements.Skip(place + 1)];
            bool isReadAfter = after.Any(statement => Reads(statement).Contains(increment.Target.Id) || Walk.Assigned(new Block(EquatableArray.Of(statement))).Contains(increment.Target.Id));
            if (isReadAfter)
            {
                return;
            }

            statements.Remove(increment);
            statements.Add(increment);
            if (old is null)
            {
                return;
            }

            var substitution = new Substitution(old.Target, increment.Target);
            int first = statements.IndexOf(old);
            statements.RemoveAt(first);
            for (int position = first; position < statements.Count - 1; position++)
            {
                statements[position] = substitution.Visit(statements[position]);
            }
        }

        private static IEnumerable<int> Reads(Statement statement) => LoopTree.Statements(new Block(EquatableArray.Of(statement)))
            .SelectMany(ExpressionTree.Own).SelectMany(Walk.Parts).OfType<VariableRead>().Select(read => read.Variable.Id);
    }

    private sealed class Substitution(Variable old, Variable cursor) : IrRewriter
    {
        public override Expression Visit(Expression expression) =>
            expression is VariableRead read && read.Variable.Id == old.Id ? new VariableRead(cursor) : base.Visit(expression);
    }
}
