using AutoPar.Generator.Analysis;
using AutoPar.Generator.Analysis.Scalars;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Transforms;

/// <summary>
/// The loop that computes what a run of iterations does to scanned scalars: a slice of the loop. A scan that some iterations begin anew
/// also tells whether one did (Blelloch 1990), a linear recurrence the product of its factors (Kogge and Stone 1973).
/// </summary>
internal sealed record BlockTotals(LoopNest Nest, Loop Loop, EquatableArray<BlockTotal> Totals)
{
    public static BlockTotals Of(LoopNest nest, Loop loop, ScanSlice slice)
    {
        FreshVariables fresh = new(nest);
        BlockTotal[] totals = [.. slice.Scans.Select(scan => new BlockTotal(
            scan.Variable with { ReadAfter = true, Kind = scan.Variable.Kind == VariableKind.Carried ? VariableKind.Temporary : scan.Variable.Kind, Element = null },
            scan.Operator,
            scan is { Operator: not null, Restarts: true } ? Beside(scan.Variable, "Restarts", ElementType.Boolean, fresh) : null,
            scan.Factor is null ? null : Beside(scan.Variable, "Power", scan.Variable.Type, fresh)))];
        Dictionary<int, Variable> told = slice.Scans.Zip(totals, (scan, total) => (slice.Told(scan.Variable).Id, total.Variable)).ToDictionary(pair => pair.Id, pair => pair.Variable);
        Loop sliced = new Slicer(slice, totals, told).Visit(loop);
        IEnumerable<Statement> powers = slice.Scans.Zip(totals, (scan, total) => (scan.Factor, total.Power)).Where(pair => pair.Power is not null)
            .Select(pair => new Assign(pair.Power!, new Binary(BinaryOperator.Multiply, pair.Power!.Type, new VariableRead(pair.Power), pair.Factor!), loop.Location));
        sliced = sliced with { Body = new Block(sliced.Body.Statements.Concat(powers).ToEquatableArray()), IndexReadAfter = false, IsResumed = false };
        return new BlockTotals(
            nest with
            {
                Root = sliced,
                Variables = nest.Variables.Concat(totals.SelectMany(total => new[] { total.Restarts, total.Power }).OfType<Variable>()).ToEquatableArray(),
            },
            sliced,
            totals.ToEquatableArray());
    }

    private static Variable Beside(Variable scanned, string suffix, ElementType type, FreshVariables fresh)
    {
        string name = fresh.Name(scanned.Name.TrimStart('@') + suffix);
        return new Variable(fresh.Id(), name, type, type.Keyword(), VariableKind.Local, name, null, ReadAfter: true);
    }

    private sealed class Slicer(ScanSlice slice, BlockTotal[] totals, Dictionary<int, Variable> told) : IrRewriter
    {
        public override Variable Visit(Variable variable) => told.TryGetValue(variable.Id, out Variable total) ? total : variable;

        public override Block Visit(Block block) => new(block.Statements.Where(slice.Contains).SelectMany(All).ToEquatableArray());

        private IEnumerable<Statement> All(Statement statement)
        {
            yield return Visit(statement);
            if (statement is Assign assign && totals.FirstOrDefault(total => total.Variable.Id == assign.Target.Id) is { Restarts: { } restarts } total
                && !Walk.Reads(assign.Value, total.Variable))
            {
                var begun = new Binary(BinaryOperator.Or, ElementType.Boolean, new VariableRead(restarts), new Constant(ElementType.Boolean, true));
                yield return new Assign(restarts, begun, assign.Location);
            }
        }
    }
}

/// <summary>What a run of iterations does to one scanned scalar.</summary>
/// <param name="Variable">The value after them, from the operator's identity, or from the value before the loop where it keeps that.</param>
/// <param name="Restarts">Whether one of them assigned it without regard to its value; null where none does.</param>
/// <param name="Power">Of a linear recurrence: what they multiply the value from before by.</param>
internal sealed record BlockTotal(Variable Variable, ReductionOperator? Operator, Variable? Restarts, Variable? Power);
