using System.Collections.Immutable;
using AutoPar.Generator.Analysis.Affine;
using AutoPar.Generator.Frontend;
using AutoPar.Generator.Races.Framework;
using AutoPar.Generator.Races.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Races.Interpretation;

/// <summary>Variables, fields and elements: which place an expression names.</summary>
internal sealed partial class Interpreter
{
    private Place Resolve(IOperation operation)
    {
        switch (operation)
        {
            case ILocalReferenceOperation { Local: var local }:
                return Variable(local, local.Type);
            case IParameterReferenceOperation
            {
                Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } constructor } parameter,
            }
                when !_values.ContainsKey(parameter) && context.IsPrimary(constructor):
                return FieldOf(_this, parameter, parameter.Type, "");
            case IParameterReferenceOperation { Parameter: var parameter }:
                return Variable(parameter, parameter.Type);
            case IVariableDeclaratorOperation declarator:
                DeclareLocal(declarator);
                return Variable(declarator.Symbol, declarator.Symbol.Type);
            case IDeclarationExpressionOperation declaration:
                return declaration.Expression is ILocalReferenceOperation { Local: var declared } ? Declared(declared) : Place.None;
            case IFieldReferenceOperation field:
                return Field(field, field.Field, field.Instance);
            case IArrayElementReferenceOperation element:
                return Elements(Evaluate(element.ArrayReference), [.. element.Indices.Select(index => Index(index, element.ArrayReference))],
                    element.Type);
            case IImplicitIndexerReferenceOperation { Argument: not IRangeOperation } element:
                return Elements(Evaluate(element.Instance), [Index(element.Argument, element.Instance)], element.Type);
            case IPropertyReferenceOperation { Property: { IsIndexer: true } } indexer when FrameworkTypes.IsView(indexer.Instance?.Type):
                return Elements(Evaluate(indexer.Instance), [Index(indexer.Arguments[0].Value, indexer.Instance!)], indexer.Type);
            case IPropertyReferenceOperation property when Members.IsAutomatic(property.Property):
                return Field(property, property.Property, property.Instance);
            case IConversionOperation { OperatorMethod: null } conversion:
                return Resolve(conversion.Operand);
            case IParenthesizedOperation parentheses:
                return Resolve(parentheses.Operand);
            case IInvocationOperation { TargetMethod.RefKind: not RefKind.None } call:
                return Call(call).Reference ?? Place.None;
            case IPropertyReferenceOperation { Property.RefKind: not RefKind.None } property:
                return Evaluate(property).Reference ?? Place.None;
            case ISimpleAssignmentOperation or IConditionalOperation or IInvocationOperation or IPropertyReferenceOperation
                or IObjectCreationOperation:
                Value computed = Evaluate(operation);
                return Place.None with { Known = computed };
        }

        if (Operations.PointerElement(operation) is var (pointer, place))
        {
            return Elements(Evaluate(pointer), [Evaluate(place).Number], operation.Type);
        }

        // *p has no operation of its own.
        if (operation.Kind == OperationKind.None && operation.ChildOperations.ToArray() is [{ Type: IPointerTypeSymbol } target])
        {
            Value value = Evaluate(target);
            return value.Reference ?? Elements(value, [AffineForm.Zero], operation.Type);
        }

        NoteError(operation);
        return Place.None with { Known = operation is IInstanceReferenceOperation ? Evaluate(operation) : null };
    }

    private Place Declared(ILocalSymbol local)
    {
        Declare(local, Value.Nothing);
        return Variable(local, local.Type);
    }

    private Place Variable(ISymbol variable, ITypeSymbol type)
    {
        if (_values.TryGetValue(variable, out Value? value) && value.Reference is { } target)
        {
            return target;
        }

        if (!_storage.TryGetValue(variable, out Storage? storage))
        {
            // A parameter of a primary constructor, or a variable of code that isn't analysed.
            _storage[variable] = storage = new Storage($"V{_numbers++}", []);
        }

        return new Place(
            [new Spot(storage.Key, storage.Subscripts, SpotKind.Variable, variable.Name) { Symbol = variable }], variable, type)
        {
            Known = value,
        };
    }

    private Place Field(IOperation operation, ISymbol field, IOperation? instance)
    {
        ITypeSymbol? type = operation.Type;
        if (field is IFieldSymbol { IsConst: true })
        {
            return Place.None;
        }

        bool isVolatile = field is IFieldSymbol { IsVolatile: true };
        if (instance is null)
        {
            string key = "S:" + field.ContainingType.ToDisplayString() + "." + field.Name;
            bool isOwn = field is IFieldSymbol one && Members.IsThreadStatic(one);
            ImmutableArray<AffineForm?> whose = isOwn ? Instance() : [];
            key = isOwn ? $"{key}#{whose.Length}" : key;
            if (field is IFieldSymbol { IsReadOnly: true } table && !_held.ContainsKey(key))
            {
                RecallTable(table, key);
            }

            return new Place([new Spot(key, whose, SpotKind.Field, field.Name) { Symbol = field }], null, type) { IsVolatile = isVolatile };
        }

        if (instance.Type is { IsValueType: true } && instance is not IInstanceReferenceOperation)
        {
            Place whole = Resolve(instance);
            return new Place([.. whole.Locations.Select(location => PartOf(location, field))], null, type)
            {
                IsVolatile = isVolatile,
                Known = PartOf(whole.Known, field),
            };
        }

        return FieldOf(Evaluate(instance), field, type, instance is IInstanceReferenceOperation ? ""
            : instance.Syntax + ".") with { IsVolatile = isVolatile };
    }

    /// <summary>The object, or the code, that a part of a tuple is.</summary>
    private static Value? PartOf(Value? tuple, ISymbol field) => field is IFieldSymbol { ContainingType.IsTupleType: true } item
        && (item.CorrespondingTupleField ?? item).Name is var name && name.StartsWith("Item", StringComparison.Ordinal)
        && int.TryParse(name.Substring(4), out int number) && tuple?.Parts.Length >= number
        && tuple.Parts[number - 1] is { } part && (!part.Objects.IsEmpty || part.Function is not null) ? part : null;

    /// <summary>The array that a static field is initialized with; code that makes what it holds, or that it holds.</summary>
    private void RecallTable(IFieldSymbol field, string key)
    {
        IOperation? initializer = Operations.WithoutConversions(context.InitializerOf(field));
        // int[] t = { 1, 2 } says nothing of the creation.
        initializer = initializer is IArrayInitializerOperation { Parent: IArrayCreationOperation creation } ? creation : initializer;
        bool isKnown = initializer is IArrayCreationOperation or ICollectionExpressionOperation or IArrayInitializerOperation
            or IDelegateCreationOperation or IObjectCreationOperation { Type: { Name: "ThreadLocal" or "Lazy" } };
        if (!isKnown)
        {
            return;
        }

        (Frame? outer, _frame) = (_frame, null);
        _quiet++;
        Value table = initializer is IArrayInitializerOperation elements ? CreateTable(elements, field.Type) : Evaluate(initializer);
        _held[key] = Named(table, field.Name);
        _quiet--;
        _frame = outer;
    }

    private static Place FieldOf(Value instance, ISymbol field, ITypeSymbol? type, string prefix) => new(
        [.. instance.Objects.Select(id => id.Variable is { } variable ? PartOf(variable, field)
            : new Spot(id.Key + "→" + field.Name, id.Subscripts, SpotKind.Field, prefix + field.Name)
        {
            Symbol = field, IsUncertain = id.IsUncertain, Holder = prefix.Length == 0 && id.Key != "this" ? id.Name : null,
        })],
        null, type);

    private static Spot PartOf(Spot whole, ISymbol field) => whole with { Key = whole.Key + "." + field.Name, Name = whole.Name + "." + field.Name };

    /// <summary>What <c>this</c> is in a method of the object: for a struct the variable that holds it, or a copy that nobody else has.</summary>
    private Value Receiver(IOperation? instance)
    {
        if (instance is null or IInstanceReferenceOperation || instance.Type is not { IsValueType: true, TypeKind: TypeKind.Struct } type)
        {
            return instance is null ? Value.Nothing : Evaluate(instance);
        }

        bool isPlace = instance is ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation
            or IArrayElementReferenceOperation or IImplicitIndexerReferenceOperation
            || (instance is IPropertyReferenceOperation property && IsPlace(property));
        Place place = isPlace ? Resolve(instance) : Place.None;
        if (place.Locations.IsEmpty)
        {
            Evaluate(instance);
            return Value.Of(Fresh(instance.Syntax.ToString(), type));
        }

        return new Value
        {
            Objects = [.. place.Locations.Select(location =>
                new ObjectId(location.Key, location.Subscripts, ObjectOrigin.Given, location.Name, type) { Variable = location })],
            Parts = place.Known?.Parts ?? [],
        };
    }

    private Place Elements(Value array, ImmutableArray<AffineForm?> subscripts, ITypeSymbol? type)
    {
        if (array.Reference is { } target)
        {
            return target;
        }

        if (array.Offset is { } offset && subscripts is [var first])
        {
            subscripts = [Sum(first, offset)];
        }

        return new Place(
            [.. array.Objects.Select(id => new Spot(id.Key + "[]", [.. id.Subscripts, .. subscripts], SpotKind.Element, id.Name)
            {
                IsUncertain = id.IsUncertain, Type = type,
            })],
            null, type) { IsEach = array.IsEach };
    }

    /// <summary>The index of an element; from the end where it says so.</summary>
    private AffineForm? Index(IOperation index, IOperation array)
    {
        IOperation? bare = Operations.WithoutConversions(index);
        return bare is IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } fromEnd
            ? Sum(LengthOf(Evaluate(array)), Evaluate(fromEnd.Operand).Number?.Scale(-1))
            : Evaluate(index).Number;
    }

    private AffineForm? LengthOf(Value array, int? dimension = null) => array.Length is { } known && dimension is null ? known
        : array.Objects is [var id]
            ? AffineForm.Of(unknowns.Intern(
                $"length {id.Key}{dimension}({string.Join(",", id.Subscripts.Select(part => part?.Key ?? "?"))})", id.Name + ".Length",
                OwnerOf(id.Subscripts), Nature.Size))
            : null;

    private static AffineForm? Sum(AffineForm? one, AffineForm? other)
    {
        try
        {
            return one is null || other is null ? null : one.Add(other);
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}
