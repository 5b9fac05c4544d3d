using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace AutoPar.Runtime;

/// <summary>Arrays of structs that are a few numbers of one type, seen as those numbers. Called by generated code.</summary>
public static class StructFields
{
    /// <summary>
    /// A struct whose fields hold 1, 2, … in the order of memory, to see by which names they go; all zero where it isn't that many
    /// numbers.
    /// </summary>
    public static TStruct Numbered<TStruct, T>(int fields)
        where TStruct : unmanaged
        where T : unmanaged, INumberBase<T>
    {
        TStruct result = default;
        if (Unsafe.SizeOf<TStruct>() == fields * Unsafe.SizeOf<T>())
        {
            for (int field = 0; field < fields; field++)
            {
                Unsafe.Add(ref Unsafe.As<TStruct, T>(ref result), field) = T.CreateTruncating(field + 1);
            }
        }

        return result;
    }

    /// <summary>The fields; none where they aren't in the order that generated code takes them for, or too many for a span.</summary>
    public static Span<T> Of<TStruct, T>(TStruct[]? structs, bool areInOrder)
        where TStruct : unmanaged
        where T : unmanaged => Of<TStruct, T>(new Span<TStruct>(structs), areInOrder);

    /// <inheritdoc cref="Of{TStruct, T}(TStruct[], bool)"/>
    public static Span<T> Of<TStruct, T>(List<TStruct>? structs, bool areInOrder)
        where TStruct : unmanaged
        where T : unmanaged => Of<TStruct, T>(CollectionsMarshal.AsSpan(structs), areInOrder);

    /// <inheritdoc cref="Of{TStruct, T}(TStruct[], bool)"/>
    public static Span<T> Of<TStruct, T>(Span<TStruct> structs, bool areInOrder)
        where TStruct : unmanaged
        where T : unmanaged => areInOrder && Fits<TStruct, T>(structs.Length) ? MemoryMarshal.Cast<TStruct, T>(structs) : default;

    /// <inheritdoc cref="Of{TStruct, T}(TStruct[], bool)"/>
    public static ReadOnlySpan<T> Of<TStruct, T>(ReadOnlySpan<TStruct> structs, bool areInOrder)
        where TStruct : unmanaged
        where T : unmanaged => areInOrder && Fits<TStruct, T>(structs.Length) ? MemoryMarshal.Cast<TStruct, T>(structs) : default;

    private static bool Fits<TStruct, T>(int length)
        where TStruct : unmanaged
        where T : unmanaged => (long)length * (Unsafe.SizeOf<TStruct>() / Unsafe.SizeOf<T>()) <= int.MaxValue;
}
