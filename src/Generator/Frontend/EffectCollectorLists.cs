using AutoPar.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Frontend;

/// <content>Lists: what is appended to them, and what a statement looks at that others may append to.</content>
internal sealed partial class EffectCollector
{
    private readonly List<ListUse> _appends = [];
    private readonly List<ListUse> _listReads = [];
    private readonly Dictionary<SyntaxNode, string> _receivers = [];

    /// <summary>The expressions that yield a list which is appended to, and its name in the kernel: a chunk may have another one by that name.</summary>
    public IReadOnlyDictionary<SyntaxNode, string> Receivers => _receivers;

    private void VisitAppend(IInvocationOperation call, MemoryObject list)
    {
        _appends.Add(Use(call, call.Instance!.Type!, list));
        _receivers[call.Instance.Syntax] = list.Name;
        foreach (IArgumentOperation argument in call.Arguments)
        {
            Visit(argument);
        }
    }

    /// <summary>A count, or the elements one after the other.</summary>
    private void VisitListRead(IOperation use, ITypeSymbol? type)
    {
        if (TypeMap.Memory(type) is { Kind: MemoryKind.List })
        {
            _listReads.Add(Use(use, type!, null));
        }
    }

    private static ListUse Use(IOperation operation, ITypeSymbol type, MemoryObject? list) =>
        new(list, HasOneName(type) ? type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) : "", Operations.TextOf(operation), Locations.Of(operation));

    /// <summary>No other type of another text is the same one: names of a tuple's elements don't count, and a type parameter stands for anything.</summary>
    private static bool HasOneName(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => HasOneName(array.ElementType),
        INamedTypeSymbol { IsTupleType: false, SpecialType: not SpecialType.System_Object } named =>
            named.TypeArguments.All(HasOneName) && (named.ContainingType is null || HasOneName(named.ContainingType)),
        _ => false,
    };
}
