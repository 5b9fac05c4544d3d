using AutoPar.Generator.Analysis;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Emit.Kernels;

/// <summary>The element at a cursor, and where there is none.</summary>
internal static class CursorPlace
{
    public static string Of(ArrayAccess target) => Of(target.Subscripts[0]);

    public static string Of(Expression subscript)
    {
        string counter = Cursors.CounterOf(subscript)!.Name;
        return Cursors.OffsetOf(subscript) is > 0 and var offset ? $"({counter} + {offset})" : counter;
    }

    /// <summary>0 for null, which an iteration that takes no branch doesn't touch.</summary>
    public static string Length(MemoryObject item) => item.Kind switch
    {
        MemoryKind.Array => $"({item.Name}?.Length ?? 0)",
        MemoryKind.List => $"({item.Name}?.Count ?? 0)",
        _ => $"{item.Name}.Length",
    };

    /// <summary>C# that says whether the element at the cursor isn't one of the first <paramref name="room"/>.</summary>
    public static string IsBeyond(ArrayAccess target, string room)
    {
        string unsigned = target.Subscripts[0].Type == ElementType.Int64 ? "ulong" : "uint";
        return $"unchecked(({unsigned}){Of(target)}) >= ({unsigned}){room}";
    }
}
