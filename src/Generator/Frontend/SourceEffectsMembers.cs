using AutoPar.Generator.Diagnostics;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Frontend;

/// <summary>What becomes of fields and properties.</summary>
internal sealed partial class SourceEffects
{
    private void VisitField(IFieldReferenceOperation reference)
    {
        bool isWrite = Operations.IsWrite(reference);
        if (IsOfOwnObject(reference) || IsPartOfLocal(reference) || Operations.IsOfNewObject(reference))
        {
            return;
        }

        if (VisitObjectField(reference, isWrite))
        {
            return;
        }

        if (isWrite && reference is { Instance: IInstanceReferenceOperation, Field.ContainingType.IsValueType: true })
        {
            // The struct may be a variable of the iteration's own: that would be no race.
            _vague ??= new Refusal(RuleIds.UnknownEffects, Locations.Of(reference), EquatableArray.Of(_current.Name, $"it writes the field {reference.Field.Name} of its struct"));
            VisitChildren(reference);
            return;
        }

        if (Members.Of(reference) is { } member && !isWrite && (reference.Field.IsStatic || IsFirst) && IsNameable(member))
        {
            // An array in a field isn't read by reading the field; its elements are, and those are looked at above.
            _reads.Add(member);
            return;
        }

        bool isFixed = reference.Field.IsReadOnly && !(reference.Field.IsStatic && Callee.StartsType(reference.Field.ContainingType, _context));
        string name = reference.Field.AssociatedSymbol is { } property ? $"behind {property.Name}" : reference.Field.Name;
        Require(!isWrite && isFixed, reference, $"{(isWrite ? "writes" : "reads")} the field {name}");
        VisitChildren(reference);
    }

    // Of the object that the caller knows; what never changes may be read anyhow.
    private bool VisitObjectField(IOperation reference, bool isWrite)
    {
        IOperation place = reference;
        while (place is IFieldReferenceOperation { Instance: { Type.IsValueType: true } whole })
        {
            place = whole;
        }

        if (!_isOnObject || place is not IMemberReferenceOperation { Instance: var instance } || !IsThis(instance)
            || Members.Any(place) is not { } member || member.Symbol is IFieldSymbol { IsReadOnly: true })
        {
            return false;
        }

        _uses.Add(new FieldUse(member, isWrite));
        return true;
    }

    private static bool IsThis(IOperation? instance) => instance is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance };

    // The object that a constructor makes.
    private bool IsOfOwnObject(IMemberReferenceOperation reference) => _current.MethodKind == MethodKind.Constructor
        && IsThis(reference.Instance);

    // In the callee's text a member of a generic type is that of its own type parameters; a private one has no name outside.
    private bool IsNameable(Members.Member member) => _context.Model.Compilation.IsSymbolAccessibleWithin(member.Symbol, _context.Method.ContainingType)
        && !Members.IsHidden(member.Symbol, _context.Method.ContainingType) && Members.HasName(member.Symbol.ContainingType, _context.Method)
        && (!member.Symbol.ContainingType.IsGenericType || (IsFirst && _isOfCallersType));

    // A struct in a local or parameter is the method's own copy.
    private bool IsPartOfLocal(IFieldReferenceOperation reference) => reference.Instance switch
    {
        ILocalReferenceOperation { Local: { IsRef: false } local } => local.Type.IsValueType && IsOwn(local),
        IParameterReferenceOperation { Parameter: { RefKind: RefKind.None } parameter } => parameter.Type.IsValueType && IsOwn(parameter),
        IFieldReferenceOperation { Type.IsValueType: true } inner => IsPartOfLocal(inner),
        _ => false,
    };

    private void VisitProperty(IPropertyReferenceOperation reference)
    {
        IPropertySymbol property = reference.Property;
        bool isWrite = Operations.IsWrite(reference);
        if (VisitObjectField(reference, isWrite))
        {
            return;
        }

        if (Members.Of(reference) is { } member && !isWrite && (property.IsStatic || IsFirst) && IsNameable(member))
        {
            _reads.Add(member);
        }
        else if (isWrite && Members.IsAutomatic(property) && (IsOfOwnObject(reference) || Operations.IsOfNewObject(reference)))
        {
            // Only the new object's own field.
        }
        else if (property.ContainingType.SpecialType == SpecialType.System_Array && property.Name is "Length" or "LongLength" or "Rank")
        {
            VisitChildren(reference);
        }
        else
        {
            VisitAccessor(reference, property.GetMethod, Operations.IsRead(reference));
            VisitAccessor(reference, property.SetMethod, isWrite);
        }
    }

    private void VisitAccessor(IPropertyReferenceOperation reference, IMethodSymbol? accessor, bool isUsed)
    {
        if (isUsed && accessor is not null)
        {
            VisitCall(reference, accessor, isVirtualCall: true);
        }
        else
        {
            Require(!isUsed, reference, $"uses {Operations.TextOf(reference)}");
        }
    }
}
