using AutoPar.Generator.Analysis;
using AutoPar.Generator.Analysis.Dependences;
using AutoPar.Generator.Analysis.Guards;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Transforms;

/// <summary>The statements that end the vectors of a loop before one in which an operation would throw, made of its shadow.</summary>
internal sealed class ContentTests(Loop loop, HashSet<int> proven)
{
    private readonly UncheckedArithmetic _unchecked = new();
    private readonly List<Statement> _statements = [];

    // Operations that all lanes have passed: what comes later may evaluate them.
    private readonly List<Expression> _passed = [];

    public IReadOnlyList<Statement> Statements => _statements;

    /// <summary>False when a condition isn't known, or would have to be evaluated where it may itself fail.</summary>
    public bool TryWrite(Block shadow) => shadow.Statements.All(statement => TryWrite(statement, null));

    /// <summary>The statement computes a temporary that the tests need: it stands among them.</summary>
    public bool HasMoved(Statement statement) => statement is Assign assign && _statements.Contains(assign)
        && LoopTree.Statements(loop.Body).OfType<Assign>().Count(other => other.Target.Id == assign.Target.Id) == 1;

    private bool TryWrite(Statement statement, Expression? path)
    {
        switch (statement)
        {
            case Assign { Target: var target } probe when ShadowLoop.IsProbe(target):
                return TryTest(probe.Value, path);
            case Assign { Target: { IsMemory: false, DeclaringLoop: { } declaring } } assign 
                when declaring == loop.Id && path is null && IsSafe(assign.Value) && !FollowsAStore(assign):
                // A test speaks of the one value that it has.
                bool isFirst = !_statements.OfType<Assign>().Any(other => other.Target.Id == assign.Target.Id);
                _statements.Add(assign);
                return isFirst;
            case If conditional:
                return conditional.Then.Statements.All(inner => TryWrite(inner, And(path, conditional.Condition)))
                    && conditional.Else.Statements.All(inner => TryWrite(inner, And(path, new Unary(UnaryOperator.LogicalNot, conditional.Condition))));
            default:
                return false;
        }
    }

    /// <summary>A store before it may change what it loads: it can't be computed earlier.</summary>
    private bool FollowsAStore(Assign assign) => LoopTree.Statements(loop.Body)
        .TakeWhile(statement => !ReferenceEquals(statement, assign))
        .OfType<Store>()
        .Any(store => Walk.Parts(assign.Value).OfType<Load>().Any(load => AliasAnalysis.Of(load.Access.Object, store.Target.Object) != AliasKind.None));

    private bool TryTest(Expression operation, Expression? path)
    {
        if (Success.Of(operation) is not { } success || !IsSafe(success) || (path is not null && !IsSafe(path)))
        {
            return false;
        }

        // What overflows on the way is wrong only where a test before has failed.
        Expression fails = _unchecked.Visit(And(path, Negated(success)));
        if (!_statements.OfType<If>().Any(test => Walk.Same(test.Condition, fails)))
        {
            var stop = new Exit(ExitKind.Stop, loop.Id, null, loop.Location);
            _statements.Add(new If(fails, new Block(EquatableArray.Of<Statement>(stop)), Block.Empty, loop.Location));
        }

        if (path is null)
        {
            _passed.Add(operation);
        }

        return true;
    }

    private bool IsSafe(Expression expression) => Walk.Parts(expression).All(part =>
        (!MayThrow.ByItself(part) && (part is not Load load || proven.Contains(load.Access.Id))) || _passed.Any(passed => Walk.Same(passed, part)));

    private static Expression And(Expression? left, Expression right) => left is null ? right : new ShortCircuit(true, left, right);

    /// <summary>Integers that aren't less are greater or equal, which lanes compare at once.</summary>
    private static Expression Negated(Expression condition) => condition is Comparison { Operator: ComparisonOperator.Less, Left.Type: ElementType.UInt32 or ElementType.UInt64 } less
        ? less with { Operator = ComparisonOperator.GreaterOrEqual }
        : new Unary(UnaryOperator.LogicalNot, condition);
}
