using System.Collections.Immutable;
using AutoPar.Generator.Analysis.Affine;
using AutoPar.Generator.Races.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Races.Interpretation;

/// <summary>Atomic operations: what they read and write, and who is let in by what was there before.</summary>
internal sealed partial class Interpreter
{
    private readonly HashSet<string> _opened = new(StringComparer.Ordinal);

    /// <summary>The gates that are opened again somewhere: by a known value, or by one that isn't known.</summary>
    public IReadOnlyCollection<string> Opened => _opened;

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

                Write(place, Value.Nothing, call.Syntax, isAtomic: true, checks: false, put: arguments[1]);
                Verify(place, arguments[2]);
                return Guarded(place, old, call, ConstantAt(call, 2) is { HasValue: true, Value: var expected } ? was => Equals(was, expected)
                    : null);
            case "Increment" or "Decrement" or "Add" or "And" or "Or":
                Write(place, Value.Nothing, call.Syntax, isAtomic: true, checks: false);
                // Counting yields a number that nobody else gets, as long as it goes one way.
                bool isTicket = name is "Increment" or "Decrement" && IsInteger(call.Type);
                AffineForm? drawn = name == "Add" && arguments[1].Number is { } step && IsSameForAll(step)
                    ? Computed(BinaryOperatorKind.Multiply, Computed(name, Nature.Ticket), step)
                    : Computed(name, isTicket ? Nature.Ticket : Nature.Computed);
                return Guarded(place, Value.Of(drawn), call, isTicket ? _ => true : null);
            default:
                return Value.Nothing;
        }
    }

    // Whoever adds to the number adds as much.
    private bool IsSameForAll(AffineForm step) => step is not { IsConstant: true, Constant: 0 }
        && Unknowns.Parts(step).All(part => unknowns[part] is { Owner: null, Nature: Nature.Size or Nature.Input, IsDatum: false });

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
        ImmutableArray<Gain> gains = [new Gain(gate, null)];
        string? flag = call.TargetMethod.Name is "Increment" or "Decrement" ? Flag(location) : null;
        if (flag is null && FoundBy(call) is { } found)
        {
            // As long as nobody writes the value that lets somebody in, nobody else ever gets in there.
            gains = gains.Add(new Gain(gate with { Key = OnceKey(location, found) }, null, null, opens));
        }

        if (call.Type?.SpecialType == SpecialType.System_Boolean)
        {
            return old with
            {
                Truth = new Condition([], []) { GainsWhenTrue = opens(true) ? gains : [], GainsWhenFalse = opens(false) ? gains : [] },
            };
        }

        return old with { Gate = new Gate(gains, opens, flag, call.TargetMethod.Name == "Decrement") };
    }

    private static string GateKey(Spot location) => "gate " + location.Key;

    private static string OnceKey(Spot location, string found) => $"{GateKey(location)}#{found}";

    /// <summary>What is found by the one who is let in; for a flag that is put up, that it was down.</summary>
    private static string? FoundBy(IInvocationOperation call) => call.TargetMethod.Name == "CompareExchange"
        ? TextOf(ConstantAt(call, 2).Value)
        : ConstantAt(call, 1).Value switch
        {
            1 or 1L or true => "0",
            0 or 0L or false => "1",
            _ => null,
        };

    private static string TextOf(object? constant) => constant switch
    {
        bool truth => truth ? "1" : "0",
        null => "null",
        _ => Convert.ToString(constant, System.Globalization.CultureInfo.InvariantCulture)!,
    };

    /// <summary>Writing the variable of a gate opens it again, unless what is put there is known to keep it shut.</summary>
    private void Open(Spot location, Value put)
    {
        string? text = put.Number is { IsConstant: true, Constant: var number } ? TextOf(number)
            : put.Boolean is { } truth ? TextOf(truth)
            : put is { IsConstant: true, Number: null, Objects.IsEmpty: true } ? "null" : null;
        string gate = GateKey(location);
        if (!IsConstructing)
        {
            _opened.Add(text is null ? gate : OnceKey(location, text));
        }

        _locks = [.. _locks.Where(held => held.Lock.Key != gate
            && (held.Opening is null || !held.Lock.Key.StartsWith(gate + "#", StringComparison.Ordinal)
                || (text is not null && held.Lock.Key != OnceKey(location, text))))];
        if (_locks.Any(held => held.Opening is not null && held.Lock.Key.StartsWith(gate + "#", StringComparison.Ordinal)
            && !_opened.Contains(held.Lock.Key) && !_opened.Contains(gate)))
        {
            // Who alone raises the flag needn't wait for it.
            _waited = _waited.Add(Flag(location));
        }
    }

    /// <summary>The object is being made: nobody else knows its variables.</summary>
    private bool IsConstructing => _calls.Count > 0 && _calls[_calls.Count - 1].MethodKind is MethodKind.Constructor or MethodKind.StaticConstructor;

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
