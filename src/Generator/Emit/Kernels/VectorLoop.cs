using AutoPar.Generator.Analysis;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Planning;

namespace AutoPar.Generator.Emit.Kernels;

/// <summary>
/// The loop in lanes: several vectors in flight, then single vectors, then what is left: one vector under a mask, or one by one,
/// as written.
/// </summary>
internal sealed class VectorLoop
{
    private readonly CodeWriter _writer;
    private readonly RegionPlan _plan;
    private readonly Loop _loop;
    private readonly LaneScope _scope;
    private readonly OrderedLanes _ordered;
    private readonly int _copies;
    private readonly bool _isInterleaved;
    private readonly bool _masksRemainder;
    private readonly bool _fillsRegisters;
    private readonly int _lanes;
    private readonly HashSet<int> _flagged;

    public VectorLoop(CodeWriter writer, RegionPlan plan, VectorLoopPlan vector, KernelNames names)
    {
        _writer = writer;
        _plan = plan;
        _loop = vector.Loop;
        _scope = new LaneScope(plan, vector, names);
        _ordered = new OrderedLanes(_scope);
        _copies = vector.Unroll;
        _isInterleaved = vector.IsInterleaved;
        _masksRemainder = vector.MasksRemainder;
        _fillsRegisters = vector.FillsRegisters;
        _lanes = vector.Lanes;
        _flagged = [.. plan.Outputs.Where(KernelVariables.HasAssignedFlag).Select(role => role.Variable.Id)];
    }

    /// <param name="range">Where it starts, how long it runs.</param>
    public void Write(LaneRange range)
    {
        string index = _scope.Index;
        range.Name(index, _scope.Names);
        var accumulators = new Accumulators(_scope, _copies, range.Position(index));
        var scans = new ScanCarries(_scope);
        string loops = Loops(range, accumulators, scans);
        string[] carried = CarriedVectors();
        string masked = _masksRemainder ? MaskedVector(range, accumulators, scans) : "";
        var folds = new CodeWriter();
        var fold = new AccumulatorFold(folds, _scope, accumulators);
        fold.Write(range.Restart(index));
        foreach (string line in range.Declarations(index))
        {
            _writer.Line(line);
        }

        if (Multiple(_lanes, _loop.CopiesWritten) is var whole && whole > _lanes)
        {
            _writer.Line($"// The loop goes on where an iteration of {_loop.CopiesWritten} copies starts.");
            _writer.Line(range.Multiple(index, whole));
        }

        if (_loop.IsResumed || accumulators.Roles.Any(role => Accumulators.HasOwner(role) || RoleSupport.IsOrdered(role)))
        {
            _writer.Line($"nint {range.First} = {index};");
        }

        // Elements at other distances are as fast one by one.
        string contiguous = string.Concat(_scope.SymbolicStrides.Select(stride => $" && {stride} == 1"));
        using (_writer.Block($"if ({range.AtLeast(index, _masksRemainder ? 1 : _lanes, KeepsLast)}{contiguous})"))
        {
            _scope.Hoisted.ForEach(_writer.Line);
            foreach (string line in accumulators.Declarations().Concat(scans.Declarations()).Concat(_ordered.Declarations()).Concat(carried))
            {
                _writer.Line(line);
            }

            _writer.Lines(loops);
            if (_masksRemainder)
            {
                _writer.Line();
                _writer.Line("// The lanes that are left.");
                using (_writer.Block($"if ({range.AtLeast(index, 1, false)})"))
                {
                    _writer.Lines(masked);
                }
            }

            foreach (string line in scans.Results())
            {
                _writer.Line(line);
            }

            if (accumulators.Roles.Any())
            {
                _writer.Lines(folds.ToString().TrimEnd('\n'));
            }
        }

        if (_loop.IsResumed)
        {
            _writer.Line($"long {PartialStruct.Done(_plan)} = {range.Position(index)};");
        }
        else if (!_masksRemainder)
        {
            Remainder(range);
        }
    }

    /// <summary>The least common multiple.</summary>
    private static int Multiple(int one, int other)
    {
        int multiple = one;
        while (multiple % other != 0)
        {
            multiple += one;
        }

        return multiple;
    }

    // Scalars that the last iteration leaves behind: that iteration runs as written.
    private bool KeepsLast
    {
        get
        {
            HashSet<int> inside = [.. LoopTree.SelfAndDescendants(_loop).Select(loop => loop.Id)];
            return _scope.Roles.OfType<Private>().Any(role => role.Variable.DeclaringLoop is not { } loop || !inside.Contains(loop));
        }
    }

    private string Loops(LaneRange range, Accumulators accumulators, ScanCarries scans)
    {
        var loops = new CodeWriter();
        if (_copies > 1)
        {
            if (_fillsRegisters)
            {
                loops.Line($"// {_copies} vectors in flight take 32 registers of 64 bytes.");
            }

            using (loops.Block(range.Header(_scope.Index, _copies * _lanes, KeepsLast, _fillsRegisters ? LaneType.IsWideMachine + " && " : "")))
            {
                for (int copy = 0; copy < _copies && !_isInterleaved; copy++)
                {
                    using (loops.Block(""))
                    {
                        loops.Lines(Copy(range, accumulators, scans, copy));
                    }
                }

                if (_isInterleaved)
                {
                    loops.Lines(Together(range, accumulators, scans));
                }
            }

            loops.Line();
        }

        using (loops.Block(range.Header(_scope.Index, _lanes, KeepsLast)))
        {
            loops.Lines(Copy(range, accumulators, scans, 0));
        }

        return loops.ToString().TrimEnd('\n');
    }

    /// <summary>All vectors in flight, statement by statement.</summary>
    private string Together(LaneRange range, Accumulators accumulators, ScanCarries scans)
    {
        _scope.Begin(_copies, copy => range.Lane0(_scope.Index, copy * _lanes));
        return Iterations(accumulators, scans).ToString().TrimEnd('\n');
    }

    private CodeWriter Iterations(Accumulators accumulators, ScanCarries scans)
    {
        var body = new CodeWriter();
        new LaneStatements(body, _scope, new LaneExpressions(_scope, new LaneAccess(_scope)), accumulators, scans, _ordered).Iterations();
        return body;
    }

    private string Copy(LaneRange range, Accumulators accumulators, ScanCarries scans, int copy)
    {
        _scope.Begin(1, _ => range.Lane0(_scope.Index, copy * _lanes));
        return Vector(accumulators, scans, copy);
    }

    /// <summary>What the first vector loads, where the others find what the one before has stored.</summary>
    private string[] CarriedVectors()
    {
        _scope.Begin(1, _ => _scope.Index);
        var access = new LaneAccess(_scope);
        return [.. _scope.Carried.Select(carried => $"{_scope.Type(carried.Load.Object.Element).Text} {carried.Name} = {access.Load(carried.Load)};")];
    }

    private string MaskedVector(LaneRange range, Accumulators accumulators, ScanCarries scans)
    {
        LaneType type = _scope.MaskType;
        var left = new LaneMask(_scope.Names.Fresh("left"), _scope.MaskSize);
        _scope.BeginRemainder(left, _scope.Index);
        string count = $"({type.Keyword})({range.Left(_scope.Index)})";
        return $"{type.Text} {left.Text} = {type.Class}.LessThan({type.Text}.Indices, {type.Class}.Create({count}));\n" + Vector(accumulators, scans, 0);
    }

    private string Vector(Accumulators accumulators, ScanCarries scans, int copy)
    {
        accumulators.Select(copy);
        CodeWriter body = Iterations(accumulators, scans);
        foreach (Induction role in _scope.Roles.OfType<Induction>())
        {
            string name = role.Variable.Name;
            body.Line($"{name} = unchecked(({role.Variable.TypeText})((long){name} + {_lanes - 1} * {ScalarKernel.Int64(role.Step)}));");
        }

        string text = body.ToString().TrimEnd('\n');
        string index = _loop.Index.Name;
        string type = IndexIsOuter ? "" : _loop.Index.TypeText + " ";
        string scalar = $"{type}{index} = unchecked(({_loop.Index.TypeText}){KernelText.Operand(_scope.Lane0)});";
        return System.Text.RegularExpressions.Regex.IsMatch(text, $@"(?<![\w@.]){System.Text.RegularExpressions.Regex.Escape(index)}(?!\w)")
            ? scalar + "\n" + text
            : text;
    }

    // Declared outside the loop, and read after it.
    private bool IndexIsOuter => !KernelVariables.DeclaresIndex(_plan, _loop);

    private void Remainder(LaneRange range)
    {
        using (_writer.Block(range.Header(_scope.Index, 1, false)))
        {
            string index = _loop.Index.Name;
            _writer.Line($"{(IndexIsOuter ? "" : _loop.Index.TypeText + " ")}{index} = unchecked(({_loop.Index.TypeText}){_scope.Index});");
            new StatementPrinter(_writer, _plan, _flagged).Body(_loop);
        }

        if (IndexIsOuter)
        {
            _writer.Line($"{_loop.Index.Name} = unchecked(({_loop.Index.TypeText}){_scope.Index});");
        }
    }
}
