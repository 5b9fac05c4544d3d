using System.Collections.Immutable;
using AutoPar.Generator.Analysis.Affine;
using AutoPar.Generator.Frontend;
using AutoPar.Generator.Races.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Races.Interpretation;

/// <summary>Semaphores, events, and flags that say that something is done.</summary>
internal sealed partial class Interpreter
{
    // SpinLock is a struct: the variable is the lock.
    private Value SpinLock(IInvocationOperation call) => call.Instance is { } instance and not IFieldReferenceOperation { Field.IsReadOnly: true }
        && Resolve(instance).Locations is [var location]
        ? Value.Of(new ObjectId(location.Key, location.Subscripts, ObjectOrigin.Given, location.Name, instance.Type))
        : Value.Nothing;

    /// <summary>Lets one in at a time, and is a lock; lets several in, and protects nothing; begins at none, and hands something over.</summary>
    private Value Semaphore(IInvocationOperation call, string name, Value instance, Value[] arguments)
    {
        AffineForm? count = CountOf(call.Instance, instance);
        if (count is { IsConstant: true, Constant: 1 })
        {
            return name != "WaitAsync" ? Locking(name is "Wait" or "WaitOne", name == "Release", instance, true, call)
                : new Value { Pending = instance.Objects is [var semaphore] ? semaphore : null };
        }

        return count is { IsConstant: true, Constant: > 1 } || Environment(count) ? Value.Nothing
            : name == "Release" ? Set(instance) : Pass(instance, call);
    }

    // As many as there are processors.
    private bool Environment(AffineForm? count) => count is { IsConstant: false }
        && Unknowns.Parts(count).Any(part => unknowns[part].Name == "System.Environment.ProcessorCount");

    private AffineForm? CountOf(IOperation? reference, Value instance)
    {
        if (instance.Number is { } count)
        {
            return count;
        }

        return Operations.WithoutConversions(reference) is IFieldReferenceOperation { Field: var field }
            && context.InitializerOf(field) is { } initializer
            && initializer.DescendantsAndSelf().OfType<IObjectCreationOperation>().FirstOrDefault()?.Arguments.FirstOrDefault()?.Value.ConstantValue
                is { HasValue: true, Value: int number }
            ? AffineForm.Of(number)
            : null;
    }

    private void PassBarrier()
    {
        ForgetHandovers();
        _phase = _phase?.Add(AffineForm.Of(1));
        if (new Signal("", _frame, 0).Construct is { } construct)
        {
            construct.HasBarrier = true;
        }
    }

    private Value Set(Value target)
    {
        foreach (ObjectId id in target.Objects)
        {
            Signal(id.Key);
        }

        return Value.Nothing;
    }

    private void Signal(string key)
    {
        if (_quiet == 0)
        {
            _signals.Add(new Signal(key, _frame, _tick++));
        }
    }

    /// <summary>Waits for an event: whoever sets it has done what came before. One that is set from the start is no reason to wait.</summary>
    private Value Pass(Value target, IInvocationOperation? call = null)
    {
        if (call is not null && MayGiveUp(call))
        {
            return new Value { Truth = Condition.Nothing with { GainsWhenTrue = [.. EventsOf(target).Select(id => new Gain(null, null, id.Key))] } };
        }

        if (!target.Objects.IsEmpty || !target.Parts.IsEmpty)
        {
            ForgetHandovers();
        }

        if (target.Number is { IsConstant: true, Constant: 1 })
        {
            return Value.Nothing;
        }

        foreach (ObjectId id in EventsOf(target))
        {
            _waited = _waited.Add(id.Key);
            // One that stays set lets the next iteration pass at once.
            if (id.Type?.Name is not ("ManualResetEvent" or "ManualResetEventSlim") || !id.Subscripts.IsEmpty)
            {
                _waitedEach = _waitedEach.Add(id.Key);
            }
        }

        return Value.Nothing;
    }

    /// <summary>The event, or the ones in an array of them.</summary>
    private IEnumerable<ObjectId> EventsOf(Value target) => target.Objects.Concat(target.Parts.SelectMany(part => part.Objects))
        .Concat(target.Objects.SelectMany(id => _held.TryGetValue(id.Key + "[]", out Value? events) ? events.Objects : []));

    /// <summary>Places that were read whole, or under a lock: who finds something there sees what was done before it was put there.</summary>
    private void PassFlags(Value test) => _waited = _waited.Union(test.Sources.Where(IsFlag).Select(source => Flag(source.Location)));

    private static bool IsFlag(Source source) => source.IsAtomic || !source.Sections.IsEmpty;

    /// <summary>What is known besides where the first value equals the second one.</summary>
    private static ImmutableArray<Gain> FlagGains(Value value, IOperation other)
    {
        Optional<object?> constant = other.ConstantValue;
        if (value.Gate is { } gate)
        {
            bool isLast = gate.CountsDown ? constant is { HasValue: true, Value: 0 or 0L } : constant is not { HasValue: true, Value: 1 or 1L };
            return gate.Flag is { } flag && isLast ? [new Gain(null, null, flag)] : [];
        }

        return IsUnset(constant) ? [] : SetFlags(value);
    }

    private static bool IsUnset(Optional<object?> constant) => constant is { HasValue: true, Value: null or false or 0 or 0L };

    private static ImmutableArray<Gain> SetFlags(Value value) =>
        [.. value.Sources.Where(IsFlag).Select(source => new Gain(null, null, Flag(source.Location)))];

    /// <summary>A test for equality, with the flags that it finds set.</summary>
    private static Condition? WithFlags(Condition? condition, Value value, IBinaryOperation binary)
    {
        if (binary.OperatorKind is not (BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals) || !value.Sources.Any(IsFlag))
        {
            return condition;
        }

        ImmutableArray<Gain> flags = SetFlags(value);
        bool whenTrue = (binary.OperatorKind == BinaryOperatorKind.Equals) != IsUnset(binary.RightOperand.ConstantValue);
        condition ??= Condition.Nothing;
        return whenTrue ? condition with { GainsWhenTrue = [.. condition.GainsWhenTrue, .. flags] }
            : condition with { GainsWhenFalse = [.. condition.GainsWhenFalse, .. flags] };
    }
}
