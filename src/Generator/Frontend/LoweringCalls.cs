using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Frontend;

/// <summary>Calls: lengths, functions that the IR knows, and what is inlined.</summary>
internal sealed partial class Lowering
{
    private Expression? LowerCall(IInvocationOperation call)
    {
        if (LowerGetLength(call) is { } length)
        {
            return length;
        }

        return IntrinsicTable.Find(call.TargetMethod) is { } function ? LowerIntrinsic(call, function)
            : IntrinsicTable.IsWideProduct(call.TargetMethod) ? LowerWideProduct(call)
            : LowerNumberCreation(call) is (var created, true) ? created
            : LowerInlined(call);
    }

    // Looking at the method's token is left to whoever runs the loop, between slices of it.
    private bool LowerCallStatement(IInvocationOperation call) => CancellationTokens.IsLook(call, nest.Token)
        || (call.TargetMethod.ReturnsVoid ? LowerInlinedVoid(call) : LowerAtomicUpdate(call) ?? LowerUnneeded(call));

    private Expression? LowerIntrinsic(IInvocationOperation call, IntrinsicFunction function)
    {
        ElementType type = TypeMap.Element(call.TargetMethod.ReturnType);
        if (LowerArguments(call) is not { } arguments)
        {
            return null;
        }

        // The signed overloads of TrailingZeroCount look at the same bits.
        if (function == IntrinsicFunction.TrailingZeroCount)
        {
            arguments[0] = Converted(arguments[0], arguments[0].Type.Size() == 8 ? ElementType.UInt64 : ElementType.UInt32, false);
        }

        return new IntrinsicCall(type, function, arguments.ToEquatableArray(), IntrinsicTable.IsVectorMath(call.TargetMethod));
    }

    private Binary? LowerWideProduct(IInvocationOperation call)
    {
        ElementType type = TypeMap.Element(call.TargetMethod.ReturnType);
        return LowerArguments(call) is [var left, var right]
            ? new Binary(BinaryOperator.Multiply, type, Converted(left, type, false), Converted(right, type, false))
            : null;
    }

    /// <summary>Evaluates arguments in the order written, and hands them over in the parameters' order.</summary>
    private Expression[]? LowerArguments(IInvocationOperation call)
    {
        if (Sequence(Locations.Of(call), call.Arguments.Select(argument => argument.Value)) is not { } values)
        {
            return null;
        }

        Expression[] ordered = new Expression[values.Length];
        for (int index = 0; index < values.Length; index++)
        {
            ordered[call.Arguments[index].Parameter?.Ordinal ?? index] = values[index];
        }

        return ordered;
    }

    /// <summary><c>a.Length</c>, <c>a.LongLength</c>, <c>x.Length</c> of a span, <c>list.Count</c>, <c>J[i].Length</c>.</summary>
    private Expression? LowerLength(IPropertyReferenceOperation property)
    {
        if (property.Instance is not { } instance || property.Arguments.Length > 0)
        {
            return null;
        }

        ElementType type = property.Property.Name == "LongLength" ? ElementType.Int64 : ElementType.Int32;
        if (ObjectOf(instance) is { } memory)
        {
            bool isLength = (memory.Kind, property.Property.Name) switch
            {
                (MemoryKind.Array or MemoryKind.MultiArray or MemoryKind.Jagged, "Length" or "LongLength") => true,
                (MemoryKind.Span or MemoryKind.ReadOnlySpan, "Length") => true,
                (MemoryKind.List, "Count") => true,
                _ => false,
            };
            return isLength ? new ObjectLength(type, memory, null) : null;
        }

        return property.Property.Name is "Length" or "LongLength"
            && RowOf(instance) is { Indices: [var row] } element && ObjectOf(element.ArrayReference) is { Kind: MemoryKind.Jagged } jagged && LowerExpression(row) is { } index
                ? new ObjectLength(type, jagged, null, index)
                : null;
    }

    private Expression? LowerGetLength(IInvocationOperation call) =>
        call is { TargetMethod: { Name: "GetLength" or "GetLongLength", ContainingType.SpecialType: SpecialType.System_Array } method, Instance: { } instance }
        && ObjectOf(instance) is { } memory
        && Operations.ConstantOf(call.Arguments[0].Value) is { Value: int dimension }
        && dimension >= 0 && dimension < (memory.Kind == MemoryKind.MultiArray ? memory.Rank : 1)
            ? new ObjectLength(method.Name == "GetLength" ? ElementType.Int32 : ElementType.Int64, memory, dimension)
            : null;
}
