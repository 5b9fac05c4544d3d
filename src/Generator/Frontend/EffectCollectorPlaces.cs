using AutoPar.Generator.Diagnostics;
using AutoPar.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Frontend;

/// <summary>Places: variables, elements, fields and properties, each as a read, a write or both.</summary>
internal sealed partial class EffectCollector
{
    private void VisitPlace(IOperation operation)
    {
        bool isWrite = Operations.IsWrite(operation);
        bool isRead = Operations.IsRead(operation);
        if (VisitHeldField(operation, isRead, isWrite))
        {
            return;
        }

        if (operation is IFieldReferenceOperation { Instance: IArrayElementReferenceOperation { Type.IsValueType: true } or IFieldReferenceOperation { Type.IsValueType: true } } part
            && Members.Of(operation) is null)
        {
            VisitElementPart(part, isRead || isWrite, isWrite);
            return;
        }

        // A field of a struct in a variable is a part of the variable.
        if (operation is IFieldReferenceOperation { Instance: ILocalReferenceOperation { Type.IsValueType: true } or IParameterReferenceOperation { Type.IsValueType: true } } field
            && lowering.VariableAt(field.Instance!) is { } whole)
        {
            if (field.Instance is not ILocalReferenceOperation { Local: var own } || !IsInner(own))
            {
                Add(_reads, whole);
                if (isWrite)
                {
                    Add(_writes, whole);
                }
            }

            return;
        }

        if (lowering.AccessOf(operation) is { } access)
        {
            AddElement(access, isRead, isWrite);
            VisitSubscripts(operation);
            return;
        }

        if (lowering.HeldObject(operation) is not null)
        {
            VisitObject(operation, isWrite);
            return;
        }

        if (lowering.VariableAt(operation) is { } variable)
        {
            if (operation is ILocalReferenceOperation { Local: var local } && IsInner(local))
            {
                return;
            }

            if (isRead)
            {
                Add(_reads, variable);
            }

            if (isWrite)
            {
                Add(_writes, variable);
            }
            else if (Members.Of(operation) is { } member)
            {
                // The text reads the field itself, not the kernel's copy.
                nest.AddForeignRead(member.Symbol);
            }

            return;
        }

        VisitOther(operation, isWrite);
    }

    private void VisitOther(IOperation operation, bool isWrite)
    {
        switch (operation)
        {
            case IFieldReferenceOperation { Field: { IsStatic: true, ContainingType: var type } } when Callee.StartsType(type, nest.Method):
                Unknown(operation, $"the first use of {type.Name} runs a static constructor");
                break;
            case IFieldReferenceOperation field when Members.IsThreadStatic(field.Field):
                Unknown(operation, "each thread has a value of its own");
                break;
            case IPropertyReferenceOperation { Property.Name: "Length" or "LongLength" or "Count" or "Rank", Instance.Type: var type }
                when type is IArrayTypeSymbol || TypeMap.Memory(type) is not null:
                VisitListRead(operation, type);
                VisitChildren(operation);
                break;
            case IFieldReferenceOperation { Field.IsReadOnly: true } when !isWrite:
            case IFieldReferenceOperation part when Operations.IsOfNewObject(part):
                VisitChildren(operation);
                break;
            case IFieldReferenceOperation { Field: { IsVolatile: false } field } when !isWrite && !nest.IsWritten(field):
                nest.AddForeignRead(field);
                VisitChildren(operation);
                break;
            case IFieldReferenceOperation { Field: var field, Instance: null or IInstanceReferenceOperation or IParameterReferenceOperation } when isWrite:
                Unknown(RuleIds.RaceOnField, operation, field.Name, Operations.TextOf(operation));
                break;
            case IFieldReferenceOperation { Field: var field }:
                // Each iteration may have an object of its own: that would be no race.
                Unknown(operation, isWrite ? $"two iterations may write the field {field.Name} of one object" : $"another iteration may write the field {field.Name}");
                break;
            case IPropertyReferenceOperation { Property: var automatic } part when isWrite && Members.IsAutomatic(automatic) && Operations.IsOfNewObject(part):
                VisitChildren(operation);
                break;
            case IPropertyReferenceOperation { Property.GetMethod: { } getter } found when !isWrite && LookupIn(getter, found.Instance) is { } map:
                Add(_lookups, map);
                VisitChildren(operation);
                break;
            case IPropertyReferenceOperation { Property: var property } reference:
                VisitAccessor(reference, property.GetMethod, Operations.IsRead(reference));
                VisitAccessor(reference, property.SetMethod, isWrite);
                break;
            default:
                Unknown(operation, "what it refers to can change while the loop runs");
                break;
        }
    }

    private void VisitAccessor(IPropertyReferenceOperation reference, IMethodSymbol? accessor, bool isUsed)
    {
        if (isUsed && accessor is not null)
        {
            VisitCall(reference, accessor, reference.Instance, isVirtualCall: true);
        }
        else if (isUsed)
        {
            Unknown(reference, "what it refers to can change while the loop runs");
        }
    }

    // A field of a struct in an array is a part of the element.
    private void VisitElementPart(IFieldReferenceOperation part, bool isRead, bool isWrite)
    {
        IOperation inner = part.Instance!;
        while (inner is IFieldReferenceOperation { Instance: { } instance, Type.IsValueType: true })
        {
            inner = instance;
        }

        if (inner.Type is { IsValueType: true } && lowering.AccessOf(inner) is { } access)
        {
            AddElement(access, isRead, isWrite);
            VisitSubscripts(inner);
        }
        else
        {
            Unknown(part, "what it refers to isn't known");
        }
    }

    // The reference to an array is harmless in a[i] and a.Length; anything else may reach all its elements.
    private void VisitObject(IOperation reference, bool isWrite)
    {
        bool isLength = reference.Parent is IPropertyReferenceOperation { Property.Name: "Length" or "LongLength" or "Count" or "Rank" }
            or IInvocationOperation { TargetMethod.Name: "GetLength" };
        if (isWrite || !isLength)
        {
            Unknown(reference, $"{Operations.TextOf(reference.Parent ?? reference)} uses {Operations.TextOf(reference)} as a whole");
        }
        else
        {
            VisitListRead(reference.Parent!, reference.Type);
        }
    }

    private void VisitSubscripts(IOperation element)
    {
        foreach (IOperation index in element.ChildOperations.Skip(1))
        {
            Visit(index is IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } fromEnd ? fromEnd.Operand : index);
        }
    }

    private void AddElement(ArrayAccess access, bool isRead, bool isWrite)
    {
        if (isRead)
        {
            _elementReads.Add(access);
        }

        if (isWrite)
        {
            _elementWrites.Add(access);
        }
    }
}
