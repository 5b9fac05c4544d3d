using AutoPar.Generator.Analysis.Affine;
using AutoPar.Generator.Races.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Races.Interpretation;

/// <summary>Vectors: one load or store touches as many elements as there are lanes.</summary>
internal sealed partial class Interpreter
{
    private AffineForm? LanesOf(ITypeSymbol? vector)
    {
        if (vector is null)
        {
            return null;
        }

        string count = vector.ToDisplayString() + ".Count";
        return AffineForm.Of(unknowns.Intern(count, count, null, Nature.Size));
    }

    /// <summary>LoadUnsafe and StoreUnsafe begin at the element that is handed over by reference.</summary>
    private void RecordLanes(IInvocationOperation call, string name, Value[] arguments)
    {
        bool isWrite = name.StartsWith("Store", StringComparison.Ordinal);
        if (!isWrite && !name.StartsWith("Load", StringComparison.Ordinal))
        {
            return;
        }

        AffineForm? lanes = LanesOf(isWrite ? call.Arguments[0].Value.Type : call.Type);
        foreach (Spot first in arguments.Select(argument => argument.Reference).OfType<Place>().SelectMany(place => place.Locations))
        {
            if (first is not { Kind: SpotKind.Element, Subscripts: [.., { } begin] })
            {
                continue;
            }

            AffineForm? offset = arguments[arguments.Length - 1].Number;
            AffineForm lane = AffineForm.Of(unknowns.New("lane", OwnFrame.Instance, Nature.Index));
            Spot location = first with { Subscripts = first.Subscripts.SetItem(first.Subscripts.Length - 1,
                Sum(Sum(begin, offset ?? AffineForm.Zero), lane)) };
            var before = _constraints;
            _constraints = [.. before, new Constraint(lane, Relation.AtLeastZero), .. lanes is null ? []
                : new[] { Constraint.AtLeast(lanes, lane, 1) }];
            Record(location, isWrite, call.Syntax);
            _constraints = before;
        }
    }
}
