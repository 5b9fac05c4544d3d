using System.Collections.Immutable;
using AutoPar.Generator.Analysis.Affine;
using AutoPar.Generator.Frontend;
using AutoPar.Generator.Races.Framework;
using AutoPar.Generator.Races.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Races.Interpretation;

/// <summary>Calls of the framework: collections and arrays, and what yields values worth knowing.</summary>
internal sealed partial class Interpreter
{
    private readonly Contents _contents = new(unknowns);

    /// <summary>The arrays of integers whose values are all different, or aren't.</summary>
    public Contents Contents => _contents;

    private Value CallFramework(IInvocationOperation call, Value instance, Value[] arguments)
    {
        IMethodSymbol method = call.TargetMethod.ReducedFrom ?? call.TargetMethod;
        string type = FrameworkTypes.NameOf(method.ContainingType);
        foreach (IArgumentOperation argument in call.Arguments.Where(argument => argument.Parameter?.RefKind is RefKind.Out or RefKind.Ref))
        {
            if (argument.Parameter!.Ordinal < arguments.Length && arguments[argument.Parameter.Ordinal].Reference is { } place
                && FrameworkTypes.SharingOf(method.ContainingType) == Sharing.Safe
                    && !type.StartsWith("System.Collections.", StringComparison.Ordinal))
            {
                Write(place, Value.Nothing, argument.Syntax);
            }
        }

        if (type is "System.Math" or "System.MathF" or "System.Int32" or "System.Int64")
        {
            return method.Name switch
            {
                "Min" when arguments is [{ Number: { } one }, { Number: { } other }] => Value.Of(Extreme(one, other, isLeast: true)),
                "Abs" when arguments is [{ Number: { } number }] => Value.Of(Absolute(number)),
                "Max" when arguments is [{ Number: { } one }, { Number: { } other }] => Value.Of(Extreme(one, other, isLeast: false)),
                _ => Value.Nothing.From([.. arguments.SelectMany(argument => argument.Sources)]),
            };
        }

        if (type is "System.Array" or "System.Buffer" or "System.MemoryExtensions" or "System.Runtime.CompilerServices.Unsafe"
            || FrameworkTypes.IsView(method.ContainingType)
            || type is "System.Memory" or "System.Runtime.InteropServices.CollectionsMarshal" or "System.Runtime.InteropServices.MemoryMarshal")
        {
            return CallArray(call, method.Name, instance, arguments);
        }

        if (type == "System.Numerics.Vector" && method.Name is "CopyTo" or "TryCopyTo" && arguments.Length > 0)
        {
            RecordElements(arguments[0], isWrite: true, call.Syntax, arguments.Length > 1 ? arguments[1].Number : null, LanesOf(call.Instance?.Type));
            return Value.Nothing;
        }

        if (type.StartsWith("System.Runtime.Intrinsics.Vector", StringComparison.Ordinal) || type == "System.Numerics.Vector")
        {
            RecordLanes(call, method.Name, arguments);
        }

        if (type == "System.Collections.Concurrent.Partitioner" && method.Name == "Create")
        {
            return Partition(arguments);
        }

        if (type == "System.Linq.Enumerable" && method.Name == "Range")
        {
            return Numbers(arguments);
        }

        if (method is { Name: "Synchronized", IsStatic: true } && arguments is [{ Objects: [var wrapped] }, ..])
        {
            return Value.Of(wrapped with { IsSynchronized = true, Name = call.Syntax.ToString() });
        }

        bool hasCode = arguments.Any(argument => argument.Function is not null);
        if (FrameworkTypes.SharingOf(method.ContainingType) == Sharing.Unsafe && !method.IsStatic)
        {
            return CallObject(call, method, instance, arguments, hasCode);
        }

        if (type == "System.Collections.Concurrent.ConcurrentDictionary" && !method.IsStatic)
        {
            return CallConcurrent(call, method.Name, instance, arguments, hasCode);
        }

        if (FrameworkTypes.SharingOf(method.ContainingType) == Sharing.Unknown)
        {
            return CallUnknown(call, method);
        }

        if (method.Name == "TryPeek" && instance.Objects is [var heap] && arguments is [{ Reference: { Type: { } content } peeked }])
        {
            // It stays where it is: everybody sees the same one.
            Write(peeked, Given(content, heap.Key + "{}", heap.Subscripts, heap.Name, ObjectOrigin.Given), call.Syntax);
            return Made(call, method.Name);
        }

        if (type is "System.String" or "System.Console" or "System.Convert" or "System.IO.File" && method.IsStatic)
        {
            // What is joined, printed or stored is read.
            foreach (Value argument in arguments)
            {
                RecordState(argument, call, isWrite: false, method.Name);
                RecordElements(argument, isWrite: false, call.Syntax);
            }
        }

        // An extension of sequences enumerates its first argument.
        if (method.IsExtensionMethod && arguments.Length > 0)
        {
            RecordState(arguments[0], call, isWrite: false, method.Name);
            RecordElements(arguments[0], isWrite: false, call.Syntax);
        }

        if (method.ContainingType.Name == "Enumerable" && method.Name == "Repeat")
        {
            return new Value { Items = new ItemSource(_ => arguments[0]) };
        }

        if (method.ContainingType.Name == "Enumerable" && Deferred(call, arguments) is { } deferred)
        {
            return deferred;
        }

        if (method.ContainingType.Name == "Enumerable" && arguments.Length > 0 && arguments[0].Items is { IsLazy: true })
        {
            arguments = [Enumerated(arguments[0], call), .. arguments.Skip(1)];
        }

        Value result = hasCode ? RunDelegates(call, arguments) : Value.Nothing;
        if (method.IsExtensionMethod && method.Name is "ToArray" or "ToList" or "AsEnumerable" or "Reverse" or "Shuffle")
        {
            return Copied(arguments[0], call);
        }

        ImmutableArray<ConstructFrame> tasks = [.. result.Tasks];
        return result.Items is not null ? result
            : Made(call, method.Name) with { Tasks = tasks, Unstarted = result.Unstarted,
                Sources = [.. arguments.SelectMany(argument => argument.Sources).Take(8)] };
    }

    /// <summary>Ranges of a whole: each begins where another one ended.</summary>
    private Value Partition(Value[] arguments)
    {
        if (arguments is not [{ Number: { } from }, { Number: { } to }, ..])
        {
            return arguments.Length > 0 ? arguments[0] : Value.Nothing;
        }

        return new Value
        {
            Items = new ItemSource(_ =>
            {
                AffineForm first = Computed("range.Item1", Nature.Index);
                AffineForm last = Computed("range.Item2", Nature.Index);
                _constraints = [.. _constraints, Constraint.AtLeast(first, from), Constraint.AtLeast(last, first, 1), Constraint.AtLeast(to, last)];
                if (_frame is ConstructFrame construct)
                {
                    construct.Order.Add((first, last));
                }

                return new Value { Parts = [Value.Of(first), Value.Of(last)] };
            }),
        };
    }

    /// <summary>A member of an object that isn't safe to share: it reads the object's state or changes it.</summary>
    private Value CallObject(IInvocationOperation call, IMethodSymbol method, Value instance, Value[] arguments, bool hasCode)
    {
        if (method.Name is "Shuffle" or "NextBytes" or "Read" or "ReadAsync" or "ReadExactly" && arguments.Length > 0)
        {
            RecordElements(arguments[0], isWrite: true, call.Syntax);
        }

        bool isReader = FrameworkTypes.IsReader(method);
        RecordState(instance, call, !isReader, method.Name);
        if (!isReader)
        {
            foreach (Value argument in arguments)
            {
                if (!argument.Tasks.IsEmpty || argument.Unstarted is not null || argument.Function is not null || !argument.Objects.IsEmpty)
                {
                    HoldElement(instance, argument);
                }
            }
        }

        if (hasCode)
        {
            RunDelegates(call, [instance, .. arguments], call.Instance);
        }

        if (method.Name is "ToArray" or "ToList" or "AsReadOnly" or "GetRange")
        {
            return Copied(instance, call);
        }

        foreach (Place place in arguments.Select(argument => argument.Reference).OfType<Place>())
        {
            Write(place, instance.Objects is [var id]
                ? Given(place.Type, id.Key + "{}", [.. id.Subscripts, KeyOf(call.Arguments[0].Value, arguments[0])], call.Syntax.ToString(),
                    ObjectOrigin.ThroughItem)
                : Given(place.Type, $"U{_numbers++}", Instance(), call.Syntax.ToString(), ObjectOrigin.Computed), call.Syntax);
        }

        if (method is { Name: "Next" or "NextInt64", ContainingType.Name: "Random" })
        {
            return Drawn(arguments);
        }

        // What a builder's method returns is the builder.
        return SymbolEqualityComparer.Default.Equals(call.Type, call.Instance?.Type) ? instance : Made(call, method.Name);
    }

    /// <summary>An access to the object as a whole.</summary>
    private void RecordState(Value instance, IOperation operation, bool isWrite, string member)
    {
        foreach (ObjectId id in instance.Objects)
        {
            if (id.IsSynchronized || id.Type is IArrayTypeSymbol || FrameworkTypes.SharingOf(id.Type) != Sharing.Unsafe)
            {
                continue;
            }

            Spot state = new(id.Key + "!", id.Subscripts, SpotKind.State, id.Name)
            {
                IsUncertain = id.IsUncertain || (FrameworkTypes.IsOpen(id.Type) && id.Origin != ObjectOrigin.Fresh), Type = id.Type,
            };
            Record(state, isWrite, operation.Syntax, alternatives: Alternatives(instance.Objects.Select(one => one.Key)), member: member);
        }
    }

    /// <summary>A thread-safe dictionary: single calls are safe, a check and an act that follows it aren't.</summary>
    private Value CallConcurrent(IInvocationOperation call, string name, Value instance, Value[] arguments, bool hasCode)
    {
        Value made = hasCode ? RunFactories(call, instance, arguments) : Value.Nothing;
        ImmutableArray<Source> read = name is "TryGetValue" or "ContainsKey" or "GetOrAdd" && arguments.Length > 0
            ? Entry(instance, arguments[0].Number, call) : [];
        foreach (Place place in arguments.Select(argument => argument.Reference).OfType<Place>())
        {
            ImmutableArray<AffineForm?> whose = instance.Objects is [var owner] ? owner.Subscripts : [];
            Write(place, Content(new Spot(EntryKey(instance), [.. whose, arguments[0].Number ?? Computed("key")], SpotKind.Element,
                "item") { IsUncertain = true }, place.Type).From(read), call.Syntax);
        }

        return (name is "GetOrAdd" or "AddOrUpdate" && call.Type is { } type && !IsInteger(type)
            ? EntryFor(call, instance, arguments[0], type) with { Number = made.Number }
            : Made(call, name)).From(read);
    }

    /// <summary>The code that makes a value, or a new one of the old one: it runs outside of any lock of the dictionary.</summary>
    private Value RunFactories(IInvocationOperation call, Value instance, Value[] arguments)
    {
        Value made = Value.Nothing;
        foreach (Function factory in arguments.Select(argument => argument.Function).OfType<Function>())
        {
            made = Invoke(factory, [.. factory.Method.Parameters.Select(parameter => parameter.Ordinal == 0 ? arguments[0]
                : parameter.Ordinal == 1 && MakesNewOfOld(call.TargetMethod, factory) && !IsInteger(parameter.Type)
                    ? EntryFor(call, instance, arguments[0], parameter.Type) : Value.Nothing)], call);
        }

        return made;
    }

    private static bool MakesNewOfOld(IMethodSymbol method, Function factory) => method.Name == "AddOrUpdate"
        && SymbolEqualityComparer.Default.Equals(factory.Method.Parameters.ElementAtOrDefault(1)?.Type, method.ContainingType.TypeArguments[1])
        && factory.Method.Parameters.Length == (method.TypeParameters.IsEmpty ? 2 : 3);

    /// <summary>What a key stands for: one object for each key.</summary>
    private Value EntryFor(IInvocationOperation call, Value instance, Value key, ITypeSymbol type)
    {
        ImmutableArray<AffineForm?> whose = instance.Objects is [var id] ? id.Subscripts : [];
        bool isText = key.Objects is [{ Subscripts.IsEmpty: true } text] && text.Key.StartsWith("string ", StringComparison.Ordinal);
        return Given(
            type, EntryKey(instance) + (isText ? key.Objects[0].Key : ""), isText ? whose : [.. whose, KeyOf(call.Arguments[0].Value, key)],
            call.Syntax.ToString(), ObjectOrigin.Given);
    }

    private static string EntryKey(Value instance) => instance.Objects is [var id] ? id.Key + "{}" : "?{}";

    private ImmutableArray<Source> Entry(Value instance, AffineForm? key, IOperation operation) =>
        [.. instance.Objects.Select(id => new Source(EntryOf(id, key), operation.Syntax, [.. _locks.Select(held => held.Section)]))];

    private static Spot EntryOf(ObjectId id, AffineForm? key) =>
        new(id.Key + "{}", [.. id.Subscripts, key], SpotKind.Entry, id.Name) { Type = id.Type };
}
