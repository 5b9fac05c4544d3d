using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Planning;

/// <summary>
/// Control flow that differs from lane to lane. What is assigned where only some lanes are differs between lanes, too, but
/// for scalars that no lane reads once it has left: they are the same in all lanes that are there.
/// </summary>
internal sealed partial class LaneVariables
{
    private readonly HashSet<int> _carried;
    private readonly Confinement _confinement;
    private readonly HashSet<object> _unblended = new(ReferenceComparer.Instance);

    /// <summary>The branches and inner loops around the statement that is looked at, and which of them only some lanes take.</summary>
    private readonly List<object> _path = [];
    private readonly List<int> _divergent = [];

    /// <summary>Lanes leave the inner loop after different numbers of trips.</summary>
    public bool IsDivergent(Statement loop) => loop switch
    {
        WhileStatement repeat => !IsUniform(repeat.Condition) || LeavesApart(repeat.Body, false),
        LoopStatement { Loop: var counted } => IsVarying(counted.Index) || ExpressionTree.Header(counted).Any(part => !IsUniform(part)) || LeavesApart(counted.Body, false),
        _ => false,
    };

    /// <summary>No iteration leaves it to another, or to what follows the loop.</summary>
    public bool IsPrivate(Variable variable) => !_carried.Contains(variable.Id);

    /// <summary>No lane that takes no part in the assignment (or in a loop's counting) reads the variable before it is assigned again.</summary>
    public bool IsUnblended(Statement statement) => _unblended.Contains(statement);

    private bool LeavesApart(Block block, bool masked) => block.Statements.Any(statement => statement switch
    {
        Exit => masked,
        If conditional => (masked || !IsUniform(conditional.Condition)) is var inner
            && (LeavesApart(conditional.Then, inner) || LeavesApart(conditional.Else, inner)),
        _ => false,
    });

    private void FindVarying(Block body)
    {
        int known;
        do
        {
            // What differs between lanes makes branches and loops divergent, which makes more differ.
            known = _varying.Count;
            _unblended.Clear();
            Spread(body);
        }
        while (_varying.Count > known);
    }

    private void Spread(Block block)
    {
        foreach (Statement statement in block.Statements)
        {
            switch (statement)
            {
                case Assign assign when !_affine.ContainsKey(assign.Target.Id) && !_cursors.Contains(assign.Target.Id):
                    Settle(assign, assign.Target, IsUniform(assign.Value));
                    break;
                case If conditional:
                    bool isApart = !IsUniform(conditional.Condition);
                    Within(conditional.Then, isApart, () => Spread(conditional.Then));
                    Within(conditional.Else, isApart, () => Spread(conditional.Else));
                    break;
                case WhileStatement repeat:
                    Within(repeat, IsDivergent(repeat), () => Spread(repeat.Body));
                    break;
                case LoopStatement { Loop: var loop }:
                    // Start is assigned outside; what the index grows by, inside.
                    Settle(null, loop.Index, IsUniform(loop.Start));
                    Within(statement, IsDivergent(statement), () =>
                    {
                        Settle(statement, loop.Index, IsUniform(loop.Step));
                        Spread(loop.Body);
                    });
                    break;
            }
        }
    }

    private void Within(object place, bool isDivergent, Action walk)
    {
        _path.Add(place);
        if (isDivergent)
        {
            _divergent.Add(_path.Count - 1);
        }

        walk();
        if (isDivergent)
        {
            _divergent.RemoveAt(_divergent.Count - 1);
        }

        _path.RemoveAt(_path.Count - 1);
    }

    private void Settle(Statement? statement, Variable target, bool isUniform)
    {
        bool isPrivate = IsPrivate(target);
        if (!isUniform || !isPrivate || !_divergent.All(depth => _confinement.IsConfined(target, _path, depth)))
        {
            _varying.Add(target.Id);
        }

        if (statement is not null && isPrivate && _divergent.Count > 0 && _confinement.IsConfined(target, _path, _divergent[_divergent.Count - 1]))
        {
            _unblended.Add(statement);
        }
    }
}
