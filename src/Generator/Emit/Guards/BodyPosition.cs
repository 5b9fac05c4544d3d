using AutoPar.Generator.Ir;
using AutoPar.Generator.Planning;

namespace AutoPar.Generator.Emit.Guards;

/// <summary>Which of a loop body's own statements something stands in.</summary>
internal static class BodyPosition
{
    public static int? Of(Block body, ArrayAccess access) =>
        Find(body, statement => Accesses(new Block(Helpers.EquatableArray.Of(statement))).Any(item => item.Id == access.Id));

    /// <summary>Null unless one statement, unconditionally, assigns it.</summary>
    public static int? OfAssignment(Block body, Variable variable) =>
        LoopTree.Statements(body).Count(statement => IsAssignment(statement, variable)) == 1 ? Find(body, statement => IsAssignment(statement, variable)) : null;

    /// <summary>Every element access in a block.</summary>
    public static IEnumerable<ArrayAccess> Accesses(Block body) => ExpressionTree.Of(body)
        .SelectMany(ExpressionTree.SelfAndDescendants)
        .OfType<Load>()
        .Select(load => load.Access)
        .Concat(LoopTree.Statements(body).OfType<Store>().Select(store => store.Target))
        .Concat(LoopTree.Statements(body).OfType<Opaque>().SelectMany(opaque => opaque.Effects.ElementReads.Concat(opaque.Effects.ElementWrites)));

    private static bool IsAssignment(Statement statement, Variable variable) => statement is Assign assign && assign.Target.Id == variable.Id;

    private static int? Find(Block body, Func<Statement, bool> matches)
    {
        for (int position = 0; position < body.Statements.Count; position++)
        {
            if (matches(body.Statements[position]))
            {
                return position;
            }
        }

        return null;
    }
}
