using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Analysis;

/// <summary>The statements of <see cref="Loop.Ordered"/>, and what passes between them and those in lanes.</summary>
internal static class OrderedStatements
{
    public static IReadOnlyList<Statement> Of(Loop loop) =>
        loop.Ordered is { } group ? [.. loop.Body.Statements.Skip(group.First).Take(group.Count)] : [];

    /// <summary>They update elements.</summary>
    public static bool Store(Loop loop) => loop.Ordered is not null && LoopTree.Statements(Block(loop)).Any(statement => statement is Store);

    public static Block Block(Loop loop) => new(Helpers.EquatableArray.ToEquatableArray(Of(loop)));

    /// <summary>Scalars that they read and don't assign.</summary>
    public static IReadOnlyList<Variable> Reads(Loop loop)
    {
        HashSet<int> assigned = Walk.Assigned(Block(loop));
        return [.. Distinct(Of(loop)).Where(variable => !assigned.Contains(variable.Id))];
    }

    /// <summary>Scalars that they assign and the others read.</summary>
    public static IReadOnlyList<Variable> Results(Loop loop)
    {
        HashSet<int> assigned = Walk.Assigned(Block(loop));
        HashSet<object> inside = new(Of(loop), Helpers.ReferenceComparer.Instance);
        return [.. Distinct(loop.Body.Statements.Where(statement => !inside.Contains(statement))).Where(variable => assigned.Contains(variable.Id))];
    }

    private static IEnumerable<Variable> Distinct(IEnumerable<Statement> statements) => ExpressionTree
        .Of(new Block(Helpers.EquatableArray.ToEquatableArray(statements)))
        .SelectMany(ExpressionTree.SelfAndDescendants).OfType<VariableRead>().Select(read => read.Variable)
        .GroupBy(variable => variable.Id).Select(group => group.First());
}
