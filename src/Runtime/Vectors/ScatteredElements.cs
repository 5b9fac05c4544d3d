using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoPar.Runtime;

/// <summary>
/// Elements that don't lie side by side. Those of 4 and 8 bytes are put together in registers, without a loop, several times
/// as fast; for narrower ones that would be more code than a loop can call.
/// </summary>
internal static unsafe class ScatteredElements
{
    /// <summary>The element of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Load512<T, TPlaces>(ref T source, TPlaces places)
        where T : unmanaged
        where TPlaces : struct, ILanePlaces
    {
        if (sizeof(T) == 8)
        {
            ref ulong bits = ref Unsafe.As<T, ulong>(ref source);
            return Vector512.Create(
                Unsafe.Add(ref bits, places[0]), Unsafe.Add(ref bits, places[1]), Unsafe.Add(ref bits, places[2]), Unsafe.Add(ref bits, places[3]),
                Unsafe.Add(ref bits, places[4]), Unsafe.Add(ref bits, places[5]), Unsafe.Add(ref bits, places[6]), Unsafe.Add(ref bits, places[7])).As<ulong, T>();
        }

        if (sizeof(T) == 4)
        {
            ref uint bits = ref Unsafe.As<T, uint>(ref source);
            return Vector512.Create(
                Unsafe.Add(ref bits, places[0]), Unsafe.Add(ref bits, places[1]), Unsafe.Add(ref bits, places[2]), Unsafe.Add(ref bits, places[3]),
                Unsafe.Add(ref bits, places[4]), Unsafe.Add(ref bits, places[5]), Unsafe.Add(ref bits, places[6]), Unsafe.Add(ref bits, places[7]),
                Unsafe.Add(ref bits, places[8]), Unsafe.Add(ref bits, places[9]), Unsafe.Add(ref bits, places[10]), Unsafe.Add(ref bits, places[11]),
                Unsafe.Add(ref bits, places[12]), Unsafe.Add(ref bits, places[13]), Unsafe.Add(ref bits, places[14]), Unsafe.Add(ref bits, places[15])).As<uint, T>();
        }

        Vector512<T> result = default;
        Load(ref Unsafe.As<Vector512<T>, T>(ref result), Vector512<T>.Count, ref source, places);
        return result;
    }

    /// <summary>The element of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Load256<T, TPlaces>(ref T source, TPlaces places)
        where T : unmanaged
        where TPlaces : struct, ILanePlaces
    {
        if (sizeof(T) == 8)
        {
            ref ulong bits = ref Unsafe.As<T, ulong>(ref source);
            return Vector256.Create(
                Unsafe.Add(ref bits, places[0]), Unsafe.Add(ref bits, places[1]), Unsafe.Add(ref bits, places[2]), Unsafe.Add(ref bits, places[3])).As<ulong, T>();
        }

        if (sizeof(T) == 4)
        {
            ref uint bits = ref Unsafe.As<T, uint>(ref source);
            return Vector256.Create(
                Unsafe.Add(ref bits, places[0]), Unsafe.Add(ref bits, places[1]), Unsafe.Add(ref bits, places[2]), Unsafe.Add(ref bits, places[3]),
                Unsafe.Add(ref bits, places[4]), Unsafe.Add(ref bits, places[5]), Unsafe.Add(ref bits, places[6]), Unsafe.Add(ref bits, places[7])).As<uint, T>();
        }

        Vector256<T> result = default;
        Load(ref Unsafe.As<Vector256<T>, T>(ref result), Vector256<T>.Count, ref source, places);
        return result;
    }

    /// <summary>The element of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Load128<T, TPlaces>(ref T source, TPlaces places)
        where T : unmanaged
        where TPlaces : struct, ILanePlaces
    {
        if (sizeof(T) == 8)
        {
            ref ulong bits = ref Unsafe.As<T, ulong>(ref source);
            return Vector128.Create(
                Unsafe.Add(ref bits, places[0]), Unsafe.Add(ref bits, places[1])).As<ulong, T>();
        }

        if (sizeof(T) == 4)
        {
            ref uint bits = ref Unsafe.As<T, uint>(ref source);
            return Vector128.Create(
                Unsafe.Add(ref bits, places[0]), Unsafe.Add(ref bits, places[1]), Unsafe.Add(ref bits, places[2]), Unsafe.Add(ref bits, places[3])).As<uint, T>();
        }

        Vector128<T> result = default;
        Load(ref Unsafe.As<Vector128<T>, T>(ref result), Vector128<T>.Count, ref source, places);
        return result;
    }

    /// <summary>The element of each lane; zero in the upper half.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> LoadHalf<T, TPlaces>(ref T source, TPlaces places)
        where T : unmanaged
        where TPlaces : struct, ILanePlaces
    {
        Vector128<T> result = default;
        Load(ref Unsafe.As<Vector128<T>, T>(ref result), Vector128<T>.Count / 2, ref source, places);
        return result;
    }

    /// <summary>The elements of the lanes that the mask has set; the others stay.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LoadMasked<T, TPlaces>(ref T lanes, int count, ref T source, TPlaces places, ref T mask)
        where T : unmanaged
        where TPlaces : struct, ILanePlaces
    {
        for (int lane = 0; lane < count; lane++)
        {
            if (IsSet(ref mask, lane))
            {
                Unsafe.Add(ref lanes, lane) = Unsafe.Add(ref source, places[lane]);
            }
        }
    }

    /// <summary>Stores one lane after the other: where two have one place, the later one's value stays.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<T, TPlaces>(ref T lanes, int count, ref T target, TPlaces places)
        where T : unmanaged
        where TPlaces : struct, ILanePlaces
    {
        if (count != 4 && count != 8)
        {
            for (int lane = 0; lane < count; lane++)
            {
                Unsafe.Add(ref target, places[lane]) = Unsafe.Add(ref lanes, lane);
            }

            return;
        }

        Unsafe.Add(ref target, places[0]) = lanes;
        Unsafe.Add(ref target, places[1]) = Unsafe.Add(ref lanes, 1);
        Unsafe.Add(ref target, places[2]) = Unsafe.Add(ref lanes, 2);
        Unsafe.Add(ref target, places[3]) = Unsafe.Add(ref lanes, 3);
        if (count == 8)
        {
            Unsafe.Add(ref target, places[4]) = Unsafe.Add(ref lanes, 4);
            Unsafe.Add(ref target, places[5]) = Unsafe.Add(ref lanes, 5);
            Unsafe.Add(ref target, places[6]) = Unsafe.Add(ref lanes, 6);
            Unsafe.Add(ref target, places[7]) = Unsafe.Add(ref lanes, 7);
        }
    }

    /// <summary>The same for the lanes that the mask has set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreMasked<T, TPlaces, TMask>(ref T lanes, int count, ref T target, TPlaces places, ref TMask mask)
        where T : unmanaged
        where TPlaces : struct, ILanePlaces
    {
        for (int lane = 0; lane < count; lane++)
        {
            if (IsSet(ref mask, lane))
            {
                Unsafe.Add(ref target, places[lane]) = Unsafe.Add(ref lanes, lane);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Load<T, TPlaces>(ref T lanes, int count, ref T source, TPlaces places)
        where TPlaces : struct, ILanePlaces
    {
        for (int lane = 0; lane < count; lane++)
        {
            Unsafe.Add(ref lanes, lane) = Unsafe.Add(ref source, places[lane]);
        }
    }

    /// <summary>A lane of a mask is all ones or zero: one byte tells.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsSet<TMask>(ref TMask mask, int lane) => Unsafe.As<TMask, byte>(ref Unsafe.Add(ref mask, lane)) != 0;
}
