using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Frontend;

/// <summary>Whether statements can change the value of an expression.</summary>
internal static class Effect
{
    public static bool MayChange(IReadOnlyCollection<Statement> statements, Expression expression) =>
        statements.Count > 0 && DependsOn(expression, statements);

    /// <summary>The expression's parts, itself included.</summary>
    public static IEnumerable<Expression> Parts(Expression expression) => ExpressionTree.SelfAndDescendants(expression);

    public static bool HasLoad(Expression expression) => Parts(expression).Any(part => part is Load);

    private static bool DependsOn(Expression expression, IReadOnlyCollection<Statement> statements) => expression switch
    {
        Constant => false,
        VariableRead { Variable: var variable } => variable.IsVolatile || statements.Any(statement => Writes(statement, variable)),
        Load => true,
        _ => ExpressionTree.Operands(expression).Concat(ExpressionTree.Subscripts(expression)).Any(part => DependsOn(part, statements)),
    };

    private static bool Writes(Statement statement, Variable variable) => statement switch
    {
        // A store may hit what a ref parameter refers to.
        Assign assign => assign.Target == variable || (variable.IsMemory && assign.Target.IsMemory),
        Store => variable.IsMemory,
        Opaque { Effects: { Unknown: null } effects } => variable.IsMemory || effects.ScalarWrites.Contains(variable),
        If branch => branch.Then.Statements.Concat(branch.Else.Statements).Any(inner => Writes(inner, variable)),
        LoopStatement { Loop: var loop } => loop.Index == variable || loop.Body.Statements.Any(inner => Writes(inner, variable)),
        WhileStatement loop => loop.Body.Statements.Any(inner => Writes(inner, variable)),
        Jump or Exit { Value: null } => false,
        _ => true,
    };
}
