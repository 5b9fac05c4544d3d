using AutoPar.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Frontend;

/// <content>Objects that are elements: <c>cells[i]</c>, or a local that an iteration gives that value.</content>
internal sealed partial class Lowering
{
    /// <summary>The element that an object comes from, the same one as long as the array isn't stored to; null where none is known.</summary>
    public ArrayAccess? HolderOf(IOperation? instance)
    {
        instance = WithoutCasts(instance);
        ArrayAccess? element = instance switch
        {
            ILocalReferenceOperation { Local: var local } => nest.HeldBy(local) ?? ValueOf(local),
            { Type.IsReferenceType: true } => AccessOf(instance),
            _ => null,
        };
        return element?.Object is { Rank: 1, Kind: MemoryKind.Array or MemoryKind.List or MemoryKind.Span or MemoryKind.ReadOnlySpan, Element: ElementType.Other } ? element : null;
    }

    // The local is declared and assigned in the iteration, and the subscripts are still what they were.
    private ArrayAccess? ValueOf(ILocalSymbol local) =>
        local.Type.IsReferenceType && nest.IsDeclaredInside(local) && !Method.Uses.IsCaptured(local)
            && WithoutCasts(Method.Uses.OnlyValue(local)) is { Type.IsReferenceType: true } value && AccessOf(value) is { } access
            && access.Subscripts.SelectMany(Effect.Parts).All(part => part is not (Load or VariableRead) || (part is VariableRead { Variable: var read } && StaysInIteration(read)))
            ? access : null;

    private bool StaysInIteration(Variable variable) => nest.IsSteady(variable) || _indices.Any(index => index.Id == variable.Id);

    // From a reference to another one of the same object.
    private static IOperation? WithoutCasts(IOperation? operation)
    {
        while (operation is IParenthesizedOperation or IConversionOperation { OperatorMethod: null, Conversion.IsReference: true, Operand.Type.IsReferenceType: true })
        {
            operation = operation is IConversionOperation { Operand: var operand } ? operand : ((IParenthesizedOperation)operation).Operand;
        }

        return operation;
    }
}
