using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Planning;

/// <summary>
/// Counters of divergent loops: <c>o = 0; while (o &lt; m &amp;&amp; c) { …; o++; }</c> becomes
/// <c>t = 0; o = 0; w = 0; while (t &lt; m &amp;&amp; c) { …; t++; w++; } o += w;</c>. All lanes that are in the loop have counted as
/// far, so t is a scalar: no vectors where it's compared or says where an element is. What a lane has when it leaves is in w,
/// which is as wide as the masks.
/// </summary>
internal sealed class TripCounters
{
    // No variable of a nest has such an id.
    private const int FirstId = int.MinValue / 2;

    private readonly LaneVariables _variables;
    private readonly ElementType _count;
    private readonly Func<string, string> _name;
    private readonly List<Variable> _added = [];

    private TripCounters(LaneVariables variables, int lanes, Func<string, string> name)
    {
        _variables = variables;
        _count = lanes > 8 ? ElementType.Int32 : ElementType.Int64;
        _name = name;
    }

    /// <param name="variables">Of the loop as it is.</param>
    /// <param name="name">Makes a name that nothing has.</param>
    /// <returns>The loop to write in lanes, and the scalars that it has beyond those of the loop as it is.</returns>
    public static (Loop Loop, IReadOnlyList<Variable> Added) Apply(Loop loop, LaneVariables variables, int lanes, Func<string, string> name)
    {
        TripCounters pass = new(variables, lanes, name);
        Block body = pass.Visit(loop.Body);
        return pass._added.Count == 0 ? (loop, []) : (loop with { Body = body }, pass._added);
    }

    private Block Visit(Block block)
    {
        List<Statement> result = [];
        for (int position = 0; position < block.Statements.Count; position++)
        {
            Statement statement = block.Statements[position];
            Statement visited = Inside(statement);
            List<Statement> after = [];
            if (_variables.IsDivergent(statement))
            {
                foreach (Counter counter in Counters(block, position))
                {
                    result.InsertRange(result.FindIndex(item => ReferenceEquals(item, counter.First)) + 1, counter.Before);
                    visited = counter.Rewrite(visited);
                    after.Add(counter.After);
                }

                if (statement is LoopStatement { Loop: { IndexReadAfter: true } loop } && IndexCounter(loop) is { } index)
                {
                    result.AddRange([new Assign(loop.Index, index.Start, statement.Location), .. index.Before]);
                    visited = index.Rewrite(visited);
                    after.Add(index.After);
                }
            }

            result.Add(visited);
            result.AddRange(after);
        }

        return new Block(result.ToEquatableArray());
    }

    private Statement Inside(Statement statement) => statement switch
    {
        If conditional => conditional with { Then = Visit(conditional.Then), Else = Visit(conditional.Else) },
        WhileStatement repeat => repeat with { Body = Visit(repeat.Body) },
        LoopStatement inner => inner with { Loop = inner.Loop with { Body = Visit(inner.Loop.Body) } },
        _ => statement,
    };

    private IEnumerable<Counter> Counters(Block block, int position)
    {
        Block body = LoopTree.Blocks(block.Statements[position]).Single();
        foreach (Assign step in body.Statements.OfType<Assign>())
        {
            if (step.Value is Binary { Operator: BinaryOperator.Add or BinaryOperator.Subtract, IsChecked: false, Left: VariableRead read, Right: Constant constant } sum
                && read.Variable.Id == step.Target.Id && IsCandidate(step.Target)
                && LoopTree.Statements(body).Count(statement => Assigns(statement, step.Target)) == 1
                && FirstValue(block, position, step.Target) is { } first)
            {
                Variable counter = Add(step.Target, step.Target.Type, "InLoop");
                Variable trips = Add(step.Target, _count, "Trips");
                yield return new Counter(step.Target, counter, trips, sum.Operator, constant, step, first)
                {
                    Before = [new Assign(counter, first.Value, first.Location), Zero(trips, first.Location)],
                };
            }
        }
    }

    /// <summary>The statement before the loop that gives all lanes the same first value.</summary>
    private Assign? FirstValue(Block block, int position, Variable variable)
    {
        Statement? last = block.Statements.Take(position)
            .LastOrDefault(statement => LoopTree.Statements(new Block(EquatableArray.Of(statement))).Any(inner => Assigns(inner, variable)));
        return last is Assign assign && _variables.IsUniform(assign.Value) ? assign : null;
    }

    private Counter? IndexCounter(Loop loop)
    {
        if (!IsCandidate(loop.Index) || LoopTree.StartsAtItself(loop) || !_variables.IsUniform(loop.Start)
            || loop.ConstantStep is not (> int.MinValue and <= int.MaxValue and var step))
        {
            return null;
        }

        Variable counter = Add(loop.Index, loop.Index.Type, "InLoop");
        Variable trips = Add(loop.Index, _count, "Trips");
        Expression start = loop.Start.Type == loop.Index.Type ? loop.Start : new Conversion(loop.Index.Type, loop.Start);
        BinaryOperator @operator = step < 0 ? BinaryOperator.Subtract : BinaryOperator.Add;
        return new Counter(loop.Index, counter, trips, @operator, Constants.Number(loop.Index.Type, Math.Abs(step)), null, null)
        {
            Start = start,
            Before = [Zero(trips, loop.Location)],
        };
    }

    private bool IsCandidate(Variable variable) => _variables.IsVarying(variable) && _variables.IsPrivate(variable)
        && variable.Type is ElementType.Int32 or ElementType.UInt32 or ElementType.Int64 or ElementType.UInt64
        && variable.TypeText == variable.Type.Keyword();

    private static bool Assigns(Statement statement, Variable variable) => LoopTree.Assigned(statement).Any(target => target.Id == variable.Id)
        || (statement is LoopStatement { Loop.Index.Id: var index } && index == variable.Id);

    private Assign Zero(Variable trips, SourceLocation location) => new(trips, Constants.Number(_count, 0), location);

    private Variable Add(Variable of, ElementType type, string suffix)
    {
        string name = _name(of.Name.TrimStart('@') + suffix);
        var added = new Variable(FirstId + _added.Count, name, type, type.Keyword(), VariableKind.Temporary, name, null, ReadAfter: false);
        _added.Add(added);
        return added;
    }

    /// <param name="Of">The variable of the user's that counts.</param>
    /// <param name="Scalar">What stands for it in the loop.</param>
    /// <param name="Step">The statement that counts; null for an index, which the loop itself steps.</param>
    private sealed record Counter(Variable Of, Variable Scalar, Variable Trips, BinaryOperator Operator, Constant By, Assign? Step, Assign? First)
    {
        public IReadOnlyList<Statement> Before { get; init; } = [];

        public Expression Start { get; init; } = By;

        public Statement After
        {
            get
            {
                Expression trips = new VariableRead(Trips);
                trips = Trips.Type == Of.Type ? trips : new Conversion(Of.Type, trips);
                Expression travelled = By.Equals(Constants.Number(Of.Type, 1)) ? trips : new Binary(BinaryOperator.Multiply, Of.Type, trips, By);
                return new Assign(Of, new Binary(Operator, Of.Type, new VariableRead(Of), travelled), Step?.Location ?? SourceLocation.None);
            }
        }

        public Statement Rewrite(Statement loop)
        {
            Statement renamed = new Renaming(Of, Scalar).Visit(loop);
            Assign count = new(Trips, new Binary(BinaryOperator.Add, Trips.Type, new VariableRead(Trips), Constants.Number(Trips.Type, 1)), loop.Location);
            return renamed switch
            {
                WhileStatement repeat => repeat with { Body = Counted(repeat.Body, count) },
                LoopStatement { Loop: var inner } statement => statement with
                {
                    Loop = inner with { Body = Counted(inner.Body, count), IndexReadAfter = inner.IndexReadAfter && Step is not null },
                },
                _ => renamed,
            };
        }

        private Block Counted(Block body, Assign count) => new(Step is null
            ? body.Statements.Append(count).ToEquatableArray()
            : body.Statements.SelectMany(statement => statement is Assign assign && assign.Target.Id == Scalar.Id ? [statement, count] : new[] { statement }).ToEquatableArray());
    }

    private sealed class Renaming(Variable of, Variable to) : IrRewriter
    {
        public override Variable Visit(Variable variable) => variable.Id == of.Id ? to : variable;
    }
}
