using AutoPar.Generator.Analysis.Affine;
using AutoPar.Generator.Frontend;
using AutoPar.Generator.Races.Framework;
using AutoPar.Generator.Races.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Races.Interpretation;

/// <summary>Arrays and their views as a whole, and the properties of framework types.</summary>
internal sealed partial class Interpreter
{
    private Value CallArray(IInvocationOperation call, string name, Value instance, Value[] arguments)
    {
        Value target = instance.Objects.IsEmpty && arguments.Length > 0 ? arguments[0] : instance;
        Value[] rest = instance.Objects.IsEmpty && arguments.Length > 0 ? [.. arguments.Skip(1)] : arguments;
        if (target.Reference is { } variable && name != "Swap")
        {
            target = ValueOf(variable, call.Syntax);
        }

        switch (name)
        {
            case "AsBytes" or "Cast":
                return target with { Offset = null, Length = null };
            case "AsSpan" or "AsMemory" or "Slice" or "CreateSpan":
                return target with
                {
                    Offset = Sum(target.Offset ?? AffineForm.Zero, rest.Length > 0 ? rest[0].Number : AffineForm.Zero),
                    Length = rest.Length > 1 ? rest[1].Number : rest.Length > 0 ? null : target.Length,
                };
            case "Fill" or "Clear" or "Reverse" or "Sort":
                if (name == "Fill" && rest.Length > 0)
                {
                    HoldElement(target, rest[0]);
                }

                bool hasRange = rest.Length >= 2 && rest[rest.Length - 1].Number is not null && rest[rest.Length - 2].Number is not null
                    && IsInteger(call.Arguments.Last().Value.Type);
                RecordElements(target, isWrite: true, call.Syntax, hasRange ? rest[rest.Length - 2].Number : null, hasRange
                    ? rest[rest.Length - 1].Number : null);
                return Value.Nothing;
            case "CopyTo" or "TryCopyTo":
                RecordElements(target, isWrite: false, call.Syntax);
                if (rest.Length > 0)
                {
                    RecordElements(rest[0], isWrite: true, call.Syntax, rest.Length > 1 ? rest[1].Number : null, target.Length);
                }

                return Value.Nothing;
            case "Copy" or "BlockCopy" or "ConstrainedCopy":
                Value length = arguments[arguments.Length - 1];
                bool hasPlaces = arguments.Length == 5;
                RecordElements(arguments[0], isWrite: false, call.Syntax, hasPlaces ? arguments[1].Number : null, length.Number);
                RecordElements(arguments[hasPlaces ? 2 : 1], isWrite: true, call.Syntax, hasPlaces ? arguments[3].Number : null, length.Number);
                return Value.Nothing;
            case "ForEach" or "ConvertAll":
                return RunDelegates(call, arguments);
            case "GetValueRefOrAddDefault" or "SetCount":
                RecordState(target, call, isWrite: true, name);
                return Value.Nothing;
            case "GetLength":
                return Value.Of(arguments is [{ Number: { IsConstant: true } dimension }] ? LengthOf(target, (int)dimension.Constant) : null);
            case "SetValue" or "Resize":
                RecordElements(target, isWrite: true, call.Syntax);
                return Value.Nothing;
            case "ToArray" or "Clone":
                RecordElements(target, isWrite: false, call.Syntax);
                return Value.Of(Fresh(call.Syntax.ToString(), call.Type));
            default:
                RecordElements(target, isWrite: false, call.Syntax);
                return Made(call, name);
        }
    }

    /// <summary>A part of a view is a view; that of an array is a copy.</summary>
    private Value Slice(IOperation operation, IOperation instance, IRangeOperation part, bool isCopy)
    {
        Value whole = Evaluate(instance);
        AffineForm? from = part.LeftOperand is null ? AffineForm.Zero : Bound(part.LeftOperand, whole);
        AffineForm? to = part.RightOperand is null ? LengthOf(whole) : Bound(part.RightOperand, whole);
        AffineForm? length = Sum(to, from?.Scale(-1));
        if (!isCopy)
        {
            return whole with { Offset = Sum(whole.Offset ?? AffineForm.Zero, from), Length = length };
        }

        RecordElements(whole, isWrite: false, operation.Syntax, from, length);
        return Value.Of(Fresh(operation.Syntax.ToString(), operation.Type)) with { Length = length };
    }

    private AffineForm? Bound(IOperation bound, Value whole) => Operations.WithoutConversions(bound) switch
    {
        IConversionOperation { Type.Name: "Index", Operand: var number } => Evaluate(number).Number,
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } fromEnd => Sum(LengthOf(whole), Evaluate(fromEnd.Operand).Number?.Scale(-1)),
        { } other => Evaluate(other).Number,
        null => null,
    };

    private Value FrameworkProperty(IPropertyReferenceOperation reference, Value instance, Value[] arguments)
    {
        IPropertySymbol property = reference.Property;
        ITypeSymbol? type = property.ContainingType;
        string owner = FrameworkTypes.NameOf(type);
        switch (owner, property.Name)
        {
            case ("System.Random", "Shared"):
                return Value.Of(new ObjectId("Random.Shared", [], ObjectOrigin.Given, "Random.Shared", property.Type) { IsSynchronized = true });
            case ("System.Environment", "CurrentManagedThreadId") or ("System.Threading.Thread", "ManagedThreadId"):
                return Value.Of(Computed(property.Name, Nature.Ticket));
            case (_, _) when property.IsStatic && IsInteger(property.Type) && property.SetMethod is null
                && !owner.EndsWith("Thread", StringComparison.Ordinal) && owner != "System.DateTime":
                // The number of processors, or of a vector's lanes: the same all the time.
                string constant = $"{type.ToDisplayString()}.{property.Name}";
                return Value.Of(AffineForm.Of(unknowns.Intern(constant, constant, null, property.Name is "Count" or "ProcessorCount" ? Nature.Size
                    : Nature.Input)));
            case ("System.Console", _):
                return Value.Of(new ObjectId("Console", [], ObjectOrigin.Given, reference.Syntax.ToString(),
                    property.Type) { IsSynchronized = true });
            case ("System.Threading.ThreadLocal" or "System.Threading.AsyncLocal", "Value"):
                return PerThread(reference, instance);
            case ("System.Lazy", "Value"):
                if (instance is { Number.IsConstant: true, Objects: [var open] })
                {
                    Record(new Spot(open.Key + "!", open.Subscripts, SpotKind.State, open.Name) { Type = open.Type }, true, reference.Syntax,
                        member: "Value");
                }

                if (instance.Function is { } maker)
                {
                    Invoke(maker, [], reference);
                }

                return instance.Objects is [var lazy] ? Given(reference.Type, lazy.Key + "→Value", lazy.Subscripts, lazy.Name, lazy.Origin)
                    : Value.Nothing;
            case (_, "Length" or "LongLength" or "Count") when type is IArrayTypeSymbol
                || instance.Objects.Any(id => FrameworkTypes.HasElements(id.Type)):
                RecordState(instance, reference, isWrite: false, property.Name);
                return Value.Of(LengthOf(instance));
            case ("System.Threading.Tasks.Task", "IsCompleted" or "IsCompletedSuccessfully"):
                return new Value { Truth = Ended(instance) };
            case ("System.Threading.Thread", "IsAlive"):
                return new Value { Truth = Ended(instance).Not() };
            case ("System.Threading.Tasks.Task", "Result"):
                return Wait(instance, reference);
            case ("System.Threading.Tasks.TaskCompletionSource", "Task") or ("System.Threading.Channels.Channel", "Reader" or "Writer"):
                return instance;
            case ("System.Collections.Generic.KeyValuePair", "Key" or "Value") when instance.Parts.Length == 2:
                return instance.Parts[property.Name == "Key" ? 0 : 1];
            case ("System.Tuple", "Item1" or "Item2") when instance.Parts.Length == 2:
                return instance.Parts[property.Name == "Item1" ? 0 : 1];
            case ("System.Span" or "System.Memory" or "System.ReadOnlyMemory", "Span"):
                return instance;
        }

        if (property.IsIndexer && FrameworkTypes.IsList(reference.Instance?.Type))
        {
            RecordState(instance, reference, isWrite: false, "this[]");
            return Read(Elements(instance, [arguments[0].Number], reference.Type), reference.Syntax);
        }

        if (owner == "System.Collections.Concurrent.ConcurrentDictionary")
        {
            return Made(reference, property.Name).From(property.IsIndexer ? Entry(instance, arguments[0].Number, reference)
                : property.Name == "Count" ? Entry(instance, null, reference) : []);
        }

        RecordState(instance, reference, isWrite: false, property.Name);
        if (instance.Objects is not [var id] || reference.Type is not { } result)
        {
            return Made(reference, property.Name);
        }

        return property.IsIndexer
            ? Given(result, id.Key + "{}", [.. id.Subscripts, arguments.Length > 0 ? KeyOf(reference.Arguments[0].Value, arguments[0]) : null],
                reference.Syntax.ToString(), ObjectOrigin.ThroughItem)
            : Given(result, id.Key + "→" + property.Name, id.Subscripts, reference.Syntax.ToString(), id.Subscripts.IsEmpty ? id.Origin
                : ObjectOrigin.ThroughItem);
    }

    /// <summary>Each thread has one of its own, made by the factory.</summary>
    private Value PerThread(IPropertyReferenceOperation reference, Value instance)
    {
        if (instance.Objects is [{ Type.Name: "AsyncLocal" } flow] && _held.TryGetValue(flow.Key + "→Value", out Value? held))
        {
            // What was put there before is everybody's.
            return held;
        }

        Value made = instance.Function is { } factory && factory.Method.Parameters.IsEmpty ? Invoke(factory, [], reference) : Value.Nothing;
        return made.Objects.IsEmpty
            ? IsInteger(reference.Type) ? Value.Of(Computed("Value")) : Value.Of(Fresh(reference.Syntax.ToString(), reference.Type))
            : made;
    }

    /// <summary>Whether the property is one of the framework's that is known.</summary>
    private bool SetFrameworkProperty(IPropertyReferenceOperation reference, Value instance, Value[] arguments)
    {
        IPropertySymbol property = reference.Property;
        string owner = FrameworkTypes.NameOf(property.ContainingType);
        Value value = arguments[arguments.Length - 1];
        if (property.IsIndexer && FrameworkTypes.IsList(reference.Instance?.Type))
        {
            RecordState(instance, reference, isWrite: false, "this[]");
            Write(Elements(instance, [arguments[0].Number], property.Type), value, reference.Syntax);
            return true;
        }

        if (owner == "System.Collections.Concurrent.ConcurrentDictionary" && property.IsIndexer)
        {
            foreach (ObjectId id in instance.Objects)
            {
                Spot entry = EntryOf(id, arguments[0].Number) with { IsUncertain = IsOwnKey(reference.Arguments[0].Value, arguments[0]) };
                Source? source = value.Sources.Concat(_decided).FirstOrDefault(one => one.Location.Key == entry.Key
                    && !one.Sections.Any(section => _locks.Any(held => held.Section == section)));
                Record(entry, true, reference.Syntax, isAtomic: true, separateRead: source?.Read, member: "this[]");
            }

            return true;
        }

        if (owner == "System.Timers.Timer" && property.Name == "Enabled")
        {
            StartTimer(instance);
        }

        if (owner == "System.Threading.AsyncLocal" && instance.Objects is [var flow])
        {
            Hold(new Spot(flow.Key + "→Value", flow.Subscripts, SpotKind.Field, flow.Name), value);
        }

        RecordState(instance, reference, isWrite: true, property.IsIndexer ? "this[]" : property.Name);
        HoldElement(instance, value);
        return FrameworkTypes.SharingOf(property.ContainingType) != Sharing.Unknown;
    }
}
