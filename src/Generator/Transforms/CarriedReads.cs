using AutoPar.Generator.Analysis;
using AutoPar.Generator.Analysis.Scalars;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Transforms;

/// <summary>
/// <c>b[i] = a[i] - e; e = a[i];</c> → <c>before = e; e = a[i]; b[i] = a[i] - before;</c>: what reads a scalar from the
/// iteration before reads a copy, so that the updates can come first. In lanes the copy is known once the updates of all
/// lanes are: it is theirs, one lane on. Nothing that an iteration computes changes, if the objects whose order is changed are
/// different ones.
/// </summary>
internal sealed class CarriedReads
{
    private LoopNest _nest;
    private Loop _loop;
    private readonly FreshVariables _fresh;

    private CarriedReads(LoopNest nest, Loop loop)
    {
        _nest = nest;
        _loop = loop;
        _fresh = new FreshVariables(nest);
    }

    /// <returns>The nest itself when nothing is gained.</returns>
    public static LoopNest Apply(LoopNest nest)
    {
        if (nest.Root is not { } root)
        {
            return nest;
        }

        foreach (Loop leaf in LoopTree.SelfAndDescendants(root).Where(loop => !LoopTree.Children(loop).Any()
            && LoopTree.Statements(loop.Body).All(statement => statement is Assign or Store or If)).ToList())
        {
            CarriedReads plain = new(nest, leaf);
            var splitting = new StatementSplitting(nest, leaf);
            nest = plain.TryLoop() ? plain._nest
                : splitting.Ifs() is var single && new CarriedReads(splitting.Nest, single) is var split && split.TryLoop() ? split._nest
                : nest;
        }

        return nest;
    }

    private bool TryLoop()
    {
        Variable[] carried = [.. LoopAnalysis.Roles(Replaced(_loop), _loop).OfType<Recurrence>().Select(role => role.Variable)
            .Where(variable => variable.Kind != VariableKind.Element && variable.DeclaringLoop != _loop.Id)];
        bool hasChanged = false;
        foreach (Variable variable in carried)
        {
            hasChanged |= Save(variable);
        }

        return hasChanged;
    }

    private bool Save(Variable variable)
    {
        List<Statement> statements = [.. _loop.Body.Statements];
        int first = statements.FindIndex(statement => Assigns(statement, variable));
        int last = statements.FindLastIndex(statement => Assigns(statement, variable));
        if (first < 0)
        {
            return false;
        }

        string name = _fresh.Name(variable.Name.TrimStart('@') + "Before");
        var before = new Variable(
            _fresh.Id(), name, variable.Type, variable.TypeText, VariableKind.Temporary, name, _loop.Id, ReadAfter: false);
        var reads = new Substitution(variable.Id, new VariableRead(before));
        Statement[] moved = [.. statements.Take(first).Select(reads.Visit)];
        var saved = new Assign(before, new VariableRead(variable), statements[first].Location);
        Loop candidate = _loop with { Body = new Block(new Statement[] { saved }.Concat(moved).Concat(statements.Skip(first)).ToEquatableArray()) };
        var order = new StatementOrder(candidate);
        int[] unit = [0, .. Enumerable.Range(first + 1, last - first + 1)];
        if (order.Raised(unit, Units(candidate)) is not { } found)
        {
            return false;
        }

        Loop arranged = candidate with { Body = order.Arranged(found) };
        if (!LoopAnalysis.Roles(Replaced(arranged), arranged).Any(role => role is Scan && role.Variable.Id == variable.Id))
        {
            return false;
        }

        _loop = arranged;
        _nest = Replaced(arranged) with
        {
            Variables = _nest.Variables.Append(before).ToEquatableArray(),
            Transformations = _nest.Transformations.Append("values of the iteration before kept").Distinct().ToEquatableArray(),
            Apart = _nest.Apart.Concat(order.Apart(found)).Distinct().ToEquatableArray(),
        };
        return true;
    }

    /// <summary>Statements that have to stay together: a copy, and the updates that it precedes.</summary>
    public static List<int[]> Units(Loop loop)
    {
        List<Statement> statements = [.. loop.Body.Statements];
        List<int[]> units = [];
        for (int place = 0; place < statements.Count; place++)
        {
            if (statements[place] is Assign { Value: VariableRead { Variable: var variable } } copy
                && ScanGroup.Of(loop, variable) is { } group && ReferenceEquals(group.Saving, copy))
            {
                units.Add([.. Enumerable.Range(place, group.Last - group.First + 2)]);
            }
        }

        return units;
    }

    private LoopNest Replaced(Loop loop) => _nest with { Root = new LoopReplacement(loop).Visit(_nest.Root!) };

    private static bool Assigns(Statement statement, Variable variable) =>
        LoopTree.Statements(new Block(EquatableArray.Of(statement))).SelectMany(LoopTree.Assigned).Any(target => target.Id == variable.Id);
}
