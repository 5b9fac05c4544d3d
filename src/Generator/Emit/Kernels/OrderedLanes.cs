using AutoPar.Generator.Analysis;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Planning;

namespace AutoPar.Generator.Emit.Kernels;

/// <summary>
/// The statements of a loop in lanes that run in order (loop distribution): one lane after the other, as written. What they
/// take from vectors and yield to them passes through buffers of a vector's length; what they carry stays in scalars.
/// </summary>
internal sealed class OrderedLanes
{
    private const string Reference = "global::System.Runtime.InteropServices.MemoryMarshal.GetReference";
    private readonly LaneScope _scope;
    private readonly Loop _loop;
    private readonly IReadOnlyList<Variable> _taken;
    private readonly IReadOnlyList<Variable> _yielded;
    private readonly HashSet<int> _carried;
    private readonly HashSet<int> _assigned;
    private readonly Dictionary<int, string> _buffers = [];
    private readonly Dictionary<int, Variable> _inLane = [];
    private readonly string _lane;

    public OrderedLanes(LaneScope scope)
    {
        _scope = scope;
        _loop = scope.Loop;
        _assigned = Walk.Assigned(OrderedStatements.Block(_loop));
        _carried = [.. _loop.Ordered?.Variables ?? []];
        _taken = [.. OrderedStatements.Reads(_loop).Where(scope.Variables.IsVarying)];
        _yielded = OrderedStatements.Results(_loop);
        if (_loop.Ordered is null)
        {
            _lane = "";
            return;
        }

        _lane = scope.Names.Fresh("lane");
        foreach (Variable variable in _taken.Concat(_yielded))
        {
            _buffers[variable.Id] = scope.Names.Fresh(variable.Name + "InOrder");
        }

        foreach (Variable variable in Private().Concat(_taken).Append(_loop.Index))
        {
            _inLane[variable.Id] = variable with { Name = scope.Names.Fresh(variable.Name.TrimStart('@') + "Lane") };
        }
    }

    /// <summary>No vector is made of the variable.</summary>
    public bool Keeps(Variable variable) => _assigned.Contains(variable.Id) && !_buffers.ContainsKey(variable.Id);

    public bool Holds(Block block, int place) => _loop.Ordered is { } group && ReferenceEquals(block, _loop.Body)
        && place >= group.First && place < group.First + group.Count;

    public bool Starts(int place) => _loop.Ordered is { } group && place == group.First;

    public IEnumerable<string> Declarations() => _taken.Concat(_yielded)
        .Select(variable => $"global::System.Span<{variable.TypeText}> {_buffers[variable.Id]} = stackalloc {variable.TypeText}[{_scope.Lanes}];");

    public void Write(CodeWriter writer)
    {
        foreach (Variable variable in _taken)
        {
            LaneType type = _scope.TypeOf(variable);
            string first = $"ref {Reference}({_buffers[variable.Id]})";
            writer.Line(type.IsHalf
                ? $"{LaneAccess.Memory}StoreHalf({_scope.Vector(variable)}, {first}, 0);"
                : $"{type.Class}.StoreUnsafe({_scope.Vector(variable)}, {first});");
        }

        writer.Line("// in order");
        using (writer.Block($"for (int {_lane} = 0; {_lane} < {_scope.Lanes}; {_lane}++)"))
        {
            Lane(writer);
        }

        foreach (Variable variable in _yielded)
        {
            LaneType type = _scope.TypeOf(variable);
            string first = $"ref {Reference}({_buffers[variable.Id]})";
            writer.Line($"{_scope.Vector(variable)} = {(type.IsHalf ? $"{LaneAccess.Memory}LoadHalf({first}, 0)" : $"{type.Class}.LoadUnsafe({first})")};");
        }
    }

    private void Lane(CodeWriter writer)
    {
        if (Mentions(_loop.Index))
        {
            Variable index = _inLane[_loop.Index.Id];
            string step = _loop.ConstantStep == 1 ? _lane : $"{_lane} * {ScalarKernel.Int64(_loop.Step)}";
            writer.Line($"{index.TypeText} {index.Name} = unchecked(({index.TypeText})({_scope.Lane0} + {step}));");
        }

        foreach (Variable variable in _taken)
        {
            writer.Line($"{variable.TypeText} {_inLane[variable.Id].Name} = {_buffers[variable.Id]}[{_lane}];");
        }

        foreach (Variable variable in Private())
        {
            writer.Line($"{variable.TypeText} {_inLane[variable.Id].Name} = default;");
        }

        Block block = new Renaming(_inLane).Visit(OrderedStatements.Block(_loop));
        new StatementPrinter(writer, _scope.Plan, []).Block(block);
        foreach (Variable variable in _yielded)
        {
            string name = _carried.Contains(variable.Id) ? variable.Name : _inLane[variable.Id].Name;
            writer.Line($"{_buffers[variable.Id]}[{_lane}] = {name};");
        }
    }

    /// <summary>What the statements assign for themselves, or for the same iteration.</summary>
    private IEnumerable<Variable> Private() => LoopTree.Statements(OrderedStatements.Block(_loop)).OfType<Assign>().Select(assign => assign.Target)
        .Where(variable => !_carried.Contains(variable.Id)).GroupBy(variable => variable.Id).Select(group => group.First());

    private bool Mentions(Variable variable) => ExpressionTree.Of(OrderedStatements.Block(_loop)).SelectMany(ExpressionTree.SelfAndDescendants)
        .Any(part => part is VariableRead read && read.Variable.Id == variable.Id);

    private sealed class Renaming(Dictionary<int, Variable> names) : IrRewriter
    {
        public override Variable Visit(Variable variable) => names.TryGetValue(variable.Id, out Variable? name) ? name : variable;
    }
}
