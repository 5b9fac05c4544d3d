using System.Collections.Immutable;
using AutoPar.Generator.Races.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Races.Interpretation;

/// <summary>
/// Objects that are handed to running code. The code that takes them was passed before there was anything to take, so what
/// it took and what was handed over are brought together when all is known.
/// </summary>
internal sealed partial class Interpreter
{
    private readonly List<Handover> _handovers = [];
    private readonly HashSet<Reception> _receptions = [];

    // What this code has handed over, and the loops whose iteration has begun, with nothing waited for since.
    private ImmutableHashSet<object> _handedOver = [];

    public IReadOnlyList<Handover> Handovers => _handovers;

    public IReadOnlyCollection<Reception> Receptions => _receptions;

    private void HandOver(Value channel, Value value)
    {
        foreach (ObjectId id in channel.Objects)
        {
            HandOver(id.Key, value);
        }
    }

    private void HandOver(string channel, Value value)
    {
        if (_quiet > 0 || value.Objects is not [{ Origin: ObjectOrigin.Fresh, Type.IsReferenceType: true } id])
        {
            return;
        }

        Handover handover = new(channel, id);
        _handovers.Add(handover);
        _handedOver = _handedOver.Add(handover);
        _tick++;
    }

    /// <summary>One object from a channel: a new one for all that is known here.</summary>
    private Value Taken(Value channel, IOperation call, ITypeSymbol? type)
    {
        ObjectId taken = Fresh(call.Syntax.ToString(), type);
        Received(channel, taken.Key, taken.Subscripts.Length);
        return Value.Of(taken);
    }

    /// <summary>All objects from a channel.</summary>
    private Value Consumed(Value channel, Value sequence)
    {
        foreach (ObjectId id in sequence.Objects)
        {
            Received(channel, id.Key + "{}", id.Subscripts.Length + 1);
        }

        return sequence;
    }

    /// <summary>TryDequeue and its like yield what they take in an argument.</summary>
    private void TakeInto(Value channel, Value[] arguments, IInvocationOperation call)
    {
        ForgetHandovers();
        foreach (Place place in arguments.Select(argument => argument.Reference).OfType<Place>())
        {
            if (place.Type is { IsReferenceType: true, SpecialType: not SpecialType.System_String })
            {
                Write(place, Taken(channel, call, place.Type), call.Syntax);
            }
        }
    }

    private void Received(Value channel, string key, int subscripts)
    {
        foreach (ObjectId id in channel.Objects)
        {
            _receptions.Add(new Reception(id.Key, key, subscripts));
        }
    }

    /// <summary>A reference in a field that is read whole, or under a lock, and may have been put there by somebody else.</summary>
    private void ReceiveFrom(Spot location, ITypeSymbol? type)
    {
        if (location.Kind == SpotKind.Field && type is { IsReferenceType: true })
        {
            _receptions.Add(new Reception(ChannelOf(location), location.Key, location.Subscripts.Length));
        }
    }

    private static string ChannelOf(Spot field) => "flag " + field.Key;

    /// <summary>Whatever was waited for may mean that the one who took an object is done with it.</summary>
    private void ForgetHandovers() => _handedOver = [];
}
