using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoPar.Runtime;

/// <summary>
/// Scans that start anew in some lanes. What is combined are pairs of a value and whether it starts anew; the flags are masks
/// as wide as the values.
/// </summary>
public static partial class VectorScan
{
    /// <summary>In each lane, the combination of all lanes from the last one that starts anew up to this one.</summary>
    /// <param name="lanes">The values.</param>
    /// <param name="start">What takes the place of lanes before the first: it changes nothing that it is combined with.</param>
    /// <param name="starts">The lanes that start anew; afterwards, those that follow one, too.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Segmented<T, TOperator>(Vector128<T> lanes, Vector128<T> start, ref Vector128<T> starts)
        where TOperator : struct, IScanOperator
    {
        lanes = Step<T, TOperator>(lanes, start, ref starts, 1);
        lanes = Vector128<T>.Count > 2 ? Step<T, TOperator>(lanes, start, ref starts, 2) : lanes;
        lanes = Vector128<T>.Count > 4 ? Step<T, TOperator>(lanes, start, ref starts, 4) : lanes;
        lanes = Vector128<T>.Count > 8 ? Step<T, TOperator>(lanes, start, ref starts, 8) : lanes;
        return lanes;
    }

    /// <inheritdoc cref="Segmented{T, TOperator}(Vector128{T}, Vector128{T}, ref Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Segmented<T, TOperator>(Vector256<T> lanes, Vector256<T> start, ref Vector256<T> starts)
        where TOperator : struct, IScanOperator
    {
        lanes = Step<T, TOperator>(lanes, start, ref starts, 1);
        lanes = Vector256<T>.Count > 2 ? Step<T, TOperator>(lanes, start, ref starts, 2) : lanes;
        lanes = Vector256<T>.Count > 4 ? Step<T, TOperator>(lanes, start, ref starts, 4) : lanes;
        lanes = Vector256<T>.Count > 8 ? Step<T, TOperator>(lanes, start, ref starts, 8) : lanes;
        lanes = Vector256<T>.Count > 16 ? Step<T, TOperator>(lanes, start, ref starts, 16) : lanes;
        return lanes;
    }

    /// <inheritdoc cref="Segmented{T, TOperator}(Vector128{T}, Vector128{T}, ref Vector128{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Segmented<T, TOperator>(Vector512<T> lanes, Vector512<T> start, ref Vector512<T> starts)
        where TOperator : struct, IScanOperator
    {
        lanes = Step<T, TOperator>(lanes, start, ref starts, 1);
        lanes = Step<T, TOperator>(lanes, start, ref starts, 2);
        lanes = Step<T, TOperator>(lanes, start, ref starts, 4);
        lanes = Vector512<T>.Count > 8 ? Step<T, TOperator>(lanes, start, ref starts, 8) : lanes;
        lanes = Vector512<T>.Count > 16 ? Step<T, TOperator>(lanes, start, ref starts, 16) : lanes;
        lanes = Vector512<T>.Count > 32 ? Step<T, TOperator>(lanes, start, ref starts, 32) : lanes;
        return lanes;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<T> Step<T, TOperator>(Vector128<T> lanes, Vector128<T> start, ref Vector128<T> starts, int step)
        where TOperator : struct, IScanOperator
    {
        Vector128<T> combined = TOperator.Combine(Shifted(lanes, start, step), lanes);
        lanes = Vector128.ConditionalSelect(starts, lanes, combined);
        starts |= Shifted(starts, Vector128<T>.Zero, step);
        return lanes;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<T> Step<T, TOperator>(Vector256<T> lanes, Vector256<T> start, ref Vector256<T> starts, int step)
        where TOperator : struct, IScanOperator
    {
        Vector256<T> combined = TOperator.Combine(Shifted(lanes, start, step), lanes);
        lanes = Vector256.ConditionalSelect(starts, lanes, combined);
        starts |= Shifted(starts, Vector256<T>.Zero, step);
        return lanes;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> Step<T, TOperator>(Vector512<T> lanes, Vector512<T> start, ref Vector512<T> starts, int step)
        where TOperator : struct, IScanOperator
    {
        Vector512<T> combined = TOperator.Combine(Shifted(lanes, start, step), lanes);
        lanes = Vector512.ConditionalSelect(starts, lanes, combined);
        starts |= Shifted(starts, Vector512<T>.Zero, step);
        return lanes;
    }
}
