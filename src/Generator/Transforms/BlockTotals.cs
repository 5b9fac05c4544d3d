using AutoPar.Generator.Analysis;
using AutoPar.Generator.Analysis.Scalars;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Transforms;

/// <summary>
/// The loop that computes what a run of iterations does to scanned scalars: a slice of the loop. A scan that some iterations begin anew
/// also tells whether one did (Blelloch 1990), a linear recurrence the product of its factors (Kogge and Stone 1973).
/// </summary>
/// <param name="Exit">Of a loop that running values end: what shows that a block doesn't; null where nothing does.</param>
internal sealed record BlockTotals(LoopNest Nest, Loop Loop, EquatableArray<BlockTotal> Totals, ExitTest? Exit)
{
    public static BlockTotals Of(LoopNest nest, Loop loop, ScanSlice slice)
    {
        ExitTest? exit = ExitTest.Of(nest, loop, slice.Scans);
        RunningBounds[] bounds = [.. exit?.Bounds ?? EquatableArray<RunningBounds>.Empty];
        IEnumerable<Variable> added = bounds.SelectMany(bound => bound.Told.Concat([bound.Most, bound.Least]));
        nest = nest with { Variables = nest.Variables.Concat(added).ToEquatableArray() };
        FreshVariables fresh = new(nest);
        Dictionary<int, Variable> terms = bounds.Where(bound => bound.Wide is not null)
            .ToDictionary(bound => bound.Scanned.Id, bound => Term(bound.Scanned, loop, fresh));
        BlockTotal[] totals = [.. slice.Scans.Select(scan => new BlockTotal(
            scan.Variable with { ReadAfter = true, Kind = scan.Variable.Kind == VariableKind.Carried ? VariableKind.Temporary : scan.Variable.Kind, Element = null },
            scan.Operator,
            scan is { Operator: not null, Restarts: true } ? Beside(scan.Variable, "Restarts", ElementType.Boolean, fresh) : null,
            scan.Factor is null ? null : Beside(scan.Variable, "Power", scan.Variable.Type, fresh)))];
        Dictionary<int, Variable> told = slice.Scans.Zip(totals, (scan, total) => (slice.Told(scan.Variable).Id, total.Variable)).ToDictionary(pair => pair.Id, pair => pair.Variable);
        Loop sliced = new Slicer(slice, totals, told, bounds, terms).Visit(loop);
        IEnumerable<Statement> powers = slice.Scans.Zip(totals, (scan, total) => (scan.Factor, total.Power)).Where(pair => pair.Power is not null)
            .Select(pair => new Assign(pair.Power!, new Binary(BinaryOperator.Multiply, pair.Power!.Type, new VariableRead(pair.Power), pair.Factor!), loop.Location));
        Statement[] body = [.. sliced.Body.Statements, .. powers, .. bounds.SelectMany(bound => bound.Extremes(loop.Location))];
        sliced = sliced with { Body = new Block(body.ToEquatableArray()), IndexReadAfter = false, IsResumed = false };
        return new BlockTotals(
            nest with
            {
                Root = sliced,
                Variables = nest.Variables.Concat(totals.SelectMany(total => new[] { total.Restarts, total.Power }).OfType<Variable>()).Concat(terms.Values).ToEquatableArray(),
            },
            sliced,
            totals.ToEquatableArray(),
            exit);
    }

    private static Variable Beside(Variable scanned, string suffix, ElementType type, FreshVariables fresh)
    {
        string name = fresh.Name(scanned.Name.TrimStart('@') + suffix);
        return new Variable(fresh.Id(), name, type, type.Keyword(), VariableKind.Local, name, null, ReadAfter: true);
    }

    private static Variable Term(Variable scanned, Loop loop, FreshVariables fresh)
    {
        string name = fresh.Name(scanned.Name.TrimStart('@') + "Term");
        return new Variable(fresh.Id(), name, scanned.Type, scanned.TypeText, VariableKind.Temporary, name, loop.Id, ReadAfter: false);
    }

    private sealed class Slicer(
        ScanSlice slice, BlockTotal[] totals, Dictionary<int, Variable> told, RunningBounds[] bounds, Dictionary<int, Variable> terms) : IrRewriter
    {
        public override Variable Visit(Variable variable) => told.TryGetValue(variable.Id, out Variable total) ? total : variable;

        public override Block Visit(Block block) => new(block.Statements.Where(slice.Contains).SelectMany(All).ToEquatableArray());

        private IEnumerable<Statement> All(Statement statement)
        {
            if (statement is Assign widened && terms.TryGetValue(widened.Target.Id, out Variable term))
            {
                return Widened(widened, term);
            }

            Statement visited = Visit(statement);
            return statement is Assign assign && totals.FirstOrDefault(total => total.Variable.Id == assign.Target.Id) is { Restarts: { } restarts } total
                && !Walk.Reads(assign.Value, total.Variable)
                    ? [visited, Begun(restarts, assign.Location)]
                    : [visited];
        }

        private static Assign Begun(Variable restarts, SourceLocation location) =>
            new(restarts, new Binary(BinaryOperator.Or, ElementType.Boolean, new VariableRead(restarts), new Constant(ElementType.Boolean, true)), location);

        /// <summary>The term is computed once for both sums.</summary>
        private IEnumerable<Statement> Widened(Assign update, Variable term)
        {
            RunningTerm added = RunningTerm.Of(update)!;
            var sum = (Binary)update.Value;
            BinaryOperator @operator = added.IsSubtracted ? BinaryOperator.Subtract : BinaryOperator.Add;
            yield return new Assign(term, Visit(added.Value), update.Location);
            yield return Visit(update with
            {
                Value = new Binary(@operator, sum.Type, new VariableRead(update.Target), new VariableRead(term)),
            });
            yield return added.Widened(bounds.First(bound => bound.Scanned.Id == update.Target.Id).Wide!, term, update.Location);
        }
    }
}

/// <summary>What a run of iterations does to one scanned scalar.</summary>
/// <param name="Variable">The value after them, from the operator's identity, or from the value before the loop where it keeps that.</param>
/// <param name="Restarts">Whether one of them assigned it without regard to its value; null where none does.</param>
/// <param name="Power">Of a linear recurrence: what they multiply the value from before by.</param>
internal sealed record BlockTotal(Variable Variable, ReductionOperator? Operator, Variable? Restarts, Variable? Power);
