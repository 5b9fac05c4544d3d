using AutoPar.Generator.Analysis;
using AutoPar.Generator.Analysis.Dependences;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Transforms;

/// <summary>
/// Updates of elements that may collide, a vector at a time: the statements that touch what other iterations store run for one
/// iteration after the other, as written, and all else in lanes.
/// <c>r[p[i]] += a[i] * a[i] + t;</c> → <c>part = a[i] * a[i] + t; { r[p[i]] += part; }</c>. Other statements between them come before them.
/// </summary>
internal sealed class OrderedUpdates
{
    private readonly LoopNest _nest;
    private readonly Loop _root;
    private readonly bool _isPipeline;
    private readonly FreeParts _parts;
    private readonly Region _region;
    private readonly Statement[] _statements;
    private readonly HashSet<int> _group = [];
    private readonly HashSet<int> _assigned = [];
    private readonly HashSet<int> _stored = [];
    private readonly HashSet<ObjectPair> _apart = [];

    private OrderedUpdates(LoopNest nest, Loop root, bool isPipeline)
    {
        _nest = nest;
        _root = root;
        _isPipeline = isPipeline;
        _parts = new FreeParts(root, new FreshVariables(nest), IsFree);
        _region = Region.Of(root);
        _statements = [.. root.Body.Statements];
    }

    /// <param name="isPipeline">For threads: where they can, all other statements come before.</param>
    /// <param name="holdsLoops">What comes before may have loops inside, which lanes don't take.</param>
    /// <returns>The nest itself when there are none, or when they can't be put side by side.</returns>
    public static LoopNest Apply(LoopNest nest, bool isPipeline = false, bool holdsLoops = false) =>
        nest.Root is not { ConstantStep: not null, IsResumed: false, Ordered: null, Form: not LoopForm.Do } root || LoopTree.StartsAtItself(root)
            || LoopTree.Statements(root.Body).Any(statement => statement is not (Assign or Store or If) && !(holdsLoops && statement is LoopStatement))
            ? nest
            : (isPipeline ? new OrderedUpdates(nest, root, isPipeline).Grouped() : null) ?? new OrderedUpdates(nest, root, isPipeline: false).Grouped() ?? nest;

    private LoopNest? Grouped()
    {
        foreach (Conflict conflict in ConflictFinder.Of(_region).Where(conflict => conflict.Objects == AliasKind.Same && LoopOrder.BreaksInLanes(conflict)))
        {
            if (conflict.First.IsAffine && conflict.Second.IsAffine && !(_isPipeline && Walk.Same(new Load(conflict.First.Access), new Load(conflict.Second.Access))))
            {
                // A recurrence, not a collision.
                return null;
            }

            _group.Add(PlaceOf(conflict.First));
            _group.Add(PlaceOf(conflict.Second));
        }

        if (_group.Count == 0 || _group.Contains(-1))
        {
            return null;
        }

        AddCheapSources();
        Statement[] members = [.. _group.OrderBy(place => place).Select(place => _statements[place])];
        _assigned.UnionWith(members.SelectMany(Assigned));
        _stored.UnionWith(members.SelectMany(All).OfType<Store>().Select(store => store.Target.Object.Id));
        return members.All(IsPlain) && Crossed().All(MayComeBefore) ? Arranged() : null;
    }

    /// <summary>What only they read, and lanes wouldn't gain by: a subscript that is loaded.</summary>
    private void AddCheapSources()
    {
        for (int place = _statements.Length - 1; place >= 0; place--)
        {
            if (!_group.Contains(place) && _statements[place] is Assign { Target: var target } assign && IsPrivate(target)
                && !RecurrenceStatements.IsWorthLanes(assign.Value, _root)
                && Enumerable.Range(0, _statements.Length).All(other => _group.Contains(other)
                    || (!RecurrenceStatements.Read(_statements[other]).Contains(target.Id) && (other == place || !Assigned(_statements[other]).Contains(target.Id)))))
            {
                _group.Add(place);
            }
        }
    }

    private LoopNest? Arranged()
    {
        int last = Last;
        List<Statement> before = [];
        List<Statement> inOrder = [];
        for (int place = 0; place <= last; place++)
        {
            if (_group.Contains(place))
            {
                inOrder.Add(WithParts(_statements[place], before));
            }
            else
            {
                before.Add(_statements[place]);
            }
        }

        Loop loop = _root with
        {
            Body = new Block(before.Concat(inOrder).Concat(_statements.Skip(last + 1)).ToEquatableArray()),
            Ordered = new OrderedGroup(before.Count, inOrder.Count, EquatableArray<int>.Empty),
        };
        HashSet<int> assigned = Walk.Assigned(loop.Body);
        if (OrderedStatements.Reads(loop).Any(read => assigned.Contains(read.Id) && !Distribution.IsPlain(read)))
        {
            // It passes from lanes to the group through a buffer.
            return null;
        }

        MemoryObject[] stored = [.. _region.Objects.Where(item => _stored.Contains(item.Id))];
        return _nest with
        {
            Root = loop,
            Variables = _nest.Variables.Concat(_parts.Made).ToEquatableArray(),
            // What has moved over a store must not be the store's.
            Apart = _nest.Apart.Concat(stored.SelectMany(item => _region.Objects
                    .Where(other => !_stored.Contains(other.Id) && AliasAnalysis.Of(item, other) != AliasKind.None)
                    .Select(other => new ObjectPair(item, other)))).Concat(_apart).Distinct().ToEquatableArray(),
            Transformations = _nest.Transformations
                .Append($"updates of {string.Join(", ", stored.Select(item => item.DisplayName))} in order").ToEquatableArray(),
        };
    }

    /// <summary>The last statement that has its place in the group or before it.</summary>
    private int Last => _isPipeline ? _statements.Length - 1 : _group.Max();

    /// <summary>Statements that aren't in the group and stand behind some of it.</summary>
    private IEnumerable<Statement> Crossed() => Enumerable.Range(_group.Min(), Last - _group.Min() + 1)
        .Where(place => !_group.Contains(place)).Select(place => _statements[place]);

    private bool MayComeBefore(Statement statement)
    {
        HashSet<int> read = [.. _group.SelectMany(place => RecurrenceStatements.Read(_statements[place]))];
        return !Assigned(statement).Overlaps(read) && !Assigned(statement).Overlaps(_assigned)
            && !RecurrenceStatements.Read(statement).Overlaps(_assigned)
            && !Accesses(statement).Any(access => _stored.Contains(access.Object.Id))
            && All(statement).OfType<Store>().All(store => _group.SelectMany(place => Accesses(_statements[place]))
                .All(access => IsApart(store.Target.Object, access.Object)));
    }

    /// <summary>They aren't one object; a pipeline may have that tested.</summary>
    private bool IsApart(MemoryObject one, MemoryObject other)
    {
        AliasKind alias = AliasAnalysis.Of(one, other);
        if (!_isPipeline || alias is AliasKind.None or AliasKind.Same)
        {
            return alias == AliasKind.None;
        }

        _apart.Add(new ObjectPair(one, other));
        return true;
    }

    /// <summary>Nothing but stores, and scalars of the iteration.</summary>
    private bool IsPlain(Statement statement) => statement switch
    {
        Assign assign => IsPrivate(assign.Target),
        If => All(statement).All(inner => inner is If or Store || (inner is Assign { Target: var target } && IsPrivate(target))),
        _ => statement is not LoopStatement,
    };

    private bool IsPrivate(Variable variable) => Distribution.IsPlain(variable) && variable.DeclaringLoop == _root.Id
        && LoopAnalysis.Roles(_nest, _root).Any(role => role is Private { IsLiveOut: false } && role.Variable.Id == variable.Id);

    private Statement WithParts(Statement statement, List<Statement> parts) => statement switch
    {
        Assign assign => assign with { Value = _parts.Taken(assign.Value, parts, assign.Location) },
        Store store => store with
        {
            Target = store.Target with { Subscripts = store.Target.Subscripts.Select(subscript => _parts.Taken(subscript, parts, store.Location)).ToEquatableArray() },
            Value = _parts.Taken(store.Value, parts, store.Location),
        },
        // What stands in a branch may not be computed for other iterations.
        If conditional when _isPipeline && IsFree(conditional.Condition) => conditional with
        {
            Then = WithParts(conditional.Then, parts, conditional.Condition, conditional.Location),
            Else = WithParts(conditional.Else, parts, new Unary(UnaryOperator.LogicalNot, conditional.Condition), conditional.Location),
        },
        If conditional => conditional with { Condition = _parts.Taken(conditional.Condition, parts, conditional.Location) },
        _ => statement,
    };

    /// <summary>What a branch needs is computed under the same condition, which is evaluated once more.</summary>
    private Block WithParts(Block branch, List<Statement> parts, Expression condition, SourceLocation location)
    {
        List<Statement> inside = [];
        var left = new Block(branch.Statements.Select(statement => WithParts(statement, inside)).ToEquatableArray());
        if (inside.Count > 0)
        {
            parts.Add(new If(condition, new Block(inside.ToEquatableArray()), Block.Empty, location));
        }

        return left;
    }

    private bool IsFree(Expression value) => Walk.Parts(value).All(part => part switch
    {
        VariableRead read => !_assigned.Contains(read.Variable.Id),
        Load load => !_stored.Contains(load.Access.Object.Id),
        _ => true,
    });

    private static HashSet<int> Assigned(Statement statement) => RecurrenceStatements.Assigned(statement);

    private static IReadOnlyList<Statement> All(Statement statement) => RecurrenceStatements.All(statement);

    private static IEnumerable<ArrayAccess> Accesses(Statement statement) => All(statement).SelectMany(inner => ExpressionTree.Own(inner).SelectMany(Walk.Parts)
        .OfType<Load>().Select(load => load.Access).Concat(inner is Store store ? [store.Target] : []));

    private int PlaceOf(AccessSite site) => site.Owner is not { } owner ? -1
        : Array.FindIndex(_statements, statement => All(statement).Any(inner => ReferenceEquals(inner, owner)));
}
