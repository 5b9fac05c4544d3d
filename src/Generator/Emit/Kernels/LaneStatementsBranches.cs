using AutoPar.Generator.Analysis;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Planning;

namespace AutoPar.Generator.Emit.Kernels;

/// <summary>Branches: under a mask, alike in all lanes, or out of the loop.</summary>
internal sealed partial class LaneStatements
{
    /// <summary>All lanes might be active.</summary>
    private void StopWithoutRoom()
    {
        string[] full = [.. LoopTree.Statements(_scope.Loop.Body).SelectMany(statement => ExpressionTree.Own(statement).SelectMany(Walk.Parts).OfType<Load>()
                .Select(load => load.Access).Concat(statement is Store store ? [store.Target] : []))
            .Where(_scope.Variables.IsPacked).Select(_expressions.Packed.IsFull).Distinct()];
        if (full.Length > 0)
        {
            using (Writer.Block($"if ({string.Join(" || ", full)})"))
            {
                Writer.Line("break;");
            }
        }
    }

    public override void Block(Block block)
    {
        for (int place = 0; place < block.Statements.Count; place++)
        {
            if (_ordered.Holds(block, place))
            {
                if (_ordered.Starts(place))
                {
                    _ordered.Write(Writer);
                }

                continue;
            }

            if (TryTogether(block, place) is { } count)
            {
                place += count - 1;
                continue;
            }

            WriteAll(_scans.Before(block, place));
            Write(block.Statements[place]);
            WriteAll(_scans.After(block, place, _expressions));
        }
    }

    /// <summary>Writes the stores, or the loads, from a statement on that are whole vectors together: how many; null when there are none.</summary>
    private int? TryTogether(Block block, int place)
    {
        if (!ReferenceEquals(block, _scope.Loop.Body) || _scope.Roles.Any(role => role is Scan))
        {
            return null;
        }

        if (InterleavedGroup.StoresAt(_scope.Loop, place) is { } stores && MayStayTogether(stores[0].Target, stores.Length))
        {
            Each(() => Writer.Line(_expressions.StoreInterleaved(stores[0].Target, stores.Select(store => _expressions.Value(store.Value)))));
            return stores.Length;
        }

        if (InterleavedGroup.LoadsAt(_scope.Loop, place) is { } loads
            && loads[0].Value is Load { Access: var first } && MayStayTogether(first, loads.Length)
            && loads.All(load => load.Target.Type == first.Object.Element && _scope.Variables.IsVarying(load.Target)))
        {
            Each(() => Writer.Line(_expressions.LoadInterleaved(first, loads.Select(load => _scope.Vector(load.Target)))));
            return loads.Length;
        }

        return null;

        bool MayStayTogether(ArrayAccess start, int count) =>
            !Enumerable.Range(place, count).Any(number => _ordered.Holds(block, number)) && _expressions.CanInterleave(start);
    }

    private void WriteAll(IEnumerable<string> lines)
    {
        foreach (string line in lines)
        {
            Writer.Line(line);
        }
    }

    /// <summary>No iteration of a vector runs if one of them would leave the loop: what is left runs as written.</summary>
    private void Stop(Expression condition)
    {
        string test = _expressions.Shared(condition);
        if (!_scope.Variables.IsUniform(condition))
        {
            var leaving = new LaneMask[_scope.Copies];
            Each(() => leaving[_scope.Copy] = Local("leaving", _expressions.Condition(condition)));
            test = $"{LaneScope.Any(leaving)} != {_scope.Zero(leaving[0])}";
        }

        using (Writer.Block($"if ({test})"))
        {
            Writer.Line("break;");
        }
    }

    private void Masked(If conditional)
    {
        if (_loops.TryLeave(conditional))
        {
            return;
        }

        // What leaves a loop in one branch changes the masks that the other one would be made of.
        bool isLeft = LoopTree.Exits(conditional.Then).Any();
        var outer = new LaneMask?[_scope.Copies];
        var taken = new LaneMask[_scope.Copies];
        var active = new LaneMask[_scope.Copies];
        var others = new LaneMask[_scope.Copies];
        Each(() =>
        {
            int copy = _scope.Copy;
            outer[copy] = _scope.Mask;
            taken[copy] = Local("taken", _expressions.Condition(conditional.Condition));
            if (!conditional.Then.Statements.IsEmpty)
            {
                active[copy] = outer[copy] is { } mask ? Local("active", _expressions.Combine(mask, "&", taken[copy])) : taken[copy];
            }

            if (isLeft && !conditional.Else.Statements.IsEmpty)
            {
                others[copy] = Others(outer[copy], taken[copy]);
            }
        });
        if (!conditional.Then.Statements.IsEmpty)
        {
            Each(() => _scope.Mask = active[_scope.Copy]);
            Active(conditional.Then);
        }

        if (!conditional.Else.Statements.IsEmpty)
        {
            Each(() => _scope.Mask = isLeft ? others[_scope.Copy] : Others(outer[_scope.Copy], taken[_scope.Copy]));
            Active(conditional.Else);
        }

        Each(() => _scope.Mask = outer[_scope.Copy]);
    }

    /// <summary>Packing takes as long for no lane as for all of them, and what picks little seldom picks anything.</summary>
    private void Active(Block block)
    {
        if (_scope.AnyActive is not { } any || !block.Statements.OfType<Assign>().Any(assign => _scope.Variables.IsCursor(assign.Target)))
        {
            Block(block);
            return;
        }

        using (Writer.Block($"if ({any})"))
        {
            Block(block);
        }
    }

    private LaneMask Others(LaneMask? outer, LaneMask taken)
    {
        LaneMask not = LaneExpressions.Not(taken);
        return Local("others", outer is { } mask ? _expressions.Combine(mask, "&", not) : not);
    }

    private void Uniform(If conditional)
    {
        using (Writer.Block($"if ({_expressions.Shared(conditional.Condition)})"))
        {
            Block(conditional.Then);
        }

        if (!conditional.Else.Statements.IsEmpty)
        {
            using (Writer.Block("else"))
            {
                Block(conditional.Else);
            }
        }
    }
}
