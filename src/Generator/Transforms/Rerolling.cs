using AutoPar.Generator.Analysis;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Transforms;

/// <summary>
/// A loop that was unrolled by hand, <c>for (; i + 1 &lt; n; i += 2) { a[i] *= t; a[i + 1] *= t; }</c>, for lanes: one copy of
/// its statements, with a step of 1. A vector holds whole iterations, and ends where the last whole one does; from there the
/// loop runs as written.
/// </summary>
internal static class Rerolling
{
    private const int MostCopies = 64;

    /// <returns>The nest itself when no loop repeats its statements.</returns>
    public static LoopNest Apply(LoopNest nest)
    {
        if (nest.Root is not { } root)
        {
            return nest;
        }

        var rewriter = new Rewriter();
        Loop rerolled = rewriter.Visit(root);
        return !rewriter.HasChanged ? nest : nest with
        {
            Root = rerolled,
            Transformations = nest.Transformations.Append("rerolling").ToEquatableArray(),
        };
    }

    private sealed class Rewriter : IrRewriter
    {
        public bool HasChanged { get; private set; }

        public override Loop Visit(Loop loop)
        {
            loop = base.Visit(loop);
            if (loop is not { Resume: not null, IsResumed: false, ConstantStep: > 1 and <= MostCopies and var step }
                || loop.Relation is not (LoopRelation.Less or LoopRelation.LessOrEqual)
                || (loop.Bound.Type.Size() > 4 && loop.Bound.Type != ElementType.Int64) || FirstCopy(loop, (int)step) is not { } copy)
            {
                return loop;
            }

            HasChanged = true;
            Expression bound = loop.Bound.Type == ElementType.Int64 ? loop.Bound : new Conversion(ElementType.Int64, loop.Bound);
            return loop with
            {
                Body = copy,
                Step = Constant.Int64(1),
                Bound = new Binary(BinaryOperator.Add, ElementType.Int64, bound, Constant.Int64(step - 1)),
                IsResumed = true,
                CopiesWritten = (int)step,
            };
        }
    }

    /// <summary>The statements of which the body is so many copies, for consecutive values of the index; null when it isn't.</summary>
    private static Block? FirstCopy(Loop loop, int copies)
    {
        List<Statement> statements = [.. loop.Body.Statements.SelectMany(Terms)];
        if (statements.Count % copies != 0
            || statements.Any(statement => statement is not (Store or Assign { Target.DeclaringLoop: null, Value: Binary })))
        {
            return null;
        }

        int length = statements.Count / copies;
        var normal = new IndexSums();
        for (int copy = 1; copy < copies; copy++)
        {
            var shift = new Substitution(loop.Index.Id, Sum(new VariableRead(loop.Index), copy));
            for (int place = 0; place < length; place++)
            {
                if (!AreSame(normal.Visit(shift.Visit(statements[place])), normal.Visit(statements[(copy * length) + place])))
                {
                    return null;
                }
            }
        }

        return new Block(statements.Take(length).ToEquatableArray());
    }

    /// <summary><c>s = s + x + y</c> adds x, then y: two statements.</summary>
    private static IEnumerable<Statement> Terms(Statement statement)
    {
        List<Statement> terms = [];
        for (; statement is Assign { Value: Binary { Operator: BinaryOperator.Add, IsChecked: false, Left: Binary sum } last } assign
            && sum is { Operator: BinaryOperator.Add, IsChecked: false } && First(sum) is VariableRead read && read.Variable.Id == assign.Target.Id;
            statement = assign with { Value = sum })
        {
            terms.Add(assign with { Value = last with { Left = new VariableRead(assign.Target) } });
        }

        terms.Add(statement);
        terms.Reverse();
        return terms;
    }

    private static Expression First(Expression sum) =>
        sum is Binary { Operator: BinaryOperator.Add, IsChecked: false } inner ? First(inner.Left) : sum;

    private static bool AreSame(Statement one, Statement other) => (one, other) switch
    {
        (Store first, Store second) => Walk.Same(new Load(first.Target), new Load(second.Target)) && Walk.Same(first.Value, second.Value),
        (Assign first, Assign second) => first.Target.Id == second.Target.Id && Walk.Same(first.Value, second.Value),
        _ => false,
    };

    private static Expression Sum(Expression value, int amount) =>
        amount == 0 ? value : new Binary(BinaryOperator.Add, ElementType.Int32, value, Constant.Int32(amount));

    /// <summary>Puts sums with constants into one form.</summary>
    private sealed class IndexSums : IrRewriter
    {
        public override Expression Visit(Expression expression)
        {
            expression = base.Visit(expression);
            return IsSum(expression) is var (left, amount) && IsSum(left) is var (inner, first) ? Sum(inner, unchecked(first + amount)) : expression;
        }

        private static (Expression Left, int Amount)? IsSum(Expression expression) =>
            expression is Binary { Type: ElementType.Int32, IsChecked: false, Operator: BinaryOperator.Add, Left: var left, Right: Constant { Value: int amount } }
                ? (left, amount)
                : null;
    }
}
