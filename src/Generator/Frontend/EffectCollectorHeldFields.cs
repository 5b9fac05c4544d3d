using AutoPar.Generator.Diagnostics;
using AutoPar.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Frontend;

/// <content>Fields of objects that are elements of an array, and methods called on such an object.</content>
internal sealed partial class EffectCollector
{
    /// <summary>False where the operation is no such field, or always has one value.</summary>
    private bool VisitHeldField(IOperation operation, bool isRead, bool isWrite)
    {
        // A part of a struct in a field is a part of the field.
        IOperation place = operation;
        while (place is IFieldReferenceOperation { Instance: { Type.IsValueType: true } whole })
        {
            place = whole;
        }

        if (place is not IMemberReferenceOperation { Instance: { } instance } || Members.Any(place) is not { IsVolatile: false } member
            || !IsSeparate(member.Symbol) || lowering.HolderOf(instance) is not { } holder)
        {
            return false;
        }

        AddField(holder, member.Symbol, operation, isRead || !ReferenceEquals(place, operation), isWrite);
        Visit(instance);
        return true;
    }

    /// <summary>A method or accessor: called on an element, what it does to the object's own fields is followed.</summary>
    private void VisitCall(IOperation call, IMethodSymbol method, IOperation? instance, bool isVirtualCall)
    {
        if (instance is null || method.DeclaringSyntaxReferences.IsEmpty || method.ContainingType.IsValueType || !Callee.IsBound(method, isVirtualCall)
            || lowering.HolderOf(instance) is not { } holder
            || SourceEffects.OnObject(method, nest.Method) is not { Uses.Count: > 0 } effects || !effects.Uses.All(use => !use.Field.IsVolatile && IsSeparate(use.Field.Symbol)))
        {
            Visit(call, CallEffects.Of(method, instance, isVirtualCall, nest));
            return;
        }

        foreach (FieldUse use in effects.Uses)
        {
            AddField(holder, use.Field.Symbol, call, isRead: !use.IsWrite, use.IsWrite);
        }

        Visit(call, effects.Others);
    }

    private void AddField(ArrayAccess holder, ISymbol field, IOperation operation, bool isRead, bool isWrite) => AddElement(
        new ArrayAccess(
            nest.Method.NextId(), nest.FieldOf(holder.Object, field, isWrite), holder.Subscripts, Locations.Of(operation),
            operation is IMemberReferenceOperation ? Operations.TextOf(operation) : $"{holder.Text}.{field.Name}"),
        isRead, isWrite);

    /// <summary>A field that can change, and no other has a part of its memory.</summary>
    private static bool IsSeparate(ISymbol member) => member is { IsStatic: false, ContainingType: { IsReferenceType: true } type } and not IFieldSymbol { IsReadOnly: true }
        && !type.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "StructLayoutAttribute");
}
