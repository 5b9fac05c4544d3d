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
    private readonly FreeParts _parts;
    private readonly Region _region;
    private readonly Statement[] _statements;
    private readonly HashSet<int> _group = [];
    private readonly HashSet<int> _assigned = [];
    private readonly HashSet<int> _stored = [];

    private OrderedUpdates(LoopNest nest, Loop root)
    {
        _nest = nest;
        _root = root;
        _parts = new FreeParts(root, new FreshVariables(nest), IsFree);
        _region = Region.Of(root);
        _statements = [.. root.Body.Statements];
    }

    /// <returns>The nest itself when there are none, or when they can't be put side by side.</returns>
    public static LoopNest Apply(LoopNest nest) =>
        nest.Root is not { ConstantStep: not null, IsResumed: false, Ordered: null, Form: not LoopForm.Do } root || LoopTree.StartsAtItself(root)
            || LoopTree.Statements(root.Body).Any(statement => statement is not (Assign or Store or If))
            ? nest
            : new OrderedUpdates(nest, root).Grouped() ?? nest;

    private LoopNest? Grouped()
    {
        foreach (Conflict conflict in ConflictFinder.Of(_region).Where(conflict => conflict.Objects == AliasKind.Same && LoopOrder.BreaksInLanes(conflict)))
        {
            if (conflict.First.IsAffine && conflict.Second.IsAffine)
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
        int last = _group.Max();
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
                    .Select(other => new ObjectPair(item, other)))).Distinct().ToEquatableArray(),
            Transformations = _nest.Transformations
                .Append($"updates of {string.Join(", ", stored.Select(item => item.DisplayName))} in order").ToEquatableArray(),
        };
    }

    /// <summary>Statements that aren't in the group and stand behind some of it.</summary>
    private IEnumerable<Statement> Crossed() => Enumerable.Range(_group.Min(), _group.Max() - _group.Min())
        .Where(place => !_group.Contains(place)).Select(place => _statements[place]);

    private bool MayComeBefore(Statement statement)
    {
        HashSet<int> read = [.. _group.SelectMany(place => RecurrenceStatements.Read(_statements[place]))];
        return !Assigned(statement).Overlaps(read) && !Assigned(statement).Overlaps(_assigned)
            && !RecurrenceStatements.Read(statement).Overlaps(_assigned)
            && !Accesses(statement).Any(access => _stored.Contains(access.Object.Id))
            && !All(statement).OfType<Store>().Any(store => _group.SelectMany(place => Accesses(_statements[place]))
                .Any(access => AliasAnalysis.Of(access.Object, store.Target.Object) != AliasKind.None));
    }

    /// <summary>Nothing but stores, and scalars of the iteration.</summary>
    private bool IsPlain(Statement statement) => statement switch
    {
        Assign assign => IsPrivate(assign.Target),
        If => All(statement).All(inner => inner is If or Store || (inner is Assign { Target: var target } && IsPrivate(target))),
        _ => true,
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
        If conditional => conditional with { Condition = _parts.Taken(conditional.Condition, parts, conditional.Location) },
        _ => statement,
    };

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
