using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Analysis.Guards;

/// <summary>
/// Builds the loop of a content guard: of the region, only what may throw and what decides whether it is evaluated.
/// Values are assigned to probes that nothing reads.
/// </summary>
internal sealed class ShadowLoop
{
    /// <summary>Probes have this id and lower ones.</summary>
    public const int FirstProbe = -2;

    private readonly Func<ArrayAccess, bool> _isChecked;
    private readonly Func<Expression, bool> _mayThrow;
    private readonly bool _keepsAll;
    private readonly HashSet<int> _needed = [];

    private ShadowLoop(Func<ArrayAccess, bool> isChecked, Func<Expression, bool> mayThrow, bool keepsAll)
    {
        _isChecked = isChecked;
        _mayThrow = mayThrow;
        _keepsAll = keepsAll;
    }

    /// <summary>The elements whose values decide, in the order found.</summary>
    public List<Load> Decisive { get; } = [];

    /// <summary>The scalars whose values decide.</summary>
    public IReadOnlyCollection<int> Needed => _needed;

    public Loop? Loop { get; private set; }

    /// <summary>Something in it may throw.</summary>
    public bool Throws { get; private set; }

    /// <param name="isChecked">Whether an access needs to be tried, since no other guard proves it inside its object.</param>
    /// <param name="mayThrow">Whether an operation throws for some operands.</param>
    /// <param name="keepsAll">Every access has a probe of its own: a store where something was loaded before is more than one more try.</param>
    public static ShadowLoop Of(Loop root, Func<ArrayAccess, bool> isChecked, Func<Expression, bool> mayThrow, bool keepsAll = false)
    {
        ShadowLoop shadow = new(isChecked, mayThrow, keepsAll);
        int known;
        Block body;
        do
        {
            // Scalars that decide have to be computed, which may need other scalars.
            known = shadow._needed.Count;
            shadow.Decisive.Clear();
            body = shadow.Slice(root.Body);
        }
        while (shadow._needed.Count > known);

        shadow.Loop = body.Statements.IsEmpty ? null : root with { Body = body, Ordered = null };
        return shadow;
    }

    private Block Slice(Block block) => new(block.Statements.SelectMany(Slice).ToEquatableArray());

    private IEnumerable<Statement> Slice(Statement statement)
    {
        switch (statement)
        {
            case Assign assign when _needed.Contains(assign.Target.Id):
                Statement[] probes = [.. Probes(assign.Value)];
                Decide(assign.Value);
                return [.. probes, assign];
            case Assign assign:
                return Probes(assign.Value);
            case Store store:
                Statement[] place = [.. _isChecked(store.Target) ? [Probe(new Load(store.Target))] : store.Target.Subscripts.SelectMany(Probes)];
                return [.. place, .. Without(place, new(Probes(store.Value).ToEquatableArray())).Statements];
            case If branch:
                return Branch(branch.Condition, Slice(branch.Then), Slice(branch.Else), branch.Location);
            case LoopStatement { Loop: var loop }:
                Statement[] header = [.. ExpressionTree.Header(loop).SelectMany(Probes)];
                Block body = Slice(loop.Body);
                if (body.Statements.IsEmpty)
                {
                    return header;
                }

                foreach (Expression part in ExpressionTree.Header(loop))
                {
                    Decide(part);
                }

                return [.. header, new LoopStatement(loop with { Body = body }, statement.Location)];
            case WhileStatement repeat:
                Statement[] condition = [.. Probes(repeat.Condition)];
                Block inner = Slice(repeat.Body);
                if (inner.Statements.IsEmpty && condition.Length == 0)
                {
                    return [];
                }

                // It has to end as often as the loop as written does: everything that its condition reads is kept.
                Decide(repeat.Condition);
                return [repeat with { Body = inner }];
            case Exit { Value: var value } exit:
                return [.. value is null ? [] : Probes(value), exit];
            default:
                return [];
        }
    }

    private IEnumerable<Statement> Branch(Expression condition, Block then, Block otherwise, SourceLocation location)
    {
        Statement[] probes = [.. Probes(condition)];
        (then, otherwise) = (Without(probes, then), Without(probes, otherwise));
        if (then.Statements.IsEmpty && otherwise.Statements.IsEmpty)
        {
            return probes;
        }

        Decide(condition);
        return [.. probes, new If(condition, then, otherwise, location)];
    }

    /// <summary>Statements that throw where evaluating the expression would.</summary>
    private IEnumerable<Statement> Probes(Expression expression)
    {
        switch (expression)
        {
            case ShortCircuit both:
                Block right = new(Probes(both.Right).ToEquatableArray());
                return [.. Probes(both.Left), .. both.IsAnd
                    ? Nested(both.Left, right, Block.Empty)
                    : Nested(both.Left, Block.Empty, right)];
            case Conditional choice:
                Statement[] condition = [.. Probes(choice.Condition)];
                return [.. condition, .. Nested(
                    choice.Condition,
                    Without(condition, new(Probes(choice.WhenTrue).ToEquatableArray())),
                    Without(condition, new(Probes(choice.WhenFalse).ToEquatableArray())))];
            case Load load when _isChecked(load.Access):
                return [Probe(load)];
        }

        Statement[] operands = [.. Walk.Children(expression).SelectMany(Probes)];
        if (!_mayThrow(expression))
        {
            return operands;
        }

        foreach (Expression operand in Walk.Children(expression))
        {
            Decide(operand);
        }

        return [.. operands, Probe(expression)];
    }

    /// <summary>What has been tried just before isn't tried once more where nothing has changed since.</summary>
    private Block Without(Statement[] tried, Block block)
    {
        if (_keepsAll)
        {
            return block;
        }

        Assign[] known = [.. tried.OfType<Assign>().Where(assign => IsProbe(assign.Target))];
        return new(block.Statements
            .SkipWhile(statement => statement is Assign probe && IsProbe(probe.Target) && known.Any(other => Walk.Same(other.Value, probe.Value)))
            .ToEquatableArray());
    }

    private IEnumerable<Statement> Nested(Expression condition, Block then, Block otherwise)
    {
        if (then.Statements.IsEmpty && otherwise.Statements.IsEmpty)
        {
            return [];
        }

        Decide(condition);
        return [new If(condition, then, otherwise, SourceLocation.None)];
    }

    private Assign Probe(Expression expression)
    {
        if (expression is Load load)
        {
            foreach (Expression subscript in load.Access.Subscripts)
            {
                Decide(subscript);
            }
        }

        Throws = true;
        return new Assign(ProbeOf(expression.Type), expression, SourceLocation.None);
    }

    /// <summary>A variable that only the shadow loop assigns, and nothing reads.</summary>
    public static Variable ProbeOf(ElementType type) =>
        new(FirstProbe - (int)type, $"probe{type}", type, type.Keyword(), VariableKind.Temporary, $"probe{type}", null, false);

    public static bool IsProbe(Variable variable) => variable.Id <= -2;

    private void Decide(Expression expression)
    {
        foreach (Expression part in Walk.Parts(expression))
        {
            switch (part)
            {
                case VariableRead read:
                    _needed.Add(read.Variable.Id);
                    break;
                case Load load:
                    Decisive.Add(load);
                    break;
            }
        }
    }
}
