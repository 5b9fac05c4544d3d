using AutoPar.Generator.Analysis;
using AutoPar.Generator.Analysis.Scalars;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Transforms;

/// <summary>
/// <c>s += x; b[i] = s;</c> for floats → <c>s += x; total += x; b[i] = s;</c>, so that a block yields the sum of its own terms beside the running
/// sum. Where each block starts with the sums of those before it, in every form, the bits don't depend on who runs it.
/// </summary>
internal static class BlockSums
{
    public static LoopNest Apply(LoopNest nest)
    {
        if (nest.Root is null || !nest.CheckedSums.IsEmpty)
        {
            return nest;
        }

        foreach (Loop loop in LoopTree.SelfAndDescendants(nest.Root).ToList())
        {
            foreach (Scan scan in LoopAnalysis.Roles(nest, loop).OfType<Scan>().Where(IsSum))
            {
                nest = WithTotal(nest, loop.Id, scan);
            }
        }

        return nest;
    }

    // Not products: those of a whole block overflow and underflow where the running product doesn't, and 0 · ∞ would be NaN.
    private static bool IsSum(Scan scan) => scan is { Operator: ReductionOperator.Add, Restarts: false, Factor: null } && scan.Variable.Type.IsFloat();

    private static LoopNest WithTotal(LoopNest nest, int loop, Scan scan)
    {
        var fresh = new FreshVariables(nest);
        Variable total = Temporary("Total") with { ReadAfter = true };
        var adding = new Adding(scan.Variable, total, () => Temporary("Term") with { DeclaringLoop = loop });
        Loop root = new LoopRewriter(loop, adding).Visit(nest.Root!);
        return nest with
        {
            Root = root,
            Variables = nest.Variables.Append(total).Concat(adding.Terms).ToEquatableArray(),
            BlockSums = nest.BlockSums.Append(new BlockSum(scan.Variable, total)).ToEquatableArray(),
        };

        Variable Temporary(string suffix)
        {
            string name = fresh.Name(scan.Variable.Name.TrimStart('@') + suffix);
            return new Variable(fresh.Id(), name, scan.Variable.Type, scan.Variable.Type.Keyword(), VariableKind.Temporary, name, null, ReadAfter: false);
        }
    }

    /// <summary>One loop of a nest.</summary>
    private sealed class LoopRewriter(int loop, IrRewriter inside) : IrRewriter
    {
        public override Loop Visit(Loop other) => other.Id == loop ? inside.Visit(other) : base.Visit(other);
    }

    private sealed class Adding(Variable sum, Variable total, Func<Variable> newTerm) : IrRewriter
    {
        public List<Variable> Terms { get; } = [];

        public override Block Visit(Block block)
        {
            List<Statement> statements = [];
            foreach (Statement statement in block.Statements)
            {
                if (statement is not Assign assign || assign.Target.Id != sum.Id)
                {
                    statements.Add(Visit(statement));
                    continue;
                }

                // What saves the old value stays next to the update.
                bool isSaved = statements.LastOrDefault() is Assign { Value: VariableRead saved } && saved.Variable.Id == sum.Id;
                List<Statement> terms = [];
                Expression value = WithTerms(assign.Value, assign.Location, terms);
                statements.InsertRange(statements.Count - (isSaved ? 1 : 0), terms);
                statements.Add(assign with { Value = value });
                statements.Add(new Assign(total, new Renaming(sum, total).Visit(value), assign.Location));
            }

            return new Block(statements.ToEquatableArray());
        }

        /// <summary>What is added has a name: both sums take it, and it's computed once.</summary>
        private Expression WithTerms(Expression value, SourceLocation location, List<Statement> before)
        {
            if (Walk.Reads(value, sum))
            {
                return value switch
                {
                    Binary binary => binary with { Left = WithTerms(binary.Left, location, before), Right = WithTerms(binary.Right, location, before) },
                    Conversion conversion => conversion with { Operand = WithTerms(conversion.Operand, location, before) },
                    _ => value,
                };
            }

            if (value is Constant or VariableRead)
            {
                return value;
            }

            Variable term = newTerm() with { Type = value.Type, TypeText = value.Type.Keyword() };
            Terms.Add(term);
            before.Add(new Assign(term, value, location));
            return new VariableRead(term);
        }
    }

    private sealed class Renaming(Variable from, Variable to) : IrRewriter
    {
        public override Variable Visit(Variable variable) => variable.Id == from.Id ? to : variable;
    }
}
