using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Analysis.Dependences;

/// <summary>Which statements must precede which: an edge for each dependence, and from a scalar's assignments to its uses.</summary>
internal sealed class StatementGraph
{
    private readonly Dictionary<Statement, HashSet<Statement>> _edges = new(ReferenceComparer.Instance);
    private readonly Dictionary<Statement, HashSet<Statement>> _reached = new(ReferenceComparer.Instance);

    private StatementGraph()
    {
    }

    public static StatementGraph Of(Region region, IEnumerable<Conflict> conflicts)
    {
        StatementGraph graph = new();
        foreach (Conflict conflict in conflicts.Where(conflict => conflict.Objects == AliasKind.Same))
        {
            foreach (Dependence dependence in conflict.Dependences())
            {
                bool forward = dependence.Source.Id == conflict.First.Access.Id;
                graph.Add(forward ? conflict.First.Owner : conflict.Second.Owner, forward ? conflict.Second.Owner : conflict.First.Owner);
            }
        }

        Statement[] statements = [.. LoopTree.Statements(region.Root.Body)];
        foreach (Assign assign in statements.OfType<Assign>())
        {
            foreach (Statement use in statements.Where(use => ExpressionTree.Own(use).Any(expression => Walk.Reads(expression, assign.Target))))
            {
                graph.Add(assign, use);
                foreach (Statement inner in LoopTree.Blocks(use).SelectMany(LoopTree.Statements))
                {
                    graph.Add(assign, inner);
                }
            }
        }

        return graph;
    }

    /// <summary>Does one statement, over any number of dependences, come before the other?</summary>
    public bool Reaches(Statement from, Statement to)
    {
        if (!_reached.TryGetValue(from, out HashSet<Statement>? reached))
        {
            _reached.Add(from, reached = ReachedFrom(from));
        }

        return reached.Contains(to);
    }

    private HashSet<Statement> ReachedFrom(Statement from)
    {
        HashSet<Statement> seen = new(ReferenceComparer.Instance);
        Stack<Statement> open = new([from]);
        while (open.Count > 0)
        {
            foreach (Statement next in _edges.TryGetValue(open.Pop(), out HashSet<Statement>? targets) ? targets : [])
            {
                Work.Spend();
                if (seen.Add(next))
                {
                    open.Push(next);
                }
            }
        }

        return seen;
    }

    private void Add(Statement? source, Statement? sink)
    {
        if (source is null || sink is null)
        {
            return;
        }

        if (!_edges.TryGetValue(source, out HashSet<Statement>? targets))
        {
            _edges.Add(source, targets = new(ReferenceComparer.Instance));
        }

        targets.Add(sink);
    }
}
