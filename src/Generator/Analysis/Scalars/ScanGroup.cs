using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Analysis.Scalars;

/// <summary>
/// The statements that update a scalar: in one block, from the first to the last of those that assign it. What comes before
/// reads the value of the iteration before, what follows that of this one.
/// </summary>
/// <param name="First">The place in <paramref name="Home"/> of the first statement that assigns it.</param>
/// <param name="Before">Where <c>before = s;</c> precedes the group: the variable that keeps the old value.</param>
internal sealed record ScanGroup(Block Home, int First, int Last, Variable? Before)
{
    public IEnumerable<Statement> Statements => Home.Statements.Skip(First).Take(Last - First + 1);

    /// <summary>The group of a scalar that <paramref name="loop"/> assigns; null when inner loops do.</summary>
    public static ScanGroup? Of(Loop loop, Variable variable) => Find(loop, loop.Body, variable);

    /// <summary>The statement that saves the old value; null when nothing does.</summary>
    public Assign? Saving => Before is null ? null : (Assign)Home.Statements[First - 1];

    private static ScanGroup? Find(Loop loop, Block block, Variable variable)
    {
        int[] places = [.. Enumerable.Range(0, block.Statements.Count).Where(place => Assigns(block.Statements[place], variable))];
        if (places.Length == 0)
        {
            return null;
        }

        int first = places[0];
        Variable? before = first > 0 ? Saved(loop, block.Statements[first - 1], variable) : null;
        if (places.Length == 1 && before is null && block.Statements[first] is If conditional && !Reads(conditional.Condition, variable))
        {
            bool then = Assigns(conditional.Then, variable);
            if (then != Assigns(conditional.Else, variable))
            {
                return Find(loop, then ? conditional.Then : conditional.Else, variable);
            }
        }

        bool isInLoop = places.Select(place => block.Statements[place])
            .SelectMany(statement => LoopTree.Statements(new Block(Helpers.EquatableArray.Of(statement))))
            .Any(statement => statement is LoopStatement or WhileStatement && Assigns(statement, variable));
        return isInLoop ? null : new ScanGroup(block, first, places[places.Length - 1], before);
    }

    private static Variable? Saved(Loop loop, Statement statement, Variable variable) =>
        statement is Assign { Target: var target, Value: VariableRead read } && read.Variable.Id == variable.Id
        && target.DeclaringLoop == loop.Id && target.Type == variable.Type
        && new ScalarUses(loop, target) is { Assigns.Count: 1, IsWrittenOpaquely: false, IsInnerIndex: false }
            ? target
            : null;

    private static bool Assigns(Statement statement, Variable variable) =>
        LoopTree.Assigned(statement).Any(target => target.Id == variable.Id)
        || (statement is LoopStatement { Loop.Index.Id: var index } && index == variable.Id)
        || LoopTree.Blocks(statement).Any(block => Assigns(block, variable));

    private static bool Assigns(Block block, Variable variable) => block.Statements.Any(statement => Assigns(statement, variable));

    private static bool Reads(Expression expression, Variable variable) =>
        ExpressionTree.SelfAndDescendants(expression).Any(part => part is VariableRead read && read.Variable.Id == variable.Id);
}
