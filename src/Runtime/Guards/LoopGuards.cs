using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace AutoPar.Runtime;

/// <summary>Tests of memory that generated guards make. They have no effects and don't throw.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LoopGuards
{
    /// <summary>No byte belongs to both.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Disjoint<T1, T2>(ReadOnlySpan<T1> first, ReadOnlySpan<T2> second)
        where T1 : unmanaged
        where T2 : unmanaged
    {
        nuint distance = (nuint)(nint)Distance(first, second);
        nuint firstBytes = (nuint)first.Length * (nuint)Unsafe.SizeOf<T1>();
        nuint secondBytes = (nuint)second.Length * (nuint)Unsafe.SizeOf<T2>();
        return distance >= firstBytes && (nuint)(-(nint)distance) >= secondBytes
            || firstBytes == 0 || secondBytes == 0;
    }

    /// <summary>The two start at one byte, or no byte belongs to both.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool SameOrDisjoint<T1, T2>(ReadOnlySpan<T1> first, ReadOnlySpan<T2> second)
        where T1 : unmanaged
        where T2 : unmanaged =>
        (Distance(first, second) == 0 && Unsafe.SizeOf<T1>() == Unsafe.SizeOf<T2>()) || Disjoint(first, second);

    /// <summary>The variable isn't part of the memory.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsOutside<T1, T2>(ref readonly T1 variable, ReadOnlySpan<T2> memory)
        where T1 : unmanaged
        where T2 : unmanaged =>
        Unsafe.IsNullRef(in variable) || Disjoint(new ReadOnlySpan<T1>(in variable), memory);

    /// <summary>The variable isn't part of any row.</summary>
    public static bool IsOutside<T1, T2>(ref readonly T1 variable, T2[][] rows)
        where T1 : unmanaged
        where T2 : unmanaged => Unsafe.IsNullRef(in variable) || Disjoint(new ReadOnlySpan<T1>(in variable), rows);

    /// <summary>No byte belongs both to the memory and to the list's, with the room at the list's end.</summary>
    public static bool IsApart<T1, T2>(List<T1> list, ReadOnlySpan<T2> memory)
    {
        Span<T1> items = CollectionsMarshal.AsSpan(list);
        nint distance = Unsafe.ByteOffset(
            ref Unsafe.As<T1, byte>(ref MemoryMarshal.GetReference(items)), ref Unsafe.As<T2, byte>(ref MemoryMarshal.GetReference(memory)));
        return list.Capacity == 0 || memory.IsEmpty
            || (distance >= 0 ? distance >= (nint)list.Capacity * Unsafe.SizeOf<T1>() : -distance >= (nint)memory.Length * Unsafe.SizeOf<T2>());
    }

    /// <summary>The variable isn't part of the list's memory, nor of the room at its end.</summary>
    public static bool IsOutside<T1, T2>(ref readonly T1 variable, List<T2> list) =>
        Unsafe.IsNullRef(in variable) || IsApart(list, new ReadOnlySpan<T1>(in variable));

    /// <summary>The memory isn't part of any row.</summary>
    public static bool Disjoint<T1, T2>(ReadOnlySpan<T1> memory, T2[]?[] rows)
        where T1 : unmanaged
        where T2 : unmanaged
    {
        foreach (T2[]? row in rows)
        {
            if (!Disjoint(memory, new ReadOnlySpan<T2>(row)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The memory isn't part of any row.</summary>
    public static bool Disjoint<T1, T2>(T1[]?[] rows, ReadOnlySpan<T2> memory)
        where T1 : unmanaged
        where T2 : unmanaged => Disjoint(memory, rows);

    /// <summary>No row belongs to both.</summary>
    public static bool Disjoint<T1, T2>(T1[]?[] first, T2[]?[] second)
        where T1 : unmanaged
        where T2 : unmanaged
    {
        var rows = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (T1[]? row in first)
        {
            if (row is not null)
            {
                rows.Add(row);
            }
        }

        foreach (T2[]? row in second)
        {
            if (row is not null && rows.Contains(row))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A number whose operators the language itself defines: the JIT knows the answer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsPrimitiveNumber<T>() =>
        typeof(T) == typeof(double) || typeof(T) == typeof(float)
        || typeof(T) == typeof(int) || typeof(T) == typeof(uint) || typeof(T) == typeof(long) || typeof(T) == typeof(ulong)
        || typeof(T) == typeof(byte) || typeof(T) == typeof(sbyte) || typeof(T) == typeof(short) || typeof(T) == typeof(ushort)
        || typeof(T) == typeof(char) || typeof(T) == typeof(nint) || typeof(T) == typeof(nuint);

    /// <summary>Keys are compared by the framework's own code, which has no effects; false for null.</summary>
    public static bool HasFrameworkComparer<TKey, TValue>(Dictionary<TKey, TValue>? map)
        where TKey : notnull => map is not null && map.Comparer.GetType().Assembly == typeof(object).Assembly;

    /// <inheritdoc cref="HasFrameworkComparer{TKey, TValue}(Dictionary{TKey, TValue})"/>
    public static bool HasFrameworkComparer<T>(HashSet<T>? set) => set is not null && set.Comparer.GetType().Assembly == typeof(object).Assembly;

    /// <summary>The elements of an array of any rank, as many as a span can hold.</summary>
    public static ReadOnlySpan<T> Elements<T>(Array array)
        where T : unmanaged =>
        MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(array)), (int)Math.Min(array.LongLength, int.MaxValue));

    /// <summary>Elements <paramref name="first"/> to <paramref name="last"/> behind a pointer, as many as a span can hold.</summary>
    public static unsafe ReadOnlySpan<T> Elements<T>(T* pointer, long first, long last)
        where T : unmanaged =>
        new(pointer + first, (int)Math.Clamp(last - first + 1, 0, int.MaxValue));

    /// <summary>Rows <paramref name="first"/> to <paramref name="last"/> exist, and none is shorter than <paramref name="length"/>.</summary>
    public static bool RowsHave<T>(T[]?[] rows, long first, long last, long length)
    {
        if (first < 0 || last >= rows.Length)
        {
            return false;
        }

        for (long number = first; number <= last; number++)
        {
            if (rows[number] is not { } row || row.Length < length)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Rows <paramref name="first"/> to <paramref name="last"/> are different arrays.</summary>
    public static bool RowsDiffer<T>(T[]?[] rows, long first, long last)
    {
        if (first < 0 || last >= rows.Length)
        {
            return false;
        }

        var seen = new HashSet<object>((int)Math.Max(0, last - first + 1), ReferenceEqualityComparer.Instance);
        for (long number = first; number <= last; number++)
        {
            if (rows[number] is { } row && !seen.Add(row))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Adding <paramref name="count"/> · <paramref name="unit"/> to a value, or taking it away, up to <paramref name="trips"/> times rounds no sum; and the value isn't −0.</summary>
    /// <param name="unit">A power of two.</param>
    public static bool StepsExactly(float value, double unit, long count, long trips) => AreExact(value / unit, count, trips, 1 << 24);

    /// <inheritdoc cref="StepsExactly(float, double, long, long)"/>
    public static bool StepsExactly(double value, double unit, long count, long trips) => AreExact(value / unit, count, trips, 1L << 52);

    // Where all are integers times the unit, a sum is exact if the significand holds its integer.
    private static bool AreExact(double units, long count, double trips, double most) =>
        Math.Floor(units) == units && Math.Abs(units) + (trips * count) <= most && (units != 0 || double.IsPositive(units));

    /// <summary>No object stands twice among these.</summary>
    /// <param name="nanoseconds">What the loop takes that wants to know: where the test would take too much of it, the answer is no.</param>
    public static bool ObjectsDiffer<T>(ReadOnlySpan<T> objects, double nanoseconds)
        where T : class? => DifferentObjects.Are(objects, nanoseconds / 4);

    /// <summary>
    /// No object stands twice among these, for a loop whose result must not depend on how long the test takes: only where the loop visits less
    /// than a quarter of them is it left undone, and the answer is no.
    /// </summary>
    public static bool VisitedObjectsDiffer<T>(ReadOnlySpan<T> objects, long trips)
        where T : class? => objects.Length / 4 <= trips && DifferentObjects.Are(objects, double.PositiveInfinity);

    private static nint Distance<T1, T2>(ReadOnlySpan<T1> first, ReadOnlySpan<T2> second) => Unsafe.ByteOffset(
        ref Unsafe.As<T1, byte>(ref MemoryMarshal.GetReference(first)), ref Unsafe.As<T2, byte>(ref MemoryMarshal.GetReference(second)));
}
