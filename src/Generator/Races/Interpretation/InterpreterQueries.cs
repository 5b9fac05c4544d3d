using System.Collections.Immutable;
using AutoPar.Generator.Analysis.Affine;
using AutoPar.Generator.Races.Framework;
using AutoPar.Generator.Races.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Races.Interpretation;

/// <summary>Sequences, and PLINQ's operators over them: the operators of a chain run in one frame.</summary>
internal sealed partial class Interpreter
{
    private Value AsQuery(IInvocationOperation call, Value[] arguments)
    {
        Symbol index = unknowns.New("item", null, Nature.Index);
        ConstructFrame frame = NewFrame(index, ConstructKind.Query, call.Syntax);
        Value source = call.TargetMethod.Name == "Range" ? Numbers(arguments) : arguments[0];
        Value? item = null;
        frame.Bounds.Add(new Constraint(AffineForm.Of(index), Relation.AtLeastZero));
        Inside(frame, [], () =>
        {
            // The source is enumerated by one thread at a time.
            _quiet += source.Items is { IsLazy: true } ? 1 : 0;
            item = ItemOf(source, AffineForm.Of(index), call, record: false);
            _quiet -= source.Items is { IsLazy: true } ? 1 : 0;
            frame.Bounds.AddRange(_constraints.Skip(frame.Bounds.Count));
        });
        Ended(frame, isBlocking: true);
        return new Value { Query = new Query(frame, item ?? Value.Nothing), Items = source.Items };
    }

    private Value RunOperator(IInvocationOperation call, Value[] arguments)
    {
        if (arguments.Length == 0 || arguments[0].Query is not { } query)
        {
            // The operators that a query passes through.
            return arguments.Length > 0 ? arguments[0] : Value.Nothing;
        }

        if (call.TargetMethod.Name == "WithDegreeOfParallelism" && arguments.Length > 1 && arguments[1].Number is { IsConstant: true, Constant: 1 })
        {
            query.Frame.IsSequential = true;
        }

        Function[] functions = [.. arguments.Skip(1).Select(argument => argument.Function).OfType<Function>()];
        string name = call.TargetMethod.Name;
        Value result = query.Item;
        Inside(query.Frame, [.. functions.Select(function => function.Body)], () =>
        {
            Value accumulator = name == "Aggregate" && arguments[1].Function is { Method.Parameters.IsEmpty: true } seed
                ? InvokeBody(seed, [], call)
                : name == "Aggregate" && arguments.Length == 5 && !arguments[1].Objects.IsEmpty ? arguments[1]
                : Value.Of(Fresh("accumulator", arguments.Length > 1 ? call.TargetMethod.Parameters[1].Type : null));
            foreach (Function function in functions.Where(function => !function.Method.Parameters.IsEmpty))
            {
                Value[] operands = [.. function.Method.Parameters.Select((parameter, place) =>
                    name == "Aggregate" ? place == 0 || parameter.Name.StartsWith("acc", StringComparison.Ordinal)
                        || SymbolEqualityComparer.Default.Equals(parameter.Type, function.Method.Parameters[0].Type)
                            && !IsItem(parameter.Type, query) ? accumulator : query.Item
                    : place == 0 ? query.Item
                    : parameter.Type.SpecialType == SpecialType.System_Int32 ? Value.Of(AffineForm.Of(query.Frame.Index!))
                    : Value.Nothing)];
                Value one = InvokeBody(function, operands, call);
                result = name is "Select" or "SelectMany" ? one : result;
            }
        });
        JoinFrame(query.Frame);
        return name is "AsSequential" or "AsEnumerable" || !FrameworkTypes.IsQuery(call.Type) ? Kept(Value.Nothing, call.Type)
            : new Value { Query = query with { Item = result } };
    }

    private static bool IsItem(ITypeSymbol type, Query query) => query.Item.Objects is [{ Type: { } item }]
        && SymbolEqualityComparer.Default.Equals(type, item);

    /// <summary>Enumerable.Range.</summary>
    private static Value Numbers(Value[] arguments) => arguments is [{ Number: { } start }, var count, ..]
        ? new Value { Items = new ItemSource(at => Value.Of(Sum(start, at)), AffineForm.Zero, count.Number) }
        : Value.Nothing;

    /// <summary>The item that enumerating a sequence yields at a place.</summary>
    private Value ItemOf(Value sequence, AffineForm at, IOperation operation, bool record)
    {
        if (sequence.Items is { } items)
        {
            AffineForm first = items.Lower ?? AffineForm.Zero;
            _constraints = [.. _constraints, Constraint.AtLeast(at, AffineForm.Zero)];
            if (items.Upper is { } upper)
            {
                _constraints = [.. _constraints, Constraint.AtLeast(upper, Sum(first, at)!, 1)];
            }

            return items.At(Sum(first, at)!);
        }

        if (sequence.Query is { } query)
        {
            return query.Item;
        }

        ITypeSymbol? type = Frontend.Operations.WithoutConversions(operation)?.Type ?? operation.Type;
        ITypeSymbol? itemType = FrameworkTypes.ItemType(type);
        if (sequence.Objects.Any(id => FrameworkTypes.HasElements(id.Type)))
        {
            if (LengthOf(sequence) is { } length)
            {
                _constraints = [.. _constraints, Constraint.AtLeast(length, at, 1)];
            }

            Place place = Elements(sequence, [at], itemType);
            if (record)
            {
                RecordState(sequence, operation, isWrite: false, "GetEnumerator");
                return Read(place, operation.Syntax);
            }

            return ValueOf(place, operation.Syntax);
        }

        if (record)
        {
            RecordState(sequence, operation, isWrite: false, "GetEnumerator");
        }

        bool hasKeys = FrameworkTypes.HasUniqueItems(type);
        ObjectId source = sequence.Objects is [var one] ? one : Fresh("sequence", type) with { Subscripts = [] };
        AffineForm number = hasKeys
            ? AffineForm.Of(unknowns.Intern($"key {source.Key}@{at.Key}", "key", unknowns.OwnerOf(at), Nature.Ticket))
            : AffineForm.Of(unknowns.Intern($"item {source.Key}@{at.Key}", "item", unknowns.OwnerOf(at), Nature.Computed));
        Value entry = new()
        {
            Number = IsInteger(itemType) || hasKeys ? number : null,
            Objects = itemType is null || IsInteger(itemType) || IsPlainValue(itemType)
                ? []
                : [new ObjectId(source.Key + "{}", [.. source.Subscripts, at], ObjectOrigin.Given, "item", itemType)],
        };
        return FrameworkTypes.IsDictionary(type)
            ? entry with { Number = null, Parts = [Value.Of(number),
                entry with { Number = null, Objects = [.. entry.Objects.Select(id =>
                    id with { Key = id.Key + "Value", Type = FrameworkTypes.ValueType(type) })] }] } : entry;
    }

    /// <summary>Select and Where do nothing yet: their delegates run when the sequence is enumerated.</summary>
    private Value? Deferred(IInvocationOperation call, Value[] arguments)
    {
        if (arguments is not [var source, { Function: { } function }] || call.TargetMethod.Name is not ("Select" or "Where"))
        {
            return null;
        }

        bool selects = call.TargetMethod.Name == "Select";
        IOperation collection = call.Arguments[0].Value;
        return new Value
        {
            Items = new ItemSource(at =>
            {
                Value item = ItemOf(source, at, collection, record: true);
                Value result = Invoke(function, [item, Value.Of(at)], call);
                return selects ? result : item;
            }) { IsLazy = true },
        };
    }

    /// <summary>Enumerates a sequence whose items are made on the way; others as they are.</summary>
    private Value Enumerated(Value sequence, IOperation operation)
    {
        if (sequence.Items is not { IsLazy: true })
        {
            return sequence;
        }

        Symbol trip = unknowns.New("item", null, Nature.Index);
        LoopFrame frame = new(_frame, trip, _tick);
        unknowns.Own(trip, frame);
        ImmutableArray<Constraint> before = _constraints;
        Frame? outer = _frame;
        _frame = frame;
        Value item = ItemOf(sequence, AffineForm.Of(trip), operation, record: true);
        NoteOutlived(frame);
        _frame = outer;
        _constraints = before;
        _tick++;
        Value copy = Value.Of(Fresh(operation.Syntax.ToString(), operation.Type));
        HoldElement(copy, item);
        _contents.Store(copy.Objects[0].Key + "[]", AffineForm.Of(trip), item.Number, frame);
        return copy with { Tasks = item.Tasks };
    }

    /// <summary>A sequential LINQ operator or another method of the framework that calls its delegates one after the other.</summary>
    private Value RunDelegates(IInvocationOperation call, Value[] arguments, IOperation? sequence = null)
    {
        Symbol trip = unknowns.New("item", null, Nature.Index);
        LoopFrame frame = new(_frame, trip, _tick);
        unknowns.Own(trip, frame);
        ImmutableArray<Constraint> before = _constraints;
        Frame? outer = _frame;
        _frame = frame;
        AffineForm at = AffineForm.Of(trip);
        Value item = arguments.Length > 0 && arguments[0].Function is null && call.Arguments.Length > 0
            ? ItemOf(arguments[0], at, sequence ?? call.Arguments[0].Value, record: false)
            : Value.Nothing;
        Value result = Value.Nothing;
        foreach (Function function in arguments.Select(argument => argument.Function).OfType<Function>())
        {
            result = Invoke(function, [.. function.Method.Parameters.Select((parameter, place) => place == 0 ? item
                : IsInteger(parameter.Type) && place == 1 && call.TargetMethod.Name is "Select" or "Where" or "SelectMany" ? Value.Of(at)
                    : item)], call);
        }

        NoteOutlived(frame);
        _frame = outer;
        _constraints = before;
        _tick++;
        return new Value { Tasks = result.Tasks, Unstarted = result.Unstarted, Number = result.Number };
    }
}
