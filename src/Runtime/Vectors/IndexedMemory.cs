using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoPar.Runtime;

/// <summary>
/// Gathers and scatters: lane k is the element at the k-th of a vector of subscripts, which is looked at again before it is
/// used, for another thread may have changed what a guard has tested. Subscripts are compared as unsigned numbers.
/// </summary>
/// <remarks>
/// Subscripts are as many as there are lanes: a <see cref="Vector512{T}"/>, <see cref="Vector256{T}"/> or
/// <see cref="Vector128{T}"/> of <see cref="int"/>.
/// </remarks>
public static partial class VectorMemory
{
    /// <summary>The elements at the subscripts.</summary>
    /// <param name="source">The first element.</param>
    /// <param name="length">The number of elements.</param>
    /// <param name="subscripts">One for each lane.</param>
    /// <exception cref="IndexOutOfRangeException">A subscript isn't in [0, <paramref name="length"/>).</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> LoadIndexed512<T, TVector>(ref T source, int length, TVector subscripts)
        where T : unmanaged
        where TVector : struct
    {
        Subscripts.Check(subscripts, length);
        return IndexedElements.Load512(ref source, subscripts);
    }

    /// <summary>The same for the lanes that the mask has set; the others hold any value, and aren't tested.</summary>
    /// <param name="mask">All ones in the lanes that take part, 0 in the others, as wide as the subscripts.</param>
    /// <inheritdoc cref="LoadIndexed512{T, TVector}(ref T, int, TVector)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> LoadIndexed512<T, TVector>(ref T source, int length, TVector subscripts, TVector mask)
        where T : unmanaged
        where TVector : struct =>
        Subscripts.TryFill(ref subscripts, mask, length) ? LoadIndexed512(ref source, length, subscripts) : default;

    /// <summary>Stores one lane after the other: of two at one subscript, the later one stays.</summary>
    /// <param name="value">What is stored.</param>
    /// <param name="target">The first element.</param>
    /// <param name="length">The number of elements.</param>
    /// <param name="subscripts">One for each lane.</param>
    /// <exception cref="IndexOutOfRangeException">A subscript isn't in [0, <paramref name="length"/>).</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreIndexed512<T, TVector>(Vector512<T> value, ref T target, int length, TVector subscripts)
        where T : unmanaged
        where TVector : struct
    {
        Subscripts.Check(subscripts, length);
        IndexedStores.Store(value, ref target, subscripts);
    }

    /// <summary>The same for the lanes that the mask has set; the subscripts of the others aren't tested.</summary>
    /// <param name="mask">All ones in the lanes that take part, 0 in the others, as wide as the subscripts.</param>
    /// <inheritdoc cref="StoreIndexed512{T, TVector}(Vector512{T}, ref T, int, TVector)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreIndexed512<T, TVector>(Vector512<T> value, ref T target, int length, TVector subscripts, TVector mask)
        where T : unmanaged
        where TVector : struct
    {
        TVector tested = subscripts;
        if (Subscripts.TryFill(ref tested, mask, length))
        {
            Subscripts.Check(tested, length);
            ScatteredElements.StoreMasked(
                ref Unsafe.As<Vector512<T>, T>(ref value), Vector512<T>.Count, ref target, new IndexedPlaces<TVector>(subscripts),
                ref Unsafe.As<TVector, int>(ref mask));
        }
    }

    /// <summary>The elements at the subscripts.</summary>
    /// <param name="source">The first element.</param>
    /// <param name="length">The number of elements.</param>
    /// <param name="subscripts">One for each lane.</param>
    /// <exception cref="IndexOutOfRangeException">A subscript isn't in [0, <paramref name="length"/>).</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> LoadIndexed256<T, TVector>(ref T source, int length, TVector subscripts)
        where T : unmanaged
        where TVector : struct
    {
        Subscripts.Check(subscripts, length);
        return IndexedElements.Load256(ref source, subscripts);
    }

    /// <summary>The same for the lanes that the mask has set; the others hold any value, and aren't tested.</summary>
    /// <param name="mask">All ones in the lanes that take part, 0 in the others, as wide as the subscripts.</param>
    /// <inheritdoc cref="LoadIndexed256{T, TVector}(ref T, int, TVector)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> LoadIndexed256<T, TVector>(ref T source, int length, TVector subscripts, TVector mask)
        where T : unmanaged
        where TVector : struct =>
        Subscripts.TryFill(ref subscripts, mask, length) ? LoadIndexed256(ref source, length, subscripts) : default;

    /// <summary>Stores one lane after the other: of two at one subscript, the later one stays.</summary>
    /// <param name="value">What is stored.</param>
    /// <param name="target">The first element.</param>
    /// <param name="length">The number of elements.</param>
    /// <param name="subscripts">One for each lane.</param>
    /// <exception cref="IndexOutOfRangeException">A subscript isn't in [0, <paramref name="length"/>).</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreIndexed256<T, TVector>(Vector256<T> value, ref T target, int length, TVector subscripts)
        where T : unmanaged
        where TVector : struct
    {
        Subscripts.Check(subscripts, length);
        IndexedStores.Store(value, ref target, subscripts);
    }

    /// <summary>The same for the lanes that the mask has set; the subscripts of the others aren't tested.</summary>
    /// <param name="mask">All ones in the lanes that take part, 0 in the others, as wide as the subscripts.</param>
    /// <inheritdoc cref="StoreIndexed256{T, TVector}(Vector256{T}, ref T, int, TVector)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreIndexed256<T, TVector>(Vector256<T> value, ref T target, int length, TVector subscripts, TVector mask)
        where T : unmanaged
        where TVector : struct
    {
        TVector tested = subscripts;
        if (Subscripts.TryFill(ref tested, mask, length))
        {
            Subscripts.Check(tested, length);
            ScatteredElements.StoreMasked(
                ref Unsafe.As<Vector256<T>, T>(ref value), Vector256<T>.Count, ref target, new IndexedPlaces<TVector>(subscripts),
                ref Unsafe.As<TVector, int>(ref mask));
        }
    }

    /// <summary>The elements at the subscripts.</summary>
    /// <param name="source">The first element.</param>
    /// <param name="length">The number of elements.</param>
    /// <param name="subscripts">One for each lane.</param>
    /// <exception cref="IndexOutOfRangeException">A subscript isn't in [0, <paramref name="length"/>).</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> LoadIndexed128<T, TVector>(ref T source, int length, TVector subscripts)
        where T : unmanaged
        where TVector : struct
    {
        Subscripts.Check(subscripts, length);
        return IndexedElements.Load128(ref source, subscripts);
    }

    /// <summary>The same for the lanes that the mask has set; the others hold any value, and aren't tested.</summary>
    /// <param name="mask">All ones in the lanes that take part, 0 in the others, as wide as the subscripts.</param>
    /// <inheritdoc cref="LoadIndexed128{T, TVector}(ref T, int, TVector)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> LoadIndexed128<T, TVector>(ref T source, int length, TVector subscripts, TVector mask)
        where T : unmanaged
        where TVector : struct =>
        Subscripts.TryFill(ref subscripts, mask, length) ? LoadIndexed128(ref source, length, subscripts) : default;

    /// <summary>Stores one lane after the other: of two at one subscript, the later one stays.</summary>
    /// <param name="value">What is stored.</param>
    /// <param name="target">The first element.</param>
    /// <param name="length">The number of elements.</param>
    /// <param name="subscripts">One for each lane.</param>
    /// <exception cref="IndexOutOfRangeException">A subscript isn't in [0, <paramref name="length"/>).</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreIndexed128<T, TVector>(Vector128<T> value, ref T target, int length, TVector subscripts)
        where T : unmanaged
        where TVector : struct
    {
        Subscripts.Check(subscripts, length);
        IndexedStores.Store(value, ref target, subscripts);
    }

    /// <summary>The same for the lanes that the mask has set; the subscripts of the others aren't tested.</summary>
    /// <param name="mask">All ones in the lanes that take part, 0 in the others, as wide as the subscripts.</param>
    /// <inheritdoc cref="StoreIndexed128{T, TVector}(Vector128{T}, ref T, int, TVector)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreIndexed128<T, TVector>(Vector128<T> value, ref T target, int length, TVector subscripts, TVector mask)
        where T : unmanaged
        where TVector : struct
    {
        TVector tested = subscripts;
        if (Subscripts.TryFill(ref tested, mask, length))
        {
            Subscripts.Check(tested, length);
            ScatteredElements.StoreMasked(
                ref Unsafe.As<Vector128<T>, T>(ref value), Vector128<T>.Count, ref target, new IndexedPlaces<TVector>(subscripts),
                ref Unsafe.As<TVector, int>(ref mask));
        }
    }

    /// <summary>The elements at the subscripts, in the lower half.</summary>
    /// <param name="source">The first element.</param>
    /// <param name="length">The number of elements.</param>
    /// <param name="subscripts">One for each lane.</param>
    /// <exception cref="IndexOutOfRangeException">A subscript isn't in [0, <paramref name="length"/>).</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> LoadIndexedHalf<T, TVector>(ref T source, int length, TVector subscripts)
        where T : unmanaged
        where TVector : struct
    {
        Subscripts.Check(subscripts, length);
        return IndexedElements.LoadHalf(ref source, subscripts);
    }

    /// <summary>The same for the lanes that the mask has set; the others hold any value, and aren't tested.</summary>
    /// <param name="mask">All ones in the lanes that take part, 0 in the others, as wide as the subscripts.</param>
    /// <inheritdoc cref="LoadIndexedHalf{T, TVector}(ref T, int, TVector)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> LoadIndexedHalf<T, TVector>(ref T source, int length, TVector subscripts, TVector mask)
        where T : unmanaged
        where TVector : struct =>
        Subscripts.TryFill(ref subscripts, mask, length) ? LoadIndexedHalf(ref source, length, subscripts) : default;

    /// <summary>Stores one lane after the other: of two at one subscript, the later one stays.</summary>
    /// <param name="value">What is stored.</param>
    /// <param name="target">The first element.</param>
    /// <param name="length">The number of elements.</param>
    /// <param name="subscripts">One for each lane.</param>
    /// <exception cref="IndexOutOfRangeException">A subscript isn't in [0, <paramref name="length"/>).</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreIndexedHalf<T, TVector>(Vector128<T> value, ref T target, int length, TVector subscripts)
        where T : unmanaged
        where TVector : struct
    {
        Subscripts.Check(subscripts, length);
        IndexedStores.StoreHalf(value, ref target, subscripts);
    }

    /// <summary>The same for the lanes that the mask has set; the subscripts of the others aren't tested.</summary>
    /// <param name="mask">All ones in the lanes that take part, 0 in the others, as wide as the subscripts.</param>
    /// <inheritdoc cref="StoreIndexedHalf{T, TVector}(Vector128{T}, ref T, int, TVector)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreIndexedHalf<T, TVector>(Vector128<T> value, ref T target, int length, TVector subscripts, TVector mask)
        where T : unmanaged
        where TVector : struct
    {
        TVector tested = subscripts;
        if (Subscripts.TryFill(ref tested, mask, length))
        {
            Subscripts.Check(tested, length);
            ScatteredElements.StoreMasked(
                ref Unsafe.As<Vector128<T>, T>(ref value), Vector128<T>.Count / 2, ref target, new IndexedPlaces<TVector>(subscripts),
                ref Unsafe.As<TVector, int>(ref mask));
        }
    }

    /// <summary>64-bit subscripts as 32-bit ones: those that can't be in range are -1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Subscripts32(Vector512<long> subscripts) => VectorConvert.Narrow(Vector512.ConditionalSelect(
        Vector512.GreaterThan(subscripts.AsUInt64(), Vector512.Create((ulong)int.MaxValue)).AsInt64(), Vector512<long>.AllBitsSet, subscripts));

    /// <inheritdoc cref="Subscripts32(Vector512{long})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> Subscripts32(Vector256<long> subscripts) => VectorConvert.Narrow(Vector256.ConditionalSelect(
        Vector256.GreaterThan(subscripts.AsUInt64(), Vector256.Create((ulong)int.MaxValue)).AsInt64(), Vector256<long>.AllBitsSet, subscripts));
}
