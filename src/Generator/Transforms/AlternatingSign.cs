using AutoPar.Generator.Analysis;
using AutoPar.Generator.Analysis.Scalars;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Transforms;

/// <summary>
/// <c>e = -e;</c> once in each iteration → e keeps its value from before the loop, and what reads it takes e or −e by the
/// parity of the iteration. Negation is exact, so are the bits.
/// </summary>
internal static class AlternatingSign
{
    public static LoopNest Apply(LoopNest nest)
    {
        if (nest.Root is not { } root || Origin(root) is not { } origin || LoopTree.Statements(root.Body).Any(statement => statement is Opaque or Exit))
        {
            return nest;
        }

        foreach (Variable sign in root.Body.Statements.OfType<Assign>().Select(assign => assign.Target).Distinct().ToList())
        {
            root = Alternates(sign, root, out int place) ? root with { Body = Replaced(root, sign, place, origin) } : root;
        }

        return nest with { Root = root };
    }

    /// <summary>The first index, if the index's parity counts the iterations.</summary>
    private static Expression? Origin(Loop root) =>
        root.ConstantStep is 1 or -1
        && root.Index.Type is ElementType.Int32 or ElementType.UInt32 or ElementType.Int64 or ElementType.UInt64
        && root.Start.Type == root.Index.Type
        && (root.Start is Constant || (root.Start is VariableRead { Variable: var start } && start.Id != root.Index.Id && !Walk.Assigned(root.Body).Contains(start.Id)))
            ? root.Start
            : null;

    private static bool Alternates(Variable sign, Loop root, out int place)
    {
        Assign[] assigns = [.. LoopTree.Statements(root.Body).OfType<Assign>().Where(assign => assign.Target.Id == sign.Id)];
        place = assigns.Length == 1 ? root.Body.Statements.ToList().FindIndex(statement => ReferenceEquals(statement, assigns[0])) : -1;
        return place >= 0
            && sign is { Kind: VariableKind.Local or VariableKind.Parameter, DeclaringLoop: null, ReadAfter: false, IsVolatile: false }
            && (sign.Type.IsFloat() || sign.Type is ElementType.Int32 or ElementType.Int64)
            && assigns[0].Value is Unary { Operator: UnaryOperator.Negate, IsChecked: false, Operand: VariableRead { Variable.Id: var operand } } && operand == sign.Id
            && !LoopTree.SelfAndDescendants(root).Skip(1).Any(inner => new ScalarUses(inner, sign).IsInnerIndex);
    }

    private static Block Replaced(Loop root, Variable sign, int place, Expression origin)
    {
        ElementType type = root.Index.Type;
        var trips = new Binary(BinaryOperator.Subtract, type, new VariableRead(root.Index), origin);
        var isEven = new Comparison(ComparisonOperator.Equal, new Binary(BinaryOperator.And, type, trips, Constants.Number(type, 1)), Constants.Number(type, 0));
        var plus = new VariableRead(sign);
        var minus = new Unary(UnaryOperator.Negate, plus);
        var before = new Substitution(sign.Id, new Conditional(isEven, plus, minus));
        var after = new Substitution(sign.Id, new Conditional(isEven, minus, plus));
        return new(root.Body.Statements.SelectMany((statement, index) =>
            index == place ? [] : new[] { (index < place ? before : after).Visit(statement) }).ToEquatableArray());
    }
}
