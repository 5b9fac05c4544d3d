using AutoPar.Generator.Analysis;
using AutoPar.Generator.Analysis.Dependences;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Transforms;

/// <summary>
/// Loop distribution (Kuck et al. 1981): what a loop stores, and what it yields, may be computed by several loops one after the
/// other, if each that a dependence comes from runs before those that it leads to. Statements on a cycle of dependences (strongly
/// connected components) stay in one loop. Scalars that are private to an iteration are computed by each loop that needs them.
/// </summary>
internal sealed class LoopParts
{
    private readonly Loop _loop;
    private readonly HashSet<int> _copied;
    private readonly List<Statement> _leaves = [];
    private readonly Dictionary<Statement, Statement[]> _around = new(ReferenceComparer.Instance);
    private readonly List<Effect> _effects = [];
    private readonly List<(int Before, int After)> _edges = [];
    private readonly List<(int Before, int After, ObjectPair Objects)> _ifOneObject = [];

    private LoopParts(Loop loop, IEnumerable<ScalarRole> roles)
    {
        _loop = loop;
        _copied = [.. roles.Where(role => role is Private { IsLiveOut: false } or Induction).Select(role => role.Variable.Id)];
        Collect(loop.Body, []);
        _effects.AddRange(_leaves.Where(IsEffect).Select(Effect.Of).Select(Completed));
        foreach (Conflict conflict in ConflictFinder.Of(Region.Of(loop)))
        {
            Add(conflict);
        }

        Bind();
        Components = [.. Connected().Select(members => members.OrderBy(effect => effect).ToArray()).OrderBy(members => members[0])];
    }

    /// <summary>The effects that belong together, by their numbers in the order of the text.</summary>
    public IReadOnlyList<int[]> Components { get; }

    /// <returns>Null where a statement isn't understood well enough.</returns>
    public static LoopParts? Of(LoopNest nest, Loop loop)
    {
        IReadOnlyList<Statement> statements = LoopTree.Statements(loop.Body);
        bool areToldApart = new HashSet<Statement>(statements, ReferenceComparer.Instance).Count == statements.Count;
        return areToldApart && statements.All(statement => statement is Assign or Store or If or LoopStatement)
            && LoopTree.SelfAndDescendants(loop).Skip(1).All(inner => IsReadInside(loop, inner))
                ? new(loop, LoopAnalysis.Roles(nest, loop)) : null;
    }

    /// <summary>May the component run once all <paramref name="done"/> have?</summary>
    public bool IsReady(int[] component, ISet<int> done) =>
        _edges.All(edge => !component.Contains(edge.After) || done.Contains(edge.Before) || component.Contains(edge.Before));

    /// <summary>The loop with these effects alone, and all that they need.</summary>
    public Loop Part(IEnumerable<int> effects)
    {
        IEnumerable<Statement> statements = effects.SelectMany(effect => _effects[effect].Statements);
        return Restriction.Of(_loop, new HashSet<Statement>(statements, ReferenceComparer.Instance));
    }

    /// <summary>The objects that must not be one if these parts run in this order.</summary>
    public IEnumerable<ObjectPair> Apart(IReadOnlyList<IReadOnlyCollection<int>> parts)
    {
        int[] place = [.. Enumerable.Range(0, _effects.Count).Select(effect => parts.ToList().FindIndex(part => part.Contains(effect)))];
        return _ifOneObject.Where(edge => place[edge.Before] > place[edge.After]).Select(edge => edge.Objects).Distinct();
    }

    /// <summary>No part needs an inner loop, or what comes before it, for the sake of its index alone.</summary>
    private static bool IsReadInside(Loop root, Loop inner)
    {
        Statement[] same = [.. LoopTree.Statements(root.Body).Where(statement => statement is LoopStatement other && other.Loop.Index.Id == inner.Index.Id)];
        return (same.Length == 1 || !LoopTree.StartsAtItself(inner)) && Reads(root.Body) == same.Sum(statement => Reads(new(EquatableArray.Of(statement))));

        int Reads(Block block) => ExpressionTree.Of(block).SelectMany(Walk.Parts)
            .Count(part => part is VariableRead read && read.Variable.Id == inner.Index.Id);
    }

    private void Collect(Block block, Statement[] around)
    {
        foreach (Statement statement in block.Statements)
        {
            Statement[] path = [.. around, statement];
            Block[] inner = [.. LoopTree.Blocks(statement)];
            if (inner.Length == 0)
            {
                _leaves.Add(statement);
                _around[statement] = around;
            }

            foreach (Block other in inner)
            {
                Collect(other, path);
            }
        }
    }

    private bool IsEffect(Statement leaf) => leaf is Store || (leaf is Assign assign && !_copied.Contains(assign.Target.Id));

    /// <summary>With the assignments of the private scalars that it needs, and what these need.</summary>
    private Effect Completed(Effect effect)
    {
        Stack<Statement> open = new(effect.Statements);
        while (open.Count > 0)
        {
            Statement leaf = open.Pop();
            foreach (Statement statement in _around[leaf].Append(leaf))
            {
                effect.Owners.Add(statement);
                foreach (int variable in LoopTree.Assigned(statement).Select(variable => variable.Id).Concat(Read(statement)))
                {
                    if (!effect.Scalars.Add(variable) || !_copied.Contains(variable))
                    {
                        continue;
                    }

                    foreach (Assign assign in _leaves.OfType<Assign>().Where(assign => assign.Target.Id == variable))
                    {
                        if (effect.Statements.Add(assign))
                        {
                            open.Push(assign);
                        }
                    }
                }
            }
        }

        return effect;
    }

    private static IEnumerable<int> Read(Statement statement) =>
        ExpressionTree.Own(statement).SelectMany(Walk.Parts).OfType<VariableRead>().Select(read => read.Variable.Id);

    private void Add(Conflict conflict)
    {
        foreach (Dependence dependence in conflict.Dependences())
        {
            // A load and a store of one access can't be told apart: then the two stay in one loop.
            if (dependence.Source.Id == conflict.First.Access.Id)
            {
                Add(conflict, conflict.First, conflict.Second);
            }

            if (dependence.Source.Id == conflict.Second.Access.Id)
            {
                Add(conflict, conflict.Second, conflict.First);
            }
        }
    }

    private void Add(Conflict conflict, AccessSite source, AccessSite sink)
    {
        IEnumerable<(int Before, int After)> edges = Having(source).SelectMany(before => Having(sink).Select(after => (before, after)));
        foreach ((int before, int after) in edges.Where(edge => edge.Before != edge.After))
        {
            Work.Spend();
            if (conflict.Objects == AliasKind.Same)
            {
                _edges.Add((before, after));
            }
            else
            {
                _ifOneObject.Add((before, after, new ObjectPair(conflict.First.Object, conflict.Second.Object)));
            }
        }
    }

    private IEnumerable<int> Having(AccessSite site) =>
        Enumerable.Range(0, _effects.Count).Where(effect => site.Owner is { } owner && _effects[effect].Owners.Contains(owner));

    /// <summary>What assigns a scalar that isn't copied stays with all else that touches it.</summary>
    private void Bind()
    {
        foreach (int variable in _leaves.Where(IsEffect).OfType<Assign>().Select(assign => assign.Target.Id).Distinct())
        {
            int[] touching = [.. Enumerable.Range(0, _effects.Count).Where(effect => _effects[effect].Scalars.Contains(variable))];
            _edges.AddRange(touching.Skip(1).SelectMany((effect, place) => new[] { (touching[place], effect), (effect, touching[place]) }));
        }
    }

    private List<List<int>> Connected()
    {
        HashSet<int>[] reached = [.. Enumerable.Range(0, _effects.Count).Select(ReachedFrom)];
        List<List<int>> components = [];
        foreach (int effect in Enumerable.Range(0, _effects.Count))
        {
            List<int>? component = components.FirstOrDefault(members => reached[members[0]].Contains(effect) && reached[effect].Contains(members[0]));
            if (component is null)
            {
                components.Add([effect]);
            }
            else
            {
                component.Add(effect);
            }
        }

        return components;
    }

    private HashSet<int> ReachedFrom(int effect)
    {
        HashSet<int> seen = [];
        Stack<int> open = new([effect]);
        while (open.Count > 0)
        {
            int from = open.Pop();
            foreach ((int _, int after) in _edges.Where(edge => edge.Before == from))
            {
                Work.Spend();
                if (seen.Add(after))
                {
                    open.Push(after);
                }
            }
        }

        return seen;
    }

    /// <param name="Statements">The assignments and stores that it takes.</param>
    /// <param name="Owners">They, and the ifs and loops around them.</param>
    /// <param name="Scalars">What they read or assign.</param>
    private sealed record Effect(HashSet<Statement> Statements, HashSet<Statement> Owners, HashSet<int> Scalars)
    {
        public static Effect Of(Statement leaf) => new(
            new HashSet<Statement>(ReferenceComparer.Instance) { leaf }, new HashSet<Statement>(ReferenceComparer.Instance), []);
    }
}
