using AutoPar.Generator.Analysis;
using AutoPar.Generator.Analysis.Scalars;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Transforms;

/// <summary>How a scalar moves in a loop that moves it by the same amounts in each iteration, in the scalar's type, which may wrap.</summary>
internal sealed class CounterSteps
{
    private readonly Variable _counter;
    private readonly Loop _loop;
    private readonly Expression _amount;

    private CounterSteps(Variable counter, Loop loop, Expression amount) => (_counter, _loop, _amount) = (counter, loop, amount);

    /// <summary>Null where it isn't such a scalar, or is read by nothing but its own steps.</summary>
    public static CounterSteps? Of(Variable counter, Loop loop)
    {
        var uses = new ScalarUses(loop, counter);
        if (counter is not { Kind: VariableKind.Local or VariableKind.Parameter or VariableKind.Temporary, IsVolatile: false, IsAtomic: false }
            || counter.Type is not (ElementType.Int32 or ElementType.Int64) || counter.TypeText != counter.Type.Keyword()
            || uses.IsInnerIndex || counter.Id == loop.Index.Id || uses.Reads == uses.Assigns.Count || !IsCounted(loop, counter.Type)
            || !uses.Assigns.All(assign => loop.Body.Statements.Any(statement => ReferenceEquals(statement, assign))))
        {
            return null;
        }

        Expression? amount = Constants.Number(counter.Type, 0);
        foreach (Assign assign in uses.Assigns)
        {
            amount = Amount(assign, uses, loop) is { } step ? Sum(amount, step) : null;
            if (amount is null)
            {
                return null;
            }
        }

        return new CounterSteps(counter, loop, amount);
    }

    /// <summary>The loop without the steps: what reads the scalar computes them.</summary>
    public Loop Replaced()
    {
        Expression trips = _loop.ConstantStep == 1
            ? Difference(new VariableRead(_loop.Index), _loop.Start)
            : Difference(_loop.Start, new VariableRead(_loop.Index));
        return _loop with { Body = new Block(Substituted(Product(trips, _amount)).ToEquatableArray()) };
    }

    /// <summary>The loop with one step in each iteration, its last statement; null where it has no more.</summary>
    public Loop? Merged()
    {
        Assign[] steps = [.. _loop.Body.Statements.OfType<Assign>().Where(assign => assign.Target.Id == _counter.Id)];
        Expression next = Sum(new VariableRead(_counter), _amount);
        return steps.Length < 2 ? null : _loop with
        {
            Body = new Block(Substituted(Constants.Number(_counter.Type, 0)).Append(steps[steps.Length - 1] with { Value = next }).ToEquatableArray()),
        };
    }

    /// <summary>The statements but the steps.</summary>
    /// <param name="passed">How far the scalar has moved when an iteration begins.</param>
    private List<Statement> Substituted(Expression passed)
    {
        List<Statement> statements = [];
        foreach (Statement statement in _loop.Body.Statements)
        {
            if (statement is Assign assign && assign.Target.Id == _counter.Id)
            {
                passed = Sum(passed, Amount(assign, new ScalarUses(_loop, _counter), _loop)!);
            }
            else
            {
                statements.Add(new Substitution(_counter.Id, Sum(new VariableRead(_counter), passed)).Visit(statement));
            }
        }

        return statements;
    }

    /// <summary>The value after the loop, if <see cref="Runs"/>; null where it isn't known before the nest.</summary>
    /// <param name="varying">What the nest assigns.</param>
    public Expression? Sum(HashSet<int> varying)
    {
        if (TripCounts.Constant(_loop) is { } constant)
        {
            return Sum(new VariableRead(_counter), Product(Constants.Number(_counter.Type, constant), _amount));
        }

        bool isKnown = _loop.Form != LoopForm.Do && _loop.Relation != LoopRelation.NotEqual && Fits(_loop.Bound, _counter.Type)
            && new[] { _loop.Start, _loop.Bound }.SelectMany(ExpressionTree.SelfAndDescendants).All(part => part switch
            {
                VariableRead read => !varying.Contains(read.Variable.Id),
                Binary sum => !sum.IsChecked && sum.Operator is BinaryOperator.Add or BinaryOperator.Subtract,
                _ => part is Constant or ObjectLength { Row: null } or Conversion { IsChecked: false },
            });
        return isKnown ? Sum(new VariableRead(_counter), Product(Trips(), _amount)) : null;
    }

    /// <summary>That the loop isn't entered backwards; null where that is known.</summary>
    public Comparison? Runs()
    {
        if (TripCounts.Constant(_loop) is not null)
        {
            return null;
        }

        Expression start = Wide(_loop.Start);
        Expression bound = Wide(_loop.Bound);
        return _loop.Relation switch
        {
            LoopRelation.Less => AtMost(start, bound),
            LoopRelation.LessOrEqual => AtMost(start, OneMore(bound)),
            LoopRelation.Greater => AtMost(bound, start),
            _ => AtMost(bound, OneMore(start)),
        };

        static Comparison AtMost(Expression least, Expression most) => new(ComparisonOperator.LessOrEqual, least, most);
        static Expression OneMore(Expression value) => new Binary(BinaryOperator.Add, ElementType.Int64, value, Constant.Int64(1));
    }

    private Expression Trips()
    {
        Expression span = _loop.ConstantStep == 1 ? Difference(_loop.Bound, _loop.Start) : Difference(_loop.Start, _loop.Bound);
        return _loop.Relation is LoopRelation.LessOrEqual or LoopRelation.GreaterOrEqual ? Sum(span, Constants.Number(_counter.Type, 1)) : span;
    }

    private static bool IsCounted(Loop loop, ElementType type) =>
        loop.ConstantStep is 1 or -1 && loop.Index.Type is ElementType.Int32 or ElementType.Int64 && !LoopTree.StartsAtItself(loop)
        && Fits(new VariableRead(loop.Index), type) && Fits(loop.Start, type) && Inductions.IsInvariant(loop.Start, loop)
        && loop.Relation switch
        {
            LoopRelation.Less or LoopRelation.LessOrEqual => loop.ConstantStep == 1,
            LoopRelation.Greater or LoopRelation.GreaterOrEqual => loop.ConstantStep == -1,
            _ => true,
        };

    /// <summary>What the statement adds, in the scalar's type.</summary>
    private static Expression? Amount(Assign assign, ScalarUses uses, Loop loop)
    {
        Expression? amount = assign.Value switch
        {
            Binary { Operator: BinaryOperator.Add, IsChecked: false } sum when uses.IsRead(sum.Left) => sum.Right,
            Binary { Operator: BinaryOperator.Add, IsChecked: false } sum when uses.IsRead(sum.Right) => sum.Left,
            Binary { Operator: BinaryOperator.Subtract, IsChecked: false } difference when uses.IsRead(difference.Left) =>
                difference.Right is Constant constant ? Negated(constant) : new Unary(UnaryOperator.Negate, difference.Right),
            _ => null,
        };
        return amount is not null && amount.Type == uses.Variable.Type && Inductions.IsInvariant(amount, loop) && uses.CountReads(amount) == 0 ? amount : null;
    }

    private static Constant Negated(Constant constant) => Constants.Number(constant.Type, unchecked(-Convert.ToInt64(constant.Value)));

    private static bool Fits(Expression value, ElementType type) => value.Type == type || (value.Type == ElementType.Int32 && type == ElementType.Int64);

    private Expression Difference(Expression from, Expression taken) => taken is Constant { Value: 0 or 0L }
        ? Converted(from)
        : new Binary(BinaryOperator.Subtract, _counter.Type, Converted(from), Converted(taken));

    private Expression Converted(Expression value) => value.Type == _counter.Type ? value
        : value is Constant constant ? Constants.Number(_counter.Type, Convert.ToInt64(constant.Value))
        : new Conversion(_counter.Type, value);

    private static Expression Wide(Expression value) => value.Type == ElementType.Int64 ? value
        : value is Constant constant ? Constant.Int64(Convert.ToInt64(constant.Value))
        : new Conversion(ElementType.Int64, value);

    private static Expression Sum(Expression left, Expression right) => (left, right) switch
    {
        (Constant { Value: 0 or 0L }, _) => right,
        (_, Constant { Value: 0 or 0L }) => left,
        (Constant one, Constant other) => Number(one, unchecked(Convert.ToInt64(one.Value) + Convert.ToInt64(other.Value))),
        _ => new Binary(BinaryOperator.Add, left.Type, left, right),
    };

    private static Expression Product(Expression trips, Expression amount) => (trips, amount) switch
    {
        (_, Constant { Value: 1 or 1L }) => trips,
        (Constant one, Constant other) => Number(one, unchecked(Convert.ToInt64(one.Value) * Convert.ToInt64(other.Value))),
        _ => new Binary(BinaryOperator.Multiply, amount.Type, trips, amount),
    };

    private static Constant Number(Constant like, long value) => Constants.Number(like.Type, value);
}
