using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoPar.Runtime;

/// <summary>Linear recurrences of first order (Kogge and Stone 1973): a lane adds those below it, each times a power of the factor.</summary>
public static partial class VectorScan
{
    /// <summary>In each lane, the sum of all lanes up to this one, one k lanes below multiplied by the factor's kth power.</summary>
    /// <typeparam name="T">A number of four or eight bytes.</typeparam>
    /// <param name="lanes">What each step adds.</param>
    /// <param name="powers">The factor's powers, from the first on.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Linear<T>(Vector128<T> lanes, Vector128<T> powers)
    {
        lanes += Shifted(lanes, Vector128<T>.Zero, 1) * powers.GetElement(0);
        lanes = Vector128<T>.Count > 2 ? lanes + (Shifted(lanes, Vector128<T>.Zero, 2) * powers.GetElement(1)) : lanes;
        return lanes;
    }

    /// <inheritdoc cref="Linear{T}(Vector128{T}, Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Linear<T>(Vector256<T> lanes, Vector256<T> powers)
    {
        lanes += Shifted(lanes, Vector256<T>.Zero, 1) * powers.GetElement(0);
        lanes += Shifted(lanes, Vector256<T>.Zero, 2) * powers.GetElement(1);
        lanes = Vector256<T>.Count > 4 ? lanes + (Shifted(lanes, Vector256<T>.Zero, 4) * powers.GetElement(3)) : lanes;
        return lanes;
    }

    /// <inheritdoc cref="Linear{T}(Vector128{T}, Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Linear<T>(Vector512<T> lanes, Vector512<T> powers)
    {
        lanes += Shifted(lanes, Vector512<T>.Zero, 1) * powers.GetElement(0);
        lanes += Shifted(lanes, Vector512<T>.Zero, 2) * powers.GetElement(1);
        lanes += Shifted(lanes, Vector512<T>.Zero, 4) * powers.GetElement(3);
        lanes = Vector512<T>.Count > 8 ? lanes + (Shifted(lanes, Vector512<T>.Zero, 8) * powers.GetElement(7)) : lanes;
        return lanes;
    }
}
