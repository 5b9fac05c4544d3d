using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Analysis.Scalars;

/// <summary>Where a loop's body reads and assigns one scalar.</summary>
internal sealed class ScalarUses
{
    public ScalarUses(Loop loop, Variable variable)
    {
        Loop = loop;
        Variable = variable;
        Reads = ExpressionTree.Of(loop.Body).Sum(CountReads);
        foreach (Statement statement in LoopTree.Statements(loop.Body))
        {
            switch (statement)
            {
                case Assign assign when assign.Target.Id == variable.Id:
                    Assigns.Add(assign);
                    break;
                case LoopStatement { Loop: var inner } when inner.Index.Id == variable.Id:
                    IsInnerIndex = true;
                    ReadsInOwnLoops += ExpressionTree.Of(inner.Body).Sum(CountReads);
                    break;
                case Opaque { Effects: var effects }:
                    IsWrittenOpaquely |= effects.ScalarWrites.Any(IsVariable);
                    IsReadOpaquely |= effects.ScalarReads.Any(IsVariable);
                    break;
            }
        }
    }

    public Loop Loop { get; }

    public Variable Variable { get; }

    /// <summary>Occurrences in lowered expressions.</summary>
    public int Reads { get; }

    public int AllReads => Reads + (IsReadOpaquely ? 1 : 0);

    public List<Assign> Assigns { get; } = [];

    public bool IsInnerIndex { get; }

    /// <summary>For the index of inner loops: the reads inside those loops.</summary>
    public int ReadsInOwnLoops { get; }

    public bool IsReadOpaquely { get; }

    public bool IsWrittenOpaquely { get; }

    public int CountReads(Expression expression) =>
        ExpressionTree.SelfAndDescendants(expression).Count(part => part is VariableRead read && IsVariable(read.Variable));

    public bool IsRead(Expression expression) => expression is VariableRead read && IsVariable(read.Variable);

    private bool IsVariable(Variable other) => other.Id == Variable.Id;
}
