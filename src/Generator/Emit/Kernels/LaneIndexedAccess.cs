using AutoPar.Generator.Ir;
using AutoPar.Generator.Planning;

namespace AutoPar.Generator.Emit.Kernels;

/// <summary>Gathers and scatters: the place of each lane is in a vector of subscripts, which Runtime tests once more.</summary>
internal sealed class LaneIndexedAccess(LaneScope scope, LaneAccess access, LaneExpressions expressions)
{
    public bool Handles(ArrayAccess target) => IndexedAccess.Is(target, scope.Variables);

    public string Load(ArrayAccess source) => $"{LaneAccess.Memory}LoadIndexed{scope.Type(source.Object.Element).Suffix}({Place(source)}{Mask()})";

    /// <summary>The statement that stores <paramref name="value"/>, lane by lane.</summary>
    public string Store(ArrayAccess target, string value) =>
        $"{LaneAccess.Memory}StoreIndexed{scope.Type(target.Object.Element).Suffix}({LaneScope.Strip(value)}, {Place(target)}{Mask()});";

    private string Place(ArrayAccess target)
    {
        MemoryObject item = target.Object;
        string length = item.Kind switch
        {
            MemoryKind.Array => $"{item.Name}?.Length ?? 0",
            MemoryKind.List => $"{item.Name}?.Count ?? 0",
            _ => $"{item.Name}.Length",
        };
        return $"ref {access.Reference(item)}, {scope.Hoist(item.Name + "Length", "int", length)}, {Subscripts(target.Subscripts[0])}";
    }

    // As 32-bit integers, which are compared as unsigned ones.
    private string Subscripts(Expression subscript)
    {
        LaneType type = scope.Type(subscript.Type);
        string text = LaneScope.Strip(expressions.Value(subscript));
        return type.Keyword switch
        {
            "int" => text,
            "uint" => $"{type.Class}.AsInt32({text})",
            "ulong" => $"{LaneAccess.Memory}Subscripts32({type.Class}.AsInt64({text}))",
            _ => $"{LaneAccess.Memory}Subscripts32({text})",
        };
    }

    private string Mask() => scope.Mask is { } active ? ", " + access.As(active, scope.Type(ElementType.Int32)) : "";
}
