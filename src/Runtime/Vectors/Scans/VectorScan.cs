using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoPar.Runtime;

/// <summary>
/// Prefix scans of the lanes of a vector: in each lane all values up to its own, combined (Hillis and Steele 1986: in step k
/// each lane takes in the one k before it). The tree is the same at every width of the hardware, and so are the bits of float
/// sums.
/// </summary>
public static partial class VectorScan
{
    /// <summary>In each lane, the combination of all lanes up to this one.</summary>
    /// <param name="lanes">The values.</param>
    /// <param name="start">What takes the place of lanes before the first: it changes nothing that it is combined with.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Inclusive<T, TOperator>(Vector128<T> lanes, Vector128<T> start)
        where TOperator : struct, IScanOperator
    {
        lanes = TOperator.Combine(Shifted(lanes, start, 1), lanes);
        lanes = Vector128<T>.Count > 2 ? TOperator.Combine(Shifted(lanes, start, 2), lanes) : lanes;
        lanes = Vector128<T>.Count > 4 ? TOperator.Combine(Shifted(lanes, start, 4), lanes) : lanes;
        lanes = Vector128<T>.Count > 8 ? TOperator.Combine(Shifted(lanes, start, 8), lanes) : lanes;
        return lanes;
    }

    /// <inheritdoc cref="Inclusive{T, TOperator}(Vector128{T}, Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Inclusive<T, TOperator>(Vector256<T> lanes, Vector256<T> start)
        where TOperator : struct, IScanOperator
    {
        lanes = TOperator.Combine(Shifted(lanes, start, 1), lanes);
        lanes = Vector256<T>.Count > 2 ? TOperator.Combine(Shifted(lanes, start, 2), lanes) : lanes;
        lanes = Vector256<T>.Count > 4 ? TOperator.Combine(Shifted(lanes, start, 4), lanes) : lanes;
        lanes = Vector256<T>.Count > 8 ? TOperator.Combine(Shifted(lanes, start, 8), lanes) : lanes;
        lanes = Vector256<T>.Count > 16 ? TOperator.Combine(Shifted(lanes, start, 16), lanes) : lanes;
        return lanes;
    }

    /// <inheritdoc cref="Inclusive{T, TOperator}(Vector128{T}, Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Inclusive<T, TOperator>(Vector512<T> lanes, Vector512<T> start)
        where TOperator : struct, IScanOperator
    {
        lanes = TOperator.Combine(Shifted(lanes, start, 1), lanes);
        lanes = TOperator.Combine(Shifted(lanes, start, 2), lanes);
        lanes = TOperator.Combine(Shifted(lanes, start, 4), lanes);
        lanes = Vector512<T>.Count > 8 ? TOperator.Combine(Shifted(lanes, start, 8), lanes) : lanes;
        lanes = Vector512<T>.Count > 16 ? TOperator.Combine(Shifted(lanes, start, 16), lanes) : lanes;
        lanes = Vector512<T>.Count > 32 ? TOperator.Combine(Shifted(lanes, start, 32), lanes) : lanes;
        return lanes;
    }
}
