using AutoPar.Generator.Analysis;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Transforms;

/// <summary>
/// <c>if (c) b[l++] = x;</c>, and <c>if (c) b[i] = a[l++];</c>: the active iterations' elements lie side by side behind those
/// before. The pass puts the counting last, which makes <c>l</c> a <see cref="Cursor"/>. Vectors run while there is room for all lanes,
/// whether they are active or not, single iterations while there is room for one; the rest of the loop runs as written.
/// </summary>
internal static class Packing
{
    /// <param name="forLanes">Only loops of which lanes take a counter.</param>
    /// <returns>The nest itself when no loop has such a counter.</returns>
    public static LoopNest Apply(LoopNest nest, bool forLanes)
    {
        if (nest.Root is not { } root)
        {
            return nest;
        }

        var rewriter = new Rewriter(forLanes);
        Loop packed = rewriter.Visit(root);
        return !rewriter.HasChanged ? nest : nest with
        {
            Root = packed,
            Transformations = nest.Transformations.Append("packing while there is room").ToEquatableArray(),
        };
    }

    private sealed class Rewriter(bool forLanes) : IrRewriter
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
            outside.ExceptWith(LoopTree.Statements(loop.Body).OfType<Assign>().Select(assign => assign.Target)
                .Where(target => target.DeclaringLoop == loop.Id).Select(target => target.Id));
            Loop packed = loop with
            {
                Body = new Block(loop.Body.Statements.Select(statement => Pack(statement, outside)).ToEquatableArray()),
                IsResumed = true,
            };
            if (!Cursors.Of(packed).Values.Any(cursor => cursor.PacksLanes || !forLanes))
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
            Untangle(statements, counters);
            foreach (Assign increment in statements.OfType<Assign>()
                .Where(assign => counters.Contains(assign.Target.Id) && Cursors.AmountOf(assign) is not null).Reverse().ToList())
            {
                Sink(statements, increment);
            }

            return new Block(statements.ToEquatableArray());
        }

        /// <summary><c>++l</c> puts the new value into a temporary, which <c>l</c> itself may stand for.</summary>
        private static void Untangle(List<Statement> statements, HashSet<int> counters)
        {
            for (int place = 1; place < statements.Count; place++)
            {
                if (statements[place] is Assign { Value: VariableRead read } assign && counters.Contains(assign.Target.Id)
                    && statements[place - 1] is Assign { Target.Kind: VariableKind.Temporary } sum && sum.Target.Id == read.Variable.Id
                    && Cursors.AmountOf(sum with { Target = assign.Target }) is not null)
                {
                    var counted = new Substitution(sum.Target.Id, new VariableRead(assign.Target));
                    statements[place] = assign with { Value = sum.Value };
                    statements.RemoveAt(place - 1);
                    for (int position = place; position < statements.Count; position++)
                    {
                        statements[position] = counted.Visit(statements[position]);
                    }
                }
            }
        }

        /// <summary>Moves the increment to the end of its block: what follows it uses one more than what it has counted.</summary>
        private static void Sink(List<Statement> statements, Assign increment)
        {
            int place = statements.IndexOf(increment);
            int id = increment.Target.Id;
            Statement[] assigning = [.. statements.Skip(place + 1).Where(statement => Walk.Assigned(new Block(EquatableArray.Of(statement))).Contains(id))];
            bool isCountedLater = assigning is [Assign later] && Cursors.AmountOf(later) is not null && ReferenceEquals(later, statements[statements.Count - 1]);
            if (assigning.Length > 0 && !isCountedLater)
            {
                return;
            }

            // i++ keeps the old value in a temporary.
            Assign? old = statements.Take(place).OfType<Assign>().LastOrDefault(assign =>
                assign is { Target.Kind: VariableKind.Temporary, Value: VariableRead read } && read.Variable.Id == id);
            var counted = new Substitution(id, increment.Value);
            for (int position = place + 1; position < statements.Count; position++)
            {
                statements[position] = counted.Visit(statements[position]);
            }

            statements.RemoveAt(place);
            if (old is not null)
            {
                int first = statements.IndexOf(old);
                statements.RemoveAt(first);
                var uncounted = new Substitution(old.Target.Id, new VariableRead(increment.Target));
                for (int position = first; position < statements.Count; position++)
                {
                    statements[position] = uncounted.Visit(statements[position]);
                }
            }

            if (!isCountedLater)
            {
                statements.Add(increment);
            }
        }
    }
}
