using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Analysis.Scalars;

/// <summary>
/// Which scalars an iteration assigns on every path, and which it may read before it has assigned them (exposed): those
/// carry a value from an earlier iteration or from before the loop.
/// </summary>
internal sealed class DefiniteAssignment
{
    private readonly HashSet<int> _exposed = [];

    private DefiniteAssignment()
    {
    }

    public IReadOnlyCollection<int> Exposed => _exposed;

    /// <summary>Assigned on every path through the block.</summary>
    public IReadOnlyCollection<int> Assigned { get; private set; } = [];

    public static DefiniteAssignment Analyze(Block body)
    {
        var flow = new DefiniteAssignment();
        flow.Assigned = flow.Visit(body, []) ?? [];
        return flow;
    }

    // Returns what is assigned behind the block; null when its end can't be reached.
    private HashSet<int>? Visit(Block block, HashSet<int> assigned)
    {
        HashSet<int>? state = assigned;
        foreach (Statement statement in block.Statements)
        {
            if (state is null)
            {
                return null;
            }

            state = Visit(statement, state);
        }

        return state;
    }

    private HashSet<int>? Visit(Statement statement, HashSet<int> assigned)
    {
        switch (statement)
        {
            case Assign assign:
                Read(assign.Value, assigned);
                return [.. assigned, assign.Target.Id];
            case Store store:
                foreach (Expression subscript in store.Target.Subscripts)
                {
                    Read(subscript, assigned);
                }

                Read(store.Value, assigned);
                return assigned;
            case If conditional:
                Read(conditional.Condition, assigned);
                return Join(Visit(conditional.Then, [.. assigned]), Visit(conditional.Else, [.. assigned]));
            case LoopStatement { Loop: var loop }:
                Read(loop.Start, assigned);
                Read(loop.Bound, [.. assigned, loop.Index.Id]);
                Read(loop.Step, [.. assigned, loop.Index.Id]);
                Visit(loop.Body, [.. assigned, loop.Index.Id]);
                return [.. assigned, loop.Index.Id];
            case WhileStatement { TestsFirst: true } loop:
                Read(loop.Condition, assigned);
                Visit(loop.Body, [.. assigned]);
                return assigned;
            case WhileStatement loop:
                // A continue or break may skip part of the body before the test.
                Visit(loop.Body, [.. assigned]);
                Read(loop.Condition, assigned);
                return assigned;
            case Exit { Value: var value }:
                if (value is not null)
                {
                    Read(value, assigned);
                }

                return null;
            case Opaque { Effects: var effects }:
                _exposed.UnionWith(effects.ScalarReads.Select(variable => variable.Id).Where(id => !assigned.Contains(id)));
                return assigned;
            default:
                return assigned;
        }
    }

    private static HashSet<int>? Join(HashSet<int>? first, HashSet<int>? second)
    {
        if (first is null || second is null)
        {
            return first ?? second;
        }

        first.IntersectWith(second);
        return first;
    }

    private void Read(Expression expression, HashSet<int> assigned)
    {
        foreach (Expression part in ExpressionTree.SelfAndDescendants(expression))
        {
            if (part is VariableRead { Variable.Id: var id } && !assigned.Contains(id))
            {
                _exposed.Add(id);
            }
        }
    }
}
