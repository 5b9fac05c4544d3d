using AutoPar.Generator.Analysis;
using AutoPar.Generator.Analysis.Dependences;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Transforms;

/// <summary>The body of a loop without the branches that leave it: the tests that lead to them come before all effects.</summary>
internal sealed class StoppingBody(Loop loop)
{
    private readonly List<Statement> _tests = [];
    private readonly List<Statement> _effects = [];
    private readonly HashSet<int> _inside = [.. LoopTree.SelfAndDescendants(loop).Select(item => item.Id)];
    private bool _stops;

    public IEnumerable<Statement> Statements => _tests.Concat(_effects);

    /// <summary>Objects that must not be one, since a test that reads the one has passed a store to the other.</summary>
    public List<ObjectPair> Apart { get; } = [];

    /// <summary>False when nothing leaves the loop, or a test can't come first.</summary>
    public bool TryWrite() => TryWrite(loop.Body) && _stops;

    private bool TryWrite(Block block) => block.Statements.All(TryWrite);

    private bool TryWrite(Statement statement)
    {
        if (!Leaves(statement))
        {
            Add(statement);
            return true;
        }

        if (statement is not If conditional)
        {
            return false;
        }

        if (AlwaysLeaves(conditional.Then))
        {
            return TryStop(conditional.Condition, conditional.Location) && TryWrite(conditional.Else);
        }

        if (AlwaysLeaves(conditional.Else))
        {
            return TryStop(Not(conditional.Condition), conditional.Location) && TryWrite(conditional.Then);
        }

        if (Split(conditional) is var (before, tested))
        {
            Add(before);
            return TryWrite(tested);
        }

        return Condition(conditional) is { } condition && TryStop(condition, conditional.Location) && TryAdd(Without(conditional));
    }

    /// <summary>What comes before the test in a branch, then the test, each under the branch's condition, which stays what it was.</summary>
    private static (If Before, If Tested)? Split(If conditional)
    {
        Block[] before = [Until(conditional.Then), Until(conditional.Else)];
        HashSet<int> assigned = [.. before.SelectMany(Walk.Assigned)];
        return before.All(block => block.Statements.IsEmpty)
            || before.SelectMany(LoopTree.Statements).Any(inner => inner is not (Assign { Target.IsMemory: false } or If))
            || Reads(conditional.Condition).Any(assigned.Contains)
                ? null
                : (conditional with { Then = before[0], Else = before[1] },
                    conditional with { Then = After(conditional.Then, before[0]), Else = After(conditional.Else, before[1]) });
    }

    /// <summary>The statements before the first one that may leave.</summary>
    private static Block Until(Block block) => !Leaves(block) ? Block.Empty
        : new Block(block.Statements.TakeWhile(statement => !Leaves(statement)).ToEquatableArray());

    private static Block After(Block block, Block before) => new(block.Statements.Skip(before.Statements.Count).ToEquatableArray());

    private bool TryAdd(Statement statement)
    {
        Add(statement);
        return true;
    }

    /// <summary>When an iteration leaves in a statement none of whose branches always does; null when that isn't known before.</summary>
    private static Expression? Condition(If conditional)
    {
        Expression? inThen = First(conditional.Then);
        Expression? inElse = First(conditional.Else);
        if ((inThen is null && Leaves(conditional.Then)) || (inElse is null && Leaves(conditional.Else)))
        {
            return null;
        }

        Expression? whenTrue = inThen is null ? null : new ShortCircuit(IsAnd: true, conditional.Condition, inThen);
        Expression? whenFalse = inElse is null ? null : new ShortCircuit(IsAnd: true, Not(conditional.Condition), inElse);
        return whenTrue is null ? whenFalse
            : whenFalse is null ? whenTrue
            : new ShortCircuit(IsAnd: false, whenTrue, whenFalse);
    }

    /// <summary>The condition of a block that leaves, if at all, in its first statement.</summary>
    private static Expression? First(Block block)
    {
        if (block.Statements is not [If { } first, ..] || !Leaves(first) || block.Statements.Skip(1).Any(Leaves))
        {
            return null;
        }

        return AlwaysLeaves(first.Then) && !Leaves(first.Else) ? first.Condition
            : AlwaysLeaves(first.Else) && !Leaves(first.Then) ? Not(first.Condition)
            : !AlwaysLeaves(first.Then) && !AlwaysLeaves(first.Else) ? Condition(first)
            : null;
    }

    /// <summary>What the statement does where it doesn't leave.</summary>
    private static Statement Without(Statement statement) => statement is not If conditional || !Leaves(statement) ? statement : conditional with
    {
        Then = AlwaysLeaves(conditional.Then) ? Block.Empty : new Block(conditional.Then.Statements.Select(Without).ToEquatableArray()),
        Else = AlwaysLeaves(conditional.Else) ? Block.Empty : new Block(conditional.Else.Statements.Select(Without).ToEquatableArray()),
    };

    private void Add(Statement statement)
    {
        // Until something has an effect, the order stays.
        bool isTemporary = statement is Assign { Target: { IsMemory: false, DeclaringLoop: { } declaring } } && _inside.Contains(declaring);
        (isTemporary && _effects.Count == 0 ? _tests : _effects).Add(statement);
    }

    private bool TryStop(Expression condition, SourceLocation location)
    {
        if (!TryPrepare(condition))
        {
            return false;
        }

        var stop = new Exit(ExitKind.Stop, loop.Id, null, location);
        _tests.Add(new If(condition, new Block(EquatableArray.Of<Statement>(stop)), Block.Empty, location));
        _stops = true;
        return true;
    }

    /// <summary>
    /// Moves what a test needs before the effects, which nothing that stays behind feeds: temporaries, and running values, which the
    /// vector in which an iteration leaves does not change.
    /// </summary>
    private bool TryPrepare(Expression condition)
    {
        List<Statement> moved = [];
        HashSet<int> running = [];
        HashSet<int> needed = [.. Reads(condition)];
        List<ArrayAccess> loads = [.. Loads(condition)];
        for (int place = _effects.Count - 1; place >= 0; place--)
        {
            Statement statement = _effects[place];
            if (statement is Assign { Target.IsMemory: false } assign && needed.Contains(assign.Target.Id)
                && assign.Target.DeclaringLoop is { } declaring && _inside.Contains(declaring))
            {
                needed.UnionWith(Reads(assign.Value));
                loads.AddRange(Loads(assign.Value));
                moved.Insert(0, statement);
                continue;
            }

            if (Running(statement) is { } scalar && needed.Contains(scalar.Id))
            {
                Expression[] values = [.. ExpressionTree.Of(new Block(EquatableArray.Of(statement)))];
                needed.UnionWith(values.SelectMany(Reads));
                loads.AddRange(values.SelectMany(Loads));
                running.Add(scalar.Id);
                moved.Insert(0, statement);
                continue;
            }

            // What reads a running value before its update stays before it.
            if (running.Count > 0 && ExpressionTree.Of(new Block(EquatableArray.Of(statement))).SelectMany(Reads).Any(running.Contains))
            {
                return false;
            }

            if (Walk.Assigned(new Block(EquatableArray.Of(statement))).Overlaps(needed) || !CanPass(statement, loads))
            {
                return false;
            }
        }

        // Assigned once: what comes later reads the same value.
        HashSet<int> assigned = Walk.Assigned(new Block(moved.ToEquatableArray()));
        if (_effects.Any(statement => !moved.Any(item => ReferenceEquals(item, statement))
                && Walk.Assigned(new Block(EquatableArray.Of(statement))).Overlaps(assigned))
            || moved.Sum(statement => Walk.Assigned(new Block(EquatableArray.Of(statement))).Count) > assigned.Count)
        {
            return false;
        }

        _effects.RemoveAll(statement => moved.Any(item => ReferenceEquals(item, statement)));
        _tests.AddRange(moved);
        return true;
    }

    /// <summary>The one scalar from outside that the statement updates; null when it does anything else.</summary>
    private Variable? Running(Statement statement)
    {
        Statement[] inside = [.. LoopTree.Statements(new Block(EquatableArray.Of(statement)))];
        Variable[] targets = [.. inside.OfType<Assign>().Select(assign => assign.Target)];
        return inside.All(inner => inner is Assign or If) && targets.FirstOrDefault() is { IsMemory: false } scalar
            && targets.All(target => target.Id == scalar.Id) && !(scalar.DeclaringLoop is { } declaring && _inside.Contains(declaring))
                ? scalar
                : null;
    }

    private bool CanPass(Statement statement, List<ArrayAccess> loads)
    {
        Block block = new(EquatableArray.Of(statement));
        if (LoopTree.Statements(block).Any(inner => inner is Opaque))
        {
            return false;
        }

        foreach (Store store in LoopTree.Statements(block).OfType<Store>())
        {
            foreach (ArrayAccess load in loads)
            {
                switch (AliasAnalysis.Of(load.Object, store.Target.Object))
                {
                    case AliasKind.None:
                        break;
                    case AliasKind.Same:
                        return false;
                    default:
                        Apart.Add(new ObjectPair(load.Object, store.Target.Object));
                        break;
                }
            }
        }

        return true;
    }

    private static IEnumerable<int> Reads(Expression expression) => Walk.Parts(expression).OfType<VariableRead>().Select(read => read.Variable.Id);

    private static IEnumerable<ArrayAccess> Loads(Expression expression) => Walk.Parts(expression).OfType<Load>().Select(load => load.Access);

    private static Expression Not(Expression condition) => new Unary(UnaryOperator.LogicalNot, condition);

    private static bool AlwaysLeaves(Block block) => block.Statements is [.., var last] && (last is Exit
        || (last is If conditional && AlwaysLeaves(conditional.Then) && AlwaysLeaves(conditional.Else)));

    private static bool Leaves(Block block) => block.Statements.Any(Leaves);

    /// <summary>A break in an inner loop leaves that one alone.</summary>
    private static bool Leaves(Statement statement) => statement switch
    {
        Exit => true,
        If conditional => Leaves(conditional.Then) || Leaves(conditional.Else),
        LoopStatement or WhileStatement =>
            LoopTree.Statements(new Block(EquatableArray.Of(statement))).Any(inner => inner is Exit { Kind: not ExitKind.Break }),
        _ => false,
    };
}
