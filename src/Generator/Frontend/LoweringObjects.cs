using AutoPar.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Frontend;

/// <summary>The arrays, spans, lists and pointers behind references: named once, outside the loop.</summary>
internal sealed partial class Lowering
{
    /// <summary>The object that a reference holds; null when it may change in the nest or isn't of a kind that loops access.</summary>
    private MemoryObject? ObjectOf(IOperation reference)
    {
        IOperation? held = Operations.WithoutConversions(reference);
        (ISymbol Symbol, ITypeSymbol Type)? holder = held switch
        {
            ILocalReferenceOperation { Local: { IsRef: false } local } => (local, local.Type),
            IParameterReferenceOperation { Parameter: var parameter } => (parameter, parameter.Type),
            { } other when Members.Any(other) is { IsVolatile: false } member => (member.Symbol, member.Type),
            _ => null,
        };
        if (held is null || holder is not { } found || !SameMemory(found.Type, reference.Type))
        {
            return null;
        }

        if (nest.IsObject(found.Symbol) && found.Symbol is ILocalSymbol or IParameterSymbol)
        {
            return nest.ObjectOf(found.Symbol, found.Type);
        }

        if (nest.IsWritten(found.Symbol) || (found.Symbol is ILocalSymbol or IParameterSymbol && !IsSteady(found.Symbol)))
        {
            return null;
        }

        return found.Symbol is ILocalSymbol or IParameterSymbol || Members.Of(held) is not null ? nest.ObjectOf(found.Symbol, found.Type)
            : Members.Any(held) is { } part && PartText(held, part) is { Text: var text } ? nest.ObjectOf(part, text)
            : null;
    }

    /// <summary>The list that List.Add appends to; null for other calls, and where it may change in the nest which list that is.</summary>
    public MemoryObject? ListOf(IInvocationOperation call) =>
        call is { TargetMethod: { Name: "Add", Parameters.Length: 1 }, Instance: { } instance } && TypeMap.Memory(instance.Type) is { Kind: MemoryKind.List }
            ? ObjectOf(instance)
            : null;

    /// <summary>A local or parameter of the method itself that keeps its value throughout the nest.</summary>
    private bool IsSteady(ISymbol symbol) =>
        SymbolEqualityComparer.Default.Equals(symbol.ContainingSymbol, Method.Method)
        && !nest.IsWritten(symbol) && !nest.IsDeclaredInside(symbol) && !Method.Uses.IsAliased(symbol);

    /// <summary>
    /// The C# that reads a member of what a steady local, parameter or member of <c>this</c> holds. Of an object that may be
    /// null it reads null, which a guard finds; so a number can't be read that way, only an array or list.
    /// </summary>
    private (string Text, bool IsOfObject)? PartText(IOperation operation, Members.Member member)
    {
        if (operation is not IMemberReferenceOperation { Instance: { Type: { } type } instance } || member.IsVolatile || nest.IsWritten(member.Symbol))
        {
            return null;
        }

        string? receiver = instance switch
        {
            ILocalReferenceOperation { Local: { IsRef: false } local } when IsSteady(local) => SignatureReader.Identifier(local.Name),
            IParameterReferenceOperation { Parameter: { RefKind: RefKind.None } parameter } when IsSteady(parameter) => SignatureReader.Identifier(parameter.Name),
            _ when Members.Of(instance) is { IsVolatile: false } owner && !nest.IsWritten(owner.Symbol) => NestContext.MemberText(owner.Symbol),
            _ => null,
        };
        string name = SignatureReader.Identifier(member.Symbol.Name);
        if (receiver is null || !(type.IsValueType || (type.IsReferenceType && member.Type.IsReferenceType)))
        {
            return null;
        }

        nest.AddPartRead(member.Symbol);
        if (Members.Of(instance) is { Symbol: var holder })
        {
            nest.AddPartRead(holder);
        }

        return type.IsValueType ? ($"{receiver}.{name}", false) : ($"({receiver}?.{name})!", true);
    }

    // A conversion on the way (double[] to IList<double>, Span to ReadOnlySpan) would change what the access does.
    private static bool SameMemory(ITypeSymbol held, ITypeSymbol? seen) =>
        seen is not null && TypeMap.Memory(held) is { } one && TypeMap.Memory(seen) is { } two && one.Kind == two.Kind && one.Rank == two.Rank
        && SymbolEqualityComparer.Default.Equals(one.Element, two.Element);
}
