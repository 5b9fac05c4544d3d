using AutoPar.Generator.Analysis;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Transforms;

/// <summary>What scalars of an iteration are, as <c>Factor · x + Added</c> of the value x that one of them has at its start.</summary>
/// <param name="name">Gives an expression a name where it stands, since what it reads may change further on.</param>
internal sealed class LinearForm(Variable variable, Func<string, Expression, Expression> name)
{
    // Null for what isn't linear.
    private readonly Dictionary<int, (Expression? Factor, Expression? Added)?> _between = [];

    public Expression? Factor { get; private set; } = Constants.Number(variable.Type, 1);

    /// <summary>Null for nothing.</summary>
    public Expression? Added { get; private set; }

    /// <summary>What the iteration does before the steps, maybe to other scalars that depend on the value.</summary>
    public void Follow(Statement statement)
    {
        var block = new Block(EquatableArray.Of(statement));
        bool depends = ExpressionTree.Of(block).Any(Depends);
        foreach (Variable target in LoopTree.Statements(block).SelectMany(LoopTree.Assigned))
        {
            if (!depends)
            {
                _between.Remove(target.Id);
            }
            else
            {
                _between[target.Id] = statement is Assign assign && target.Type == variable.Type && Of(assign.Value) is var (factor, added)
                    ? (Named("Factor", factor), Named("Added", added)) : null;
            }
        }
    }

    /// <summary>Takes one step more; false when it isn't linear.</summary>
    public bool Take(Expression value)
    {
        if (Of(value) is not (var factor, var added) || factor is null)
        {
            return false;
        }

        (Factor, Added) = (factor, added);
        return true;
    }

    /// <summary>The two parts of a value, null for those that it doesn't have; null when it isn't linear.</summary>
    private (Expression? Factor, Expression? Added)? Of(Expression value)
    {
        if (!Depends(value))
        {
            return (null, value);
        }

        switch (value)
        {
            case VariableRead read:
                return read.Variable.Id == variable.Id ? (Factor, Added) : _between[read.Variable.Id];
            case Unary { Operator: UnaryOperator.Negate, IsChecked: false } negation:
                return Of(negation.Operand) is var (factor, added) ? (Negated(factor), Negated(added)) : null;
            case Binary { Operator: BinaryOperator.Add or BinaryOperator.Subtract, IsChecked: false } sum when sum.Type == variable.Type:
                return Of(sum.Left) is var (one, first) && Of(sum.Right) is var (other, second) ? (Sum(sum, one, other), Sum(sum, first, second)) : null;
            case Binary { Operator: BinaryOperator.Multiply, IsChecked: false } product when product.Type == variable.Type:
                (Expression own, Expression times) = Depends(product.Left) ? (product.Left, product.Right) : (product.Right, product.Left);
                return !Depends(times) && Of(own) is var (multiplied, rest) ? (Product(multiplied, times), Product(rest, times)) : null;
            default:
                return null;
        }
    }

    private bool Depends(Expression value) =>
        Walk.Parts(value).Any(part => part is VariableRead read && (read.Variable.Id == variable.Id || _between.ContainsKey(read.Variable.Id)));

    private Expression? Named(string suffix, Expression? value) => value is null or Constant ? value : name(suffix, value);

    private static Expression? Negated(Expression? value) => value is null ? null : new Unary(UnaryOperator.Negate, value);

    private static Expression? Sum(Binary sum, Expression? left, Expression? right) =>
        right is null ? left
        : left is null ? (sum.Operator == BinaryOperator.Add ? right : Negated(right))
        : sum with { Left = left, Right = right };

    private static Expression? Product(Expression? value, Expression times) =>
        value is null ? null
        : value is Constant { Value: 1 or 1u or 1L or 1UL or 1f or 1.0 } ? times
        : new Binary(BinaryOperator.Multiply, value.Type, value, times);
}
