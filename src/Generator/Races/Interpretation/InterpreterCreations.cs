using System.Collections.Immutable;
using AutoPar.Generator.Analysis.Affine;
using AutoPar.Generator.Races.Framework;
using AutoPar.Generator.Races.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Races.Interpretation;

/// <summary>New objects: each is its own, one for every instance of the code that makes it.</summary>
internal sealed partial class Interpreter
{
    private Value Create(IObjectCreationOperation creation)
    {
        Value[] arguments = Arguments(creation.Arguments, creation.Constructor?.Parameters.Length ?? 0);
        string name = FrameworkTypes.NameOf(creation.Type);
        ObjectId id = Fresh(creation.Syntax.ToString(), creation.Type);
        Value value = Value.Of(id);
        Function? code = arguments.FirstOrDefault(argument => argument.Function is not null)?.Function;
        switch (name)
        {
            case "System.Threading.Thread" when code is not null:
                return value with { Unstarted = new Unstarted(code, creation.Syntax, ConstructKind.Thread, _frame) };
            case "System.Threading.Tasks.Task" when creation.Constructor is { } make:
                // What a delegate from elsewhere does isn't known, only that it doesn't run yet.
                return value with { Unstarted = new Unstarted(code ?? new Function(make, null, Value.Nothing), creation.Syntax,
                    ConstructKind.Task, _frame) };
            case "System.Threading.Timer" when code is not null:
                bool isOnce = creation.Arguments.Any(argument => argument.Parameter?.Name == "period" && IsNever(argument.Value));
                return value with { Tasks = [RunTimer(code, creation, [arguments.Length > 1 ? arguments[1] : Value.Nothing], isOnce)] };
            case "System.Threading.ThreadLocal" or "System.Threading.AsyncLocal":
                if (creation.Initializer is { } members)
                {
                    Initialize(members, value);
                }

                return value with { Function = code };
            case "System.Threading.ManualResetEvent" or "System.Threading.AutoResetEvent" or "System.Threading.ManualResetEventSlim"
                or "System.Threading.EventWaitHandle"
                when creation.Arguments.Any(argument => argument.Parameter?.Ordinal == 0
                    && argument.Value.ConstantValue is { HasValue: true, Value: true }):
                return value with { Number = AffineForm.Of(1) };
            case "System.Lazy":
                bool isUnsafe = creation.Arguments.Any(argument => argument.Value.ConstantValue is { HasValue: true, Value: false or 0 });
                // Each thread that finds nothing yet makes a value, and one of them is kept.
                bool isMadeByAll = creation.Arguments.Any(argument =>
                    argument.Value is { Type.Name: "LazyThreadSafetyMode", ConstantValue: { HasValue: true, Value: 1 } });
                return isUnsafe ? value with { Number = AffineForm.Zero } : isMadeByAll ? value with { Function = code } : value;
            case "System.Threading.SemaphoreSlim" or "System.Threading.Semaphore":
                return value with { Number = arguments[0].Number };
            case "System.Numerics.Vector" when arguments.Length > 0 && !arguments[0].Objects.IsEmpty:
                RecordElements(arguments[0], isWrite: false, creation.Syntax, arguments.Length > 1 ? arguments[1].Number : null,
                    LanesOf(creation.Type));
                return Value.Nothing;
            case "System.Span" or "System.ReadOnlySpan" or "System.Memory" or "System.ReadOnlyMemory" or "System.ArraySegment"
                when arguments.Length > 0:
                return arguments[0] with
                {
                    Offset = arguments.Length > 1 ? Sum(arguments[0].Offset ?? AffineForm.Zero, arguments[1].Number) : arguments[0].Offset,
                    Length = arguments.Length > 2 ? arguments[2].Number : arguments[0].Length,
                };
        }

        if (creation.Type is { IsValueType: true } && creation.Constructor is { IsImplicitlyDeclared: true })
        {
            value = Value.Nothing;
        }
        else if (creation.Constructor is { } constructor && !constructor.ContainingType.DeclaringSyntaxReferences.IsEmpty)
        {
            LowerFlags(id);
            Construct(constructor, value, arguments, creation);
        }

        if (creation.Initializer is { } initializer)
        {
            Initialize(initializer, value);
        }

        if (name == "System.Threading.Tasks.ParallelOptions" && creation.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>()
            .FirstOrDefault(one => one.Target is IPropertyReferenceOperation { Property.Name: "MaxDegreeOfParallelism" }) is { } degree)
        {
            return value with { Number = Evaluate(degree.Value).Number };
        }

        return creation.Type is { IsValueType: true } ? Value.Nothing : value;
    }

    /// <summary>Runs the initializers of fields and properties, and the constructor.</summary>
    private void Construct(IMethodSymbol constructor, Value value, Value[] arguments, IOperation? creation)
    {
        if (_calls.Count > DeepestCall || _calls.Count(one => SymbolEqualityComparer.Default.Equals(one, constructor.OriginalDefinition)) > 0)
        {
            return;
        }

        (Value outerThis, SyntaxNode? outerSite, IMethodSymbol? outerCallee) = (_this, _callSite, _callee);
        if (IsInConstruct)
        {
            _callSite ??= creation?.Syntax;
            _callee ??= constructor;
        }

        _calls.Add(constructor.OriginalDefinition);
        _this = value;
        if (context.IsPrimary(constructor))
        {
            // Its parameters live in the object.
            foreach (IParameterSymbol parameter in constructor.Parameters.Where(parameter => parameter.Ordinal < arguments.Length))
            {
                foreach (Spot location in FieldOf(value, parameter, parameter.Type, "").Locations)
                {
                    Hold(location, arguments[parameter.Ordinal]);
                }
            }
        }

        foreach ((ISymbol member, ITypeSymbol type, IOperation initializer) in context.InitializersOf(constructor.ContainingType))
        {
            Value one = Named(Evaluate(initializer), member.Name);
            foreach (Spot location in FieldOf(value, member, type, "").Locations)
            {
                SetFlag(location, one, isCertain: true);
                Hold(location, one);
            }
        }

        _calls.RemoveAt(_calls.Count - 1);
        if (context.BodyOf(constructor) is { } body)
        {
            Invoke(new Function(constructor, body, value), arguments, creation ?? body);
        }

        (_this, _callSite, _callee) = (outerThis, outerSite, outerCallee);
    }

    /// <summary>What the constructor has put into the readonly fields of the object whose method is looked at.</summary>
    private void Recall(INamedTypeSymbol type)
    {
        if (type.InstanceConstructors is not [var constructor] || !HasSource(constructor))
        {
            return;
        }

        Construct(constructor, _this, [.. constructor.Parameters.Select(parameter =>
            Given(parameter.Type, "C:" + parameter.Name, [], parameter.Name, ObjectOrigin.Given))], null);
        // What doesn't compile there orders nothing here.
        _hasErrors = false;
        _accesses.Clear();
        _findings.Clear();
        _constructs.Clear();
        _signals.Clear();
        HashSet<string> kept = [.. type.GetMembers().Where(IsFixed).Select(member => "this→" + member.Name)];
        foreach (string key in _held.Keys.Where(key => key.StartsWith("this→", StringComparison.Ordinal) && !kept.Contains(key)).ToArray())
        {
            _held.Remove(key);
        }
    }

    /// <summary>What an initializer puts into a new object is nobody else's business, but its values are evaluated.</summary>
    private void Initialize(IObjectOrCollectionInitializerOperation initializer, Value value)
    {
        _receivers.Push(value);
        foreach (IOperation part in initializer.Initializers)
        {
            switch (part)
            {
                case ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Member: var member, Type: var type } } assignment:
                    Value one = Evaluate(assignment.Value);
                    foreach (Spot location in FieldOf(value, member, type, "").Locations)
                    {
                        SetFlag(location, one, isCertain: true);
                        // It comes after the member's own initializer.
                        _ = _quiet > 0 || _held.Remove(location.Key);
                        Hold(location, one);
                    }

                    break;
                case IInvocationOperation call:
                    foreach (IArgumentOperation argument in call.Arguments)
                    {
                        HoldElement(value, Evaluate(argument.Value));
                    }

                    break;
                default:
                    foreach (IOperation child in part.ChildOperations)
                    {
                        Evaluate(child);
                    }

                    break;
            }
        }

        _receivers.Pop();
    }

    private Value CreateArray(IArrayCreationOperation creation)
    {
        Value[] sizes = [.. creation.DimensionSizes.Select(Evaluate)];
        ObjectId id = Fresh(creation.Syntax.ToString(), creation.Type);
        ImmutableArray<Value> parts = [];
        if (creation.Initializer is { } initializer)
        {
            return Filled(id, [.. initializer.ElementValues.Select(Element)], sizes);
        }

        if (sizes.Length == 1)
        {
            _contents.Clear(id.Key + "[]");
        }

        return new Value { Objects = [id], Length = sizes is [{ Number: { } length }] ? length : null };
    }

    private Value CreateTable(IArrayInitializerOperation initializer, ITypeSymbol type)
    {
        ImmutableArray<Value> parts = [.. initializer.ElementValues.Select(Element)];
        return Filled(Fresh(initializer.Syntax.ToString(), type), parts, [Value.Of(AffineForm.Of(parts.Length))]);
    }

    private Value Filled(ObjectId id, ImmutableArray<Value> parts, Value[] sizes)
    {
        foreach (Value part in parts)
        {
            HoldElement(Value.Of(id), part);
        }

        _contents.Table(id.Key + "[]", [.. parts.Select(part => part.Number is { IsConstant: true } number ? (long?)number.Constant : null)]);
        return new Value { Objects = [id], Length = sizes is [{ Number: { } length }] ? length : null, Parts = parts };
    }

    private Value Element(IOperation element) => element is IArrayInitializerOperation inner
        ? new Value { Parts = [.. inner.ElementValues.Select(Element)] }
        : Evaluate(element);

    private Value CreateCollection(ICollectionExpressionOperation collection)
    {
        ObjectId id = Fresh(collection.Syntax.ToString(), collection.Type);
        ImmutableArray<Value> parts = [.. collection.Elements.Select(Evaluate)];
        foreach (Value part in parts.Where((_, place) => collection.Elements[place] is not ISpreadOperation))
        {
            HoldElement(Value.Of(id), part);
        }

        if (collection.Elements.Any(element => element is ISpreadOperation))
        {
            // How many there are isn't known.
            return Value.Of(id);
        }

        _contents.Table(id.Key + "[]", [.. parts.Select(part => part.Number is { IsConstant: true } number ? (long?)number.Constant : null)]);
        return new Value { Objects = [id], Length = AffineForm.Of(parts.Length), Parts = parts };
    }

    private void HoldElement(Value container, Value element)
    {
        foreach (ObjectId id in container.Objects)
        {
            Hold(new Spot(id.Key + "[]", [], SpotKind.Element, id.Name), element);
        }
    }
}
