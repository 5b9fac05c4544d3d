using AutoPar.Generator.Analysis;
using AutoPar.Generator.Analysis.Scalars;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Transforms;

/// <summary>
/// <c>checked { for (…) sum += p[i]; }</c> → two sums that cannot overflow, of the positive and of the negative terms. The
/// form takes their result only if it proves that no prefix of the sum overflowed, and runs the loop as written
/// otherwise: so the loop must have no other effect.
/// </summary>
internal static class CheckedSums
{
    public static LoopNest Apply(LoopNest nest)
    {
        // Fewer than 2^32 terms of 32 bits fit in 64: one loop with an index of 32 bits.
        if (nest.Root is not { } root || root.Index.Type.Size() > 4 || LoopTree.Statements(root.Body).Any(statement => statement is not (Assign or If)))
        {
            return nest;
        }

        foreach (Variable sum in LoopTree.Statements(root.Body).OfType<Assign>().Select(assign => assign.Target).Distinct().ToList())
        {
            nest = IsCheckedSum(nest.Root!, sum) ? Split(nest, sum) : nest;
        }

        return nest;
    }

    private static bool IsCheckedSum(Loop root, Variable sum)
    {
        var uses = new ScalarUses(root, sum);
        return sum is { Kind: VariableKind.Local or VariableKind.Parameter, DeclaringLoop: null, IsVolatile: false }
            && sum.TypeText == sum.Type.Keyword()
            && uses.Assigns.Any(assign => assign.Value is Binary { IsChecked: true })
            && uses.Assigns.All(assign => Term(assign.Value, uses) is not null)
            && Reductions.Match(uses) is { Operator: ReductionOperator.Add };
    }

    /// <summary>What an assignment adds, in 64 bits; null when that isn't a number of at most 32.</summary>
    private static Expression? Term(Expression value, ScalarUses uses) => value switch
    {
        Binary { Operator: BinaryOperator.Add } sum when uses.IsRead(sum.Left) => Narrow(sum.Right, uses.Variable.Type),
        Binary { Operator: BinaryOperator.Add } sum when uses.IsRead(sum.Right) => Narrow(sum.Left, uses.Variable.Type),
        Binary { Operator: BinaryOperator.Subtract } difference when uses.IsRead(difference.Left) && Narrow(difference.Right, uses.Variable.Type) is { } term =>
            new Unary(UnaryOperator.Negate, term),
        _ => null,
    };

    private static Expression? Narrow(Expression term, ElementType type) => (type, term) switch
    {
        (ElementType.Int32, _) => new Conversion(ElementType.Int64, term),
        (ElementType.Int64, Conversion { Operand.Type: ElementType.SByte or ElementType.Byte or ElementType.Int16 or ElementType.UInt16 or ElementType.Char or ElementType.Int32 }) => term,
        (ElementType.Int64, Constant { Value: long and >= int.MinValue and <= int.MaxValue }) => term,
        _ => null,
    };

    private static LoopNest Split(LoopNest nest, Variable sum)
    {
        var fresh = new FreshVariables(nest);
        Variable above = Accumulator(fresh, sum, "Above");
        Variable below = Accumulator(fresh, sum, "Below");
        Variable term = Temporary(fresh, sum.Name + "Term") with { DeclaringLoop = nest.Root!.Id };
        return nest with
        {
            Root = new Splitting(new ScalarUses(nest.Root, sum), above, below, term).Visit(nest.Root),
            Variables = nest.Variables.Where(variable => variable.Id != sum.Id).Concat([above, below, term]).ToEquatableArray(),
            CheckedSums = nest.CheckedSums.Append(new CheckedSum(sum, above, below)).ToEquatableArray(),
        };
    }

    private static Variable Accumulator(FreshVariables fresh, Variable sum, string suffix) => Temporary(fresh, sum.Name.TrimStart('@') + suffix) with { ReadAfter = true };

    private static Variable Temporary(FreshVariables fresh, string name)
    {
        string unique = fresh.Name(name.TrimStart('@'));
        return new Variable(fresh.Id(), unique, ElementType.Int64, "long", VariableKind.Temporary, unique, null, ReadAfter: false);
    }

    private sealed class Splitting(ScalarUses uses, Variable above, Variable below, Variable term) : IrRewriter
    {
        public override Block Visit(Block block) => new(block.Statements.SelectMany(Split).ToEquatableArray());

        private IEnumerable<Statement> Split(Statement statement) =>
            statement is Assign assign && assign.Target.Id == uses.Variable.Id
                ? [
                    new Assign(term, Term(assign.Value, uses)!, assign.Location),
                    new Assign(above, Plus(above, IntrinsicFunction.Max), assign.Location),
                    new Assign(below, Plus(below, IntrinsicFunction.Min), assign.Location),
                ]
                : [Visit(statement)];

        private Expression Plus(Variable half, IntrinsicFunction part) => new Binary(
            BinaryOperator.Add, ElementType.Int64, new VariableRead(half),
            new IntrinsicCall(ElementType.Int64, part, EquatableArray.Of<Expression>(new VariableRead(term), Constant.Int64(0))));
    }
}
