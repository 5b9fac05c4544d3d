using AutoPar.Generator.Ir;
using Microsoft.CodeAnalysis;

namespace AutoPar.Generator.Frontend;

/// <content>Fields of the objects that an array, list or span holds: <c>cells[i].Value</c>, also where a local stands for <c>cells[i]</c>.</content>
internal sealed partial class NestContext
{
    private readonly Dictionary<ISymbol, ArrayAccess> _held = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, List<MemoryObject>> _heldFields = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _heldWrites = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _partReads = new(SymbolEqualityComparer.Default);

    /// <summary>The local holds the element throughout each iteration.</summary>
    public void Bind(ILocalSymbol local, ArrayAccess element) => _held[local] = element;

    /// <summary>The element that a local stands for, from its declaration on; null where there is none.</summary>
    public ArrayAccess? HeldBy(ILocalSymbol local) => _held.TryGetValue(local, out ArrayAccess? element) ? element : null;

    /// <summary>A member is read before the loop, in place of reading it in each iteration.</summary>
    public void AddPartRead(ISymbol member) => _partReads.Add(member);

    /// <summary>A field of all objects that an array holds, one after the other.</summary>
    public MemoryObject FieldOf(MemoryObject holders, ISymbol field, bool isWrite)
    {
        ISymbol key = field.OriginalDefinition;
        if (isWrite)
        {
            _heldWrites.Add(key);
        }

        if (!_heldFields.TryGetValue(key, out List<MemoryObject>? fields))
        {
            _heldFields.Add(key, fields = []);
        }

        if (fields.FirstOrDefault(item => item.Holders!.Id == holders.Id) is not { } known)
        {
            known = new MemoryObject(
                Method.NextId(), $"{holders.Name}[…].{field.Name}", MemoryKind.Array, ElementType.Other, "", "", "", MemoryOrigin.FreshLocal, 1) { Holders = holders };
            fields.Add(known);
        }

        return known;
    }

    /// <summary>A field of objects in an array that the nest writes, and reaches in another way, too: maybe the same object's.</summary>
    public string? HeldFieldReachedOtherwise() => _heldWrites.FirstOrDefault(field => _heldFields[field].Count > 1
        || _foreignReads.Concat(_partReads).Concat(_variables.Keys).Concat(_objects.Keys)
            .Any(other => SymbolEqualityComparer.Default.Equals(other.OriginalDefinition, field)))?.Name;
}
