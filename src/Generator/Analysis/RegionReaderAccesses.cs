using System.Collections.Immutable;
using AutoPar.Generator.Analysis.Affine;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Analysis;

/// <content>The accesses of expressions and stores.</content>
internal sealed partial class RegionReader
{
    private void Collect(Expression expression, ImmutableArray<LoopDomain> loops, Statement? owner)
    {
        bool branches = expression is ShortCircuit or Conditional;
        _conditions += branches ? 1 : 0;
        switch (expression)
        {
            case ShortCircuit circuit:
                Collect(circuit.Left, loops, owner);
                Under(circuit.Left, circuit.IsAnd, () => Collect(circuit.Right, loops, owner));
                break;
            case Conditional conditional:
                Collect(conditional.Condition, loops, owner);
                Under(conditional.Condition, holds: true, () => Collect(conditional.WhenTrue, loops, owner));
                Under(conditional.Condition, holds: false, () => Collect(conditional.WhenFalse, loops, owner));
                break;
            default:
                foreach (Expression child in Walk.Children(expression))
                {
                    Collect(child, loops, owner);
                }

                break;
        }

        _conditions -= branches ? 1 : 0;
        switch (expression)
        {
            case Load load:
                Add(load.Access, false, loops, owner);
                break;
            case ObjectLength length:
                _objects[length.Object.Id] = length.Object;
                break;
        }
    }

    private void Add(ArrayAccess access, bool isWrite, ImmutableArray<LoopDomain> loops, Statement? owner)
    {
        _objects[access.Object.Id] = access.Object;
        _sites.Add(new AccessSite(
            access, isWrite, _order, loops, [.. access.Subscripts.Select(Read)], [.. access.Subscripts.Select(subscript => owner is Opaque ? null : Permutation(subscript))], owner, _conditions > 0)
        {
            OutOfStep = _outOfStep,
            Within = _within,
        });
    }

    private UniqueElement? Permutation(Expression subscript)
    {
        while (subscript is Conversion { IsChecked: false } conversion && conversion.Type.Size() >= conversion.Operand.Type.Size())
        {
            subscript = conversion.Operand;
        }

        if (subscript is VariableRead { Variable.Id: var scalar } && _elements.TryGetValue(scalar, out UniqueElement? known))
        {
            return known;
        }

        return subscript is Load { Access: { Object: { Unique: true, Rank: 1 } item, Subscripts: [var place] } } && Read(place) is { } form
            ? new UniqueElement(item, form)
            : null;
    }
}
