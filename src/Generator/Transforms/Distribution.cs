using AutoPar.Generator.Analysis;
using AutoPar.Generator.Analysis.Guards;
using AutoPar.Generator.Analysis.Scalars;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Transforms;

/// <summary>
/// Loop distribution, a vector at a time: the statements that a recurrence holds together are put side by side, to run for
/// one iteration after the other; all others run in lanes.
/// <c>b[i] = Math.Sqrt(e) * t; e += 0.1;</c> → <c>{ before = e; e += 0.1; } b[i] = Math.Sqrt(before) * t;</c>. What they need
/// comes before them, what needs them after, and subexpressions that don't depend on the recurrence are computed before. They
/// store nothing, so that the analysis of lanes says whether the order of all the rest is kept.
/// </summary>
internal sealed class Distribution
{
    private readonly LoopNest _nest;
    private readonly Loop _root;
    private readonly FreeParts _parts;
    private readonly List<Variable> _carried;
    private readonly RecurrenceStatements _recurrence;

    private Distribution(LoopNest nest, Loop root, FloatMode mode)
    {
        _nest = nest;
        _root = root;
        _carried = [.. LoopAnalysis.Roles(nest, root)
            .Where(role => role is Recurrence || (role is Scan scan && ScalarObstacles.IsKeptInOrder(scan, mode))).Select(role => role.Variable)];
        _recurrence = new RecurrenceStatements(root, _carried);
        _parts = new FreeParts(root, new FreshVariables(nest), _recurrence.IsFree);
    }

    /// <returns>The nest itself when nothing is gained.</returns>
    public static LoopNest Apply(LoopNest nest, FloatMode mode)
    {
        if (nest.Root is not { ConstantStep: not null, IsResumed: false } given || LoopTree.StartsAtItself(given)
            || LoopTree.Statements(given.Body).Any(statement => statement is not (Assign or Store or If)))
        {
            return nest;
        }

        LoopNest prepared = CarriedElements.All(ScalarRenaming.Apply(nest));
        return new Distribution(prepared, prepared.Root!, mode).Distributed() ?? nest;
    }

    private LoopNest? Distributed()
    {
        if (_carried.Count == 0 || !_carried.All(IsPlain) || !_recurrence.CanRunInOrder || !_recurrence.LeavesWork)
        {
            return null;
        }

        Loop candidate = Prepared(out int[] group);
        var order = new StatementOrder(candidate);
        if (order.Raised(group, CarriedReads.Units(candidate)) is not { } found)
        {
            return null;
        }

        int first = found.ToList().IndexOf(group[0]);
        Loop arranged = candidate with
        {
            Body = order.Arranged(found),
            Ordered = new OrderedGroup(first, group.Length, _carried.Select(variable => variable.Id).ToEquatableArray()),
        };
        LoopNest distributed = _nest with
        {
            Root = arranged,
            Variables = _nest.Variables.Concat(_parts.Made).ToEquatableArray(),
            Apart = _nest.Apart.Concat(order.Apart(found)).Distinct().ToEquatableArray(),
            Transformations = _nest.Transformations
                .Append($"distribution ({string.Join(", ", _carried.Select(variable => variable.DisplayName))} in order)").ToEquatableArray(),
        };
        return IsSelfContained(distributed, arranged) ? distributed : null;
    }

    /// <summary>What else the group assigns is private to an iteration, and what it reads of others is, too.</summary>
    private bool IsSelfContained(LoopNest nest, Loop loop)
    {
        HashSet<int> assigned = [.. OrderedStatements.Of(loop).SelectMany(statement => Walk.Assigned(new Block(EquatableArray.Of(statement))))];
        HashSet<int> used = [.. assigned, .. OrderedStatements.Reads(loop).Select(variable => variable.Id)];
        return LoopAnalysis.Roles(nest, loop).Where(role => used.Contains(role.Variable.Id))
            .All(role => role is Ordered || (role is Private && IsPlain(role.Variable)));
    }

    /// <summary>A number that is kept in a local, and has a buffer of its type.</summary>
    internal static bool IsPlain(Variable variable) => !variable.IsMemory && !variable.IsVolatile && variable.Type.Size() > 0
        && variable.Type is not (ElementType.Boolean or ElementType.Char or ElementType.NativeInt or ElementType.NativeUInt)
        && variable.TypeText == variable.Type.Keyword();

    /// <summary>The loop with what the group needs taken out of it; it starts with copies of the values from before.</summary>
    private Loop Prepared(out int[] group)
    {
        Statement[] written = [.. _root.Body.Statements];
        Dictionary<int, Variable> copies = [];
        foreach (Variable variable in _carried)
        {
            int update = Array.FindIndex(written, statement => RecurrenceStatements.Assigned(statement).Contains(variable.Id));
            bool isReadBefore = false;
            for (int place = 0; place < update; place++)
            {
                isReadBefore |= !_recurrence.Contains(place) && RecurrenceStatements.Read(written[place]).Contains(variable.Id);
            }

            if (isReadBefore)
            {
                Variable before = _parts.New(variable.Name.TrimStart('@') + "Before", variable.Type);
                copies[variable.Id] = before;
                for (int place = 0; place < update; place++)
                {
                    written[place] = _recurrence.Contains(place)
                        ? written[place] : new Substitution(variable.Id, new VariableRead(before)).Visit(written[place]);
                }
            }
        }

        List<Statement> statements = [.. _carried.Where(variable => copies.ContainsKey(variable.Id))
            .Select(variable => new Assign(copies[variable.Id], new VariableRead(variable), _root.Location))];
        List<int> places = [.. Enumerable.Range(0, statements.Count)];
        for (int place = 0; place < written.Length; place++)
        {
            if (!_recurrence.Contains(place))
            {
                statements.Add(written[place]);
                continue;
            }

            if (written[place] is Assign assign)
            {
                written[place] = assign with { Value = _parts.Taken(assign.Value, statements, assign.Location) };
            }

            places.Add(statements.Count);
            statements.Add(written[place]);
        }

        group = [.. places];
        return _root with { Body = new Block(statements.ToEquatableArray()) };
    }
}
