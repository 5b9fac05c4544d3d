using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Frontend;

/// <summary>Variables, fields and elements: places that are read and written.</summary>
internal sealed partial class Lowering
{
    /// <summary>A variable or an element. The subscripts of an element are already evaluated.</summary>
    private abstract record Place(SourceLocation Location);

    private sealed record VariablePlace(Variable Variable, SourceLocation Location) : Place(Location);

    private sealed record ElementPlace(MemoryObject Object, Expression[] Subscripts, SourceLocation Location, string Text) : Place(Location);

    private Expression Read(Place place) => place switch
    {
        ElementPlace element => new Load(Access(element)),
        VariablePlace { Variable: var variable } => new VariableRead(variable),
        _ => throw new InvalidOperationException(),
    };

    private void Write(Place place, Expression value, SourceLocation location) => Emit(place switch
    {
        ElementPlace element => new Store(Access(element), value, location),
        VariablePlace { Variable: var variable } => new Assign(variable, value, location),
        _ => throw new InvalidOperationException(),
    });

    private static ElementType TypeOf(Place place) => place switch
    {
        ElementPlace element => element.Object.Element,
        VariablePlace { Variable: var variable } => variable.Type,
        _ => ElementType.Other,
    };

    private ArrayAccess Access(ElementPlace place) =>
        new(Method.NextId(), place.Object, place.Subscripts.ToEquatableArray(), place.Location, place.Text, InlinedMethod);

    /// <summary>The place that a reference names; null, with the reason recorded, when it isn't one of the IR's.</summary>
    private Place? LowerReference(IOperation operation)
    {
        Place? place = operation switch
        {
            IParenthesizedOperation parenthesized => LowerReference(parenthesized.Operand),
            ILocalReferenceOperation { Local: var local } when nest.ElementOf(local) is { } element =>
                new ElementPlace(element.Object, element.Subscripts, Locations.Of(operation), $"{element.Object.Name}[{string.Join(", ", element.Subscripts.Select(IrPrinter.Print))}]"),
            IMemberReferenceOperation member when LowerField(member) is { } field => field,
            _ when ElementOf(operation) is { } element => LowerElement(operation, element.Array, element.Indices),
            _ when VariableOf(operation) is { } variable => new VariablePlace(variable, Locations.Of(operation)),
            _ => null,
        };
        if (place is null || TypeOf(place) == ElementType.Other)
        {
            Fail(operation, FieldObstacle(operation) ?? Describe(operation));
            return null;
        }

        return place;
    }

    /// <summary>For the effects of what isn't lowered: the element that a reference names, of whatever type; null when its subscripts aren't lowered.</summary>
    public ArrayAccess? AccessOf(IOperation operation)
    {
        Refusal? earlier = _failure;
        ArrayAccess? access = null;
        List<Statement> before = Capture(() =>
        {
            if (operation is ILocalReferenceOperation { Local: var local } && nest.ElementOf(local) is not null && LowerReference(operation) is ElementPlace bound)
            {
                access = Access(bound);
            }
            else if (ElementOf(operation) is { } element && LowerElement(operation, element.Array, element.Indices) is ElementPlace place)
            {
                access = Access(place);
            }
        });
        _failure = earlier;
        return before.Count == 0 ? access : null;
    }

    /// <summary>The object that a reference holds, whether or not it stays the same.</summary>
    public ITypeSymbol? HeldObject(IOperation operation) =>
        operation is ILocalReferenceOperation or IParameterReferenceOperation || Members.Of(operation) is not null
            ? TypeMap.Memory(operation.Type) is null ? null : operation.Type
            : null;

    /// <summary>The variable that a reference names, of whatever type.</summary>
    public Variable? VariableAt(IOperation operation) =>
        VariableOf(operation) ?? (Members.Of(operation) is { } member ? nest.VariableOf(member.Symbol, member.Type, member.IsVolatile) : null);

    private Variable? VariableOf(IOperation operation)
    {
        switch (operation)
        {
            case ILocalReferenceOperation { Local: var local } when nest.IsBound(local) || (!local.IsRef && !Method.Uses.IsAliased(local)):
                return nest.VariableOf(local);
            case IParameterReferenceOperation { Parameter: var parameter } when nest.IsBound(parameter) || !Method.Uses.IsAliased(parameter):
                return nest.IsBound(parameter) || SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, Method.Method)
                    ? nest.VariableOf(parameter)
                    : null;
            default:
                return Members.Any(operation) is not { } member || TypeMap.Element(member.Type) == ElementType.Other ? null
                    : Members.Of(operation) is not null ? nest.VariableOf(member.Symbol, member.Type, member.IsVolatile)
                    : PartText(operation, member) is { IsOfObject: false, Text: var text } ? nest.VariableOf(member, text) : null;
        }
    }

    /// <summary>The array and the subscripts of an element access.</summary>
    private (IOperation Array, IReadOnlyList<IOperation> Indices)? ElementOf(IOperation operation)
    {
        switch (operation)
        {
            case IArrayElementReferenceOperation element:
                return RowOf(element.ArrayReference) is { ArrayReference.Type: IArrayTypeSymbol { Rank: 1 } } row
                    ? (row.ArrayReference, [.. row.Indices, .. element.Indices])
                    : (element.ArrayReference, element.Indices);
            case IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } instance, Arguments: [{ Value: var index }] }
                when TypeMap.Memory(instance.Type) is { Kind: MemoryKind.Span or MemoryKind.ReadOnlySpan or MemoryKind.List }:
                return (instance, [index]);
            case IImplicitIndexerReferenceOperation { Argument: IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } index } element
                when TypeMap.Memory(element.Instance.Type) is { Kind: MemoryKind.Array or MemoryKind.Span or MemoryKind.ReadOnlySpan or MemoryKind.List }:
                return (element.Instance, [index]);
            case { Kind: OperationKind.None } when Operations.PointerElement(operation) is { } pointer:
                return (pointer.Pointer, [pointer.Index]);
            default:
                return null;
        }
    }

    private Place? LowerElement(IOperation operation, IOperation array, IReadOnlyList<IOperation> indices)
    {
        if (ObjectOf(array) is not { } memory || memory.Rank != indices.Count)
        {
            Fail(operation, Describe(operation));
            return null;
        }

        Func<Expression?>[] parts = indices.Select(index => (Func<Expression?>)(() => LowerSubscript(index, memory))).ToArray();
        return Sequence(Locations.Of(operation), parts) is { } subscripts
            ? new ElementPlace(memory, subscripts, Locations.Of(operation), Operations.TextOf(operation))
            : null;
    }

    private Expression? LowerSubscript(IOperation index, MemoryObject memory)
    {
        IOperation? inner = Operations.WithoutConversions(index);
        if (inner is IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } fromEnd)
        {
            return (memory.IsSpan || memory.Kind is MemoryKind.Array or MemoryKind.List) && LowerExpression(fromEnd.Operand) is { } back
                ? new Binary(BinaryOperator.Subtract, ElementType.Int32, new ObjectLength(ElementType.Int32, memory, null), back)
                : Fail(index, Describe(index));
        }

        return LowerExpression(index) is not { } value ? null : value.Type.IsInteger() ? value : Fail(index, Describe(index));
    }
}
