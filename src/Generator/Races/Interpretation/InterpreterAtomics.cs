using System.Collections.Immutable;
using AutoPar.Generator.Races.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Races.Interpretation;

/// <summary>Atomic operations: what they read and write, and who is let in by what was there before.</summary>
internal sealed partial class Interpreter
{
    private Value Atomic(IInvocationOperation call, string name, Value[] arguments)
    {
        if (arguments.Length == 0 || arguments[0].Reference is not { } place)
        {
            return Value.Nothing;
        }

        switch (name)
        {
            case "Read":
                return Read(place, call.Syntax, isAtomic: true);
            case "Exchange":
                Write(place, arguments[1], call.Syntax, isAtomic: true);
                return Guarded(place, Value.Of(IsInteger(call.Type) ? Computed(name) : null), call,
                    ConstantAt(call, 1) is { HasValue: true, Value: var put } ? was => !Equals(was, put) : null);
            case "CompareExchange":
                Value old = Read(place, call.Syntax, isAtomic: true);
                if (call.Parent is IExpressionStatementOperation)
                {
                    // Whether it was exchanged is not asked.
                    Write(place, arguments[1], call.Syntax, isAtomic: true);
                    return old;
                }

                Write(place, Value.Nothing, call.Syntax, isAtomic: true, checks: false);
                Verify(place, arguments[2]);
                return Guarded(place, old, call, ConstantAt(call, 2) is { HasValue: true, Value: var expected } ? was => Equals(was, expected)
                    : null);
            case "Increment" or "Decrement" or "Add" or "And" or "Or":
                Write(place, Value.Nothing, call.Syntax, isAtomic: true, checks: false);
                // Counting yields a number that nobody else gets, as long as it goes one way.
                bool isTicket = name is "Increment" or "Decrement" && IsInteger(call.Type);
                return Guarded(place, Value.Of(Computed(name, isTicket ? Nature.Ticket : Nature.Computed)), call, isTicket ? _ => true : null);
            default:
                return Value.Nothing;
        }
    }

    private static Optional<object?> ConstantAt(IInvocationOperation call, int place) =>
        call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == place)?.Value.ConstantValue ?? default;

    /// <summary>What was there before tells who is let in: only one is, until the variable is written again.</summary>
    private static Value Guarded(Place place, Value old, IInvocationOperation call, Func<object?, bool>? opens)
    {
        if (opens is null || place.Locations is not [var location])
        {
            return old;
        }

        ObjectId gate = new(GateKey(location), location.Subscripts, ObjectOrigin.Given, location.Name, null);
        if (call.Type?.SpecialType == SpecialType.System_Boolean)
        {
            ImmutableArray<Gain> gain = [new Gain(gate, null)];
            return old with { Truth = new Condition([], []) { GainsWhenTrue = opens(true) ? gain : [], GainsWhenFalse = opens(false) ? gain : [] } };
        }

        string? flag = call.TargetMethod.Name is "Increment" or "Decrement" ? Flag(location) : null;
        return old with { Gate = new Gate(gate, opens, flag, call.TargetMethod.Name == "Decrement") };
    }

    private static string GateKey(Spot location) => "gate " + location.Key;

    private static string Flag(Spot location) => "flag " + location.Text;

    /// <summary>A plain read that a compare-exchange verifies is as good as an atomic one.</summary>
    private void Verify(Place place, Value comparand)
    {
        foreach (Source source in comparand.Sources.Where(source => place.Locations.Any(location => location.Key == source.Location.Key)))
        {
            for (int i = _accesses.Count - 1; i >= 0; i--)
            {
                if (_accesses[i].Syntax == source.Read && !_accesses[i].IsWrite)
                {
                    _accesses[i] = _accesses[i] with { IsAtomic = true };
                }
            }
        }
    }
}
