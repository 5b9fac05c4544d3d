using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Transforms;

/// <summary>A loop with some of its statements alone: in their order, each in the ifs and loops that it stands in.</summary>
internal static class Restriction
{
    /// <param name="kept">Assignments and stores, told apart by where they stand.</param>
    public static Loop Of(Loop loop, ISet<Statement> kept) => loop with { Body = Of(loop.Body, kept) };

    private static Block Of(Block block, ISet<Statement> kept) =>
        new(block.Statements.Select(statement => Of(statement, kept)).OfType<Statement>().ToEquatableArray());

    private static Statement? Of(Statement statement, ISet<Statement> kept)
    {
        switch (statement)
        {
            case If conditional:
                If less = conditional with { Then = Of(conditional.Then, kept), Else = Of(conditional.Else, kept) };
                return less.Then.Statements.IsEmpty && less.Else.Statements.IsEmpty ? null : less;
            case LoopStatement inner:
                Loop loop = Of(inner.Loop, kept);
                return loop.Body.Statements.IsEmpty ? null : inner with { Loop = loop };
            default:
                return kept.Contains(statement) ? statement : null;
        }
    }
}
