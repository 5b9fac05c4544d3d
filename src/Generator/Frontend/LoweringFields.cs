using AutoPar.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Frontend;

/// <summary>
/// Fields of structs in arrays: <c>pts[i].X</c> → <c>ptsFields[2 * i]</c>. C# finds the struct with i in range; the guard tests the
/// true value of 2 * i against twice as many fields, which is the same. So only subscripts whose true value it can tell are seen
/// like this.
/// </summary>
internal sealed partial class Lowering
{
    private Place? LowerField(IMemberReferenceOperation operation)
    {
        if (!nest.SeesFields || operation.Instance is not { Type: INamedTypeSymbol { IsValueType: true } type } instance
            || StructLayout.Of(type) is not { } layout || layout.IndexOf(operation) is not { } field
            || StructAt(instance) is not var (structs, element))
        {
            return null;
        }

        MemoryObject fields = nest.FieldsOf(structs, type, layout);
        Expression first = new Binary(BinaryOperator.Multiply, ElementType.Int32, Constant.Int32(layout.Fields.Count), element);
        Expression subscript = field == 0 ? first : new Binary(BinaryOperator.Add, ElementType.Int32, first, Constant.Int32(field));
        return new ElementPlace(fields, [subscript], Locations.Of(operation), Operations.TextOf(operation));
    }

    /// <summary>The array and the place in it, as Int32, of a struct that an operation names.</summary>
    private (MemoryObject Structs, Expression Element)? StructAt(IOperation operation)
    {
        MemoryObject? structs = null;
        Expression? element = null;
        if (operation is ILocalReferenceOperation { Local: var local } && nest.ElementOf(local) is { Subscripts: [var bound] } named)
        {
            (structs, element) = (named.Object, bound);
        }
        else if (ElementOf(operation) is { Indices: [var index] } found && ObjectOf(found.Array) is { Rank: 1 } memory)
        {
            structs = memory;
            Refusal? earlier = _failure;
            if (Capture(() => element = LowerSubscript(index, memory)).Count > 0)
            {
                element = null;
            }

            _failure = earlier;
        }

        return structs is { Kind: MemoryKind.Array or MemoryKind.Span or MemoryKind.ReadOnlySpan or MemoryKind.List } && element is not null && IsSum(element)
            ? (structs, Converted(element, ElementType.Int32, false)) : null;
    }

    /// <summary>Sums and products of indices and what the nest doesn't assign, of at most 32 bits.</summary>
    private bool IsSum(Expression expression) => expression.Type.IsInteger() && expression.Type.Size() <= 4 && expression.Type != ElementType.UInt32 && expression switch
    {
        Constant => true,
        VariableRead { Variable: var variable } => _indices.Contains(variable) || nest.IsSteady(variable),
        ObjectLength { Row: null } => true,
        Conversion { IsChecked: false, Type: ElementType.Int32 } conversion => IsSum(conversion.Operand),
        Unary { IsChecked: false, Operator: UnaryOperator.Negate } unary => IsSum(unary.Operand),
        Binary { IsChecked: false, Operator: BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Multiply } binary => IsSum(binary.Left) && IsSum(binary.Right),
        _ => false,
    };

    /// <summary>Why a field of a struct in an array isn't lowered; null for anything else.</summary>
    private string? FieldObstacle(IOperation operation) =>
        operation is IMemberReferenceOperation { Instance: { Type: INamedTypeSymbol { TypeKind: TypeKind.Struct } type } instance } && ElementOf(instance) is not null
        && StructLayout.Obstacle(type) is { } obstacle
            ? $"{Operations.TextOf(operation)}, as {type.Name} {obstacle},"
            : null;
}
