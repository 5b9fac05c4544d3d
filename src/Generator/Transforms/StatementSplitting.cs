using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Transforms;

/// <summary>Makes several statements of one, so that they can be put in another order.</summary>
internal sealed class StatementSplitting(LoopNest nest, Loop loop)
{
    private readonly FreshVariables _fresh = new(nest);
    private readonly List<Variable> _made = [];

    /// <summary>The nest with the variables that were made.</summary>
    public LoopNest Nest => nest with { Variables = nest.Variables.Concat(_made).ToEquatableArray() };

    /// <summary>Each statement of an if becomes an if of its own, on a condition that is evaluated once.</summary>
    public Loop Ifs() => loop with { Body = new(loop.Body.Statements.SelectMany(Split).ToEquatableArray()) };

    /// <summary>Loads elements before the statements that use them, where they are evaluated anyway.</summary>
    public Loop Loads(Loop single, IReadOnlyList<(int Statement, ArrayAccess Access)> early)
    {
        List<Statement> statements = [];
        for (int place = 0; place < single.Body.Statements.Count; place++)
        {
            Statement statement = single.Body.Statements[place];
            foreach (ArrayAccess access in early.Where(item => item.Statement == place).Select(item => item.Access).GroupBy(item => item.Id)
                .Select(group => group.First()))
            {
                Variable before = New(access.Object.Name.TrimStart('@') + "Before", access.Object.Element, access.Object.ElementTypeText);
                var load = new Assign(before, new Load(access), access.Location);
                switch (statement)
                {
                    case Assign or Store when Taken(access, before, statement) is { } taken:
                        statements.Add(load);
                        statement = taken;
                        break;
                    case If { Then.Statements: [var inner], Else.Statements: [] } conditional when Taken(access, before, inner) is { } taken:
                        statements.Add(conditional with { Then = new(EquatableArray.Of<Statement>(load)) });
                        statement = conditional with { Then = new(EquatableArray.Of(taken)) };
                        break;
                    case If { Then.Statements: [], Else.Statements: [var inner] } conditional when Taken(access, before, inner) is { } taken:
                        statements.Add(conditional with { Else = new(EquatableArray.Of<Statement>(load)) });
                        statement = conditional with { Else = new(EquatableArray.Of(taken)) };
                        break;
                }
            }

            statements.Add(statement);
        }

        return single with { Body = new(statements.ToEquatableArray()) };
    }

    private IEnumerable<Statement> Split(Statement statement)
    {
        if (statement is not If conditional || conditional.Then.Statements.Count + conditional.Else.Statements.Count < 2)
        {
            return [statement];
        }

        Variable taken = New("taken", ElementType.Boolean, "bool");
        return new Statement[] { new Assign(taken, conditional.Condition, conditional.Location) }
            .Concat(conditional.Then.Statements.Select(inner => conditional with
            {
                Condition = new VariableRead(taken), Then = new(EquatableArray.Of(inner)), Else = Block.Empty,
            }))
            .Concat(conditional.Else.Statements.Select(inner => conditional with
            {
                Condition = new VariableRead(taken), Then = Block.Empty, Else = new(EquatableArray.Of(inner)),
            }));
    }

    /// <summary>The statement with the variable in the place of the load; null where the load isn't evaluated every time.</summary>
    private static Statement? Taken(ArrayAccess access, Variable before, Statement statement)
    {
        if (ExpressionTree.Own(statement).SelectMany(ExpressionTree.SelfAndDescendants).Any(part => part is ShortCircuit or Conditional))
        {
            return null;
        }

        return statement is Assign or Store ? new LoadReplacement(access.Id, before).Visit(statement) : null;
    }

    private Variable New(string wish, ElementType type, string typeText)
    {
        string name = _fresh.Name(wish);
        var variable = new Variable(_fresh.Id(), name, type, typeText, VariableKind.Temporary, name, loop.Id, ReadAfter: false);
        _made.Add(variable);
        return variable;
    }

    private sealed class LoadReplacement(int id, Variable variable) : IrRewriter
    {
        public override Expression Visit(Expression expression) =>
            expression is Load load && load.Access.Id == id ? new VariableRead(variable) : base.Visit(expression);
    }
}
