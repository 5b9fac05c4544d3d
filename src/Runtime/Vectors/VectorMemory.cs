using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AutoPar.Runtime;

/// <summary>
/// Where vectors of generated code come from and go to: first elements, and accesses that aren't contiguous. Nothing here
/// checks bounds; the guards of generated code have.
/// </summary>
public static partial class VectorMemory
{
    /// <summary>The first element; a null reference when there is no array.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref T Reference<T>(T[]? array) =>
        ref array is null ? ref Unsafe.NullRef<T>() : ref MemoryMarshal.GetArrayDataReference(array);

    /// <inheritdoc cref="Reference{T}(T[])"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref T Reference<T>(T[,]? array) =>
        ref array is null ? ref Unsafe.NullRef<T>() : ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(array));

    /// <inheritdoc cref="Reference{T}(T[])"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref T Reference<T>(T[,,]? array) =>
        ref array is null ? ref Unsafe.NullRef<T>() : ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(array));

    /// <summary>The first element.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref T Reference<T>(Span<T> span) => ref MemoryMarshal.GetReference(span);

    /// <summary>The first element.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref T Reference<T>(ReadOnlySpan<T> span) => ref MemoryMarshal.GetReference(span);

    /// <summary>The first element; a null reference when there is no list.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref T Reference<T>(List<T>? list) => ref MemoryMarshal.GetReference(CollectionsMarshal.AsSpan(list));

    /// <summary>What the pointer points to.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe ref T Reference<T>(T* pointer)
        where T : unmanaged => ref Unsafe.AsRef<T>(pointer);

    /// <summary>64 bits of elements, in the lower half.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> LoadHalf<T>(ref T source, nint index)
        where T : unmanaged =>
        Vector128.CreateScalar(Unsafe.ReadUnaligned<long>(ref Unsafe.As<T, byte>(ref Unsafe.Add(ref source, index)))).As<long, T>();

    /// <summary>Stores the lower half.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreHalf<T>(Vector128<T> value, ref T target, nint index)
        where T : unmanaged =>
        Unsafe.WriteUnaligned(ref Unsafe.As<T, byte>(ref Unsafe.Add(ref target, index)), value.AsInt64().ToScalar());
}
